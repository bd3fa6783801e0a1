"""Notices when the file of an open register is moved, renamed or taken away, or comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal
from PySide6.QtGui import QGuiApplication, Qt

if TYPE_CHECKING:
    from mutudesk.usecases.session import Session


class FileWatch(QObject):
    """Looks when the system says that something changed, and when the window is taken up again.

    Signals:
        gone(): the file that was opened does not lie at its path any more.
        back(): it lies there again.
    """

    gone = Signal()
    back = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._was_there = True
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_changed)
        self._watcher.directoryChanged.connect(self._on_changed)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state_changed)

    def start(self, session: Session) -> None:
        """Watch the file of a session, where it lies now."""
        if self._watcher.files() or self._watcher.directories():
            self._watcher.removePaths([*self._watcher.files(), *self._watcher.directories()])
        self._session = session
        self._was_there = True
        path = session.register.path
        self._watcher.addPaths([str(path), str(path.parent)])
        self.look()

    @property
    def is_gone(self) -> bool:
        """Tell whether the file was not at its place when it was last looked for."""
        return not self._was_there

    def look(self) -> None:
        """Look now, and say so when it came or went."""
        session = self._session
        if session is None or session.register.is_closed:
            return
        from mutudesk.usecases.finding_again import is_in_place

        is_there = is_in_place(session)
        if is_there == self._was_there:
            return
        self._was_there = is_there
        if is_there:
            self._watcher.addPath(str(session.register.path))
            self.back.emit()
        else:
            self.gone.emit()

    def _on_changed(self, _path: str) -> None:
        self.look()

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()
