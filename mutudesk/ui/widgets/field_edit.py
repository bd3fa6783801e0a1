"""What all one-line fields share: a value read and written, a button inside, an invalid state.

Every field of the forms answers to the same few words (`Editor`): `write(value)` shows a value,
`read()` gives it back or raises ParseError, `edited` says that the user changed something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mutudesk.domain.codes import clean
from mutudesk.domain.parsing import ParseError, parse_text
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ROW
from mutudesk.ui.widgets.styled import Styled, set_property

if TYPE_CHECKING:
    from collections.abc import Callable

    from mutudesk.ui.widgets.buttons import IconButton


class Editor(Protocol):
    """What a form asks of a field's widget."""

    @property
    def edited(self) -> SignalInstance:
        """Sent when the user changes the value, never when the program does."""

    def read(self) -> object:
        """The value; raises ParseError when the text cannot be read."""

    def write(self, value: object) -> None:
        """Show a value."""

    def set_invalid(self, invalid: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show that the value is wrong, or no longer."""


class FieldEdit(Styled, QLineEdit):
    """A line of text with room for one button inside at its right."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._inside: IconButton | None = None
        self.textEdited.connect(self._on_text_edited)
        self.editingFinished.connect(self.tidy)

    def put_inside(self, button: IconButton) -> None:
        """Place a button at the right end, inside the border."""
        self._inside = button
        self.apply_style()

    def tidy(self) -> None:
        """Show the value in its usual form, once the user is done; wrong text stays as typed."""

    def set_invalid(self, invalid: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show the red border, or no longer."""
        set_property(self, "invalid", "true" if invalid else "false")

    def apply_style(self) -> None:
        """Height of a field, room for the button."""
        look = current_look()
        self.setFixedHeight(look.px(ROW["field"]))
        self.setTextMargins(0, 0, look.px(26) if self._inside is not None else 0, 0)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button in its place."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        button = self._inside
        if button is not None:
            button.move(
                self.width() - button.width() - current_look().px(4),
                (self.height() - button.height()) // 2,
            )

    def _on_text_edited(self, _text: str) -> None:
        self.edited.emit()


class TextField(FieldEdit):
    """A text, code or number: `parse` reads what is not empty, `show` writes it."""

    def __init__(
        self,
        name: str,
        parse: Callable[[str], object] = parse_text,
        *,
        empty: object = "",
        show: Callable[[object], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._parse, self._empty, self._show = parse, empty, show
        self.apply_style()

    def read(self) -> object:
        """The value, `empty` when there is no text. Raises ParseError."""
        text = clean(self.text())
        return self._parse(text) if text else self._empty

    def write(self, value: object) -> None:
        """Show a value."""
        self.setText("" if value is None or value == self._empty else self._show(value))
        self.setCursorPosition(0)

    def tidy(self) -> None:
        """Show a code in capitals, a number without spaces, as it will be kept."""
        try:
            value = self.read()
        except ParseError:
            return
        shown = "" if value == self._empty else self._show(value)
        if shown != self.text():
            self.setText(shown)


def claims_key(event: QEvent, *keys: Qt.Key) -> bool:
    """Accept a ShortcutOverride of one of these plain keys, so that the field gets it."""
    if (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() in keys
        and event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
    ):
        event.accept()
        return True
    return False
