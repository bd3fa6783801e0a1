"""A list of records as pages show it: search, filters, table, and what is said when it is empty.

The list is asked for again when the date, a filter, the words searched or the order change; it
keeps filters, selection and scroll as long as the window is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mutudesk.domain.findings import RefusedError
from mutudesk.domain.listings import ListQuery
from mutudesk.ui.records.filter_bar import FilterBar
from mutudesk.ui.records.placed_band import PlacedBand
from mutudesk.ui.widgets.empty_state import EmptyState
from mutudesk.ui.widgets.fitting_stack import FittingStack
from mutudesk.ui.widgets.record_table import RecordTable
from mutudesk.ui.widgets.search_field import PAUSE, SearchField
from mutudesk.ui.words.common import sentences_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from mutudesk.domain.listings import ListSource
    from mutudesk.ui.commands import Handlers
    from mutudesk.ui.records.list_filters import ListFilter
    from mutudesk.ui.widgets.columns import Column


class RecordListView(QWidget):
    """Search field, filters, table. Widgets are named NAME_search, NAME_table, NAME_empty….

    Signals:
        opened(object): Entrée or a double click on a read row.
        current_changed(object): the row under the cursor, None when there is none.
        counted(int): how many rows the list has now.
    """

    opened = Signal(object)
    current_changed = Signal(object)
    counted = Signal(int)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        source: Callable[[ListQuery], ListSource[Any]],
        *,
        on: date,
        search: str,
        filters: Sequence[ListFilter] = (),
        empty: EmptyState,
    ) -> None:
        super().__init__()
        self.setObjectName(f"{name}_list")
        self._source = source
        self._filters = tuple(filters)
        self._on = on
        self._sort = ("", False)
        self.search = SearchField(search, f"{name}_search")
        self.table = RecordTable(columns, f"{name}_table")
        self.table.setAccessibleName(search)
        self.table.set_filter_field(self.search)
        self._empty = empty
        self._empty.setObjectName(f"{name}_empty")
        self._unmatched = EmptyState("search", self.tr("Nothing matches"))
        self._unmatched.setObjectName(f"{name}_unmatched")
        clear = self._unmatched.add_action(self.tr("Clear the &filters"), f"{name}_clear_filters")
        self._band = PlacedBand(f"{name}_list_band", (20, 0, 16, 8))
        self._stack = FittingStack()
        for shown in (self.table, self._unmatched, self._empty):
            self._stack.addWidget(shown)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._compose()
        self._timer.timeout.connect(self.reload)
        clear.clicked.connect(self.clear_filters)
        self.search.searched.connect(self._on_searched)
        for each in self._filters:
            each.field.edited.connect(self._on_filter_edited)
        self.table.sort_requested.connect(self._on_sort_requested)
        self.table.activated_row.connect(self.opened)
        self.table.current_row_changed.connect(self.current_changed)
        self.table.paged_model.outdated.connect(self.reload)
        self.table.paged_model.failed.connect(self._on_failed)

    def commands(self) -> Handlers:
        """What can be done with a list."""
        return {"find": self.search.setFocus}

    # What pages use -------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many rows the list has."""
        return self.table.paged_model.count

    @property
    def filter_row(self) -> QWidget:
        """Search field and filters, for a page that shows them elsewhere than above the table."""
        return self._filter_row

    @property
    def query(self) -> ListQuery:
        """What is shown: date, words searched, filters, order."""
        key, descending = self._sort
        return ListQuery(
            self._on,
            self.search.text().strip(),
            {each.key: each.value for each in self._filters if each.value},
            key,
            descending,
        )

    @property
    def is_narrowed(self) -> bool:
        """Tell whether words or filters keep rows out."""
        query = self.query
        return bool(query.search or query.filters)

    def refresh(self, on: date) -> None:
        """Read the list again for a date."""
        self._on = on
        for each in self._filters:
            each.offer_again()
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        self._timer.stop()
        query = self.query
        self._band.clear()
        try:
            self.table.show_source(self._source(query))
        except RefusedError as refused:
            self.table.show_source(None)
            self._band.show_message(sentences_for(refused.findings), "error")
        narrowed = self.is_narrowed
        if self.count:
            self._stack.setCurrentWidget(self.table)
        elif narrowed:
            words = self.tr("Nothing matches “{words}” with these filters.")
            alone = self.tr("Nothing matches these filters.")
            text = words.format(words=query.search) if query.search else alone
            self._unmatched.set_words(text, "")
            self._stack.setCurrentWidget(self._unmatched)
        else:
            self._stack.setCurrentWidget(self._empty)
        self._filter_row.setVisible(bool(self.count) or narrowed)
        self.counted.emit(self.count)

    def clear_filters(self) -> None:
        """Show everything again."""
        for each in self._filters:
            each.field.write(None)
        self.search.clear()
        self.reload()
        self.take_focus()

    def take_focus(self) -> None:
        """Give the focus to the table, or to the search when it is empty."""
        if self.count:
            self.table.take_focus()
        elif self._filter_row.isVisibleTo(self):
            self.search.setFocus()
        else:
            self._empty.setFocus()

    # ----------------------------------------------------------------------------------------------

    def _compose(self) -> None:
        self._filter_row = FilterBar(self.search, self._filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._filter_row)
        column.addWidget(self._band)
        column.addWidget(self._stack, 1)

    def _on_searched(self, _words: str) -> None:
        self.reload()

    def _on_filter_edited(self, *_sent: object) -> None:
        self._timer.start()

    def _on_sort_requested(self, key: str, descending: bool) -> None:  # noqa: FBT001 - a signal
        self._sort = (key, descending)
        self.reload()

    def _on_failed(self, problem: object) -> None:
        if isinstance(problem, RefusedError):
            self._band.show_message(sentences_for(problem.findings), "error")
        elif isinstance(problem, Exception):
            raise problem
