"""The tab *Adhésions* of a body or a service: a list to read, that opens each membership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mutudesk.domain.findings import RefusedError
from mutudesk.domain.listings import ListQuery
from mutudesk.ui.pages.memberships.listing import membership_columns
from mutudesk.ui.records.embedded import OwnedRows
from mutudesk.ui.widgets.empty_state import EmptyState
from mutudesk.ui.widgets.fitting_stack import FittingStack
from mutudesk.ui.widgets.record_table import RecordTable
from mutudesk.ui.words.common import sentences_for
from mutudesk.usecases.queries import memberships

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.usecases.session import Session


class MembershipsTab(OwnedRows):
    """Memberships of one body or of one service; `opened` carries the MembershipRow."""

    def __init__(
        self, name: str, session: Session, filter_key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_memberships")
        self._session, self._filter_key = session, filter_key
        hidden = "body" if filter_key == "siren" else "service"
        columns = [each for each in membership_columns() if each.key != hidden]
        self._table = RecordTable(columns, f"{name}_memberships_table")
        self._table.setAccessibleName(self.tr("Memberships"))
        self._empty = EmptyState("grid-3x3", self.tr("No membership is recorded"))
        self._empty.setObjectName(f"{name}_memberships_none")
        add = self._empty.add_action(self.tr("New &membership"), f"{name}_new_membership")
        self._stack = FittingStack()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(self._table)
        self._table.activated_row.connect(self.opened)
        add.clicked.connect(self.new_requested)

    def show_of(self, key: str, on: date) -> None:
        """Show the memberships of a body (SIREN) or a service (code)."""
        query = ListQuery(on, filters={self._filter_key: key})
        try:
            self._table.show_source(memberships(self._session, query))
        except RefusedError as refused:
            self._table.show_source(None)
            self._empty.set_words(sentences_for(refused.findings), "")
        some = self._table.paged_model.count > 0
        self._stack.setCurrentWidget(self._table if some else self._empty)
