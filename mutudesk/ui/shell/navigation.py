"""The navigation at the left: pages in groups, what is to be settled there, keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON, RADIUS, RING, ROW
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.widgets.labels import ElidedLabel, rule
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mutudesk.ui.link import Place

WIDTH, RAIL = 238, 52
_MARGIN = 8


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One page: its words (translated), its icon. `at_bottom` sets it apart."""

    place: Place
    words: str
    icon: str
    at_bottom: bool = False

    @property
    def key(self) -> str:
        """What its widgets are called."""
        return self.place.value


class NavigationButton(QAbstractButton):
    """One line of the navigation."""

    moved = Signal(int)  # up -1, down +1

    def __init__(self, item: NavigationItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"nav_{item.key}")
        self.setText(item.words)
        self.setAccessibleName(item.words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.item = item
        self._count = 0
        self._rail = False

    def set_count(self, count: int) -> None:
        """Show how many things are to be settled there."""
        self._count = count
        self.setAccessibleName(
            self.tr("{page}, %n to settle", "", count).format(page=self.item.words)
            if count
            else self.item.words
        )
        self.update()

    def set_rail(self, rail: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show the icon only, or icon and words."""
        self._rail = rail
        self.setToolTip(self.item.words if rail else "")
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """The owner says which page is shown."""

    def sizeHint(self) -> QSize:
        """Wide enough for the words when selected (Semibold is wider)."""
        look = current_look()
        height = look.px(ROW["nav"])
        if self._rail:
            return QSize(look.px(RAIL), height)
        metrics = QFontMetrics(look.font("body", bold=True))
        return QSize(look.px(46) + metrics.horizontalAdvance(self.text()) + look.px(16), height)

    def minimumSizeHint(self) -> QSize:
        """The width is given by the bar."""
        return QSize(0, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ and ↓ go to the neighbours, Entrée and space open."""
        match event.key():
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, bar, icon, words and count."""
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, radius = self.isChecked(), look.px(RADIUS["m"])
        body = QRectF(self.rect()).adjusted(look.px(_MARGIN), 1, -look.px(_MARGIN), -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or self.underMouse():
            painter.setBrush(look.colour("surface", 1.0 if chosen else 0.55))
            painter.drawRoundedRect(body, radius, radius)
        if chosen:
            height = look.px(18)
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(
                QRectF(body.left(), body.center().y() - height / 2, look.px(3), height), 1, 1
            )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("accent"), RING))
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), radius, radius)
        side = look.px(ICON["m"])
        left = (self.width() - side) / 2 if self._rail else look.px(20)
        icons.draw(
            painter,
            QRectF(round(left), round(body.center().y() - side / 2), side, side),
            self.item.icon,
            "accent" if chosen else "text_soft",
        )
        if self._rail:
            if self._count:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("warn_line"))
                dot = look.px(8)
                painter.drawEllipse(QRectF(left + side - dot / 2, body.top() + 3, dot, dot))
            return
        room = self._paint_count(painter, body) if self._count else body.right() - look.px(4)
        painter.setFont(look.font("body", bold=chosen))
        painter.setPen(look.colour("text" if chosen else "text_soft"))
        words = QRectF(look.px(46), body.top(), room - look.px(46), body.height())
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_count(self, painter: QPainter, body: QRectF) -> float:
        look = current_look()
        font = look.font("small", bold=True, figures=True)
        text = str(self._count)
        width = max(look.px(20), QFontMetrics(font).horizontalAdvance(text) + look.px(12))
        height = look.px(19)
        pill = QRectF(
            body.right() - look.px(7) - width, body.center().y() - height / 2, width, height
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("warn_soft"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(look.colour("warn"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        return pill.left() - look.px(6)


class NavigationBar(Styled, QFrame):
    """Groups of items; sends wishes, shows what it is told."""

    page_requested = Signal(str)

    def __init__(
        self,
        groups: Sequence[Sequence[NavigationItem]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAccessibleName(self.tr("Navigation"))
        self._buttons: list[NavigationButton] = []
        self._rail = False
        self._logo = QLabel()
        self._logo.setObjectName("logo")
        self._name = ElidedLabel("MutuDesk", "strong")
        self._register = ElidedLabel("", "caption")
        self._register.setObjectName("register_name")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._register)
        self._head = QHBoxLayout()
        self._head.addWidget(self._logo)
        nest(self._head, names, 1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        nest(self._column, self._head)
        self._rules: list[QHBoxLayout] = []
        self._fill(groups)
        self.apply_style()

    @property
    def buttons(self) -> tuple[NavigationButton, ...]:
        """The lines, in order."""
        return tuple(self._buttons)

    def show_current(self, key: str) -> None:
        """Mark a page as shown; an unknown key marks none."""
        for button in self._buttons:
            button.setChecked(button.item.key == key)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show what is to be settled, by page."""
        for button in self._buttons:
            button.set_count(counts.get(button.item.key, 0))

    def set_register(self, name: str) -> None:
        """Name the agglomeration of the register, as on the date shown."""
        self._register.set_whole(name)

    def set_rail(self, rail: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Icons only, or icons and words."""
        if rail != self._rail:
            self._rail = rail
            self.apply_style()

    def take_focus(self) -> None:
        """Take the focus, on the page shown."""
        for button in self._buttons:
            if button.isChecked() or button is self._buttons[-1]:
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def apply_style(self) -> None:
        """Width, logo and margins of the look."""
        look = current_look()
        self.setFixedWidth(look.px(RAIL if self._rail else WIDTH))
        self._logo.setPixmap(icons.pixmap("mutudesk", "fill", 30, self.devicePixelRatioF()))
        self._head.setContentsMargins(look.px(11 if self._rail else 14), look.px(10), look.px(8), 0)
        self._head.setSpacing(look.px(10))
        for words in (self._name, self._register):
            words.setFixedHeight(look.px(18))
        self._name.setVisible(not self._rail)
        self._register.setVisible(not self._rail)
        self._column.setContentsMargins(0, 0, 0, look.px(8))
        self._column.setSpacing(0)
        for margin in self._rules:
            side = look.px(12)
            margin.setContentsMargins(side, look.px(7), look.px(11), look.px(6))
        for button in self._buttons:
            button.set_rail(self._rail)
        self._top.setContentsMargins(0, look.px(13), 0, 0)

    def _fill(self, groups: Sequence[Sequence[NavigationItem]]) -> None:
        upper_part = QWidget()
        upper_part.setProperty("kind", "clear")
        self._top = QVBoxLayout(upper_part)
        self._top.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        for policy in (
            self._scroll.setVerticalScrollBarPolicy,
            self._scroll.setHorizontalScrollBarPolicy,
        ):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the wheel and the arrows scroll
        self._scroll.setWidget(upper_part)
        self._column.addWidget(self._scroll, 1)
        bottom: list[NavigationItem] = []
        shown = 0
        for group in groups:
            upper = [item for item in group if not item.at_bottom]
            bottom += [item for item in group if item.at_bottom]
            if upper and shown:
                margin = QHBoxLayout()
                margin.addWidget(rule())
                self._rules.append(margin)
                nest(self._top, margin)
            for item in upper:
                self._top.addWidget(self._button(item))
                shown += 1
        self._top.addStretch(1)
        for item in bottom:
            self._column.addWidget(self._button(item))

    def _button(self, item: NavigationItem) -> NavigationButton:
        button = NavigationButton(item, self)
        button.clicked.connect(weak_slot(self._on_clicked, item.key))
        button.moved.connect(self._on_moved)
        self._buttons.append(button)
        return button

    def _on_clicked(self, key: str) -> None:
        self.page_requested.emit(key)

    def _on_moved(self, step: int) -> None:
        places = [place for place, each in enumerate(self._buttons) if each.hasFocus()]
        if places:
            place = (places[0] + step) % len(self._buttons)
            self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
            if self._scroll.isAncestorOf(self._buttons[place]):
                self._scroll.ensureWidgetVisible(self._buttons[place])
