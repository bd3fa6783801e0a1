"""Beside the matrix: what is recorded in the cell, its acts, and joining several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from mutudesk.domain.services import Membership
from mutudesk.language.typography import typographic
from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.memberships.facts import owner_of, split_owner
from mutudesk.ui.pages.memberships.matrix.join import JoinForm, cell_spec
from mutudesk.ui.pages.memberships.matrix.model import state_words
from mutudesk.ui.pages.memberships.new_form import mission_boxes
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.records.reading_pane import AMEND, ReadingPane
from mutudesk.ui.records.record_panel import RecordPanel
from mutudesk.ui.widgets.buttons import PRIMARY, ActionButton
from mutudesk.ui.widgets.choice_field import Choice
from mutudesk.ui.widgets.labels import ElidedLabel, label, rule
from mutudesk.ui.widgets.styled import Styled
from mutudesk.ui.words.common import body_name
from mutudesk.usecases import queries
from mutudesk.usecases.matrix import agents_working_for

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from mutudesk.domain.matrix import Cell, MatrixBody, MatrixService
    from mutudesk.ui.commands import Handlers
    from mutudesk.ui.records.spec import RecordSpec
    from mutudesk.usecases.session import Session

WIDTH = 318  # pixels of the design
_WIDE = 480
_NAMED = 4  # agents named one by one


class SideReading(ReadingPane):
    """The facts with the acts below each other: the first as wide as the panel."""

    def apply_style(self) -> None:
        """Narrower margins."""
        super().apply_style()
        look = current_look()
        side = look.px(16)
        self.content.setContentsMargins(side, look.px(8), side, look.px(8))
        self._acts.setContentsMargins(side, look.px(10), side, 0)
        self.row.setContentsMargins(look.px(8), look.px(4), look.px(8), look.px(8))
        self.row.setSpacing(look.px(6))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the panel has the whole page, all acts stand in one row."""
        super().resizeEvent(event)
        if not hasattr(self, "_acts"):
            return
        button = self.buttons[AMEND]
        wide = self.width() >= current_look().px(_WIDE)
        into, out_of = (self.row, self._acts) if wide else (self._acts, self.row)
        if out_of.indexOf(button) >= 0:
            out_of.removeWidget(button)
            into.addWidget(button)

    def compose(self) -> None:
        """The first act in a column of its own, above the row of the others."""
        super().compose()
        column = self.layout()
        if not isinstance(column, QVBoxLayout):
            raise TypeError("the reading pane is a column")
        self.row.removeWidget(self.buttons[AMEND])
        self._acts = QVBoxLayout()
        self._acts.addWidget(self.buttons[AMEND])
        nest(column, self._acts, at=column.indexOf(self.row))


class MatrixPanel(Styled, QWidget):
    """Follows the cursor; once something is being entered, it stays with its cell.

    Signals:
        recorded(object): an act was written; carries what the use case returned.
        unsaved_changed(): `unsaved` may have another value.
        outdated(): somebody else changed a record: read again.
        left(): Échap, back to the same cell.
    """

    recorded = Signal(object)
    unsaved_changed = Signal()
    outdated = Signal()
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matrix_panel")
        self._session = session
        self._service = ""
        self._names: dict[str, str] = {}
        self._on: date | None = None
        self._missions: list[Choice] = []
        self._title = ElidedLabel("", "lead")
        self._title.setObjectName("matrix_panel_title")
        self._under = ElidedLabel("", "soft")
        self._state = label(kind="label", name="matrix_panel_state", wrap=True)
        self._agents = label(kind="hint", name="matrix_panel_agents", wrap=True)
        spec: RecordSpec[Any] = cell_spec(self._missions)
        self._reading = SideReading(spec)
        self._records = RecordPanel(spec, session, reading=self._reading)
        self._several = label(kind="soft", name="matrix_panel_bodies", wrap=True)
        self._together = ActionButton(
            self.tr("&Join together…"), "matrix_join_together", kind=PRIMARY, icon="plus"
        )
        self._join = JoinForm(self._missions, session)
        self._stack = QStackedWidget()
        self._compose()
        self._together.clicked.connect(self.start_joining)
        self._records.recorded.connect(self.recorded)
        self._records.outdated.connect(self.outdated)
        self._records.unsaved_changed.connect(self.unsaved_changed)
        self._join.recorded.connect(self._on_joined)
        self._join.cancelled.connect(self._on_join_cancelled)
        self._join.form.dirty_changed.connect(self._on_dirty_changed)
        self.apply_style()

    # What the matrix tells ------------------------------------------------------------------------

    @property
    def is_entering(self) -> bool:
        """Tell whether an act is being entered."""
        return self._records.form.is_active or self._join.is_active

    @property
    def unsaved(self) -> int:
        """How many acts are being entered that are not saved."""
        joining = self._join.is_active and self._join.form.is_dirty
        return int(self._records.is_unsaved) + int(joining)

    def commands(self) -> Handlers:
        """What can be done with the memberships of the cell."""
        if self._join.is_active:
            return {"save": self._join.form.save}
        return self._records.commands()

    def may_leave(self) -> bool:
        """Tell whether the panel can be left; asks about what is not saved."""
        if not self._join.is_active:
            return self._records.may_leave()
        if not self._join.form.may_leave():
            return False
        self._stop_joining()
        return True

    def announce(self, body: MatrixBody, service: MatrixService, cell: Cell) -> None:
        """Say at once which cell is meant; what is recorded there is read when one rests on it."""
        self._title.set_whole(body_name(body.name))
        self._under.set_whole(typographic(service.name))
        self._state.setText(state_words(cell))
        self._state.show()
        self._agents.hide()
        known = self._records.owner == owner_of(service.code, body.siren)
        # The acts of the cell before are no longer to be pressed.
        self._stack.setCurrentWidget(self._records if known else self._unread)

    def announce_several(self, names: Mapping[str, str], service: MatrixService) -> None:
        """Say for how many the next act would be."""
        self._service, self._names = service.code, dict(names)
        self._title.set_whole(self.tr("%n bodies selected", "", len(names)))
        self._under.set_whole(typographic(service.name))
        self._state.hide()
        self._agents.hide()
        self._several.setText(", ".join(names.values()))
        self._stack.setCurrentWidget(self._choice)

    def read(self, siren: str, service: str, on: date) -> None:
        """Show what is recorded for a body in a service."""
        self._on = on
        record = queries.service_record(self._session, service)
        found = [each for each in record.of(Membership) if each.fact.siren == siren]
        self._offer_missions(service, record)
        mission_boxes(self._records.form).set_choices(self._missions)
        self._records.show_records(owner_of(service, siren), found, on, record.base)
        agents = agents_working_for(self._session, service, siren, on) if found else []
        self._say_agents(agents)
        self._stack.setCurrentWidget(self._records)

    def read_again(self, on: date) -> None:
        """Read for the entry that was begun; what was typed stays."""
        if self._join.is_active:
            self._on = on
        elif self._records.owner:
            service, siren = split_owner(self._records.owner)
            self.read(siren, service, on)

    def start_joining(self) -> None:
        """Enter the act for all bodies selected."""
        if self._on is None or not self._names or not self.may_leave():
            return
        record = queries.service_record(self._session, self._service)
        self._offer_missions(self._service, record)
        mission_boxes(self._join).set_choices(self._missions)
        self._join.base = record.base
        self._join.begin(self._service, self._names, self._on)
        self._stack.setCurrentWidget(self._join)
        self._join.form.take_focus()
        self.unsaved_changed.emit()

    def set_day(self, on: date) -> None:
        """The date that acts are proposed for."""
        self._on = on

    def start_new(self) -> None:
        """Enter a membership of the cell, or of all cells selected."""
        if self._stack.currentWidget() is self._choice:
            self.start_joining()
        else:
            self._records.start_new()

    def take_focus(self) -> None:
        """Give the focus to what one would do first."""
        if self._join.is_active:
            self._join.form.take_focus()
        elif self._stack.currentWidget() is self._choice:
            self._together.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._records.form.is_active:
            self._records.take_focus()
        elif self._records.stored:
            self._reading.take_focus()
        else:
            first = self._records.findChild(ActionButton, "cell_first")
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Échap goes back to the cell."""
        if event.key() == Qt.Key.Key_Escape and not self.is_entering:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def apply_style(self) -> None:
        """Margins of the look."""
        look = current_look()
        self._head.setContentsMargins(look.px(16), look.px(10), look.px(12), look.px(6))
        self._head.setSpacing(look.px(3))
        self._together_row.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(12))
        self._together_row.setSpacing(look.px(10))

    # ----------------------------------------------------------------------------------------------

    def _compose(self) -> None:
        self._head = QVBoxLayout()
        for words in (self._title, self._under, self._state, self._agents):
            self._head.addWidget(words)
        inner = QWidget()
        inner.setProperty("kind", "clear")
        self._together_row = QVBoxLayout(inner)
        self._together_row.addWidget(self._several)
        self._together_row.addWidget(self._together)
        self._together_row.addStretch(1)
        self._choice = QScrollArea()
        self._choice.setFrameShape(QFrame.Shape.NoFrame)
        self._choice.setWidgetResizable(True)
        self._choice.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._choice.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._choice.setWidget(inner)
        self._unread = QWidget()  # while the cursor moves
        for part in (self._records, self._choice, self._join, self._unread):
            self._stack.addWidget(part)
        column = QVBoxLayout()
        column.setSpacing(0)
        nest(column, self._head)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rule(upright=True))
        nest(row, column, 1)

    def _offer_missions(self, service: str, record: queries.Record) -> None:
        missions = record.base.missions.get(service, {}).values()
        ordered = sorted(missions, key=lambda each: each.label or each.code)
        self._missions[:] = [
            Choice(each.code, typographic(each.label or each.code)) for each in ordered
        ]

    def _say_agents(self, agents: list[str]) -> None:
        """Who depends on the membership: said before anything is changed."""
        if agents:
            names = ", ".join(agents[:_NAMED]) + (", …" if len(agents) > _NAMED else "")
            counted = self.tr("%n agent(s) work for it here: {names}.", "", len(agents))
            self._agents.setText(counted.format(names=names))
        self._agents.setVisible(bool(agents))

    def _stop_joining(self) -> None:
        self._join.stop()
        self._stack.setCurrentWidget(self._choice)
        self.unsaved_changed.emit()

    def _on_joined(self, judged: object, _changes: object) -> None:
        self._stop_joining()
        self.recorded.emit(judged)

    def _on_join_cancelled(self) -> None:
        self._stop_joining()
        self.left.emit()

    def _on_dirty_changed(self, _dirty: bool) -> None:  # noqa: FBT001 - a signal
        self.unsaved_changed.emit()
