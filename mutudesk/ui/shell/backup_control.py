"""Backups while one works: every half hour, and when the user asks for one; beside the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from mutudesk.ui.qt.jobs import JobRunner
    from mutudesk.usecases.backing_up import BackupReport
    from mutudesk.usecases.session import Session

EVERY = 30 * 60 * 1000  # milliseconds


class BackupControl(QObject):
    """Belongs to the frame of one register; does nothing for one that is only read.

    Signals:
        made(object, bool): a BackupReport, and whether the user asked for it.
        failed(object): why none could be made, a RefusedError.
    """

    made = Signal(object, bool)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._runner: JobRunner | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._on_due)

    def start(self, session: Session, runner: JobRunner) -> None:
        """Look after a register from now on."""
        self._session, self._runner = session, runner
        self._timer.start()

    def back_up(self) -> None:
        """Make a backup now."""
        self._submit(asked=True)

    def _on_due(self) -> None:
        if self._session is not None and self._session.register.is_writable:
            self._submit(asked=False)

    def _submit(self, *, asked: bool) -> None:
        session, runner = self._session, self._runner
        if session is None or runner is None or runner.is_closed:
            return

        def on_made(report: BackupReport) -> None:
            self.made.emit(report, asked)

        work = partial(_back_up, session)
        runner.run(work, on_made, self.failed.emit, label=self.tr("Backup"))


def _back_up(session: Session) -> BackupReport:
    """Runs in the worker."""
    from mutudesk.usecases.backing_up import back_up

    return back_up(session)
