"""The records of one type at the left, the one chosen at the right: read, or being entered.

*Modifier à compter du…*, *Corriger…* and *Clore…* are three acts and three buttons of different
weight. Every act goes through `mutudesk.usecases.recording.record`; a refusal is shown at its
field and nothing of what was typed is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from mutudesk.domain.findings import RefusedError
from mutudesk.domain.records import ref_to
from mutudesk.ui.records.asking import ask_delete
from mutudesk.ui.records.entry_form import EntryForm
from mutudesk.ui.records.form_act import starting_values
from mutudesk.ui.records.list_side import ListSide
from mutudesk.ui.records.panel_layout import NARROW, PanelLayout
from mutudesk.ui.records.placed_band import PlacedBand
from mutudesk.ui.records.reading_pane import DELETE, HISTORY, ReadingPane
from mutudesk.ui.records.refusals import about, in_words
from mutudesk.ui.records.spec import ActKind, RecordSpec, record_words
from mutudesk.ui.widgets.empty_state import EmptyState
from mutudesk.ui.widgets.fitting_stack import FittingStack
from mutudesk.usecases.acts.records import delete_records, fact_left
from mutudesk.usecases.recording import record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.records import Stored
    from mutudesk.ui.commands import Handlers
    from mutudesk.usecases.session import Session


class RecordPanel(QWidget):
    """Give it facts by `show_records`; it writes, and asks for them again.

    Signals:
        recorded(object): an act was written; carries what the use case returned. Show again.
        outdated(): somebody else changed a record. Show again; what was typed stays.
        unsaved_changed(): `is_unsaved` may have another value.
        history_requested(object): show what was done to a record, by its RecordRef.
    """

    recorded = Signal(object)
    outdated = Signal()
    unsaved_changed = Signal()
    history_requested = Signal(object)

    entering_needs = NARROW  # pixels of the design; below, the list is away while one enters

    def __init__(
        self,
        spec: RecordSpec[Any],
        session: Session,
        parent: QWidget | None = None,
        *,
        form: EntryForm | None = None,
        reading: ReadingPane | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{spec.name}_panel")
        self.spec = spec
        self.session = session
        self.owner = ""
        self.on = session.today
        self.base: FactBase | None = None
        self.stored: list[Stored[Any]] = []
        self._wanted: object = None  # key of the record to show after the next reading
        self._left = ListSide(spec)
        self._band = PlacedBand(f"{spec.name}_band", (24, 10, 24, 0))
        self._reading = reading or ReadingPane(spec)
        self.form = form or EntryForm(spec, session)
        self._empty = EmptyState("file-plus-2", record_words(spec.words.none))
        self._empty.setObjectName(f"{spec.name}_none")
        first = self._empty.add_action(record_words(spec.words.add), f"{spec.name}_first")
        self._stack = FittingStack()
        for shown in (self._reading, self.form, self._empty):
            self._stack.addWidget(shown)
        self._layout = PanelLayout(self, self._left, self._band, self._stack)
        for button in (self._left.add, first):
            button.clicked.connect(self.start_new)
        self._left.list.picked.connect(self._on_picked)
        self._left.list.entered.connect(self._on_entered)
        self._left.list.delete_requested.connect(self._on_delete_key)
        self._reading.act_requested.connect(self._on_act_requested)
        self.form.cancelled.connect(self.stop_entering)
        self.form.recorded.connect(self._on_recorded)
        self.form.outdated.connect(self.outdated)
        self.form.form.dirty_changed.connect(self._on_dirty_changed)

    # What pages use -------------------------------------------------------------------------------

    def show_records(
        self, owner: str, stored: Sequence[Stored[Any]], on: date, base: FactBase | None = None
    ) -> None:
        """Show the facts of an owner; what is being entered for him stays as it is."""
        if owner != self.owner:
            self.form.stop()
            self._band.clear()
            self._wanted = None
        kept, self._wanted = self._wanted, None
        if kept is None and self.current is not None:
            kept = self.current.fact.key
        self.owner, self.on, self.base = owner, on, base
        self.stored = self.spec.ordered(stored)
        self.form.base = base
        self._left.say_count(len(self.stored))
        if self.form.is_active:
            self.form.point_at(self.stored)
        self._fill(kept)

    @property
    def is_unsaved(self) -> bool:
        """Tell whether something is entered that is not saved."""
        return self.form.is_active and self.form.form.is_dirty

    def may_leave(self) -> bool:
        """Tell whether the panel can be left; asks about what is not saved."""
        if self.form.is_active and not self.form.form.may_leave():
            return False
        if self.form.is_active:
            self.stop_entering()
        return True

    def start_new(self) -> None:
        """Enter a new record."""
        if self.may_leave():
            self._enter(ActKind.NEW, None)

    def start_act(self, act: ActKind) -> None:
        """Change from a day on, correct or close the record shown."""
        before = self.current
        if before is not None and self.may_leave():
            self._enter(act, before)

    def show_history(self) -> None:
        """Ask for what was done to the record shown."""
        if (current := self.current) is not None:
            self.history_requested.emit(ref_to(current.fact))

    def commands(self) -> Handlers:
        """What can be done: save what is entered, else enter a record and ask for its history."""
        if self.form.is_active:
            return {"save": self.form.form.save}
        return {"new": self.start_new, "record_history": self.show_history}

    def stop_entering(self) -> None:
        """Read again instead of entering."""
        before = self.form.before
        self.form.stop()
        self._fill(None if before is None else before.fact.key)
        self._left.take_focus()
        self.unsaved_changed.emit()

    def escape(self) -> bool:
        """Leave the form; False when nothing is being entered."""
        if not self.form.is_active:
            return False
        self.form.form.cancel()
        return True

    @property
    def current(self) -> Stored[Any] | None:
        """The record shown, None when there is none."""
        return self._left.current

    def select_key(self, key: object) -> None:
        """Show the record with this key, if it is there."""
        self._left.select_key(key)

    def show_warnings(self, judged: Any) -> None:  # noqa: ANN401 - from a signal
        """Say what is only to be known about what was written."""
        warned = about(judged.warnings, judged.changes)
        if warned:
            self._band.show_message(in_words(warned, self.base), "warn")
        else:
            self._band.clear()

    def take_focus(self) -> None:
        """Give the focus to the form while entering, else to the list."""
        if self.form.is_active:
            self.form.form.take_focus()
        elif self.stored:
            self._left.take_focus()
        else:
            self._empty.setFocus()

    # What a panel may say otherwise ---------------------------------------------------------------

    def deletion_of(self, current: Stored[Any]) -> tuple[str, list[AnyChange]]:
        """What is asked before a record is deleted, and what is done."""
        return self._left.called(current.fact, self.on), delete_records([current])

    # ----------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Fit again after a change of look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_layout"):
            self._alternate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let list and form alternate where there is little room."""
        super().resizeEvent(event)
        self._alternate()

    def _fill(self, key: object) -> None:
        self._left.fill(self.stored, self.on, key, with_new=self.form.act is ActKind.NEW)
        self._show_current()

    def _show_current(self) -> None:
        if self.form.is_active:
            self._stack.setCurrentWidget(self.form)
        elif (current := self.current) is None:
            self._stack.setCurrentWidget(self._empty)
        else:
            self._reading.show_record(current, self.on)
            self._stack.setCurrentWidget(self._reading)
        self._alternate()

    def _alternate(self) -> None:
        self._layout.arrange(needs=self.entering_needs if self.form.is_active else 0)

    def _enter(self, act: ActKind, before: Stored[Any] | None) -> None:
        values = starting_values(act, self.spec, before, self.on)
        self._band.clear()
        self.form.start(act, self.owner, before, values, self.stored)
        self._fill(None if before is None else before.fact.key)
        self.form.form.take_focus()

    def _on_picked(self, row: int) -> None:
        if self.form.is_active:
            stored = self._left.at(row)
            if stored is None or not self.may_leave():
                self._left.put_cursor_on(self.form.before)
                return
            self._fill(stored.fact.key)
        self._band.clear()
        self._show_current()

    def _on_entered(self, _row: int) -> None:
        if not self.form.is_active:
            self._reading.take_focus()

    def _on_delete_key(self, _row: int) -> None:
        if not self.form.is_active:
            self._delete()

    def _on_act_requested(self, key: str) -> None:
        if key == DELETE:
            self._delete()
        elif key == HISTORY:
            self.show_history()
        else:
            self.start_act(ActKind(key))

    def _delete(self) -> None:
        if (current := self.current) is None:
            return
        words, changes = self.deletion_of(current)
        if (why := ask_delete(self, words)) is None:
            return
        try:
            judged = record(self.session, changes, "delete", why)
        except RefusedError as refused:
            self._band.show_message(in_words(refused.findings, self.base), "error")
            if any(each.code == "changed_meanwhile" for each in refused.findings):
                self.outdated.emit()
            return
        self.show_warnings(judged)
        self.recorded.emit(judged)

    def _on_recorded(self, judged: Any, changes: Any) -> None:  # noqa: ANN401 - from a signal
        left = fact_left(changes)
        self._wanted = None if left is None else left.key
        self.form.stop()
        self.show_warnings(judged)
        self.unsaved_changed.emit()
        self.recorded.emit(judged)
        self._left.take_focus()

    def _on_dirty_changed(self, _dirty: bool) -> None:  # noqa: FBT001 - a signal
        self.unsaved_changed.emit()
