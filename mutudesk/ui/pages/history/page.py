"""*Historique*: who did what, when and why; undoing an act, going back to a former state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QSplitter, QWidget

from mutudesk.domain.findings import RefusedError, warnings
from mutudesk.domain.history import UNDO, HistoryAct
from mutudesk.domain.listings import ListQuery
from mutudesk.domain.records import ref_to
from mutudesk.language.history import act_name
from mutudesk.ui.link import link_to
from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.history.asking import ChangesDialog
from mutudesk.ui.pages.history.detail import HistoryDetail
from mutudesk.ui.pages.history.listing import history_columns, history_filters
from mutudesk.ui.records.list_view import RecordListView
from mutudesk.ui.records.placed_band import PlacedBand
from mutudesk.ui.records.refusals import name_of, shortened
from mutudesk.ui.widgets.buttons import QUIET, ActionButton
from mutudesk.ui.widgets.empty_state import EmptyState
from mutudesk.ui.widgets.page import Page
from mutudesk.ui.words.common import sentences_for, window_language
from mutudesk.ui.words.history import shown_change
from mutudesk.usecases import history
from mutudesk.usecases.acts import undoing
from mutudesk.usecases.recording import foresee

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from mutudesk.domain.findings import Finding
    from mutudesk.domain.listings import ListSource
    from mutudesk.domain.records import RecordRef
    from mutudesk.ui.commands import Handlers
    from mutudesk.ui.link import Link
    from mutudesk.ui.qt.jobs import JobRunner
    from mutudesk.ui.widgets.before_after import ShownRecord
    from mutudesk.usecases.session import Session

_NARROW = 760  # pixels of the design below which the act lies under the list
_SHOWN = 20  # records of an act to be undone that the question shows


class HistoryPage(Page):
    """Acts at the left, the one under the cursor at the right.

    Opened on a record, it shows only what was done to that record; on a body, service or agent,
    what was done to all that belongs to it.
    """

    def __init__(self, session: Session, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__("history", "", parent)
        self.set_title(self.tr("History"))
        self._session, self._runner = session, runner
        self._only: RecordRef | None = None
        self._asked: undoing.Return | HistoryAct | None = None
        self._everything = ActionButton(
            self.tr("&Whole history"), "history_everything", kind=QUIET, icon="history"
        )
        self.add_action(self._everything)
        self._band = PlacedBand("history_band", (20, 0, 16, 8))
        self._list = RecordListView(
            "history",
            history_columns(),
            self._source,
            on=session.today,
            search=self.tr("Name, code or reason"),
            filters=history_filters(session),
            empty=EmptyState("history", self.tr("Nothing was recorded here yet")),
        )
        self._detail = HistoryDetail()
        self._splitter = QSplitter()
        self._splitter.setObjectName("history_splitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._list)
        self._splitter.addWidget(self._detail)
        for part in (self._list, self._detail):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._splitter.setSizes([470, 560])  # their proportion, whatever the width
        self.body.addWidget(self._band)
        self.body.addWidget(self._list.filter_row)
        self.body.addWidget(self._splitter, 1)
        self._list.counted.connect(self._on_counted)
        self._list.current_changed.connect(self._on_current_changed)
        self._list.opened.connect(self._on_opened)
        self._detail.undo_requested.connect(self.ask_undo)
        self._detail.restore_requested.connect(self.ask_return)
        self._detail.open_requested.connect(self._on_open_requested)
        self._everything.clicked.connect(self.show_everything)
        self._show_narrowed()

    # What the window asks -------------------------------------------------------------------------

    def refresh(self, on: date) -> None:
        """Read the acts again; the journal is the same on every date."""
        self._band.clear()
        self._list.refresh(on)
        if self._list.count and self._list.table.current_row is None:
            self._list.table.selectRow(0)

    def commands(self) -> Handlers:
        """Filter the acts."""
        return self._list.commands()

    def follow(self, link: Link) -> None:
        """Show the history of one record."""
        if link.record is not None:
            self._only = link.record
            self._band.clear()
            self._list.clear_filters()
            self._show_narrowed()
            self._list.table.selectRow(0)

    def show_everything(self) -> None:
        """Show the acts on all records again."""
        self._only = None
        self._show_narrowed()
        self._list.reload()
        self._list.take_focus()

    def take_focus(self) -> None:
        """Give the focus to the list."""
        self._list.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the act under the list where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < current_look().px(_NARROW)
        orientation = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._splitter.orientation() is not orientation:
            self._splitter.setOrientation(orientation)

    def minimumSizeHint(self) -> QSize:
        """Both parts can be scrolled."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), current_look().px(480)), min(hint.height(), 400))

    # Undoing and going back -----------------------------------------------------------------------

    def ask_undo(self) -> None:
        """Show what undoing the act would change, and ask."""
        detail = self._detail.detail
        if detail is None:
            return
        self._band.clear()
        act, language = detail.act, window_language()
        try:
            changes = undoing.inverse(self._session, act, language)
            judged = foresee(self._session, changes)
        except RefusedError as refused:
            self._report(refused.findings)
            return
        if judged.refusals:
            self._report(judged.refusals)
            return
        records = [
            shown_change(
                None if each.before is None else each.before.fact,
                each.after,
                detail.names,
                whole=False,
            )
            for each in changes[:_SHOWN]
        ]
        self._asked = act
        again = act.action == UNDO
        title = self.tr("Redo: {act}") if again else self.tr("Undo: {act}")
        self._ask(
            title.format(act=_named(act)),
            records,
            self.tr("&Redo the act") if again else self.tr("&Undo this act"),
            judged.warnings,
        )

    def ask_return(self) -> None:
        """Show what going back to the state of this line would change, and ask."""
        line = self._detail.line
        if line is None:
            return
        self._band.clear()
        try:
            foreseen = undoing.foresee_return(self._session, line)
        except RefusedError as refused:
            self._report(refused.findings)
            return
        if foreseen is None:
            self._band.show_message(self.tr("The record is in this state today."), "info")
            return
        if foreseen.refusals:
            self._report(foreseen.refusals)
            return
        self._asked = foreseen
        before = None if foreseen.before is None else foreseen.before.fact
        self._ask(
            self.tr("Return to the state of this act?"),
            [shown_change(before, foreseen.after, foreseen.names, whole=False)],
            self.tr("&Return to this state"),
            warnings(foreseen.findings),
        )

    def _ask(
        self, title: str, records: Sequence[ShownRecord], button: str, warned: Sequence[Finding]
    ) -> None:
        words = sentences_for(shortened(warned))
        dialog = ChangesDialog(title, records, button, words, self)
        dialog.accepted.connect(self._write)
        dialog.open()

    def _write(self) -> None:
        asked, self._asked = self._asked, None
        language = window_language()
        try:
            if isinstance(asked, HistoryAct):
                judged = undoing.take_back(self._session, asked, language)
                undone, again = self.tr("Undone: {act}."), self.tr("Done again: {act}.")
                words = (again if asked.action == UNDO else undone).format(act=_named(asked))
            elif asked is not None:
                judged = undoing.go_back(self._session, asked, language)
                words = self.tr("The former state is recorded again.")
            else:
                return
        except RefusedError as refused:
            self._report(refused.findings)
            return
        self._list.reload()
        self._list.table.selectRow(0)
        self.data_changed.emit(judged)
        self._band.show_message(words, "ok")

    # ----------------------------------------------------------------------------------------------

    def _source(self, query: ListQuery) -> ListSource[HistoryAct]:
        if self._only is None:
            return history.acts(self._session, query)
        filters = {**query.filters, **history.filters_of(self._only)}
        narrowed = ListQuery(query.on, query.search, filters, query.sort, query.descending)
        return history.acts(self._session, narrowed)

    def _show_narrowed(self) -> None:
        self._everything.setVisible(self._only is not None)
        if self._only is None:
            self.set_title(self.tr("History"))
        else:
            self.set_title(self.tr("History of this record"))

    def _on_counted(self, count: int) -> None:
        facts = self.tr("%n act(s)", "", count)
        if self._only is not None:
            facts = f"{name_of(self._only)} · {facts}"
        self.set_facts(facts)
        if not count:
            self._detail.show_detail(None, self._session.today)

    def _on_current_changed(self, row: object) -> None:
        shown = None
        if isinstance(row, HistoryAct):
            shown = history.detail(self._session, row, self._only)
        self._detail.show_detail(shown, self._session.now().astimezone().date())

    def _on_opened(self, _row: object) -> None:
        self._detail.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_open_requested(self) -> None:
        line = self._detail.line
        if line is None or line.fact is None:
            return
        self.link_requested.emit(link_to(ref_to(line.fact)))

    def _report(self, findings: Sequence[Finding]) -> None:
        self._band.show_message(sentences_for(shortened(findings)), "error")


def _named(act: HistoryAct) -> str:
    """An act by name; an undo by the act that it undid."""
    return act.reason if act.action == UNDO else act_name(act, window_language())
