"""What the window holds: the welcome page or one open register. Opening and closing of files.

Nothing of the storage is imported before the first paint: it is imported where it is used.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from mutudesk import paths
from mutudesk.domain.findings import RefusedError
from mutudesk.ui.dialogs.questions import report_refusal
from mutudesk.ui.link import Place
from mutudesk.ui.shell import window_pages
from mutudesk.ui.shell.closing_files import close_asking, find_asking
from mutudesk.ui.shell.opening_files import (
    is_to_be_listed,
    make_demonstration,
    make_register,
    open_asking_first,
)
from mutudesk.ui.shell.register_frame import RegisterFrame

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from mutudesk.ui.pages.welcome.page import WelcomePage
    from mutudesk.ui.shell.window_settings import WindowSettings
    from mutudesk.usecases.opening import Opened


class RegisterStack(QStackedWidget):
    """At most one register; opening another closes the first, which stays when that fails.

    Signals:
        register_changed(): another register is shown, or none.
        open_requested(): choose a file.
        create_requested(str, str): make the register of an EPCI: SIREN, name.
        import_requested(): take files in.
        restore_requested(object): choose a backup of the register at this path.
    """

    register_changed = Signal()
    open_requested = Signal()
    create_requested = Signal(str, str)
    import_requested = Signal()
    restore_requested = Signal(object)

    def __init__(
        self,
        settings: WindowSettings,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("register_stack")
        self._settings = settings
        self.today = today
        self._frame: RegisterFrame | None = None
        self._may_load = False
        self._welcome: WelcomePage | None = None

    @property
    def frame(self) -> RegisterFrame | None:
        """The register shown, None on the welcome page."""
        return self._frame

    @property
    def welcome(self) -> WelcomePage:
        """The welcome page, made when it is first wanted."""
        if self._welcome is None:
            from mutudesk.ui.pages.welcome.page import WelcomePage

            self._welcome = page = WelcomePage(self.today)
            page.open_requested.connect(self.open_requested)
            page.create_requested.connect(self.create_requested)
            page.demonstration_requested.connect(self.open_demonstration)
            page.file_requested.connect(self.open_file)
            page.forget_requested.connect(self._on_forget_requested)
            self.addWidget(page)
        return self._welcome

    @property
    def path(self) -> Path | None:
        """The file of the register shown."""
        session = self._frame.session if self._frame is not None else None
        return session.register.path if session is not None else None

    def shows(self, path: Path) -> bool:
        """Tell whether the register shown is the file at a path."""
        shown = self.path
        try:
            return shown is not None and shown.samefile(path)
        except OSError:
            return False

    # What is shown --------------------------------------------------------------------------------

    def show_welcome(self) -> None:
        """Show the welcome page."""
        self.welcome.set_recent(self._settings.recent)
        self.setCurrentWidget(self.welcome)
        self.welcome.take_focus()
        if self._may_load:
            self.welcome.load_reference()

    def allow_loading(self) -> None:
        """From now on, after the first paint, the official list may be read."""
        self._may_load = True
        if self._welcome is not None:
            self._welcome.load_reference()

    def shut(self) -> None:
        """Wait for what the welcome page still reads."""
        if self._welcome is not None:
            self._welcome.shut()

    def show_waiting(self) -> None:
        """Show the frame of a register that is opened in a moment."""
        self._show_frame(self._new_frame())

    # Files ----------------------------------------------------------------------------------------

    def open_file(self, path: object) -> bool:
        """Open a register; what cannot be opened is told in words."""
        if not isinstance(path, Path):
            return False
        if self.shows(path):
            return True
        if not self.may_leave():
            return False
        try:
            opened = open_asking_first(self, path)
        except RefusedError as refused:
            self._stay()
            title = self.tr("The register could not be opened")
            report_refusal(self, title, refused, restore=partial(self.restore_requested.emit, path))
            return False
        if opened is None:
            self._stay()
            return False
        return self._show_opened(opened)

    def open_demonstration(self, path: Path | None = None) -> bool:
        """Open the demonstration, made first when it is missing."""
        target = path or paths.default_demonstration()
        try:
            if not target.exists():
                make_demonstration(target)
        except RefusedError as refused:
            self._report(self.tr("The demonstration could not be made"), refused)
            return False
        return self.open_file(target)

    def create_register(self, siren: str, path: Path) -> bool:
        """Make the register of an agglomeration and open it."""
        try:
            make_register(path, siren)
        except RefusedError as refused:
            self._report(self.tr("The register could not be created"), refused)
            return False
        return self.open_file(path)

    def find_again(self) -> bool:
        """Ask where the register that is not in its place lies now, and go on in that file."""
        frame = self._frame
        if frame is None or not find_asking(self, frame):
            return False
        self._remember(frame.opened())
        self.register_changed.emit()
        return True

    def close_register(self) -> bool:
        """Close the register and go back to the welcome page; False to stay."""
        if not self.leave():
            return False
        self.show_welcome()
        self.register_changed.emit()
        return True

    def may_leave(self) -> bool:
        """Tell whether the page shown can be left; it may ask the user."""
        return self._frame is None or self._frame.may_leave()

    def leave(self) -> bool:
        """Ask what is not saved, close the register with its backup; False to stay."""
        return self.may_leave() and self._shut()

    # ----------------------------------------------------------------------------------------------

    def _new_frame(self) -> RegisterFrame:
        frame = RegisterFrame(self.today)
        frame.retry_requested.connect(self._on_retry_requested)
        frame.import_requested.connect(self.import_requested)
        frame.restore_requested.connect(self.restore_requested)
        frame.find_requested.connect(self.find_again)
        self.addWidget(frame)
        return frame

    def _show_frame(self, frame: RegisterFrame) -> None:
        self._frame = frame
        self.setCurrentWidget(frame)

    def _show_opened(self, opened: Opened) -> bool:
        waiting_frame = self._frame if self.path is None else None
        day = self._frame.day if self._frame is not None else self.today()
        if waiting_frame is None and not self._shut():
            opened.session.register.close()
            return False
        self._attach(waiting_frame or self._new_frame(), opened, day, window_pages.FIRST)
        self._remember(opened)
        return True

    def _remember(self, opened: Opened) -> None:
        if is_to_be_listed(opened):
            self._settings.remember(opened.session.register.path, datetime.now().astimezone())

    def _attach(self, frame: RegisterFrame, opened: Opened, day: date, place: Place) -> None:
        self._show_frame(frame)
        if day != frame.day:
            frame.set_date(day)
        frame.attach(opened, place)
        self.register_changed.emit()

    def _shut(self) -> bool:
        """Close the register shown; False when the user stays because there is no backup."""
        frame = self._frame
        if frame is None:
            return True
        frame.runner.close()
        session = frame.session
        if session is not None and not close_asking(frame, session):
            self._replace(frame, frame.opened())
            return False
        self._drop(frame)
        return True

    def _replace(self, frame: RegisterFrame, opened: Opened) -> None:
        """Show the same register through another session: date and page stay."""
        day = frame.day
        place = Place(frame.current_key) if frame.current_key else window_pages.FIRST
        self._drop(frame)
        self._attach(self._new_frame(), opened, day, place)

    def _drop(self, frame: RegisterFrame) -> None:
        self._frame = None
        self.removeWidget(frame)
        frame.hide()
        frame.deleteLater()

    def _stay(self) -> None:
        """Show the register that is open, or the welcome page."""
        if self._frame is not None and self._frame.session is None:
            self._drop(self._frame)
        if self._frame is None:
            self.show_welcome()

    def _report(self, title: str, refused: RefusedError) -> None:
        self._stay()
        report_refusal(self, title, refused)

    def _on_forget_requested(self, path: object) -> None:
        if isinstance(path, Path):
            self._settings.forget(path)
            self.welcome.set_recent(self._settings.recent)
            self.register_changed.emit()

    def _on_retry_requested(self) -> None:
        """Try to open to write what was only read so far."""
        frame, path = self._frame, self.path
        if frame is None or path is None or not frame.may_leave():
            return
        try:
            opened = open_asking_first(self, path)
        except RefusedError as refused:
            frame.show_refused(refused)
            return
        if opened is not None:
            frame.runner.close()
            frame.opened().session.register.close()
            self._replace(frame, opened)
