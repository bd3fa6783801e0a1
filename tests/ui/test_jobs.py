"""Work off the window's thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, ClassVar

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QTimer

from mutudesk.domain.findings import RefusedError
from mutudesk.domain.findings import refused as refused_because
from mutudesk.progress import StoppedError
from mutudesk.ui.qt.jobs import JobRunner, Progress
from tests.ui.finding import WAIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    assert runner.close(WAIT / 1000)


class Answers:
    def __init__(self) -> None:
        self.results: list[object] = []
        self.refusals: list[RefusedError] = []
        self.words: list[str] = []
        self.threads: list[int] = []

    def done(self, result: object) -> None:
        self.threads.append(threading.get_ident())
        self.results.append(result)

    def refused(self, refused: RefusedError) -> None:
        self.threads.append(threading.get_ident())
        self.refusals.append(refused)

    def stopped(self) -> None:
        self.words.append("stopped")

    def ended(self) -> None:
        self.words.append("ended")


def test_results_and_progress_come_back_as_values(qtbot: QtBot, runner: JobRunner) -> None:
    answers, progress = Answers(), list[object]()
    worker: list[int] = []
    runner.progressed.connect(progress.append)

    def work(tell: Callable[[int, int], None], cancelled: Callable[[], bool]) -> object:
        worker.append(threading.get_ident())
        for done in (1, 2):
            tell(done, 2)
        return ("frozen", cancelled())

    with qtbot.waitSignal(runner.idle):
        job = runner.run_long(work, answers.done, answers.refused, label="Import")
        assert runner.is_busy
    assert answers.results == [("frozen", False)]
    assert answers.threads == [threading.get_ident()] != worker
    assert progress[-1] == Progress(job, "Import", 2, 2)
    assert not runner.is_busy


def test_of_many_words_the_window_hears_the_last(qtbot: QtBot, runner: JobRunner) -> None:
    answers, progress = Answers(), list[Progress]()
    told, go_on = threading.Event(), threading.Event()
    runner.progressed.connect(progress.append)

    def work(tell: Callable[[int, int], None], _cancelled: object) -> object:
        for done in range(50_000):
            tell(done, 50_000)
        told.set()
        assert go_on.wait(WAIT / 1000)
        return None

    job = runner.run_long(work, answers.done, answers.refused, label="x")
    assert told.wait(WAIT / 1000)
    qtbot.waitUntil(lambda: bool(progress))
    assert progress == [Progress(job, "x", 49_999, 50_000)]
    go_on.set()
    qtbot.waitUntil(lambda: not runner.is_busy)


def test_a_refusal_is_told_apart(qtbot: QtBot, runner: JobRunner) -> None:
    answers, problem = Answers(), refused_because("register_read_only")

    def work() -> object:
        raise problem

    with qtbot.waitSignal(runner.idle):
        runner.run(work, answers.done, answers.refused, ended=answers.ended)
    assert answers.refusals == [problem]
    assert answers.words == ["ended"]
    assert answers.results == []
    assert answers.threads == [threading.get_ident()]


def test_what_the_user_stopped_is_told_apart(qtbot: QtBot, runner: JobRunner) -> None:
    answers = Answers()

    def work(_tell: object, _cancelled: object) -> object:
        raise StoppedError

    with qtbot.waitSignal(runner.idle):
        runner.run_long(
            work, answers.done, answers.refused, stopped=answers.stopped, ended=answers.ended
        )
    assert answers.words == ["ended", "stopped"]
    assert not answers.results
    assert not answers.refusals


def test_a_fault_of_the_program_is_raised_once_the_job_has_ended(
    qtbot: QtBot, runner: JobRunner
) -> None:
    answers = Answers()

    def work() -> object:
        raise ValueError("wrong")

    with qtbot.captureExceptions() as caught, qtbot.waitSignal(runner.idle):
        runner.run(work, answers.done, answers.refused, ended=answers.ended)
    assert [str(each[1]) for each in caught] == ["wrong"]
    assert answers.words == ["ended"]
    assert not answers.refusals


class Listener(QObject):
    heard: ClassVar[list[object]] = []

    def hear(self, result: object) -> None:
        self.heard.append(result)


def test_what_is_no_more_is_told_nothing(qtbot: QtBot, runner: JobRunner) -> None:
    there, gone = Listener(), Listener()
    with qtbot.waitSignal(runner.idle):
        runner.run(lambda: "gone", gone.hear, gone.hear)
        runner.run(lambda: "there", there.hear, there.hear)
        shiboken6.delete(gone)
    assert Listener.heard == ["there"]


def test_one_job_at_a_time_in_order(qtbot: QtBot, runner: JobRunner) -> None:
    running, most, answers = [0], [0], Answers()

    def work(_tell: object, _cancelled: object) -> object:
        running[0] += 1
        most[0] = max(most[0], running[0])
        running[0] -= 1
        return None

    with qtbot.waitSignal(runner.idle):
        for _ in range(20):
            runner.run_long(work, answers.done, answers.refused, label="x")
    assert len(answers.results) == 20
    assert most == [1]


def test_a_job_can_be_stopped(qtbot: QtBot, runner: JobRunner) -> None:
    answers, begun = Answers(), threading.Event()

    def work(_tell: object, cancelled: Callable[[], bool]) -> object:
        begun.set()
        while not cancelled():
            threading.Event().wait(0.001)
        return "stopped"

    with qtbot.waitSignal(runner.idle):
        job = runner.run_long(work, answers.done, answers.refused, label="x")
        assert begun.wait(WAIT / 1000)
        runner.cancel(job)
    assert answers.results == ["stopped"]
    runner.cancel(job)  # too late is not wrong


def test_closing_stops_waits_and_says_nothing_more() -> None:
    runner, answers, begun, ended = JobRunner(), Answers(), threading.Event(), threading.Event()

    def work(_tell: object, cancelled: Callable[[], bool]) -> object:
        begun.set()
        while not cancelled():
            threading.Event().wait(0.001)
        ended.set()
        return None

    runner.run_long(work, answers.done, answers.refused, label="x")
    runner.run_long(work, answers.done, answers.refused, label="waits")
    assert begun.wait(WAIT / 1000)
    assert runner.close(WAIT / 1000)
    assert ended.is_set()
    assert not any(timer.isActive() for timer in runner.findChildren(QTimer))
    QCoreApplication.processEvents()
    assert answers.results == []
    with pytest.raises(RuntimeError):
        runner.run_long(work, answers.done, answers.refused, label="x")


def test_a_callback_that_fails_leaves_the_runner_idle(qtbot: QtBot, runner: JobRunner) -> None:
    def fail(_result: object) -> None:
        raise ValueError("callback")

    with qtbot.captureExceptions() as caught, qtbot.waitSignal(runner.idle):
        runner.run(lambda: None, fail, fail)
    assert [each[0] for each in caught] == [ValueError]
    assert not runner.is_busy
