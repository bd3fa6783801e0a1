"""The records of one type at the left, the one chosen at the right: read, or being entered.

*Modifier à compter du…*, *Corriger…* and *Clore…* are three acts and three buttons of different
weight. Every act goes through `mutudesk.usecases.recording.record`; a refusal is shown at its
field and nothing of what was typed is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mutudesk.domain.findings import RefusedError
from mutudesk.domain.records import ref_to
from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.records.asking import ask_delete
from mutudesk.ui.records.entry_form import EntryForm
from mutudesk.ui.records.list_side import ListSide
from mutudesk.ui.records.placed_band import PlacedBand
from mutudesk.ui.records.reading_pane import DELETE, HISTORY, ReadingPane
from mutudesk.ui.records.refusals import about, in_words
from mutudesk.ui.records.spec import BEGINS, ActKind, RecordSpec, record_words
from mutudesk.ui.widgets.empty_state import EmptyState
from mutudesk.ui.widgets.fitting_stack import FittingStack
from mutudesk.ui.widgets.labels import rule
from mutudesk.usecases.acts.records import delete_records, fact_left, starting_day
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

_NARROW = 700  # below it, the list lies above the record


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

    narrow = _NARROW  # below it, the list makes room while something is entered

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
        self._list = self._left.list
        self._band = PlacedBand(f"{spec.name}_band", (24, 10, 24, 0))
        self._reading = reading or ReadingPane(spec)
        self._form = form or EntryForm(spec, session)
        self._empty = EmptyState("file-plus-2", record_words(spec.words.none))
        self._empty.setObjectName(f"{spec.name}_none")
        first = self._empty.add_action(record_words(spec.words.add), f"{spec.name}_first")
        self._compose()
        for button in (self._left.add, first):
            button.clicked.connect(self.start_new)
        self._list.picked.connect(self._on_picked)
        self._list.entered.connect(self._on_entered)
        self._list.delete_requested.connect(self._on_delete_key)
        self._reading.act_requested.connect(self._on_act_requested)
        self._form.cancelled.connect(self.stop_entering)
        self._form.recorded.connect(self._on_recorded)
        self._form.outdated.connect(self.outdated)
        self._form.form.dirty_changed.connect(self._on_dirty_changed)

    # What pages use -------------------------------------------------------------------------------

    def show_records(
        self, owner: str, stored: Sequence[Stored[Any]], on: date, base: FactBase | None = None
    ) -> None:
        """Show the facts of an owner; what is being entered for him stays as it is."""
        if owner != self.owner:
            self._form.stop()
            self._band.clear()
            self._wanted = None
        kept = self._wanted if self._wanted is not None else self._current_key()
        self._wanted = None
        self.owner, self.on, self.base = owner, on, base
        self.stored = self.spec.ordered(stored)
        self._form.base = base
        self._left.say_count(len(self.stored))
        if self._form.is_active:
            self._form.point_at(self.stored)
        self._fill(kept)

    @property
    def is_unsaved(self) -> bool:
        """Tell whether something is entered that is not saved."""
        return self._form.is_active and self._form.form.is_dirty

    def may_leave(self) -> bool:
        """Tell whether the panel can be left; asks about what is not saved."""
        if self._form.is_active and not self._form.form.may_leave():
            return False
        if self._form.is_active:
            self.stop_entering()
        return True

    def start_new(self) -> None:
        """Enter a new record."""
        if not self.may_leave():
            return
        values = dict(self.spec.starts_with(self.on))
        if self.spec.is_dated:
            values.setdefault(BEGINS, self.on)
        self._enter(ActKind.NEW, None, values)

    def start_act(self, act: ActKind) -> None:
        """Change from a day on, correct or close the record shown."""
        before = self.current
        if before is None or not self.may_leave():
            return
        values = dict(self.spec.to_values(before.fact))
        if act is ActKind.AMEND:
            for name in self.spec.amends_without:
                values.pop(name, None)
            values[BEGINS] = starting_day(before.fact, self.on)
        self._enter(act, before, values)

    def show_history(self) -> None:
        """Ask for what was done to the record shown."""
        current = self.current
        if current is not None:
            self.history_requested.emit(ref_to(current.fact))

    def commands(self) -> Handlers:
        """What can be done: save what is entered, else enter a record and ask for its history."""
        if self._form.is_active:
            return {"save": self._form.form.save}
        return {"new": self.start_new, "record_history": self.show_history}

    def stop_entering(self) -> None:
        """Read again instead of entering."""
        before = self._form.before
        self._form.stop()
        self._fill(None if before is None else before.fact.key)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.unsaved_changed.emit()

    def escape(self) -> bool:
        """Leave the form; False when nothing is being entered."""
        if not self._form.is_active:
            return False
        self._form.form.cancel()
        return True

    @property
    def form(self) -> EntryForm:
        """The form, for panels that add to it."""
        return self._form

    @property
    def current(self) -> Stored[Any] | None:
        """The record shown, None when there is none."""
        row = self._list.currentRow() - self._offset
        return self.stored[row] if 0 <= row < len(self.stored) else None

    def select_key(self, key: object) -> None:
        """Show the record with this key, if it is there."""
        for place, each in enumerate(self.stored):
            if each.fact.key == key:
                self._list.setCurrentRow(place + self._offset)

    def take_focus(self) -> None:
        """Give the focus to the form while entering, else to the list."""
        if self._form.is_active:
            self._form.form.take_focus()
        elif self.stored:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._empty.setFocus()

    # ----------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Fit again after a change of look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._alternate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let list and form alternate where there is little room."""
        super().resizeEvent(event)
        self._alternate()

    def _compose(self) -> None:
        self._stack = FittingStack()
        for shown in (self._reading, self._form, self._empty):
            self._stack.addWidget(shown)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._band)
        right.addWidget(self._stack, 1)
        self._rule = rule(upright=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._left)
        self._row.addWidget(self._rule)
        nest(self._row, right, 1)
        # What it holds is not to make the window wider.
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    @property
    def _offset(self) -> int:
        """The line of a new record stands above the others."""
        return 1 if self._form.is_active and self._form.act is ActKind.NEW else 0

    def _current_key(self) -> object:
        current = self.current
        return None if current is None else current.fact.key

    def _fill(self, key: object) -> None:
        """Fill the list and show the record with a key, else the one of the date."""
        lines = [self._left.listed(each.fact, self.on) for each in self.stored]
        places = [place for place, each in enumerate(self.stored) if each.fact.key == key]
        held = [place for place, each in enumerate(self.stored) if _holds(each.fact, self.on)]
        place = (places or held or [0])[0] if self.stored else -1
        if self._offset:
            lines, place = [self._left.new_line(), *lines], 0
        self._list.show_records(lines, place)
        self._show_current()

    def _show_current(self) -> None:
        current = self.current
        if self._form.is_active:
            self._stack.setCurrentWidget(self._form)
        elif current is None:
            self._stack.setCurrentWidget(self._empty)
        else:
            self._reading.show_record(current, self.on)
            self._stack.setCurrentWidget(self._reading)
        self._left.add.setVisible(bool(self.stored) and self._offset == 0)
        self._alternate()

    def _alternate(self) -> None:
        narrow = self.width() < current_look().px(_NARROW)
        needed = self.width() < current_look().px(self.narrow)
        hidden = needed and self._form.is_active
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._rule.setVisible(not narrow)
        self._left.lie_above(narrow)
        self._left.setVisible(bool(self.stored or self._offset) and not hidden)

    def _enter(self, act: ActKind, before: Stored[Any] | None, values: dict[str, object]) -> None:
        self._band.clear()
        self._form.start(act, self.owner, before, values, self.stored)
        self._fill(None if before is None else before.fact.key)
        self._form.form.take_focus()

    def _on_picked(self, row: int) -> None:
        if self._form.is_active:
            stored = self.stored[row - self._offset] if row >= self._offset else None
            if stored is None or not self.may_leave():
                shown = self._form.before
                ids = [each.id for each in self.stored]
                place = ids.index(shown.id) + self._offset if shown and shown.id in ids else 0
                self._list.put_cursor(place)
                return
            self._fill(stored.fact.key)
        self._band.clear()
        self._show_current()

    def _on_entered(self, _row: int) -> None:
        if not self._form.is_active:
            self._reading.take_focus()

    def _on_delete_key(self, _row: int) -> None:
        if not self._form.is_active:
            self._delete()

    def _on_act_requested(self, key: str) -> None:
        if key == DELETE:
            self._delete()
        elif key == HISTORY:
            self.show_history()
        else:
            self.start_act(ActKind(key))

    def _delete(self) -> None:
        current = self.current
        if current is None:
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

    def deletion_of(self, current: Stored[Any]) -> tuple[str, list[AnyChange]]:
        """What is asked before a record is deleted, and what is done."""
        return self._left.called(current.fact, self.on), delete_records([current])

    def _on_recorded(self, judged: Any, changes: Any) -> None:  # noqa: ANN401 - from a signal
        left = fact_left(changes)
        self._wanted = None if left is None else left.key
        self._form.stop()
        self.show_warnings(judged)
        self.unsaved_changed.emit()
        self.recorded.emit(judged)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_warnings(self, judged: Any) -> None:  # noqa: ANN401 - from a signal
        """Say what is only to be known about what was written."""
        warned = about(judged.warnings, judged.changes)
        if warned:
            self._band.show_message(in_words(warned, self.base), "warn")
        else:
            self._band.clear()

    def _on_dirty_changed(self, _dirty: bool) -> None:  # noqa: FBT001 - a signal
        self.unsaved_changed.emit()


def _holds(fact: Any, on: date) -> bool:  # noqa: ANN401 - a fact of any type
    period = getattr(fact, "period", None)
    return period is not None and period.holds(on)
