"""The registers opened last, on the welcome page; one that is missing can be taken off the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON, RADIUS, RING
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.widgets.buttons import IconButton
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.styled import Styled
from mutudesk.ui.words.common import moment_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from mutudesk.ui.pages.welcome.recent_file import RecentFile

SHOWN = 4


class RecentButton(QAbstractButton):
    """One file: its name, and when it was opened, or that it is missing."""

    def __init__(self, name: str, words: str, *, missing: bool, object_name: str) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self.setText(name)
        self.setAccessibleName(f"{name}, {words}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._words, self._missing = words, missing

    def sizeHint(self) -> QSize:
        """One line high."""
        look = current_look()
        return QSize(look.px(200), look.px(29))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Entrée presses it too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon, name and moment."""
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = look.px(RADIUS["s"])
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("surface", 0.6))
            painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, radius, radius)
        side = look.px(ICON["s"])
        top = round((self.height() - side) / 2)
        icon, role = ("circle-alert", "warn") if self._missing else ("file-text", "text_soft")
        icons.draw(painter, QRectF(0, top, side, side), icon, role)
        font = look.font("small")
        width = QFontMetrics(font).horizontalAdvance(self._words) + 2
        painter.setFont(font)
        painter.setPen(look.colour("warn" if self._missing else "text_soft"))
        place = Qt.AlignmentFlag.AlignVCenter
        words = QRectF(self.width() - width, 0, width, self.height())
        painter.drawText(words, place | Qt.AlignmentFlag.AlignRight, self._words)
        font = look.font("body")
        painter.setFont(font)
        painter.setPen(look.colour("text_soft" if self._missing else "text"))
        left = side + look.px(10)
        room = self.width() - width - left - look.px(12)
        shown = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(
            QRectF(left, 0, room, self.height()), place | Qt.AlignmentFlag.AlignLeft, shown
        )


class RecentFiles(Styled, QWidget):
    """Hidden while there are none."""

    file_requested = Signal(object)
    forget_requested = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recent_files")
        self._today = today
        self._title = label(self.tr("Recent files"), "label")
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._title)
        self.hide()

    def set_files(self, files: Sequence[RecentFile]) -> None:
        """Show these."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(number, each) for number, each in enumerate(files[:SHOWN])]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(files))
        self.apply_style()

    def apply_style(self) -> None:
        """Space under the title."""
        self._title.setContentsMargins(0, 0, 0, current_look().px(4))

    def _row(self, number: int, file: RecentFile) -> QWidget:
        missing = not file.is_there
        words = (
            self.tr("missing")
            if missing
            else moment_in_words(file.opened_at.astimezone(), self._today())
        )
        button = RecentButton(
            file.path.name, words, missing=missing, object_name=f"recent_{number}"
        )
        button.setToolTip(str(file.path))
        button.clicked.connect(weak_slot(self._ask_for, file.path))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(button, 1)
        if missing:
            forget = IconButton(
                self.tr("Take off the list"), f"recent_forget_{number}", "x", size=ICON["chip"]
            )
            forget.clicked.connect(weak_slot(self._ask_to_forget, file.path))
            line.addWidget(forget)
        return row

    def _ask_for(self, path: object) -> None:
        self.file_requested.emit(path)

    def _ask_to_forget(self, path: object) -> None:
        self.forget_requested.emit(path)
