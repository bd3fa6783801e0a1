"""What a user does with PDF files that lie in a folder: open one, print some; and what comes of it.

Printing is a job of the register's worker, one at a time; it says how far it is, and can be
stopped between two pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from mutudesk.ui.dialogs.paper import (
    PaperFault,
    PaperFaultError,
    PaperOutcome,
    ask_printer,
    count_pages,
    printer_fault,
    put_on_paper,
)
from mutudesk.ui.dialogs.questions import waiting
from mutudesk.ui.qt.jobs import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from mutudesk.ui.qt.jobs import JobRunner


class PaperJobs(QObject):
    """Opens and prints files, and says in words what came of it.

    Signals:
        reported(str, str): words, and of which kind (info, ok, warn, error).
        ended(): what was printing is over.
    """

    reported = Signal(str, str)
    ended = Signal()

    def __init__(self, runner: JobRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._runner, self._window = runner, parent
        self._job: int | None = None
        self._printer = ""
        self._stopping = False
        runner.progressed.connect(self._on_progressed)

    @property
    def is_printing(self) -> bool:
        """Tell whether files are on their way to a printer."""
        return self._job is not None

    def open(self, path: Path) -> None:
        """Show a file in the program that the system has for it."""
        try:
            count_pages(path)
        except PaperFaultError as error:
            self._report_fault(error.fault, path)
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._report_fault(PaperFault.NO_PROGRAM, path)

    def open_folder(self, folder: Path) -> None:
        """Show a folder in the system's own window."""
        if not folder.is_dir():
            self._report_fault(PaperFault.FOLDER_GONE, folder)
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._report_fault(PaperFault.NO_PROGRAM, folder)

    def print_files(self, paths: Sequence[Path]) -> None:
        """Ask for a printer and print files one after the other; one batch at a time."""
        if self.is_printing or self._runner.is_closed or not paths:
            return
        with waiting():  # a printer far away takes its time to answer
            fault = printer_fault()
        if fault is not None:
            self._report_fault(fault, paths[0])
            return
        try:
            printer = ask_printer(self._window, paths)
        except PaperFaultError as error:
            self._report_fault(error.fault, error.path)
            return
        if printer is None or self._runner.is_closed:
            return
        wanted, self._printer = tuple(paths), printer.printerName()

        def work(
            progress: Callable[[int, int], None], cancelled: Callable[[], bool]
        ) -> PaperOutcome:
            return put_on_paper(printer, wanted, progress, cancelled)

        self._job = self._runner.run_long(
            work,
            self._on_done,
            self._on_refused,
            label=self.tr("Printing"),
            ended=self._on_ended,
        )
        self.reported.emit(self.tr("Printing…"), "info")

    def cancel(self) -> None:
        """Stop before the next page."""
        if self._job is not None:
            self._stopping = True
            self._runner.cancel(self._job)
            self.reported.emit(self.tr("Stopping…"), "info")

    # ----------------------------------------------------------------------------------------------

    def _on_progressed(self, progress: object) -> None:
        if self._stopping or not isinstance(progress, Progress) or progress.job != self._job:
            return
        if progress.total:
            text = self.tr("Printing: page {done} of {total}")
            self.reported.emit(text.format(done=progress.done, total=progress.total), "info")

    def _on_ended(self) -> None:
        self._job, self._stopping = None, False
        self.ended.emit()

    def _on_refused(self, _refused: object) -> None:
        """Nothing is refused here: what goes wrong with paper is an outcome."""

    def _on_done(self, outcome: PaperOutcome) -> None:
        if outcome.fault is not None and outcome.path is not None:
            self._report_fault(outcome.fault, outcome.path, outcome.sent)
        elif outcome.stopped:
            text = self.tr("Stopped: pages the printer has already may still come out.")
            self.reported.emit(text, "warn")
        else:
            self.reported.emit(self._sent(outcome.sent), "ok")

    def _sent(self, files: int) -> str:
        words = self.tr("%n file(s) sent to the printer {printer}", "", files)
        return words.format(printer=self._printer)

    def _report_fault(self, fault: PaperFault, path: Path, sent: int = 0) -> None:
        why = self._words(fault).format(
            path=path, file=path.name, folder=path.parent, printer=self._printer
        )
        text = f"{why}\n{self._sent(sent)}" if sent else why
        self.reported.emit(text, "error")

    def _words(self, fault: PaperFault) -> str:
        words = {
            PaperFault.GONE: self.tr(
                "{file} is no longer in the folder: it was moved, renamed or deleted meanwhile."
            ),
            PaperFault.FOLDER_GONE: self.tr(
                "The folder {path} is no longer there: it was moved, renamed or deleted meanwhile."
            ),
            PaperFault.DAMAGED: self.tr(
                "{file} is damaged and cannot be read as a PDF. Print the project again."
            ),
            PaperFault.NO_PRINTER: self.tr(
                "No printer is installed on this machine. The PDF files are in the folder {folder}."
            ),
            PaperFault.NO_LIBRARY: self.tr(
                "The printing library of the system is missing (on Linux: libcups2), so that "
                "no printer is found. The PDF files are in the folder {folder}."
            ),
            PaperFault.NO_PROGRAM: self.tr(
                "No program of this machine opens {file}. It is in the folder {folder}."
            ),
            PaperFault.NOT_TAKEN: self.tr(
                "The printer {printer} did not take {file}. See whether it is switched on and "
                "within reach, then print again."
            ),
        }
        return words[fault]
