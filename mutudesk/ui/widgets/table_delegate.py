"""Paints the cells of a list: one or two lines, signs of the authorities, vacancies in amber."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON, ROW
from mutudesk.ui.widgets.columns import Align, Column
from mutudesk.ui.widgets.paged_table import PagedTableModel, Role
from mutudesk.ui.widgets.signs import paint_sign

if TYPE_CHECKING:
    from mutudesk.ui.look.current import Look

FIRST_MARGIN = 20  # the first column starts under the page's title
MARGIN = 10
BAR = 3
_TINT = 0.55  # of the authority's soft ground under its column


class TableDelegate(QStyledItemDelegate):
    """Reads the look at every paint; keeps nothing."""

    hovered = -1  # the row under the pointer, set by the view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The width of the words, for "fit to contents"."""
        look = current_look()
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        lesser = str(index.data(Role.SUBTITLE) or "")
        width = max(
            QFontMetrics(look.font("body", bold=True)).horizontalAdvance(text),
            QFontMetrics(look.font("small")).horizontalAdvance(lesser),
        )
        return QSize(width + look.px(2 * FIRST_MARGIN), look.px(ROW["list"]))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        model = index.model()
        if not isinstance(model, PagedTableModel):
            return
        column = model.columns[index.column()]
        look = current_look()
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._paint_ground(painter, rect, look, column, index, selected=selected)
        row = model.row_at(index.row())
        repeated = not selected and bool(index.data(Role.REPEATED)) and index.row() != _top(option)
        if row is not None and not repeated:
            inner = rect.adjusted(
                look.px(FIRST_MARGIN if index.column() == 0 else MARGIN), 0, -look.px(7), -1
            )
            if column.authority is not None:
                self._paint_authority(painter, inner, look, column, row)
            else:
                self._paint_words(painter, inner, look, column, row)
        if _has_focus(option, index):
            painter.setPen(QPen(look.colour("accent"), 1))
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        rect: QRect,
        look: Look,
        column: Column,
        index: QModelIndex | QPersistentModelIndex,
        *,
        selected: bool,
    ) -> None:
        if selected:
            painter.fillRect(rect, look.colour("accent_soft"))
            if column.authority is not None:
                painter.fillRect(rect, look.colour(f"{column.authority.value}_soft", 0.35))
        elif index.row() == self.hovered:
            painter.fillRect(rect, look.colour("raised"))
        if column.authority is not None and not selected:
            painter.fillRect(rect, look.colour(f"{column.authority.value}_soft", _TINT))
        if selected and index.column() == 0:
            bar = QRect(rect.left(), rect.top(), look.px(BAR), rect.height())
            painter.fillRect(bar, look.colour("accent"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))

    def _paint_words(
        self, painter: QPainter, rect: QRect, look: Look, column: Column, row: object
    ) -> None:
        text = column.text(row)
        lesser = column.subtitle(row) if column.subtitle is not None else ""
        role = (column.role(row) if column.role is not None else "") or "text"
        icon = column.icon(row) if column.icon is not None else ""
        if icon:
            side = look.px(ICON["s"])
            top = rect.center().y() - side / 2 if not lesser else rect.top() + look.px(6)
            icons.draw(painter, QRectF(rect.left(), top, side, side), icon, role)
            rect = rect.adjusted(side + look.px(7), 0, 0, 0)
        if lesser:
            upper, lower = halves(rect, look)
            _line(painter, upper, look, text, role, column, bold=column.strong)
            _line(painter, lower, look, lesser, "text_soft", column, small=True)
        else:
            _line(painter, rect, look, text, role, column, bold=column.strong)

    def _paint_authority(
        self, painter: QPainter, rect: QRect, look: Look, column: Column, row: object
    ) -> None:
        side = look.px(16)
        sign = QRectF(rect.left() + look.px(1), rect.top() + look.px(7), side, side)
        words = rect.adjusted(side + look.px(10), 0, 0, 0)
        vacant = column.vacant is not None and column.vacant(row)
        if vacant:
            box = rect.adjusted(-look.px(8), look.px(3), look.px(5), -look.px(2))
            painter.fillRect(box, look.colour("warn_soft"))
            icons.draw(painter, sign, "alert-triangle", "warn")
        elif column.authority is not None:
            paint_sign(painter, sign, column.authority, look)
        upper, lower = halves(words, look)
        role = "warn" if vacant else "text"
        _line(painter, upper, look, column.text(row), role, column, bold=True)
        lesser = column.subtitle(row) if column.subtitle is not None else ""
        _line(painter, lower, look, lesser, "text_soft", column, small=True)


def halves(rect: QRect, look: Look) -> tuple[QRect, QRect]:
    """Where the two lines of a cell stand."""
    middle = rect.top() + rect.height() // 2
    upper = QRect(rect.left(), rect.top() + look.px(5), rect.width(), middle - rect.top())
    upper.setBottom(middle + look.px(1))
    lower = QRect(rect.left(), middle, rect.width(), rect.bottom() - middle - look.px(3))
    return upper, lower


def _line(  # noqa: PLR0913 - what a line is
    painter: QPainter,
    rect: QRect,
    look: Look,
    text: str,
    role: str,
    column: Column,
    *,
    bold: bool = False,
    small: bool = False,
) -> None:
    size, figures = "small" if small else "body", column.align is not Align.LEFT
    painter.setFont(look.font(size, bold=bold, figures=figures))
    painter.setPen(look.colour(role))
    place = {
        Align.LEFT: Qt.AlignmentFlag.AlignLeft,
        Align.RIGHT: Qt.AlignmentFlag.AlignRight,
        Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
    }[column.align]
    shown = look.elided(text, rect.width(), size, bold=bold, figures=figures)
    painter.drawText(rect, place | Qt.AlignmentFlag.AlignVCenter, shown)


def _has_focus(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Whether this row has the cursor of a list with the focus: then it gets the ring."""
    view = option.widget
    return (
        isinstance(view, QTableView)
        and view.hasFocus()
        and view.currentIndex().row() == index.row()
    )


def _top(option: QStyleOptionViewItem) -> int:
    """The first row in sight: what is repeated is painted there, so that it can be read."""
    view = option.widget
    top = view.property("top_row")
    return top if isinstance(top, int) else -1
