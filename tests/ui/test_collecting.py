"""Reference cycles are collected by the window's thread alone, whatever the worker allocates."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from mutudesk.collector import collector_paused
from mutudesk.ui.qt.collecting import Collector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")


class Collections:
    """In which threads the collector ran."""

    def __init__(self) -> None:
        self.threads: set[int] = set()

    def __call__(self, phase: str, _info: object) -> None:
        if phase == "start":
            self.threads.add(threading.get_ident())


@pytest.fixture
def collections() -> Iterator[Collections]:
    seen = Collections()
    gc.callbacks.append(seen)
    yield seen
    gc.callbacks.remove(seen)


@pytest.fixture
def collector() -> Iterator[Collector]:
    was_enabled = gc.isenabled()
    collector = Collector()
    collector.start()
    yield collector
    collector.stop()
    if not was_enabled:
        gc.disable()
    collector.deleteLater()


def make_cycles(count: int) -> None:
    """Allocate what makes the collector run, where it is enabled."""
    for _ in range(count):
        cycle: list[object] = []
        cycle.append(cycle)


@pytest.mark.usefixtures("collector")
def test_a_worker_never_collects(qtbot: QtBot, collections: Collections) -> None:
    worker = threading.Thread(target=make_cycles, args=(100_000,))
    worker.start()
    worker.join()
    assert collections.threads == set()
    qtbot.waitUntil(lambda: bool(collections.threads))
    assert collections.threads == {threading.get_ident()}


def test_what_asks_to_wait_is_heard(collector: Collector, collections: Collections) -> None:
    with collector_paused():
        make_cycles(100_000)
        collector.collect()
        assert collections.threads == set()
    collector.collect()
    assert collections.threads


@pytest.mark.parametrize("counts", [(700, 10, 10), (0, 0, 0)])
def test_nothing_is_collected_before_it_is_due(
    counts: tuple[int, int, int],
    collector: Collector,
    collections: Collections,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gc, "get_count", lambda: counts)
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    collector.collect()
    assert collections.threads == set()


def test_the_oldest_generation_that_is_due_is_collected(
    collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    collected: list[int] = []
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    monkeypatch.setattr(gc, "collect", collected.append)
    for counts in ((701, 3, 3), (900, 11, 10), (0, 0, 11)):
        monkeypatch.setattr(gc, "get_count", lambda counts=counts: counts)
        collector.collect()
    assert collected == [0, 1, 2]


PAGES_DROPPED_WHILE_A_WORKER_RUNS = """
import gc, sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from mutudesk.ui.qt.collecting import Collector

class Page(QWidget):
    def __init__(self):
        super().__init__()
        self.itself = self
        column = QVBoxLayout(self)
        self.labels = [QLabel("x") for _ in range(20)]
        for label in self.labels:
            column.addWidget(label)
        self.timer = QTimer(self)
        self.timer.start(1)

def allocate():
    for _ in range(20_000):
        cycle = []
        cycle.append(cycle)

app = QApplication([])
if sys.argv[1] == "collector":
    collector = Collector()
    collector.start()
for _ in range(100):
    for _ in range(5):
        Page().show()
    worker = threading.Thread(target=allocate)
    worker.start()
    while worker.is_alive():
        app.processEvents()
"""


@pytest.mark.parametrize(("collects", "survives"), [("collector", True), ("python", False)])
def test_pages_are_not_destroyed_by_the_worker(collects: str, survives: bool) -> None:
    # Without the collector the process dies in `processEvents`: should a later PySide6 survive
    # it, the second case fails and the collector can go.
    done = subprocess.run(
        [sys.executable, "-c", PAGES_DROPPED_WHILE_A_WORKER_RUNS, collects],
        check=False,
        capture_output=True,
        timeout=100,
    )
    assert (done.returncode == 0) is survives, done.stderr.decode()
