"""A message band with room around it, which takes no room while it says nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mutudesk.ui.look.current import current_look
from mutudesk.ui.widgets.message_band import MessageBand
from mutudesk.ui.widgets.styled import Styled


class PlacedBand(Styled, QWidget):
    """As a MessageBand; `margins` are left, top, right and bottom, in pixels of the design."""

    action_requested = Signal(str)

    def __init__(
        self, name: str, margins: tuple[int, int, int, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._margins = margins
        self._band = MessageBand(name)
        self._band.action_requested.connect(self.action_requested)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._band)
        self.apply_style()
        self.hide()

    def show_message(self, text: str, kind: str = "info", **actions: str) -> None:
        """Show a message."""
        self._band.show_message(text, kind, **actions)
        self.show()

    def clear(self) -> None:
        """Say nothing more."""
        self._band.clear()
        self.hide()

    def apply_style(self) -> None:
        """Margins of the look."""
        look = current_look()
        left, top, right, bottom = (look.px(each) for each in self._margins)
        self._row.setContentsMargins(left, top, right, bottom)
