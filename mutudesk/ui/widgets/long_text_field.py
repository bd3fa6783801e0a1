"""A text of several lines."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mutudesk.domain.parsing import parse_long_text
from mutudesk.ui.look.current import current_look
from mutudesk.ui.widgets.styled import Styled, set_property


class LongTextField(Styled, QPlainTextEdit):
    """Reads a text; Tab leaves the field."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTabChangesFocus(True)
        self._writing = False
        self.textChanged.connect(self._on_changed)
        self.apply_style()

    def read(self) -> str:
        """The text as the register keeps it, with its line breaks. Raises ParseError."""
        return parse_long_text(self.toPlainText())

    def write(self, value: object) -> None:
        """Show a text without sending anything."""
        self._writing = True
        self.setPlainText("" if value is None else str(value))
        self._writing = False

    def set_invalid(self, invalid: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show the red border, or no longer."""
        set_property(self, "invalid", "true" if invalid else "false")

    def apply_style(self) -> None:
        """Three lines high."""
        self.setFixedHeight(current_look().px(76))

    def _on_changed(self) -> None:
        if not self._writing:
            self.edited.emit()
