"""Long work off the window's thread: one job at a time, with progress and cancel.

A job is a plain function of a use case: `run(work)` for one that has nothing to say before its end,
`run_long(work)` for one that takes `(progress, cancelled)`. It opens its own unit of work, gives
back frozen values, imports no Qt and never touches a widget. The worker knows no Qt either: what it
has to say lies in a queue, which the window reads a hundred times a second while a job runs. So a
job that tells a lot does not keep the window from painting.

How a job ends is told apart here, once: it gives a result (`done`), what it wanted is refused
(`refused`), the user stopped it (`stopped`); anything else is a fault of the program, raised in the
window's thread. `ended` is called before any of them. Nothing is told to an object of Qt that is no
more.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import count
from queue import Empty, SimpleQueue
from threading import Event
from typing import Any, TypeAlias, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from mutudesk.domain.findings import RefusedError
from mutudesk.progress import StoppedError

T = TypeVar("T")

_LOOK_EVERY = 10  # milliseconds

# What runs long in the worker: tells `progress(done, total)` how far it is, asks `cancelled()`
# whether to stop, and returns frozen values.
Work: TypeAlias = Callable[[Callable[[int, int], None], Callable[[], bool]], T]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is; `total` 0 = not known."""

    job: int
    label: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class _Outcome:
    job: int
    result: object = None
    problem: BaseException | None = None


@dataclass(frozen=True, slots=True)
class _Answers:
    done: Callable[[Any], None]
    refused: Callable[[RefusedError], None]
    stopped: Callable[[], None]
    ended: Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Entry:
    answers: _Answers
    stop: Event
    future: Future[None]


_Reports: TypeAlias = "SimpleQueue[Progress | _Outcome]"


def _run(job: int, label: str, work: Work[object], stop: Event, reports: _Reports) -> None:
    """Do the work in the worker; what goes wrong is a value too."""
    try:
        outcome = _Outcome(
            job,
            work(lambda done, total: reports.put(Progress(job, label, done, total)), stop.is_set),
        )
    except BaseException as error:  # noqa: BLE001 - shown by the window's thread
        outcome = _Outcome(job, problem=error)
    reports.put(outcome)


def _nothing() -> None:
    """Nobody waits for it."""


class JobRunner(QObject):
    """Owned by the main window. Callbacks are called in the window's thread.

    Signals:
        started(str): a job was taken up, with its label.
        progressed(object): a Progress.
        idle(): nothing runs or waits any more.
    """

    started = Signal(str)
    progressed = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1)
        self._reports: _Reports = SimpleQueue()
        self._numbers = count(1)
        self._entries: dict[int, _Entry] = {}
        self._closed = False
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_EVERY)
        self._looks.timeout.connect(self._read_reports)

    @property
    def is_busy(self) -> bool:
        """Tell whether a job runs or waits."""
        return bool(self._entries)

    @property
    def is_closed(self) -> bool:
        """Tell whether no job is taken any more: the register is being closed."""
        return self._closed

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[RefusedError], None],
        *,
        label: str = "",
        ended: Callable[[], None] = _nothing,
    ) -> int:
        """Run a job that tells only its end, after those already waiting; returns its number."""
        return self.run_long(lambda _report, _stop: work(), done, refused, label=label, ended=ended)

    def run_long(
        self,
        work: Work[T],
        done: Callable[[T], None],
        refused: Callable[[RefusedError], None],
        *,
        label: str = "",
        stopped: Callable[[], None] = _nothing,
        ended: Callable[[], None] = _nothing,
    ) -> int:
        """Run a job that tells how far it is and can be stopped; returns its number.

        `label` names it where progress is shown.
        """
        if self._closed:
            raise RuntimeError("the runner is closed")
        job, stop = next(self._numbers), Event()
        future = self._worker.submit(_run, job, label, work, stop, self._reports)
        self._entries[job] = _Entry(_Answers(done, refused, stopped, ended), stop, future)
        self._looks.start()
        self.started.emit(label)
        return job

    def cancel(self, job: int) -> None:
        """Ask a job to stop; it ends when it next looks, with what it then returns or raises."""
        if job in self._entries:
            self._entries[job].stop.set()

    def close(self, timeout: float | None = None) -> bool:
        """Stop everything and wait; callbacks of jobs not finished are not called any more.

        Returns whether the worker ended within `timeout` seconds (None = however long it takes).
        """
        self._closed = True
        self._looks.stop()
        for entry in self._entries.values():
            entry.stop.set()
        self._worker.shutdown(wait=False, cancel_futures=True)
        running = [each.future for each in self._entries.values() if not each.future.cancelled()]
        waiting = wait(running, timeout).not_done
        self._entries.clear()
        return not waiting

    def _read_reports(self) -> None:
        """Call back for all that the worker reported; of several progresses only the last."""
        latest: Progress | None = None
        while True:
            try:
                report = self._reports.get_nowait()
            except Empty:
                break
            if isinstance(report, Progress):
                latest = report
                continue
            self._show(latest)
            latest = None
            self._finish(report)
        self._show(latest)

    def _show(self, progress: Progress | None) -> None:
        if progress is not None and progress.job in self._entries:
            self.progressed.emit(progress)

    def _finish(self, outcome: _Outcome) -> None:
        entry = self._entries.pop(outcome.job, None)
        if entry is None:
            return
        try:
            _answer(entry.answers, outcome)
        finally:
            if not self._entries:
                self._looks.stop()
                self.idle.emit()


def _answer(answers: _Answers, outcome: _Outcome) -> None:
    """Tell how a job ended; what is no refusal is raised, for the window to show."""
    if not _is_there(answers.done):
        return
    answers.ended()
    problem = outcome.problem
    if problem is None:
        answers.done(outcome.result)
    elif isinstance(problem, RefusedError):
        answers.refused(problem)
    elif isinstance(problem, StoppedError):
        answers.stopped()
    else:
        raise problem


def _is_there(answer: Callable[..., object]) -> bool:
    """False for the method of an object that Qt deleted meanwhile."""
    owner = getattr(answer, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
