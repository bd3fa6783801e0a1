"""The commands of the table as actions of a window: their keys work wherever the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from mutudesk.ui.commands import COMMANDS, Command, Needs
from mutudesk.ui.qt.slots import weak_slot

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget


class CommandActions(QObject):
    """Makes an action `action_NAME` of every command and adds it to the window.

    Signals:
        requested(str): the name of a command.
    """

    requested = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions = {each.name: self._make(each, window) for each in COMMANDS}
        self._keys = _CommandKeys(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keys.watch)

    def __getitem__(self, name: str) -> QAction:
        """The action of a command."""
        return self._actions[name]

    def set_has_register(self, has: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Offer what needs an open register, or not."""
        for each in COMMANDS:
            if each.needs is not Needs.NOTHING:
                self[each.name].setEnabled(has)

    def offer_of_page(self, names: Collection[str]) -> None:
        """Offer, of what needs a page, what it can do now: while the menu is open.

        Afterwards everything is to be offered again (`set_has_register`): a key that comes later
        asks the page itself.
        """
        for each in COMMANDS:
            if each.needs is Needs.PAGE:
                self[each.name].setEnabled(each.name in names)

    def _make(self, command: Command, window: QWidget) -> QAction:
        action = QAction(QCoreApplication.translate("commands", command.words), window)
        action.setObjectName(f"action_{command.name}")
        action.setShortcuts([QKeySequence(each) for each in command.keys])
        action.triggered.connect(weak_slot(self._send, command.name))
        window.addAction(action)
        return action

    def _send(self, name: str) -> None:
        self.requested.emit(name)


class _CommandKeys(QObject):
    """Keeps the keys of the table from lines of text that know them too.

    On some desktops a line takes Ctrl+E for "end of line" and Ctrl+D for "delete".
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watched: QWidget | None = None
        self._keys = {
            QKeySequence(key).toString()
            for each in COMMANDS
            if not each.edits_text
            for key in each.keys
        }

    def watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Look at the keys of the line that has the focus, and of no other."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new if isinstance(new, (QLineEdit, QPlainTextEdit)) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do not let the line claim the key."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        is_of_table = QKeySequence(event.keyCombination()).toString() in self._keys
        if is_of_table:
            event.ignore()
        return is_of_table
