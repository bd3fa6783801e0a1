"""The window: welcome or one open register, menus, opening and closing of files.

Nothing of the storage is imported before the first paint: what needs it is imported where it is
used.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget

from mutudesk import paths
from mutudesk.domain.findings import RefusedError
from mutudesk.ui import window_pages
from mutudesk.ui.actions import WindowActions
from mutudesk.ui.pages.about import AboutDialog
from mutudesk.ui.pages.welcome import WelcomePage
from mutudesk.ui.register_frame import RegisterFrame
from mutudesk.ui.window_dialogs import ask_to_close_without_backup, tell_refused, waiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from mutudesk.ui.appearance import Appearance
    from mutudesk.ui.window_settings import WindowSettings
    from mutudesk.usecases.opening import Opened

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
        self._today = today
        self._was_painted = False
        self._frame: RegisterFrame | None = None
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.actions_of_menu = WindowActions(self)
        self.actions_of_menu.requested.connect(self._on_action_requested)
        self.actions_of_menu.page_requested.connect(self._on_page_requested)
        self.actions_of_menu.recent_requested.connect(self.open_file)
        self.actions_of_menu.scheme_requested.connect(self._on_scheme_requested)
        self.actions_of_menu.show_scheme(appearance.scheme)
        self._welcome = WelcomePage(today)
        self._welcome.open_requested.connect(self.choose_file)
        self._welcome.demonstration_requested.connect(self.open_demonstration)
        self._welcome.file_requested.connect(self.open_file)
        self._welcome.forget_requested.connect(self._on_forget_requested)
        self._welcome.create_requested.connect(self.create_register)
        self._stack.addWidget(self._welcome)
        self._name_window()
        self.resize(1280, 720)
        self.restoreGeometry(settings.geometry)

    @property
    def frame(self) -> RegisterFrame | None:
        """The open register, None on the welcome page."""
        return self._frame

    @property
    def welcome(self) -> WelcomePage:
        """The welcome page."""
        return self._welcome

    # What is shown --------------------------------------------------------------------------------

    def show_welcome(self) -> None:
        """Show the welcome page."""
        self._show_recent()
        self._stack.setCurrentWidget(self._welcome)
        self._welcome.take_focus()

    def show_waiting(self) -> None:
        """Show the frame of a register that is opened in a moment."""
        frame = self._new_frame()
        self._stack.setCurrentWidget(frame)
        self._frame = frame

    # Files ----------------------------------------------------------------------------------------

    def open_file(self, path: object) -> bool:
        """Open a register in place of the present one, which stays when that cannot be."""
        from mutudesk.usecases.opening import open_register

        if not isinstance(path, Path):
            return False
        if self._is_open(path):
            return True
        if not self._may_leave():
            return False
        try:
            with waiting():
                opened = open_register(path)
        except RefusedError as refused:
            self._tell(self.tr("The register could not be opened"), refused)
            return False
        return self._show_register(opened)

    def open_demonstration(self, path: Path | None = None) -> bool:
        """Open the demonstration, made first when it is missing."""
        from mutudesk.usecases.creation import create_demonstration

        target = path or paths.default_demonstration()
        if not target.exists():
            try:
                with waiting():
                    create_demonstration(target)
            except RefusedError as refused:
                self._tell(self.tr("The demonstration could not be made"), refused)
                return False
        return self.open_file(target)

    def create_register(self, siren: str, name: str) -> bool:
        """Ask where, make the register of an agglomeration, open it."""
        from mutudesk.usecases.creation import create_register

        path = self._ask_where_to_save(self.tr("Create the register"), name)
        if path is None:
            return False
        try:
            with waiting():
                create_register(path, siren)
        except RefusedError as refused:
            self._tell(self.tr("The register could not be created"), refused)
            return False
        return self.open_file(path)

    def choose_file(self) -> None:
        """Ask which file to open."""
        shown = self._frame_path()
        start = str(shown.parent) if shown is not None else ""
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a register"), start, self._file_filter()
        )
        if chosen:
            self.open_file(Path(chosen))

    def close_register(self) -> bool:
        """Close the register and go back to the welcome page; False to stay."""
        if not self._may_leave() or not self._shut(self._frame):
            return False
        self.show_welcome()
        return True

    # What Qt asks ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint once it is on the screen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask what is not saved, close the register with its backup."""
        if not self._may_leave() or not self._shut(self._frame):
            event.ignore()
            return
        self._settings.geometry = self.saveGeometry()
        self._settings.sync()
        self._welcome.shut()
        event.accept()

    # ----------------------------------------------------------------------------------------------

    def _new_frame(self) -> RegisterFrame:
        frame = RegisterFrame(self._today)
        frame.retry_requested.connect(self._on_retry_requested)
        self._stack.addWidget(frame)
        return frame

    def _show_register(self, opened: Opened, page: str = window_pages.FIRST) -> bool:
        waiting_frame = self._frame if self._frame and self._frame.session is None else None
        old = None if waiting_frame else self._frame
        day = old.day if old is not None else None
        if old is not None and not self._shut(old):
            opened.session.register.close()
            return False
        frame = waiting_frame or self._new_frame()
        self._frame = frame
        self._stack.setCurrentWidget(frame)
        if day is not None:
            frame.set_date(day)
        frame.attach(opened, page)
        self.actions_of_menu.set_has_register(True)
        path = opened.session.register.path
        if path != paths.default_demonstration():
            self._settings.remember(path, datetime.now().astimezone())
        self._show_recent()
        self._name_window()
        return True

    def _shut(self, frame: RegisterFrame | None) -> bool:
        """Close a register; False when the user stays because there is no backup."""
        from mutudesk.usecases.opening import close_register, open_register

        if frame is None:
            return True
        session = frame.session
        frame.runner.close()
        if session is not None:
            try:
                with waiting():
                    close_register(session)
            except RefusedError as refused:
                if not ask_to_close_without_backup(self, refused):
                    again = open_register(session.register.path)
                    again.session.changed = True
                    self._replace_frame(frame, again)
                    return False
        self._drop(frame)
        return True

    def _replace_frame(self, frame: RegisterFrame, opened: Opened) -> None:
        """Show the same register again through a new session: date and page stay."""
        day, page = frame.day, frame.current_key
        self._drop(frame)
        self._frame = self._new_frame()
        self._stack.setCurrentWidget(self._frame)
        self._frame.set_date(day)
        self._frame.attach(opened, page or window_pages.FIRST)
        self.actions_of_menu.set_has_register(True)
        self._name_window()

    def _drop(self, frame: RegisterFrame) -> None:
        if frame is self._frame:
            self._frame = None
            self.actions_of_menu.set_has_register(False)
            self._name_window()
        self._stack.removeWidget(frame)
        frame.hide()
        frame.deleteLater()

    def _may_leave(self) -> bool:
        return self._frame is None or self._frame.may_leave()

    def _frame_path(self) -> Path | None:
        session = self._frame.session if self._frame is not None else None
        return session.register.path if session is not None else None

    def _is_open(self, path: Path) -> bool:
        shown = self._frame_path()
        try:
            return shown is not None and shown.samefile(path)
        except OSError:
            return False

    def _tell(self, title: str, refused: RefusedError) -> None:
        if self._frame is not None and self._frame.session is None:
            self._drop(self._frame)
        if self._frame is None:
            self.show_welcome()
        tell_refused(self, title, refused)

    def _ask_where_to_save(self, title: str, name: str) -> Path | None:
        proposed = f"{_file_name(name)}{paths.SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            title,
            proposed,
            self._file_filter(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_name(f"{path.name}{paths.SUFFIX}")

    def _file_filter(self) -> str:
        return self.tr("Registers (*{suffix});;All files (*)").format(suffix=paths.SUFFIX)

    def _name_window(self) -> None:
        path = self._frame_path()
        self.setWindowTitle("MutuDesk" if path is None else f"{path.stem} – MutuDesk")

    def _show_recent(self) -> None:
        recent = self._settings.recent
        self.actions_of_menu.set_recent(recent)
        self._welcome.set_recent(recent)

    def _on_action_requested(self, name: str) -> None:
        match name:
            case "new_register":
                if self.close_register():
                    self._welcome.take_focus()
            case "open":
                self.choose_file()
            case "close_register":
                self.close_register()
            case "quit":
                self.close()
            case "help" if self._frame is not None:
                self._frame.ask_for_page(window_pages.ABOUT)
            case "help" | "about":
                AboutDialog(self).open()
            case "larger" | "smaller":
                step = _STEP if name == "larger" else -_STEP
                self._appearance.set_scale(self._appearance.scale + step)
                self._settings.scale = self._appearance.scale
            case _ if self._frame is not None:
                self._on_register_action(name, self._frame)

    def _on_register_action(self, name: str, frame: RegisterFrame) -> None:
        match name:
            case "date":
                frame.bar.take_focus()
            case "today":
                frame.bar.go_to_today()
            case "read_again":
                frame.read_again()

    def _on_page_requested(self, key: str) -> None:
        if self._frame is not None:
            self._frame.ask_for_page(key)

    def _on_scheme_requested(self, scheme: object) -> None:
        from mutudesk.ui.appearance import Scheme

        if isinstance(scheme, Scheme):
            self._appearance.set_scheme(scheme)
            self._settings.scheme = scheme

    def _on_forget_requested(self, path: object) -> None:
        if isinstance(path, Path):
            self._settings.forget(path)
            self._show_recent()

    def _on_retry_requested(self) -> None:
        """Try to open to write what is only read so far."""
        from mutudesk.usecases.opening import open_register

        frame, path = self._frame, self._frame_path()
        if frame is None or path is None or not frame.may_leave():
            return
        try:
            with waiting():
                opened = open_register(path)
        except RefusedError as refused:
            frame.show_refused(refused)
            return
        session = frame.session
        frame.runner.close()
        if session is not None:
            session.register.close()
        self._replace_frame(frame, opened)


def _file_name(name: str) -> str:
    """A name without the signs that file systems refuse."""
    return "".join(" " if sign in '<>:"/\\|?*' else sign for sign in name).strip()
