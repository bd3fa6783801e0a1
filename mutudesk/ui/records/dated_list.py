"""The list at the left of a record page: one dated record a line, those of the date marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import RADIUS, ROW
from mutudesk.ui.widgets.chip import paint_chip
from mutudesk.ui.widgets.styled import Styled
from mutudesk.ui.widgets.table_delegate import halves

if TYPE_CHECKING:
    from collections.abc import Sequence

_LOWEST = 30  # pixels of the design
_SUBTITLE = Qt.ItemDataRole.UserRole + 1
_MARK = Qt.ItemDataRole.UserRole + 2
_FADED = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class ListedRecord:
    """One line: its title, its period and what else tells it apart, the mark of the date."""

    title: str
    subtitle: str
    mark: str = ""  # "in force", "" for none
    faded: bool = False  # over on the date


class DatedList(Styled, QListWidget):
    """Lines of two, chosen by arrows or a click.

    Signals:
        picked(int): the user went to another line.
        entered(int): Entrée or a double click.
        delete_requested(int): Suppr.
    """

    picked = Signal(int)
    entered = Signal(int)
    delete_requested = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.currentRowChanged.connect(self._on_current_changed)
        self.itemDoubleClicked.connect(self._on_double_clicked)
        self.apply_style()

    def show_records(self, records: Sequence[ListedRecord], current: int) -> None:
        """Show these lines with the cursor on one (-1 for none), without sending anything."""
        self.blockSignals(True)
        self.clear()
        for record in records:
            item = QListWidgetItem(record.title)
            words = ", ".join(part for part in (record.title, record.subtitle, record.mark) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(words)
            item.setData(_SUBTITLE, record.subtitle)
            item.setData(_MARK, record.mark)
            item.setData(_FADED, record.faded)
            self.addItem(item)
        self.setCurrentRow(current)
        self.blockSignals(False)

    def put_cursor(self, row: int) -> None:
        """Go to a line without sending anything."""
        self.blockSignals(True)
        self.setCurrentRow(row)
        self.blockSignals(False)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Entrée and Suppr are wishes of the page."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentRow() >= 0:
            self.entered.emit(self.currentRow())
        elif event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.delete_requested.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def apply_style(self) -> None:
        """Margins of the look; a line and a half is enough to scroll."""
        self.setMinimumHeight(current_look().px(_LOWEST))
        self.setSpacing(0)
        self.doItemsLayout()

    def _on_current_changed(self, row: int) -> None:
        if row >= 0:
            self.picked.emit(row)

    def _on_double_clicked(self, item: QListWidgetItem) -> None:
        self.entered.emit(self.row(item))


class _Delegate(QStyledItemDelegate):
    """Title and mark above, period below; a bar at the left of the current one."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines high."""
        look = current_look()
        return QSize(look.px(120), look.px(ROW["double"]))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one line."""
        look = current_look()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(look.px(4), 1, -look.px(4), -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.colour("accent_soft" if selected else "raised"))
            painter.drawRoundedRect(box, look.px(RADIUS["m"]), look.px(RADIUS["m"]))
        if selected:
            painter.setBrush(look.colour("accent"))
            bar = QRectF(box.left(), box.top() + look.px(8), look.px(3), box.height() - look.px(16))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.colour("accent"))
            painter.drawRoundedRect(
                box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(RADIUS["m"]), look.px(RADIUS["m"])
            )
        inner = rect.adjusted(look.px(16), 0, -look.px(12), 0)
        self._paint_words(painter, inner, index)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = current_look()
        upper, lower = halves(rect, look)
        mark = str(index.data(_MARK) or "")
        faded = bool(index.data(_FADED))
        title = upper
        if mark:
            metrics = QFontMetrics(look.font("small", bold=True))
            width = metrics.horizontalAdvance(mark) + look.px(16) + 1
            height = look.px(20)
            chip = QRectF(upper.right() - width, rect.top() + look.px(5), width, height)
            paint_chip(painter, chip, look, mark, "soft")
            title = upper.adjusted(0, 0, -width - look.px(6), 0)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        _line(painter, title, text, "body", "text_soft" if faded else "text", bold=True)
        subtitle = str(index.data(_SUBTITLE) or "")
        _line(painter, lower, subtitle, "small", "text_faint" if faded else "text_soft")


def _line(
    painter: QPainter, rect: QRect, text: str, size: str, role: str, *, bold: bool = False
) -> None:
    look = current_look()
    font = look.font(size, bold=bold, figures=size == "small")
    painter.setFont(font)
    painter.setPen(look.colour(role))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
