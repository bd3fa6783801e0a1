"""The two authorities side by side: a violet box with H, a teal one with O, never merged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import delete_widgets, nest
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.signs import AuthorityKind, AuthoritySign
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """Who commands: the person, the office, and for what; vacancies are shown in amber."""

    person: str
    quality_of_body: str
    scope: str = ""
    is_vacant: bool = False


class AuthorityBox(Styled, QFrame):
    """A box of one authority: its sign and name, then lines or fields in `body`."""

    def __init__(self, authority: AuthorityKind, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("band", authority.value)
        words = (
            self.tr("Hierarchical authority")
            if authority is AuthorityKind.HIERARCHICAL
            else self.tr("Operational authority")
        )
        self.setAccessibleName(words)
        self._head = QHBoxLayout()
        self._head.addWidget(AuthoritySign(authority, 18))
        self._head.addWidget(label(words, authority.value))
        self._head.addStretch(1)
        self.day = label(kind="hint", name=f"{name}_day")
        self._head.addWidget(self.day)
        self._lines = QWidget()
        self._lines.setProperty("kind", "clear")
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 3)
        self.body = QVBoxLayout()
        self._column = QVBoxLayout(self)
        nest(self._column, self._head)
        self._column.addWidget(self._lines)
        nest(self._column, self.body)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.apply_style()

    def show_lines(self, lines: Sequence[AuthorityLine], *, stacked: bool = False) -> None:
        """Say who commands; what for stands at the right, or `stacked` below in a narrow box."""
        delete_widgets(self._grid)
        for place, line in enumerate(lines):
            words = QWidget()
            column = QVBoxLayout(words)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            kind = "warn_strong" if line.is_vacant else "strong"
            name = f"{self.objectName()}_{place}"
            if line.person:
                column.addWidget(_line(line.person, kind, name))
            if line.quality_of_body:
                column.addWidget(_line(line.quality_of_body, "caption", f"{name}_office"))
            scope = _line(line.scope, "caption", f"{name}_scope")
            if stacked and line.scope:
                column.addWidget(scope)
            column.addStretch(1)
            self._grid.addWidget(words, place, 0)
            if line.scope and not stacked:
                scope.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(scope, place, 1)
        beside = any(line.scope for line in lines) and not stacked
        self._grid.setColumnStretch(1, 2 if beside else 0)
        self._lines.setVisible(bool(lines))

    def apply_style(self) -> None:
        """Margins of the look."""
        look = current_look()
        self._column.setContentsMargins(look.px(13), look.px(9), look.px(13), look.px(10))
        self._column.setSpacing(look.px(7))
        self._head.setSpacing(look.px(8))
        self._grid.setVerticalSpacing(look.px(6))
        self._grid.setHorizontalSpacing(look.px(12))


def side_by_side(first: QWidget, second: QWidget) -> QHBoxLayout:
    """Two boxes of the same width."""
    row = QHBoxLayout()
    row.setSpacing(current_look().px(12))
    row.addWidget(first, 1)
    row.addWidget(second, 1)
    return row


def _line(text: str, kind: str, name: str) -> QLabel:
    words = label(text, kind, name, wrap=True)
    words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return words
