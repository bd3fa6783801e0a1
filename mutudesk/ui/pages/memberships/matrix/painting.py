"""Paints the matrix: chips in its cells, names and totals in its two headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mutudesk.domain.services import MembershipState
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import RADIUS, RING, ROW
from mutudesk.ui.pages.memberships.matrix.model import EMPTY, MatrixModel, shown_words, sign_of
from mutudesk.ui.widgets.chip import paint_chip
from mutudesk.ui.words.common import window_language

if TYPE_CHECKING:
    from mutudesk.ui.look.current import Look

HEAD = 60  # height of the upper heading, in pixels of the design
LEFT, NUMBER, SUM = 20, 54, 56  # margin, and widths of population and total
LINE = 18  # of the upper heading
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class MatrixDelegate(QStyledItemDelegate):
    """Reads the look at every paint; keeps nothing."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell: the ground of its row, its chip, the ring of what is selected."""
        model, view = index.model(), option.widget
        if not isinstance(model, MatrixModel) or not isinstance(view, QTableView):
            return
        cell = model.cell(index.row(), index.column())
        if cell is None:
            return
        look, rect = current_look(), option.rect
        current = view.currentIndex()
        if index.row() == current.row():
            painter.fillRect(rect, look.colour("raised"))
        box = QRectF(rect).adjusted(look.px(3), look.px(2), -look.px(3), -look.px(1))
        label = shown_words(cell, window_language())
        if cell.state is MembershipState.NONE:
            painter.setFont(look.font("small"))
            painter.setPen(look.colour("text_soft"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, EMPTY)
        else:
            kind, sign = sign_of(cell)
            paint_chip(painter, box, look, label, kind, sign)
            if kind == "plain":
                _outline(painter, box, look, "line", 1)
        if option.state & QStyle.StateFlag.State_Selected:
            at_cursor = current == index
            width = RING if at_cursor and view.hasFocus() else 1
            _outline(painter, box.adjusted(-1, -1, 1, 1), look, "accent", width)


def _outline(painter: QPainter, box: QRectF, look: Look, role: str, width: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour(role), width))
    radius, half = look.px(RADIUS["m"]), width / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


class ServiceHeading(QHeaderView):
    """Above: the name of a service, and under it who has joined."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Room for two lines."""
        return QSize(super().sizeHint().width(), current_look().px(HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's
        """Paint one heading."""
        model, view = self.model(), self.parent()
        if not isinstance(model, MatrixModel) or not rect.isValid():
            return
        look = current_look()
        painter.save()
        painter.fillRect(rect, look.colour("raised"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))
        name, total = model.column_words(logicalIndex)
        current = isinstance(view, QTableView) and view.currentIndex().column() == logicalIndex
        width = rect.width() - look.px(8)
        line = look.px(LINE)
        lower = QRect(rect.left() + look.px(4), rect.bottom() - line - look.px(3), width, line)
        upper = QRect(lower.left(), lower.top() - 2 * line, width, 2 * line)
        painter.setFont(look.font("small", bold=True))
        painter.setPen(look.colour("accent" if current else "text"))
        wrapped = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(upper, wrapped, _two_lines(name, width, look))
        painter.setFont(look.font("small", figures=True))
        painter.setPen(look.colour("text_soft"))
        painter.drawText(lower, _LEFT_MIDDLE, look.elided(total, width, "small", figures=True))
        painter.restore()


def _two_lines(name: str, width: int, look: Look) -> str:
    """As much of a name as two lines hold, broken between words."""
    metrics = QFontMetrics(look.font("small", bold=True))
    first = ""
    words = name.split(" ")
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    rest = look.elided(" ".join(words), width, "small", bold=True)
    return "\n".join(each for each in (first, rest) if each)


class BodyHeading(QHeaderView):
    """At the left, always in sight: the name of a body, its population, its total."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """The width that the view gives it."""
        return QSize(self.width(), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's
        """Paint one line."""
        model, view = self.model(), self.parent()
        if not isinstance(model, MatrixModel) or not rect.isValid():
            return
        look = current_look()
        current = isinstance(view, QTableView) and view.currentIndex().row() == logicalIndex
        painter.save()
        painter.fillRect(rect, look.colour("raised" if current else "surface"))
        paint_row(painter, rect, look, model.row_words(logicalIndex), bold=current)
        painter.restore()


class MatrixCorner(QWidget):
    """Lies over the corner of the table: what the three parts of the left heading are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = (
            self.tr("Body"),
            self.tr("Inhab."),
            self.tr("Joined"),
        )

    def paintEvent(self, _event: object) -> None:
        """Paint the three words."""
        look = current_look()
        painter = QPainter(self)
        rect = self.rect()
        painter.fillRect(rect, look.colour("raised"))
        painter.fillRect(QRect(0, rect.bottom(), rect.width(), 1), look.colour("line"))
        paint_row(painter, rect, look, self._words, bold=True, heading=True)


def paint_row(
    painter: QPainter,
    rect: QRect,
    look: Look,
    words: tuple[str, str, str],
    *,
    bold: bool,
    heading: bool = False,
) -> None:
    """Name at the left, population and total at the right; the population goes first."""
    name, population, total = words
    right = rect.right() - look.px(8)
    size = "small" if heading else "body"
    painter.setFont(look.font("small", figures=True))
    painter.setPen(look.colour("text_soft"))
    end = QRect(right - look.px(SUM), rect.top(), look.px(SUM), rect.height())
    painter.drawText(end, _RIGHT_MIDDLE, look.elided(total, end.width(), "small", figures=True))
    right = end.left() - look.px(4)
    if rect.width() >= look.px(LEFT + 100 + NUMBER + SUM):
        middle = QRect(right - look.px(NUMBER), rect.top(), look.px(NUMBER), rect.height())
        shown = look.elided(population, middle.width(), "small", figures=True)
        painter.drawText(middle, _RIGHT_MIDDLE, shown)
        right = middle.left() - look.px(4)
    first = QRect(rect.left() + look.px(LEFT), rect.top(), 0, rect.height())
    first.setRight(right)
    painter.setFont(look.font(size, bold=bold))
    painter.setPen(look.colour("text"))
    painter.drawText(first, _LEFT_MIDDLE, look.elided(name, first.width(), size, bold=bold))


def row_height() -> int:
    """The height of a row of the matrix at the scale of the look."""
    return current_look().px(ROW["dense"])
