"""The row above the matrix: words, département, population, state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mutudesk.domain.matrix import Matrix, MatrixFilter
from mutudesk.domain.parsing import ParseError, parse_count
from mutudesk.domain.services import MembershipState
from mutudesk.language.typography import number
from mutudesk.ui.look.current import current_look
from mutudesk.ui.records.list_filters import all_or
from mutudesk.ui.widgets.buttons import IconButton
from mutudesk.ui.widgets.choice_field import Choice, ChoiceField
from mutudesk.ui.widgets.field_edit import TextField
from mutudesk.ui.widgets.search_field import SearchField
from mutudesk.ui.widgets.styled import Styled
from mutudesk.usecases.departements import DEPARTEMENTS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

TO_CHECK = "to_check"
_JOINED = frozenset(each for each in MembershipState if each.is_joined)
_ROOMY = 560  # pixels of the design; below it, only words are searched


class MatrixFilters(Styled, QWidget):
    """Sends `changed`; widgets are named matrix_search, matrix_departement, matrix_state…."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(self.tr("Body"), "matrix_search")
        self._departement = ChoiceField("matrix_departement")
        self._state = ChoiceField("matrix_state", self._states())
        self._state.write(None)
        self._least = self._count("matrix_at_least", self.tr("Inhabitants from"))
        self._most = self._count("matrix_at_most", self.tr("to"))
        self._most.setAccessibleName(self.tr("Inhabitants at most"))
        self._departement.setAccessibleName(self.tr("Département"))
        self._state.setAccessibleName(self.tr("State of a membership"))
        self._clear = IconButton(self.tr("Clear the filters"), "matrix_clear_filters", "x")
        self._row = QHBoxLayout(self)
        for widget, stretch in (
            (self.search, 220),
            (self._departement, 170),
            (self._state, 150),
            (self._least, 110),
            (self._most, 80),
        ):
            self._row.addWidget(widget, stretch)
        self._row.addWidget(self._clear)
        self._row.addStretch(1)
        self._clear.clicked.connect(self.clear)
        self.search.searched.connect(self._on_edited)
        for field in (self._departement, self._state):
            field.edited.connect(self._on_edited)
        for text in (self._least, self._most):
            text.editingFinished.connect(self._on_left)
        self._announced = MatrixFilter()
        self.apply_style()

    @property
    def wanted(self) -> MatrixFilter:
        """What is asked for now; a number that cannot be read asks for nothing."""
        state = self._state.read()
        return MatrixFilter(
            self.search.text().strip(),
            str(self._departement.read() or ""),
            _read(self._least),
            _read(self._most),
            states=state if isinstance(state, frozenset) else frozenset(),
            contradicted=state == TO_CHECK,
        )

    def offer(self, matrix: Matrix) -> None:
        """Offer the départements there are; with one alone there is nothing to choose."""
        codes = sorted({each.departement for each in matrix.bodies if each.departement})
        choices = (Choice(code, f"{code} {DEPARTEMENTS.get(code, '')}".strip()) for code in codes)
        self._departement.set_choices(all_or(self.tr("All départements"), choices))
        self._departement.setProperty("useful", len(codes) > 1)
        self._show_fields()

    def clear(self) -> None:
        """Ask for every row again."""
        self.search.clear()
        for field in (self._departement, self._state):
            field.write(None)
        for text in (self._least, self._most):
            text.write(None)
        self._on_edited()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, only words are searched."""
        super().resizeEvent(event)
        self._show_fields()

    def apply_style(self) -> None:
        """Widths and margins of the look."""
        look = current_look()
        self._row.setContentsMargins(look.px(20), look.px(2), look.px(16), look.px(10))
        self._row.setSpacing(look.px(8))
        for widget, least, most in (
            (self.search, 76, 220),
            (self._departement, 76, 190),
            (self._state, 76, 160),
            (self._least, 60, 130),
            (self._most, 44, 90),
        ):
            widget.setMinimumWidth(look.px(least))
            widget.setMaximumWidth(look.px(most))

    # ----------------------------------------------------------------------------------------------

    def _states(self) -> tuple[Choice, ...]:
        states = (
            Choice(_JOINED, self.tr("In force")),
            Choice(frozenset({MembershipState.DECIDED}), self.tr("Decided, to come")),
            Choice(frozenset({MembershipState.PROJECT}), self.tr("Project")),
            Choice(frozenset({MembershipState.ENDED}), self.tr("Ended")),
            Choice(TO_CHECK, self.tr("To be checked")),
            Choice(frozenset({MembershipState.NONE}), self.tr("Not joined")),
        )
        return all_or(self.tr("All states"), states)

    def _count(self, name: str, words: str) -> TextField:
        field = TextField(name, parse_count, empty=None, show=_shown)
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        return field

    def _show_fields(self) -> None:
        roomy = self.width() >= current_look().px(_ROOMY)
        for field in (self._state, self._least, self._most):
            field.setVisible(roomy)
        self._departement.setVisible(roomy and bool(self._departement.property("useful")))
        self._clear.setEnabled(not self.wanted.is_empty)

    def _on_left(self) -> None:
        for field in (self._least, self._most):
            field.set_invalid(bool(field.text().strip()) and _read(field) is None)
        self._on_edited()

    def _on_edited(self, *_sent: object) -> None:
        wanted = self.wanted
        self._clear.setEnabled(not wanted.is_empty)
        if wanted != self._announced:
            self._announced = wanted
            self.changed.emit()


def _shown(value: object) -> str:
    return number(value) if isinstance(value, int) else str(value)


def _read(field: TextField) -> int | None:
    try:
        value = field.read()
    except ParseError:
        return None
    return value if isinstance(value, int) else None
