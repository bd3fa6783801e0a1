"""The bodies of a service, each with a box to tick, its state and what it joins for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mutudesk.domain.services import MembershipState
from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON, RADIUS, ROW
from mutudesk.ui.pages.conventions.words import membership_in_words
from mutudesk.ui.widgets.chip import paint_chip
from mutudesk.ui.widgets.styled import Styled
from mutudesk.ui.widgets.table_delegate import halves
from mutudesk.ui.words.common import body_name
from mutudesk.ui.words.memberships import SIGNS, state_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mutudesk.usecases.conventions import JoiningBody

_SIREN = Qt.ItemDataRole.UserRole + 1
_SUBTITLE = Qt.ItemDataRole.UserRole + 2
_STATE = Qt.ItemDataRole.UserRole + 3
_BOX_ROOM = 40  # pixels at the left of a line in which a click ticks


class BodyChecks(Styled, QListWidget):
    """Arrows go from body to body, Espace ticks.

    Signals:
        picked(str): the SIREN of the body under the cursor.
        ticked(): other boxes are ticked.
    """

    picked = Signal(str)
    ticked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Bodies that join the service"))
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._bodies: tuple[JoiningBody, ...] = ()
        self.currentRowChanged.connect(self._on_current_changed)
        self.itemChanged.connect(self._on_item_changed)

    @property
    def current_body(self) -> JoiningBody | None:
        """The body under the cursor."""
        row = self.currentRow()
        return self._bodies[row] if 0 <= row < len(self._bodies) else None

    @property
    def checked(self) -> list[str]:
        """The SIREN of the bodies ticked, in order."""
        items = (self.item(row) for row in range(self.count()))
        return [
            str(item.data(_SIREN)) for item in items if item.checkState() == Qt.CheckState.Checked
        ]

    def show_bodies(self, bodies: Sequence[JoiningBody]) -> None:
        """Show these bodies, without sending anything; ticks and cursor stay where they can."""
        ticked = frozenset(self.checked)
        current = self.current_body
        self.blockSignals(True)
        self.clear()
        self._bodies = tuple(bodies)
        for body in self._bodies:
            name, words = body_name(body.name), membership_in_words(body)
            item = QListWidgetItem(name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(
                Qt.CheckState.Checked if body.siren in ticked else Qt.CheckState.Unchecked
            )
            full_text = ", ".join((name, state_in_words(body.state), words))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, full_text)
            item.setToolTip(full_text)
            item.setData(_SIREN, body.siren)
            item.setData(_SUBTITLE, words)
            item.setData(_STATE, body.state.value)
            self.addItem(item)
        if not self.select(current.siren if current is not None else ""):
            self.setCurrentRow(0 if self._bodies else -1)
        self.blockSignals(False)

    def select(self, siren: str) -> bool:
        """Put the cursor on a body; False when it is not there."""
        for row, body in enumerate(self._bodies):
            if body.siren == siren:
                self.setCurrentRow(row)
                return True
        return False

    def tick_all(self, on: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Tick every box, or none."""
        self.blockSignals(True)
        for row in range(self.count()):
            self.item(row).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.viewport().update()
        self.ticked.emit()

    def apply_style(self) -> None:
        """Heights of the look."""
        self.doItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Espace ticks the line under the cursor."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            _toggle(item)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the box ticks it, and goes to its line as any click does."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        item = self.itemAt(place)
        inside = place.x() < current_look().px(_BOX_ROOM)
        if item is not None and inside and event.button() == Qt.MouseButton.LeftButton:
            _toggle(item)

    def _on_current_changed(self, _row: int) -> None:
        body = self.current_body
        if body is not None:
            self.picked.emit(body.siren)

    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        self.ticked.emit()


def _toggle(item: QListWidgetItem) -> None:
    checked = item.checkState() == Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)


class _Delegate(QStyledItemDelegate):
    """Box, name and state above, what the body joins for below."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines high."""
        look = current_look()
        return QSize(look.px(120), look.px(ROW["double"]))

    def editorEvent(self, event: QEvent, *_others: object) -> bool:
        """The list ticks: a second answer here would untick."""
        return False

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
        radius = look.px(RADIUS["m"])
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(look.px(6), 1.5, -look.px(6), -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.colour("accent_soft" if selected else "raised"))
            painter.drawRoundedRect(box, radius, radius)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("accent"), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        self._paint_box(painter, rect, index)
        self._paint_words(painter, rect.adjusted(look.px(_BOX_ROOM + 2), 0, -look.px(14), 0), index)
        painter.restore()

    def _paint_box(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = current_look()
        side = look.px(16)
        checked = index.data(Qt.ItemDataRole.CheckStateRole) in {
            Qt.CheckState.Checked,
            Qt.CheckState.Checked.value,
        }
        box = QRectF(rect.left() + look.px(16), rect.center().y() - side / 2, side, side)
        painter.setPen(QPen(look.colour("fill" if checked else "line_strong"), 1))
        painter.setBrush(look.colour("fill" if checked else "surface"))
        radius = look.px(RADIUS["s"])
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if checked:
            inset = look.px(2)
            icons.draw(painter, box.adjusted(inset, inset, -inset, -inset), "check", "on_fill")

    def _paint_words(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = current_look()
        upper, lower = halves(rect, look)
        state = MembershipState(index.data(_STATE))
        kind, icon = SIGNS[state]
        words = state_in_words(state)
        metrics = QFontMetrics(look.font("small", bold=True))
        width = metrics.horizontalAdvance(words) + look.px(16 + ICON["chip"] + 5) + 1
        height = look.px(20)
        chip = QRectF(upper.right() - width, rect.top() + look.px(4), width, height)
        paint_chip(painter, chip, look, words, kind, icon)
        title = upper.adjusted(0, 0, -width - look.px(6), 0)
        for place, role, size, text in (
            (title, "text", "body", str(index.data(Qt.ItemDataRole.DisplayRole) or "")),
            (lower, "text_soft", "small", str(index.data(_SUBTITLE) or "")),
        ):
            font = look.font(size, bold=size == "body")
            painter.setFont(font)
            painter.setPen(look.colour(role))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(
                place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown
            )
