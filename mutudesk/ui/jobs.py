"""Long work off the window's thread: one job at a time, with progress and cancel.

A job is a plain function of a use case, `work(progress, cancelled) -> result`. It opens its own
unit of work, gives back frozen values, imports no Qt and never touches a widget.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from threading import Event
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

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
    result: object
    problem: BaseException | None


@dataclass(frozen=True, slots=True)
class _Entry:
    label: str
    on_done: Callable[[Any], None]
    on_error: Callable[[BaseException], None]
    stop: Event


class _Task(QRunnable):
    """Runs in the pool; knows plain data and the runner's signals, never the runner."""

    def __init__(
        self,
        job: int,
        label: str,
        work: Work,
        stop: Event,
        finished: SignalInstance,
        progressed: SignalInstance,
    ) -> None:
        super().__init__()
        self._job, self._label, self._work, self._stop = job, label, work, stop
        self._finished, self._progressed = finished, progressed

    def run(self) -> None:
        """Do the work; what goes wrong is a value too."""
        try:
            result, problem = self._work(self._tell, self._stop.is_set), None
        except BaseException as error:  # noqa: BLE001 - shown by the window's thread
            result, problem = None, error
        self._finished.emit(_Outcome(self._job, result, problem))

    def _tell(self, done: int, total: int) -> None:
        self._progressed.emit(Progress(self._job, self._label, done, total))


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
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._numbers = count(1)
        self._entries: dict[int, _Entry] = {}
        self._closed = False
        self._finished.connect(self._on_finished)

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
        self._entries[job] = _Entry(label, on_done, on_error, stop)
        self.started.emit(label)
        self._pool.start(_Task(job, label, work, stop, self._finished, self.progressed))
        return job

    def cancel(self, job: int) -> None:
        """Ask a job to stop; it ends when it next looks, with what it then returns or raises."""
        if job in self._entries:
            self._entries[job].stop.set()

    def close(self, timeout: int = -1) -> bool:
        """Stop everything and wait; callbacks of jobs not finished are not called any more."""
        self._closed = True
        for entry in self._entries.values():
            entry.stop.set()
        self._pool.clear()
        ended = self._pool.waitForDone(timeout)
        self._entries.clear()
        return ended

    @Slot(object)
    def _on_finished(self, outcome: object) -> None:
        if not isinstance(outcome, _Outcome):
            return
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
                self.idle.emit()
