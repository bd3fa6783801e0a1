"""A band in the page for a state or a refusal: icon, words, at most two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.widgets.buttons import QUIET, ActionButton
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.styled import Styled, set_property

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_SIGNS = {
    "info": ("info", "accent"),
    "ok": ("circle-check", "ok"),
    "warn": ("alert-triangle", "warn"),
    "error": ("circle-alert", "error"),
}
_NARROW = 420  # pixels of the design


class MessageBand(Styled, QWidget):
    """Hidden until `show_message`; `kind` is info, ok, warn or error.

    A press sends the key of the action.
    """

    action_requested = Signal(str)

    def __init__(self, name: str = "message_band", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._kind = "info"
        self._icon = QLabel()
        self._icon.setAccessibleName("")
        self._words = label(name=f"{name}_text", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._buttons: list[ActionButton] = []
        self._room = (0, 0, 0, 0)
        self._frame = QFrame()
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self._frame)
        self._message_row = QHBoxLayout()
        self._message_row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._message_row.addWidget(self._words, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._frame)
        nest(self._row, self._message_row, 1)
        self.apply_style()
        self.hide()

    @property
    def text(self) -> str:
        """The words shown."""
        return self._words.text()

    def show_message(self, text: str, kind: str = "info", **actions: str) -> None:
        """Show a message; each action is `key="Words of its button"`."""
        self._kind = kind
        self._words.setText(text)
        self.setAccessibleName(text)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for key, words in actions.items():
            button = ActionButton(words, f"{self.objectName()}_{key}", kind=QUIET, parent=self)
            button.clicked.connect(weak_slot(self._send, key))
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._buttons.append(button)
        self.apply_style()
        self.show()

    def set_room(self, left: int, top: int, right: int, bottom: int) -> None:
        """Keep this room around the band while it is shown, in pixels of the design."""
        self._room = (left, top, right, bottom)
        self.apply_style()

    def clear(self) -> None:
        """Say nothing more."""
        self._words.clear()
        self.hide()

    def apply_style(self) -> None:
        """Ground and icon of the kind."""
        look = current_look()
        set_property(self._frame, "band", self._kind)
        self._whole.setContentsMargins(*(look.px(each) for each in self._room))
        name, role = _SIGNS[self._kind]
        self._icon.setPixmap(icons.pixmap(name, role, 18, self.devicePixelRatioF()))
        self._icon.setContentsMargins(0, look.px(5), 0, 0)
        self._words.setContentsMargins(0, look.px(4), 0, look.px(4))
        self._row.setContentsMargins(look.px(14), look.px(4), look.px(8), look.px(4))
        for layout in (self._row, self._message_row):
            layout.setSpacing(look.px(10))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a side panel the buttons stand below the words."""
        super().resizeEvent(event)
        narrow = self.width() < current_look().px(_NARROW)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _send(self, key: str) -> None:
        self.action_requested.emit(key)
