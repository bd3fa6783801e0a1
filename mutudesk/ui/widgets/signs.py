"""The signs of the two authorities, the same everywhere: violet square H, teal ring O."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from mutudesk.ui.look.current import current_look

if TYPE_CHECKING:
    from mutudesk.ui.look.current import Look


class AuthorityKind(Enum):
    """Which of the two authorities; the value is the colour role."""

    HIERARCHICAL = "hier"
    OPERATIONAL = "oper"


def paint_sign(painter: QPainter, rect: QRectF, authority: AuthorityKind, look: Look) -> None:
    """Paint the sign into a square."""
    painter.drawPixmap(
        rect.topLeft(),
        _drawn(
            authority,
            round(rect.width()),
            painter.device().devicePixelRatio(),
            look.colour(authority.value).name(),
            look.colour("surface").name(),
        ),
    )


@lru_cache(maxsize=64)
def _drawn(authority: AuthorityKind, side: int, ratio: float, ink: str, paper: str) -> QPixmap:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    square = QRectF(0, 0, side, side)
    if authority is AuthorityKind.HIERARCHICAL:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), side * 0.2, side * 0.2)
        painter.setPen(QColor(paper))
        letter = "H"
    else:
        width = max(1.4, side * 0.09)
        painter.setPen(QPen(QColor(ink), width))
        inset = width / 2 + 0.3
        painter.drawEllipse(square.adjusted(inset, inset, -inset, -inset))
        letter = "O"
    font = current_look().font("small", bold=True)
    font.setPixelSize(max(8, round(side * 0.6)))
    painter.setFont(font)
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return picture


class AuthoritySign(QWidget):
    """The sign as a widget; its words are what a screen reader says."""

    def __init__(
        self, authority: AuthorityKind, size: float = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._authority, self._size = authority, size
        words = (
            self.tr("Hierarchical authority")
            if authority is AuthorityKind.HIERARCHICAL
            else self.tr("Operational authority")
        )
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        side = current_look().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign."""
        side = min(self.width(), self.height())
        paint_sign(QPainter(self), QRectF(0, 0, side, side), self._authority, current_look())
