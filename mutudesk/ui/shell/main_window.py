"""The window: menus and what they ask for, its place on the screen, its end."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from mutudesk.ui.dialogs.file_choosing import ask_for_register, ask_where
from mutudesk.ui.link import Link, Place
from mutudesk.ui.look.appearance import Scheme
from mutudesk.ui.shell.backups_opening import BackupsOpening
from mutudesk.ui.shell.menus import Menus
from mutudesk.ui.shell.register_stack import RegisterStack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from mutudesk.ui.commands import Handlers
    from mutudesk.ui.look.appearance import Appearance
    from mutudesk.ui.pages.welcome.page import WelcomePage
    from mutudesk.ui.shell.register_frame import RegisterFrame
    from mutudesk.ui.shell.window_settings import WindowSettings

WIDTH, HEIGHT = 1280, 720
_STEP = 0.1  # of the text size


class MainWindow(QMainWindow):
    """One window, at most one register.

    Signals:
        painted(): the first paint is on the screen; time for heavy imports.
    """

    painted = Signal()

    def __init__(
        self,
        settings: WindowSettings,
        appearance: Appearance,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self._settings = settings
        self._appearance = appearance
        self._was_painted = False
        self.registers = RegisterStack(settings, today)
        self.setCentralWidget(self.registers)
        self._backups = BackupsOpening(self, self.registers, settings)
        self._menus = Menus(self)
        self._menus.show_scheme(appearance.scheme)
        self._menus.requested.connect(self._on_command)
        self._menus.edit_shown.connect(self._on_edit_shown)
        self._menus.record_shown.connect(self._on_record_shown)
        self._menus.place_requested.connect(self._on_place_requested)
        self._menus.recent_requested.connect(self.registers.open_file)
        self._menus.scheme_requested.connect(self._on_scheme_requested)
        self.registers.register_changed.connect(self._on_register_changed)
        self.registers.open_requested.connect(self.choose_file)
        self.registers.create_requested.connect(self.choose_where_to_create)
        self.registers.import_requested.connect(self.open_import)
        self.registers.restore_requested.connect(self.open_backups)
        self._on_register_changed()
        self.resize(WIDTH, HEIGHT)
        self.restoreGeometry(settings.geometry)

    @property
    def frame(self) -> RegisterFrame | None:
        """The open register, None on the welcome page."""
        return self.registers.frame

    @property
    def welcome(self) -> WelcomePage:
        """The welcome page."""
        return self.registers.welcome

    # What the start uses --------------------------------------------------------------------------

    def show_first(self, *, register: bool) -> None:
        """Show the empty frame of a register opened after the first paint, or the welcome page."""
        if register:
            self.registers.show_waiting()
        else:
            self.registers.show_welcome()

    def open_first(self, path: Path | None, *, demonstration: bool) -> None:
        """Open what was asked for at the start."""
        if demonstration:
            self.registers.open_demonstration(path)
        elif path is not None:
            self.registers.open_file(path)
        self.registers.allow_loading()

    # What menus and welcome ask for ---------------------------------------------------------------

    def choose_file(self) -> None:
        """Ask which register to open."""
        path = ask_for_register(self, self.tr("Open a register"), self.registers.path)
        if path is not None:
            self.registers.open_file(path)

    def choose_where_to_create(self, siren: str, name: str) -> None:
        """Ask where the register of an agglomeration is to lie, make it, open it."""
        path = ask_where(self, self.tr("Create the register"), name, self.registers.path)
        if path is not None:
            self.registers.create_register(siren, path)

    def open_import(self) -> None:
        """Show the dialog that takes files in."""
        from mutudesk.ui.pages.exchange.import_dialog import ImportDialog

        frame = self.frame
        if frame is None or frame.session is None or not frame.may_leave():
            return
        dialog = ImportDialog(frame.session, frame.runner, self)
        dialog.imported.connect(self._on_imported)
        dialog.open()

    def open_export(self) -> None:
        """Show the dialog that gives files out."""
        from mutudesk.ui.pages.exchange.export_dialog import ExportDialog

        frame = self.frame
        if frame is None or frame.session is None:
            return
        dialog = ExportDialog(frame.session, frame.runner, frame.day, self)
        dialog.exported.connect(frame.show_done)
        dialog.open()

    def open_backups(self, register: object = None) -> None:
        """Show the backups of a register; where none was ever opened, ask for a file first.

        A damaged one offers its backups when it cannot be opened.
        """
        if not self._backups.open(register):
            self.choose_file()

    def open_about(self) -> None:
        """Show version, licences and sources."""
        from mutudesk.ui.pages.help.page import AboutDialog

        AboutDialog(self).open()

    # What Qt asks ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint once it is on the screen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask what is not saved, close the register with its backup."""
        if not self.registers.leave():
            event.ignore()
            return
        self._settings.geometry = self.saveGeometry()
        self._settings.sync()
        self.registers.shut()
        event.accept()

    # ----------------------------------------------------------------------------------------------

    def _on_command(self, name: str) -> None:
        asked = self.commands().get(name)
        if asked is not None:
            asked()

    def commands(self) -> Handlers:
        """What can be asked now, by the names of `ui/commands`."""
        own: Handlers = {
            "new_register": self.registers.close_register,
            "open": self.choose_file,
            "restore": self.open_backups,
            "quit": self.close,
            "larger": partial(self._change_scale, _STEP),
            "smaller": partial(self._change_scale, -_STEP),
            "help": self.open_about,
            "about": self.open_about,
        }
        if self.frame is None:
            return own
        of_register = {"close_register": self.registers.close_register, "export": self.open_export}
        return {**own, **of_register, **self.frame.commands()}

    def _change_scale(self, step: float) -> None:
        self._appearance.set_scale(round(self._appearance.scale + step, 1))
        self._settings.scale = self._appearance.scale

    def _on_place_requested(self, place: Place) -> None:
        if self.frame is not None:
            self.frame.follow(Link(place))

    def _on_record_shown(self) -> None:
        self._menus.offer_of_page(self.commands())

    def _on_edit_shown(self) -> None:
        if self.frame is not None:
            self._menus.show_last_acts(*self.frame.undoing.menu_names())

    def _on_scheme_requested(self, scheme: object) -> None:
        if isinstance(scheme, Scheme):
            self._appearance.set_scheme(scheme)
            self._settings.scheme = scheme

    def _on_register_changed(self) -> None:
        path = self.registers.path
        self.setWindowTitle("MutuDesk" if path is None else f"{path.stem} – MutuDesk")
        self._menus.set_has_register(path is not None)
        self._menus.set_recent(self._settings.recent)

    def _on_imported(self, words: str) -> None:
        if self.frame is not None:
            self.frame.refresh_all()
            self.frame.show_done(words)
