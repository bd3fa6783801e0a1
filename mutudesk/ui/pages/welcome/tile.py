"""A large button of the welcome page: icon, what it does, a word more, an arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON, RADIUS, RING

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_HEIGHT = 58


class WelcomeTile(QAbstractButton):
    """Reached by Tab, pressed by space or Entrée."""

    def __init__(
        self, words: str, lesser: str, icon: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(lesser)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._lesser, self._icon = lesser, icon

    def sizeHint(self) -> QSize:
        """Two lines high."""
        look = current_look()
        return QSize(look.px(300), look.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Entrée presses it too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet, the icon, both lines and the arrow."""
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        pen = QPen(look.colour("accent" if self.underMouse() else "line"), 1)
        if self.hasFocus():
            pen = QPen(look.colour("accent"), RING)
            box.adjust(0.5, 0.5, -0.5, -0.5)
        painter.setPen(pen)
        painter.setBrush(look.colour("raised" if self.isDown() else "surface"))
        painter.drawRoundedRect(box, look.px(RADIUS["m"]), look.px(RADIUS["m"]))
        side = look.px(22)
        middle = self.height() / 2
        icons.draw(
            painter, QRectF(look.px(15), round(middle - side / 2), side, side), self._icon, "accent"
        )
        arrow = look.px(ICON["s"])
        right = self.width() - look.px(12) - arrow
        icons.draw(
            painter,
            QRectF(right, round(middle - arrow / 2), arrow, arrow),
            "chevron-right",
            "text_soft",
        )
        left = look.px(53)
        self._line(painter, QRectF(left, look.px(9), right - left, look.px(20)), bold=True)
        self._line(painter, QRectF(left, look.px(29), right - left, look.px(19)), bold=False)

    def _line(self, painter: QPainter, rect: QRectF, *, bold: bool) -> None:
        look = current_look()
        font = look.font("body" if bold else "small", bold=bold)
        painter.setFont(font)
        painter.setPen(look.colour("text" if bold else "text_soft"))
        text = self.text() if bold else self._lesser
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
