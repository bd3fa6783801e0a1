"""The menus: what they are called, their keys, and which wish each sends.

No key with Alt and a digit or a sign, none with Ctrl+Alt and a letter: on French keyboards both
mean something else. Keys that the frame itself listens to are only shown here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from mutudesk.ui.look.appearance import Scheme
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.shell.window_pages import navigation_groups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

    from mutudesk.ui.shell.window_settings import RecentFile


class ExportKey(QObject):
    """Keeps Ctrl+E for the menu: on some desktops a line of text takes it for "end of line"."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watched: QLineEdit | None = None

    def watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Look at the keys of the line that has the focus, and of no other."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new if isinstance(new, QLineEdit) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do not let the line claim the key."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() == Qt.Key.Key_E:
                event.ignore()
                return True
        return False


class WindowActions(QObject):
    """Fills the menu bar of a window; every action is called `action_NAME`.

    Signals:
        requested(str): the name of an action that takes no argument.
        edit_shown(): the menu *Édition* is about to be shown; answer with `show_last_acts`.
        page_requested(str): a page, by its key.
        recent_requested(object): the path of a recent file.
        scheme_requested(object): a Scheme.
    """

    requested = Signal(str)
    edit_shown = Signal()
    page_requested = Signal(str)
    recent_requested = Signal(object)
    scheme_requested = Signal(object)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._of_register: list[QAction] = []
        self._export_key = ExportKey(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._export_key.watch)
        self._fill_file()
        self._fill_edit()
        self._fill_view()
        self._fill_help()
        self.set_has_register(False)

    def set_has_register(self, has: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Offer what needs an open register, or not."""
        for action in self._of_register:
            action.setEnabled(has)

    def set_recent(self, files: Sequence[RecentFile]) -> None:
        """List the files opened last; one that is missing is said to be so."""
        self._recent.clear()
        for number, each in enumerate(files):
            name = each.path.name.replace("&", "&&")
            if not each.is_there:
                name = self.tr("{file} (missing)").format(file=name)
            action = QAction(name, self._recent)
            action.setObjectName(f"action_recent_{number}")
            action.setToolTip(str(each.path))
            action.setEnabled(each.is_there)
            action.triggered.connect(weak_slot(self._open_recent, each.path))
            self._recent.addAction(action)
        self._recent.setEnabled(bool(files))

    def show_last_acts(self, undo: str, redo: str) -> None:
        """Name what would be undone and done again; "" where there is nothing."""
        self._undo.setText(self.tr("&Undo: {act}").format(act=undo) if undo else self.tr("&Undo"))
        self._redo.setText(self.tr("&Redo: {act}").format(act=redo) if redo else self.tr("&Redo"))

    def show_scheme(self, scheme: Scheme) -> None:
        """Tick the colours in use."""
        self._schemes[scheme].setChecked(True)

    # ----------------------------------------------------------------------------------------------

    def _fill_file(self) -> None:
        menu = self._menu(self.tr("&File"), "menu_file")
        keys = QKeySequence.StandardKey
        self._add(menu, "new_register", self.tr("&New register…"))
        self._add(menu, "open", self.tr("&Open…"), keys.Open)
        self._recent = menu.addMenu(self.tr("&Recent files"))
        self._recent.setObjectName("menu_recent")
        self._recent.setToolTipsVisible(True)
        menu.addSeparator()
        self._add_of_register(menu, "save_copy", self.tr("&Save a copy…"))
        self._add_of_register(menu, "back_up", self.tr("&Back up now"))
        self._add(menu, "restore", self.tr("Res&tore…"))
        menu.addSeparator()
        self._add_of_register(menu, "import", self.tr("&Import…"))
        self._add_of_register(menu, "export", self.tr("&Export…"), QKeySequence("Ctrl+E"))
        menu.addSeparator()
        self._add_of_register(menu, "close_register", self.tr("&Close the register"))
        self._add(menu, "quit", self.tr("&Quit"), QKeySequence("Ctrl+Q")).setMenuRole(
            QAction.MenuRole.QuitRole
        )

    def _fill_edit(self) -> None:
        menu = self._menu(self.tr("&Edit"), "menu_edit")
        keys = QKeySequence.StandardKey
        self._undo = self._add_of_register(menu, "undo", "", QKeySequence(keys.Undo))
        self._redo = self._add_of_register(menu, "redo", "")
        self._redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        menu.addSeparator()
        self._add_of_register(menu, "history", self.tr("&History of the register"))
        menu.aboutToShow.connect(self.edit_shown)
        self.show_last_acts("", "")

    def _fill_view(self) -> None:
        menu = self._menu(self.tr("&View"), "menu_view")
        for group in navigation_groups():
            for item in group:
                if item.at_bottom:
                    continue
                action = self._add_of_register(menu, f"page_{item.key}", item.words)
                action.triggered.disconnect()
                action.triggered.connect(weak_slot(self._open_page, item.key))
        menu.addSeparator()
        self._add_of_register(menu, "date", self.tr("&Date…") + self.tr("\tCtrl+D"))
        self._add_of_register(menu, "today", self.tr("&Today") + self.tr("\tAlt+Home"))
        self._add_of_register(menu, "read_again", self.tr("&Read again") + "\tF5")
        menu.addSeparator()
        keys = QKeySequence.StandardKey
        self._add(menu, "larger", self.tr("&Larger text"), keys.ZoomIn)
        self._add(menu, "smaller", self.tr("&Smaller text"), keys.ZoomOut)
        self._fill_colours(menu)

    def _fill_colours(self, menu: QMenu) -> None:
        colours = menu.addMenu(self.tr("&Colours"))
        colours.setObjectName("menu_colours")
        group = QActionGroup(self)
        self._schemes: dict[Scheme, QAction] = {}
        for scheme, words in (
            (Scheme.SYSTEM, self.tr("As the &system")),
            (Scheme.LIGHT, self.tr("&Light")),
            (Scheme.DARK, self.tr("&Dark")),
        ):
            action = QAction(words, self._window)
            action.setObjectName(f"action_scheme_{scheme.value}")
            action.setCheckable(True)
            action.triggered.connect(weak_slot(self._choose_scheme, scheme))
            group.addAction(action)
            colours.addAction(action)
            self._schemes[scheme] = action

    def _fill_help(self) -> None:
        menu = self._menu(self.tr("&Help"), "menu_help")
        keys = QKeySequence.StandardKey.HelpContents
        self._add(menu, "help", self.tr("&Keyboard shortcuts"), keys)
        self._add(menu, "about", self.tr("&About MutuDesk")).setMenuRole(QAction.MenuRole.AboutRole)

    def _menu(self, words: str, name: str) -> QMenu:
        menu = self._window.menuBar().addMenu(words)
        menu.setObjectName(name)
        return menu

    def _add(
        self,
        menu: QMenu,
        name: str,
        words: str,
        keys: QKeySequence | QKeySequence.StandardKey | None = None,
    ) -> QAction:
        action = QAction(words, self._window)
        action.setObjectName(f"action_{name}")
        if keys is not None:
            action.setShortcut(keys)
        action.triggered.connect(weak_slot(self._send, name))
        menu.addAction(action)
        return action

    def _add_of_register(
        self, menu: QMenu, name: str, words: str, keys: QKeySequence | None = None
    ) -> QAction:
        action = self._add(menu, name, words, keys)
        self._of_register.append(action)
        return action

    def _send(self, name: str) -> None:
        self.requested.emit(name)

    def _open_page(self, key: str) -> None:
        self.page_requested.emit(key)

    def _open_recent(self, path: object) -> None:
        self.recent_requested.emit(path)

    def _choose_scheme(self, scheme: object) -> None:
        self.scheme_requested.emit(scheme)
