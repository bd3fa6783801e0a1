"""The heading of a list: sorts by a click, says which authority a column is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON, ROW
from mutudesk.ui.widgets.columns import Align, Column
from mutudesk.ui.widgets.paged_table import PagedTableModel
from mutudesk.ui.widgets.signs import paint_sign
from mutudesk.ui.widgets.table_delegate import FIRST_MARGIN, MARGIN

if TYPE_CHECKING:
    from mutudesk.ui.look.current import Look


class TableHeader(QHeaderView):
    """Paints its sections itself; the order is shown by an arrow after the words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setMinimumSectionSize(28)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        """As high as a row."""
        return QSize(super().sizeHint().width(), current_look().px(ROW["list"] + 1))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's
        """Paint one heading."""
        model = self.model()
        if not isinstance(model, PagedTableModel) or not rect.isValid():
            return
        look = current_look()
        column = model.columns[logicalIndex]
        painter.save()
        painter.fillRect(rect, look.colour("raised"))
        role, height = "text_soft", 1
        if column.authority is not None:
            role, height = column.authority.value, 2
            painter.fillRect(rect, look.colour(f"{role}_soft"))
        line = QRect(rect.left(), rect.bottom() - height + 1, rect.width(), height)
        painter.fillRect(line, look.colour(role if height > 1 else "line"))
        inner = rect.adjusted(
            look.px(FIRST_MARGIN if logicalIndex == 0 else MARGIN), 0, -look.px(7), -1
        )
        if column.authority is not None:
            side = look.px(16)
            sign = QRectF(inner.left() + look.px(1), inner.center().y() - side / 2, side, side)
            paint_sign(painter, sign, column.authority, look)
            inner = inner.adjusted(side + look.px(10), 0, 0, 0)
        self._paint_words(painter, inner, look, column, role, logicalIndex)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, rect: QRect, look: Look, column: Column, role: str, section: int
    ) -> None:
        font = look.font("body" if column.authority is not None else "small", bold=True)
        metrics = QFontMetrics(font)
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        arrow = look.px(ICON["chip"] + 3) if sorted_by else 0
        text = metrics.elidedText(column.heading, Qt.TextElideMode.ElideRight, rect.width() - arrow)
        width = metrics.horizontalAdvance(text)
        left = rect.left()
        if column.align is Align.RIGHT:
            left = rect.right() - width - arrow + 1
        elif column.align is Align.CENTER:
            left = rect.left() + (rect.width() - width - arrow) // 2
        painter.setFont(font)
        painter.setPen(look.colour("text" if sorted_by else role))
        painter.drawText(
            QRect(left, rect.top(), width + 2, rect.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            text,
        )
        if sorted_by:
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            side = look.px(ICON["chip"])
            place = QRectF(left + width + look.px(3), rect.center().y() - side / 2, side, side)
            icons.draw(painter, place, "chevron-up" if up else "chevron-down", "accent")
