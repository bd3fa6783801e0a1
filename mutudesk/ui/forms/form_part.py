"""A part of a form that is entered by hand-made widgets below its fields."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class FormPart(QWidget):
    """Give it to `RecordForm.add_part`; while it is hidden it is no part of the form.

    `words` names it where the form lists what is to be mended.
    """

    edited = Signal()  # the user changed something, never the program

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.words = words

    def state(self) -> object:
        """What is entered, read or not: two equal states are the same to the user."""
        raise NotImplementedError

    def check(self) -> bool:
        """Show what cannot be read; tell whether everything can."""
        return True

    def take_focus(self) -> None:
        """Take the focus, where something is wrong if possible."""
        self.setFocus()
