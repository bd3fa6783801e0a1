"""The two jobs of the page *Conventions*: one preview at a time, one batch at a time.

A preview asked for while another is laid out waits, and only the last one asked for is made. While
a batch runs no preview is begun, so that cancelling waits for one document at most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from mutudesk.ui.qt.jobs import Progress
from mutudesk.usecases.conventions import preview, print_conventions, read_jobs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from mutudesk.domain.findings import RefusedError
    from mutudesk.ui.qt.jobs import JobRunner
    from mutudesk.usecases.printing import BatchResult, Preview
    from mutudesk.usecases.session import Session

PAUSE = 150  # milliseconds without another wish before a preview is begun


class PreviewRequest(NamedTuple):
    """Which convention is to be shown; `effect` names another membership by its first day."""

    service: str
    siren: str
    on: date
    effect: date | None = None


class Batch(NamedTuple):
    """Which projects are to be printed: of a service and bodies (SIREN), dated `on`.

    `effect` names the memberships that begin on that day.
    """

    session: Session
    service: str
    sirens: Sequence[str]
    on: date
    effect: date | None = None


class Destination(NamedTuple):
    """Where projects are to be written, and whether those that lie there may be replaced."""

    folder: Path
    replace: bool


class ConventionJobs(QObject):
    """Asks the runner, and answers in the window's thread.

    Signals:
        previewed(object): the Preview last asked for.
        progressed(int, int): how many of the batch are done, of how many.
        printed(object, object): the BatchResult and its folder.
        refused(object): the RefusedError of a preview or a batch as a whole.
        batch_ended(): however it ended.
    """

    previewed = Signal(object)
    progressed = Signal(int, int)
    printed = Signal(object, object)
    refused = Signal(object)
    batch_ended = Signal()

    def __init__(self, session: Session, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._runner = session, runner
        self._request: PreviewRequest | None = None  # not met yet; None = nothing to lay out
        self._laying_out = False
        self._batch: int | None = None
        self._folder: Path | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._begin_preview)
        runner.progressed.connect(self._on_progressed)

    @property
    def is_printing(self) -> bool:
        """Tell whether a batch runs."""
        return self._batch is not None

    def ask_preview(self, request: PreviewRequest | None) -> None:
        """Want a preview, None for none any more."""
        self._request = request
        if request is None:
            self._timer.stop()
        else:
            self._timer.start()

    def print_batch(self, batch: Batch, destination: Destination) -> None:
        """Print into a folder; nothing happens while a batch runs."""
        if self._batch is not None:
            return
        folder, replace = destination

        def work(
            progress: Callable[[int, int], None], cancelled: Callable[[], bool]
        ) -> BatchResult:
            jobs = read_jobs(*batch)
            return print_conventions(
                jobs, folder, replace=replace, progress=progress, cancelled=cancelled
            )

        self._folder = folder
        self._batch = self._runner.run_long(
            work,
            self._on_printed,
            self.refused.emit,
            label=self.tr("Printing"),
            ended=self._on_batch_ended,
        )
        self.progressed.emit(0, len(batch.sirens))

    def cancel(self) -> None:
        """Stop the batch before its next document."""
        if self._batch is not None:
            self._runner.cancel(self._batch)

    # ----------------------------------------------------------------------------------------------

    def _begin_preview(self) -> None:
        request = self._request
        if request is None or self._laying_out or self._batch is not None or self._runner.is_closed:
            return  # begun when what runs is over
        session = self._session

        def work() -> tuple[PreviewRequest, Preview]:
            return request, preview(session, *request)

        self._laying_out = True
        self._runner.run(
            work,
            self._on_previewed,
            self._on_preview_refused,
            label=self.tr("Preview"),
            ended=self._on_preview_ended,
        )

    def _on_preview_ended(self) -> None:
        self._laying_out = False

    def _on_previewed(self, done: tuple[PreviewRequest, Preview]) -> None:
        request, found = done
        if request == self._request:
            self._request = None
            self.previewed.emit(found)
        else:
            self._begin_preview()

    def _on_preview_refused(self, refused: RefusedError) -> None:
        self._request = None
        self.refused.emit(refused)

    def _on_progressed(self, progress: object) -> None:
        if isinstance(progress, Progress) and progress.job == self._batch:
            self.progressed.emit(progress.done, progress.total)

    def _on_printed(self, result: BatchResult) -> None:
        self.printed.emit(result, self._folder)

    def _on_batch_ended(self) -> None:
        self._batch = None
        self.batch_ended.emit()
        self._begin_preview()
