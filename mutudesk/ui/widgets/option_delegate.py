"""Paints an option of two lines: its name, and in small what tells it from others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ROW

if TYPE_CHECKING:
    from collections.abc import Callable


class OptionDelegate(QStyledItemDelegate):
    """`subtitle` gives the second line of a row, empty for none."""

    def __init__(self, subtitle: Callable[[int], str], parent: QObject) -> None:
        super().__init__(parent)
        self._subtitle = subtitle

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One or two lines high."""
        look = current_look()
        double = bool(self._subtitle(index.row()))
        return QSize(look.px(120), look.px(ROW["double"] if double else ROW["list"]))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground and lines."""
        look = current_look()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.fillRect(rect, look.colour("surface"))
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, look.colour("accent_soft"))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        subtitle = self._subtitle(index.row())
        inner = rect.adjusted(look.px(10), 0, -look.px(10), 0)
        if subtitle:
            half = inner.height() // 2
            upper = inner.adjusted(0, look.px(3), 0, -half + look.px(2))
            lower = inner.adjusted(0, half - look.px(1), 0, -look.px(4))
            _line(painter, upper, text, "body", "text", bold=True)
            _line(painter, lower, subtitle, "small", "text_soft")
        else:
            _line(painter, inner, text, "body", "text")
        painter.restore()


def _line(
    painter: QPainter, rect: QRect, text: str, size: str, role: str, *, bold: bool = False
) -> None:
    look = current_look()
    font = look.font(size, bold=bold)
    painter.setFont(font)
    painter.setPen(look.colour(role))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
