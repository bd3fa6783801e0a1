"""From the start of the process to the first paint and to the first list, against a bare window.

Each start is a process of its own; it says when something was painted by the clock that all
processes share.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.benchmarks.timing import Effort, Figure, Result, Skipped

if TYPE_CHECKING:
    from pathlib import Path

HELLO = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Hello(QLabel):
    was_painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.was_painted:
            self.was_painted = True
            QTimer.singleShot(0, painted)

def painted():
    print("painted", time.monotonic(), 0, flush=True)
    app.quit()

app = QApplication(sys.argv[:1])
window = QMainWindow()
window.setCentralWidget(Hello("Bonjour"))
window.resize(1280, 720)
window.menuBar().addMenu("&Fichier").addAction("Quitter")
window.statusBar().showMessage("Prêt")
window.show()
app.exec()
"""
OURS = """
import sys
from tests.benchmarks.start_watch import watch
watch()
from mutudesk.app import main
main(["--db", sys.argv[1]])
"""


def run(effort: Effort) -> list[Result | Figure | Skipped]:
    """Starts in turn; the first of each warms the files and does not count."""
    from mutudesk.usecases.creation import create_demonstration

    path = effort.folder / "demonstration.mutu"
    create_demonstration(path)
    floors, ours = [], []
    for number in range(effort.rounds(9) + 1):
        hello, window = _start(HELLO, effort.folder), _start(OURS, effort.folder, str(path))
        if number:
            floors.append(hello["painted"][0])
            ours.append(window)
    memory = max(each["listed"][1] for each in ours)
    name = "memory at the first list"
    return [
        Result.of("start to first paint", floors, [each["painted"][0] for each in ours], 1.3),
        Result.of("start to first list", floors, [each["listed"][0] for each in ours], 4),
        Figure(name, memory, "MiB", 120) if memory else Skipped(name, "no /proc here"),
    ]


def _start(script: str, folder: Path, *arguments: str) -> dict[str, tuple[float, float]]:
    """When each thing was said after the start, and the memory then."""
    own = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    environment = {**os.environ, **dict.fromkeys(own, str(folder))}
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        timeout=60,
    )
    said = (line.split() for line in done.stdout.splitlines())
    return {what: (float(at) - begun, float(memory)) for what, at, memory in said}
