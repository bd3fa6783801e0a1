"""A chip: an icon and a few words on a soft ground, for a state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON, RADIUS

if TYPE_CHECKING:
    from mutudesk.ui.look.current import Look

# kind: (ground, words, dashed outline)
KINDS: dict[str, tuple[str, str, bool]] = {
    "plain": ("raised", "text_soft", False),
    "soft": ("accent_soft", "accent", False),
    "strong": ("strong", "on_strong", False),
    "decided": ("surface", "accent", True),
    "project": ("surface", "text_soft", True),
    "ok": ("ok_soft", "ok", False),
    "warn": ("warn_soft", "warn", False),
    "conflict": ("warn_soft", "warn", True),
    "error": ("error_soft", "error", False),
    "hier": ("hier_soft", "hier", False),
    "oper": ("oper_soft", "oper", False),
}


class Chip(QWidget):
    """A state in words; its kinds are those of `KINDS`."""

    def __init__(
        self, text: str, kind: str = "plain", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._kind, self._icon = text, kind, icon
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The words."""
        return self._text

    def set_state(self, text: str, kind: str = "plain", icon: str = "") -> None:
        """Show another state."""
        self._text, self._kind, self._icon = text, kind, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Words, icon and room."""
        look = current_look()
        metrics = QFontMetrics(look.font("small", bold=True))
        width = metrics.horizontalAdvance(self._text) + look.px(16) + 1
        if self._icon:
            width += look.px(ICON["chip"] + 5)
        return QSize(width, max(look.px(22), metrics.height() + look.px(4)))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the icon and the words."""
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), current_look(), self._text, self._kind, self._icon)


def paint_chip(
    painter: QPainter, rect: QRectF, look: Look, text: str, kind: str, icon: str = ""
) -> None:
    """Paint a chip, also for delegates."""
    ground, words, dashed = KINDS[kind]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.colour(ground))
    pen = QPen(Qt.PenStyle.NoPen)
    if dashed:
        pen = QPen(look.colour(words), 1.2, Qt.PenStyle.DashLine)
    elif look.high_contrast:
        pen = QPen(look.colour("text"), 1)
    painter.setPen(pen)
    radius = look.px(RADIUS["m"])
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    left = rect.left() + look.px(8)
    if icon:
        side = look.px(ICON["chip"])
        icons.draw(painter, QRectF(left, rect.center().y() - side / 2, side, side), icon, words)
        left += side + look.px(5)
    painter.setPen(look.colour(words))
    painter.setFont(look.font("small", bold=True))
    painter.drawText(
        QRectF(left, rect.top(), rect.right() - left, rect.height()),
        Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
        text,
    )
    painter.restore()
