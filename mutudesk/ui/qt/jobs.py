"""Long work off the window's thread: one job at a time, with progress and cancel.

A job is a plain function of a use case, `work(progress, cancelled) -> result`. It opens its own
unit of work, gives back frozen values, imports no Qt and never touches a widget. The worker knows
no Qt either: what it has to say lies in a queue, which the window reads a hundred times a second
while a job runs. So a job that tells a lot does not keep the window from painting.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import count
from queue import Empty, SimpleQueue
from threading import Event
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK_EVERY = 10  # milliseconds

# What runs in the worker: tells `progress(done, total)` how far it is, asks `cancelled()` whether
# to stop, and returns frozen values.
Work: TypeAlias = Callable[[Callable[[int, int], None], Callable[[], bool]], object]


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
class _Entry:
    on_done: Callable[[Any], None]
    on_error: Callable[[BaseException], None]
    stop: Event
    future: Future[None]


_Told: TypeAlias = "SimpleQueue[Progress | _Outcome]"


def _run(job: int, label: str, work: Work, stop: Event, told: _Told) -> None:
    """Do the work in the worker; what goes wrong is a value too."""
    try:
        outcome = _Outcome(
            job, work(lambda done, total: told.put(Progress(job, label, done, total)), stop.is_set)
        )
    except BaseException as error:  # noqa: BLE001 - shown by the window's thread
        outcome = _Outcome(job, problem=error)
    told.put(outcome)


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
        self._told: _Told = SimpleQueue()
        self._numbers = count(1)
        self._entries: dict[int, _Entry] = {}
        self._closed = False
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_EVERY)
        self._looks.timeout.connect(self._read_told)

    @property
    def is_busy(self) -> bool:
        """Tell whether a job runs or waits."""
        return bool(self._entries)

    @property
    def is_closed(self) -> bool:
        """Tell whether no job is taken any more: the register is being closed."""
        return self._closed

    def submit(
        self,
        work: Work,
        *,
        on_done: Callable[[Any], None],
        on_error: Callable[[BaseException], None],
        label: str,
    ) -> int:
        """Run a job after those already waiting; returns its number."""
        if self._closed:
            raise RuntimeError("the runner is closed")
        job, stop = next(self._numbers), Event()
        future = self._worker.submit(_run, job, label, work, stop, self._told)
        self._entries[job] = _Entry(on_done, on_error, stop, future)
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

    def _read_told(self) -> None:
        """Call back for all that the worker has told; of several progresses only the last."""
        latest: Progress | None = None
        while True:
            try:
                told = self._told.get_nowait()
            except Empty:
                break
            if isinstance(told, Progress):
                latest = told
                continue
            self._show(latest)
            latest = None
            self._finish(told)
        self._show(latest)

    def _show(self, progress: Progress | None) -> None:
        if progress is not None and progress.job in self._entries:
            self.progressed.emit(progress)

    def _finish(self, outcome: _Outcome) -> None:
        entry = self._entries.pop(outcome.job, None)
        if entry is None:
            return
        try:
            if outcome.problem is None:
                entry.on_done(outcome.result)
            else:
                entry.on_error(outcome.problem)
        finally:
            if not self._entries:
                self._looks.stop()
                self.idle.emit()
