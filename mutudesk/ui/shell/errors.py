"""What happens when the program itself is wrong: a dialog with a report one can copy.

The report holds versions and places in the code. It never holds the text of the exception, paths of
the user or values: those may name people.
"""

from __future__ import annotations

import logging
import platform
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

import mutudesk
from mutudesk import __version__
from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.buttons import PRIMARY, ActionButton
from mutudesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from types import TracebackType

QUIET_SECONDS = 60.0  # the same mistake is shown once in this time
_LOG = logging.getLogger(__name__)
_PACKAGE = Path(mutudesk.__file__).resolve().parent


def report_of(problem: BaseException) -> str:
    """Versions, kind of exception and where it happened; no message, no values, no user paths."""
    lines = [
        f"MutuDesk {__version__}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()}",
        "",
        type(problem).__qualname__,
    ]
    lines += [
        f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(problem.__traceback__)
    ]
    cause = problem.__cause__ or problem.__context__
    if cause is not None:
        lines += ["", type(cause).__qualname__]
        lines += [
            f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(cause.__traceback__)
        ]
    return "\n".join(lines)


def _place(file: str) -> str:
    path = Path(file)
    if path.is_relative_to(_PACKAGE):
        return f"mutudesk/{path.relative_to(_PACKAGE).as_posix()}"
    return path.name


class CrashDialog(QDialog):
    """Says that something went wrong in the program, what is safe, and shows the report."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crash_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong in the program"))
        look = current_look()
        text = self.tr(
            "What you were doing could not be finished. What was saved before is safe. "
            "You can copy this report for the people who maintain the program: "
            "it holds no name and no data of your register."
        )
        self._report = QPlainTextEdit(report)
        self._report.setObjectName("crash_report")
        self._report.setAccessibleName(self.tr("Report"))
        self._report.setReadOnly(True)
        self._report.setMinimumSize(look.px(520), look.px(200))
        copy = ActionButton(self.tr("Copy the report"), "crash_copy", icon="copy")
        go_on = ActionButton(self.tr("Go on"), "crash_close", kind=PRIMARY)
        copy.clicked.connect(self._copy)
        go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(8))
        buttons.addStretch(1)
        buttons.addWidget(copy)
        buttons.addWidget(go_on)
        column = QVBoxLayout(self)
        margin = look.px(20)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.px(12))
        column.addWidget(label(self.windowTitle(), "lead"))
        column.addWidget(label(text, wrap=True))
        column.addWidget(self._report, 1)
        nest(column, buttons)
        go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())


class CrashReporter(QObject):
    """Takes `sys.excepthook` from `install` to `remove`; one dialog at a time."""

    reported = Signal(str)

    def __init__(self, window: QWidget | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._seen: dict[str, float] = {}
        self._open = False
        self._before = sys.excepthook

    def install(self) -> None:
        """Take over exceptions that nobody caught."""
        self._before = sys.excepthook
        sys.excepthook = self.report

    def remove(self) -> None:
        """Give the hook back."""
        sys.excepthook = self._before

    def report(
        self,
        kind: type[BaseException],
        problem: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log the exception and show it, unless the same was shown a moment ago."""
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, problem, trace)
            return
        text = report_of(problem.with_traceback(trace))
        _LOG.error("unexpected exception\n%s", text)
        now = time.monotonic()
        if self._open or now - self._seen.get(text, -QUIET_SECONDS) < QUIET_SECONDS:
            return
        self._seen[text] = now
        self._open = True
        dialog = CrashDialog(text, self._window)
        dialog.finished.connect(self._on_finished)
        dialog.open()
        self.reported.emit(text)

    def _on_finished(self, _result: int) -> None:
        self._open = False
