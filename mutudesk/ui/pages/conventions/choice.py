"""The left side of *Conventions*: the service, its bodies, and what is missing from one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mutudesk.language.typography import typographic
from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.conventions.bodies import BodyChecks
from mutudesk.ui.pages.conventions.effect import EffectChoice
from mutudesk.ui.pages.conventions.readiness import Readiness
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.choice_field import Choice, ChoiceField
from mutudesk.ui.widgets.labels import label, rule
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mutudesk.domain.listings import ServiceRow
    from mutudesk.usecases.conventions import JoiningBody


class ConventionChoice(Styled, QWidget):
    """Keeps the service, the cursor and the ticks while the date changes.

    Signals:
        service_chosen(): the user chose another service.
        body_picked(str): the SIREN of the body under the cursor, also when another one of its
            memberships is chosen.
        ticked(): other boxes are ticked.
        link_requested(object): mend a record, a Link.
    """

    service_chosen = Signal()
    body_picked = Signal(str)
    ticked = Signal()
    link_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conventions_choice")
        self._rows: dict[str, ServiceRow] = {}
        self._service = ChoiceField("conventions_service")
        words = label(self.tr("&Shared service"), "label")
        words.setBuddy(self._service)
        self._service.setAccessibleName(self.tr("Shared service"))
        self._others = label("", "hint", "conventions_others", wrap=True)
        self._all = QCheckBox(self.tr("&All the bodies"))
        self._all.setObjectName("conventions_all")
        self.bodies = BodyChecks("conventions_bodies")
        self.effects = EffectChoice()
        self.readiness = Readiness()
        self._top = QVBoxLayout()
        for widget in (words, self._service, self._others, self._all):
            self._top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        nest(column, self._top)
        column.addWidget(self.bodies, 6)
        column.addWidget(self.effects)
        column.addWidget(rule())
        column.addWidget(self.readiness, 5)
        self._service.edited.connect(self.service_chosen)
        self._all.clicked.connect(self._on_all_clicked)
        self.bodies.picked.connect(self._on_picked)
        self.effects.chosen.connect(self._on_effect_chosen)
        self.bodies.ticked.connect(self._on_ticked)
        self.readiness.link_requested.connect(self.link_requested)
        self.apply_style()

    @property
    def service(self) -> ServiceRow | None:
        """The service chosen."""
        return self._rows.get(str(self._service.read()))

    def show_services(self, offered: Sequence[ServiceRow], others: Sequence[ServiceRow]) -> None:
        """Offer these services, and say of the others why not."""
        self._rows = {row.code: row for row in offered}
        self._service.set_choices([Choice(row.code, typographic(row.name)) for row in offered])
        if self._service.currentIndex() < 0 and offered:
            self._service.write(offered[0].code)
        self._others.setVisible(bool(others))
        self._others.setText(
            self.tr("%n other service(s) rest on another ground and have none.", "", len(others))
        )
        self._others.setToolTip(", ".join(typographic(row.name) for row in others))

    def choose_service(self, code: str) -> bool:
        """Choose a service; False when it is not offered."""
        if code not in self._rows:
            return False
        self._service.write(code)
        return True

    def show_bodies(self, bodies: Sequence[JoiningBody]) -> None:
        """Show the bodies of the service."""
        self.bodies.show_bodies(bodies)
        self.effects.show_body(self.bodies.current_body)
        self._all.setEnabled(bool(bodies))
        self._on_ticked()

    def take_focus(self) -> None:
        """Give the focus to the bodies, or to the service where there are none."""
        (self.bodies if self.bodies.count() else self._service).setFocus()

    def apply_style(self) -> None:
        """Margins of the look."""
        look = current_look()
        self._top.setContentsMargins(look.px(16), look.px(10), look.px(14), look.px(4))
        self._top.setSpacing(look.px(4))
        # In a low window both scroll, rather than make it higher than the screen.
        self.bodies.setMinimumHeight(look.px(50))
        self.readiness.setMinimumHeight(look.px(40))

    def _on_picked(self, siren: str) -> None:
        self.effects.show_body(self.bodies.current_body)
        self.body_picked.emit(siren)

    def _on_effect_chosen(self) -> None:
        body = self.bodies.current_body
        if body is not None:
            self.body_picked.emit(body.siren)

    def _on_all_clicked(self, _checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.bodies.tick_all(len(self.bodies.checked) < self.bodies.count())

    def _on_ticked(self) -> None:
        count, ticked = self.bodies.count(), len(self.bodies.checked)
        state = Qt.CheckState.Unchecked
        if ticked:
            state = Qt.CheckState.Checked if ticked == count else Qt.CheckState.PartiallyChecked
        self._all.setTristate(state is Qt.CheckState.PartiallyChecked)
        self._all.setCheckState(state)
        self.ticked.emit()
