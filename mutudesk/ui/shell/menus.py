"""The menu bar: the commands of the table, the recent files, the pages, the colours."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup

from mutudesk.ui.commands import COMMANDS, Menu
from mutudesk.ui.look.appearance import Scheme
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.shell.command_actions import CommandActions
from mutudesk.ui.shell.window_pages import navigation_groups

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtWidgets import QMainWindow, QMenu

    from mutudesk.ui.link import Place
    from mutudesk.ui.pages.welcome.recent_file import RecentFile

_ROLES = {"quit": QAction.MenuRole.QuitRole, "about": QAction.MenuRole.AboutRole}


class Menus(QObject):
    """Fills the menu bar of a window; every action is called `action_NAME`.

    Signals:
        requested(str): the name of a command.
        edit_shown(): the menu *Édition* is about to be shown; answer with `show_last_acts`.
        record_shown(): the menu *Fiche* is about to be shown; answer with `offer_of_page`.
        place_requested(object): a Place.
        recent_requested(object): the path of a recent file.
        scheme_requested(object): a Scheme.
    """

    requested = Signal(str)
    edit_shown = Signal()
    record_shown = Signal()
    place_requested = Signal(object)
    recent_requested = Signal(object)
    scheme_requested = Signal(object)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._has_register = False
        self._actions = CommandActions(window)
        self._actions.requested.connect(self.requested)
        self._pages: list[QAction] = []
        self._menus = {each: self._make(each) for each in Menu}
        self._add_recent(self._menus[Menu.FILE])
        self._add_colours(self._menus[Menu.VIEW])
        self._menus[Menu.EDIT].aboutToShow.connect(self.edit_shown)
        self._menus[Menu.RECORD].aboutToShow.connect(self.record_shown)
        self._menus[Menu.RECORD].aboutToHide.connect(self._offer_all)
        self.set_has_register(False)

    def set_has_register(self, has: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Offer what needs an open register, or not."""
        self._has_register = has
        self._actions.set_has_register(has)
        for action in self._pages:
            action.setEnabled(has)

    def offer_of_page(self, names: Collection[str]) -> None:
        """Offer in the menu *Fiche* what the page shown can do now."""
        self._actions.offer_of_page(names)

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
        for name, words, act in (
            ("undo", self.tr("&Undo: {act}"), undo),
            ("redo", self.tr("&Redo: {act}"), redo),
        ):
            plain = next(each.words for each in COMMANDS if each.name == name)
            translated = QCoreApplication.translate("commands", plain)
            self._actions[name].setText(words.format(act=act) if act else translated)

    def show_scheme(self, scheme: Scheme) -> None:
        """Tick the colours in use."""
        self._schemes[scheme].setChecked(True)

    # ----------------------------------------------------------------------------------------------

    def _make(self, which: Menu) -> QMenu:
        menu = self._window.menuBar().addMenu(QCoreApplication.translate("commands", which.value))
        menu.setObjectName(f"menu_{which.name.lower()}")
        if which is Menu.VIEW:
            self._add_pages(menu)
        commands = [each for each in COMMANDS if each.menu is which]
        for _group, together in groupby(commands, key=lambda each: each.group):
            if menu.actions():
                menu.addSeparator()
            for each in together:
                action = self._actions[each.name]
                action.setMenuRole(_ROLES.get(each.name, QAction.MenuRole.NoRole))
                menu.addAction(action)
        return menu

    def _add_pages(self, menu: QMenu) -> None:
        for item in (each for group in navigation_groups() for each in group):
            if item.at_bottom:
                continue
            action = QAction(item.words, self._window)
            action.setObjectName(f"action_page_{item.key}")
            action.triggered.connect(weak_slot(self._open_place, item.place))
            menu.addAction(action)
            self._pages.append(action)

    def _add_recent(self, menu: QMenu) -> None:
        self._recent = menu.addMenu(self.tr("&Recent files"))
        self._recent.setObjectName("menu_recent")
        self._recent.setToolTipsVisible(True)
        menu.insertMenu(menu.actions()[2], self._recent)  # after *Ouvrir…*

    def _add_colours(self, menu: QMenu) -> None:
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

    def _offer_all(self) -> None:
        self._actions.set_has_register(self._has_register)

    def _open_place(self, place: Place) -> None:
        self.place_requested.emit(place)

    def _open_recent(self, path: object) -> None:
        self.recent_requested.emit(path)

    def _choose_scheme(self, scheme: object) -> None:
        self.scheme_requested.emit(scheme)
