"""Giving the matrix out as it stands on the date: a file for a spreadsheet, a PDF to print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mutudesk.usecases.matrix import export_matrix, print_matrix

if TYPE_CHECKING:
    from collections.abc import Callable

    from mutudesk.domain.matrix import Matrix
    from mutudesk.ui.qt.jobs import JobRunner
    from mutudesk.usecases.session import Session


class MatrixFiles(QObject):
    """Asks for a file, writes it beside the window.

    Signals:
        written(object, int): the path, and how many bodies are in it.
        refused(object): the RefusedError.
    """

    written = Signal(object, int)
    refused = Signal(object)

    def __init__(self, session: Session, runner: JobRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._runner, self._page = session, runner, parent

    def export(self, matrix: Matrix) -> None:
        """Write what is shown to a CSV file."""
        path = self._ask(self.tr("Export the matrix"), matrix, "csv", "CSV (*.csv)")
        if path is not None:
            self._write(path, matrix, export_matrix, self.tr("Export"))

    def print_out(self, matrix: Matrix) -> None:
        """Write what is shown to a PDF file."""
        path = self._ask(self.tr("Print the matrix"), matrix, "pdf", "PDF (*.pdf)")
        if path is not None:
            self._write(path, matrix, print_matrix, self.tr("Printing"))

    # ----------------------------------------------------------------------------------------------

    def _ask(self, title: str, matrix: Matrix, ending: str, kinds: str) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.tr("memberships-{day}").format(day=matrix.on.isoformat())
        proposed = str(Path(folder) / f"{name}.{ending}")
        chosen, _ = QFileDialog.getSaveFileName(self._page, title, proposed, kinds)
        return Path(chosen) if chosen else None

    def _write(
        self,
        path: Path,
        matrix: Matrix,
        write: Callable[[Session, Matrix, Path], int],
        words: str,
    ) -> None:
        session = self._session

        def work() -> tuple[Path, int]:
            return path, write(session, matrix, path)

        self._runner.run(work, self._on_done, self.refused.emit, label=words)

    def _on_done(self, done: tuple[Path, int]) -> None:
        self.written.emit(*done)
