"""Run in the process that is timed: says when the window and its first list are painted.

It imports as little as it can, for that counts as the program's own time.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from mutudesk.ui.shell.main_window import MainWindow


def watch() -> None:
    """Say when the window of this process is painted and when its first list is, then end it."""
    from mutudesk.ui.shell import start

    make_window = start.make_window

    def watched(app: QApplication, language: str) -> MainWindow:
        window = make_window(app, language)
        window.painted.connect(lambda: _on_painted(app))
        return window

    start.make_window = watched  # where `open_window` finds it


def _on_painted(app: QApplication) -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QTableView

    _say("painted")

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                view = watched.parent()
                if isinstance(view, QTableView) and view.model().rowCount():
                    QTimer.singleShot(0, _end)
            return False

    app.installEventFilter(Watch(app))


def _end() -> None:
    _say("listed")
    os._exit(0)


def _say(what: str) -> None:
    sys.stdout.write(f"{what} {time.monotonic()} {_memory()}\n")
    sys.stdout.flush()


def _memory() -> float:
    """What the process holds in memory, in MiB; 0 where that is not said."""
    from pathlib import Path

    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
