"""What a test of the window leaves behind: nothing, or it is named.

Pages of finished tests used to live on by thousands: every change of look polished them all, and
the collector destroyed them in the thread of some later job, which ended the process.
"""

from __future__ import annotations

import gc
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from mutudesk.storage.register_file import RegisterFile
from mutudesk.ui.qt.jobs import JobRunner

if TYPE_CHECKING:
    from collections.abc import Iterable


def delete_the_deferred() -> None:
    """Let Qt delete what was given to `deleteLater`, and what that deletes later in turn."""
    for _round in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


def left_behind(threads_before: Iterable[threading.Thread]) -> list[str]:
    """Name the widgets, runners, threads and registers that are still alive or open."""
    delete_the_deferred()
    gc.collect()
    delete_the_deferred()
    found = [f"widget {type(each).__name__} {each.objectName()}" for each in _top_widgets()]
    for each in gc.get_objects():
        if isinstance(each, JobRunner) and not each.is_closed:
            found.append("runner not closed")
        elif isinstance(each, RegisterFile) and not each.is_closed:
            found.append(f"register not closed: {each.path.name}")
    here = set(threads_before)
    for thread in threading.enumerate():
        if thread not in here:
            thread.join(10)  # a worker that was told to end does so now
            if thread.is_alive():
                found.append(f"thread {thread.name}")
    return found


def _top_widgets() -> list[QWidget]:
    """Return the widgets without a parent; those inside them go with them."""
    return [each for each in QApplication.allWidgets() if each.parent() is None]


def settled_counts() -> dict[str, int]:
    """Count what lives in the process: widgets, threads, open files."""
    gc.collect()
    delete_the_deferred()
    files = Path("/proc/self/fd")
    return {
        "widgets": len(QApplication.allWidgets()),
        "threads": threading.active_count(),
        "files": len(list(files.iterdir())) if files.is_dir() else 0,
    }
