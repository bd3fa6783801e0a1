"""Taking a file in: choose it, see its first lines and what would happen, then take it whole.

Nothing is written before the last button, and nothing at all while one line is refused.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.exchange.changes import ImportContents
from mutudesk.ui.pages.exchange.file_row import FileRow
from mutudesk.ui.pages.exchange.jobs import look_at, take_in
from mutudesk.ui.pages.exchange.kind_row import KindRow
from mutudesk.ui.pages.exchange.report import ReportView
from mutudesk.ui.pages.exchange.start import ImportStart
from mutudesk.ui.pages.exchange.words import done_words
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.buttons import PLAIN, PRIMARY, ActionButton
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.message_band import MessageBand
from mutudesk.ui.words.common import sentences_for
from mutudesk.usecases.previewing import (
    FOLDER,
    ExchangeKind,
    FilePreview,
    ImportReport,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from mutudesk.domain.findings import RefusedError
    from mutudesk.ui.qt.jobs import JobRunner, Progress, Work
    from mutudesk.usecases.session import Session

T = TypeVar("T")

READ_AGAIN = "read_again"
_PREVIEW, _FINDINGS = 3, 4  # shares of the height


class ImportDialog(QDialog):
    """Opened with `open()`; sends `imported(sentence)` when something was recorded."""

    imported = Signal(str)

    def __init__(self, session: Session, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import"))
        self._session, self._runner = session, runner
        self._path: Path | None = None
        self._preview: FilePreview | None = None
        self._report: ImportReport | None = None
        self._job = 0
        self._recording = False
        self._busy_words = ""
        self._file = FileRow()
        self._kind = KindRow()
        self._contents = ImportContents()
        self._report_view = ReportView()
        self._progress = QProgressBar()
        self._progress.setObjectName("import_bar")
        self._progress.setTextVisible(False)
        self._progress_words = label(kind="soft", name="import_progress")
        self._band = MessageBand("import_band")
        self._compose()
        self._file.other_requested.connect(self.choose_file)
        self._file.folder_requested.connect(self.choose_folder)
        self._kind.chosen.connect(self._on_kind_chosen)
        self._kind.reading_requested.connect(self._on_reading_requested)
        self._band.action_requested.connect(self._on_band_action)
        runner.progressed.connect(self._on_progressed)
        self._show_busy("")
        self._report_view.show_report(None)

    # What the window uses -------------------------------------------------------------------------

    def look_at(self, path: Path, kind: ExchangeKind | str | None = None) -> None:
        """Show a file or folder and what taking it in would do."""
        if path != self._path:
            self._kind.forget()
        self._path = path
        self._report = None
        self._band.clear()
        self._stack.setCurrentIndex(1)
        self._file.show_name(path.name)
        self._report_view.show_report(None)
        self._contents.show_report(None)
        self._show_busy(self.tr("Reading and checking…"))
        work = partial(
            look_at,
            self._session,
            path,
            kind,
            close_previous=self._kind.close_previous,
            encoding=self._kind.encoding,
        )
        self._run(work, self._on_looked, path.name)

    def choose_file(self) -> None:
        """Ask for a file."""
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a file"),
            self._folder(),
            self.tr("Text tables (*.csv *.txt *.tsv);;All files (*)"),
        )
        if chosen:
            self.look_at(Path(chosen))

    def choose_folder(self) -> None:
        """Ask for a folder with one file a kind."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), self._folder())
        if chosen:
            self.look_at(Path(chosen))

    def reject(self) -> None:
        """Close; while lines are being recorded, stop that first and stay, to say what became."""
        self._runner.cancel(self._job)
        if self._recording:
            self._busy_words = self.tr("Stopping…")
            self._progress_words.setText(self._busy_words)
            return
        super().reject()

    # ----------------------------------------------------------------------------------------------

    def _compose(self) -> None:
        look = current_look()
        start = ImportStart()
        start.file.clicked.connect(self.choose_file)
        start.folder.clicked.connect(self.choose_folder)
        self._stack = QStackedWidget()
        self._stack.addWidget(start)
        self._stack.addWidget(self._compose_preview())
        cancel = ActionButton(self.tr("Cancel"), "import_cancel", kind=PLAIN)
        self._take = ActionButton(self.tr("&Import"), "import_take", kind=PRIMARY)
        cancel.clicked.connect(self.reject)
        self._take.clicked.connect(self._on_take_clicked)
        self._progress.setFixedWidth(look.px(120))
        bottom = QHBoxLayout()
        bottom.setSpacing(look.px(8))
        bottom.addWidget(self._progress)
        bottom.addWidget(self._progress_words, 1)
        bottom.addWidget(cancel)
        bottom.addWidget(self._take)
        column = QVBoxLayout(self)
        margin = look.px(20)
        column.setContentsMargins(margin, look.px(16), margin, look.px(16))
        column.setSpacing(look.px(12))
        column.addWidget(self._stack, 1)
        column.addWidget(self._band)
        nest(column, bottom)
        self.resize(look.px(940), look.px(620))

    def _compose_preview(self) -> QWidget:
        look = current_look()
        result = QWidget()
        column = self._parts = QVBoxLayout(result)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(self._file)
        column.addWidget(self._kind)
        column.addWidget(self._contents, _PREVIEW)
        column.addWidget(self._report_view)
        return result

    def _show_busy(self, words: str) -> None:
        self._progress.setRange(0, 0)
        self._progress.setVisible(bool(words))
        self._busy_words = words
        self._progress_words.setText(words)

    def _on_progressed(self, progress: Progress) -> None:
        if progress.job == self._job and self._is_checking():
            self._progress.setRange(0, progress.total)
            self._progress.setValue(progress.done)
            percent = 100 * progress.done // max(progress.total, 1)
            self._progress_words.setText(f"{self._busy_words} {percent}\N{NO-BREAK SPACE}%")

    def _folder(self) -> str:
        return "" if self._path is None else str(self._path.parent)

    def _on_kind_chosen(self, kind: object) -> None:
        if self._path is not None and isinstance(kind, (ExchangeKind, str)):
            self.look_at(self._path, kind)

    def _on_reading_requested(self) -> None:
        if not self._recording:
            self._read_again()

    def _on_looked(self, result: tuple[FilePreview, ImportReport | None]) -> None:
        preview, request = result[0], result[0].request
        if self._kind.has_changed_since(request):
            return  # what is wished for now is being looked at
        self._preview, self._report = result
        is_folder = request is not None and request.kind == FOLDER
        self._show_busy("")
        self._kind.show_request(request)
        self._file.show_count(preview, is_folder=is_folder)
        self._contents.show_preview(preview)
        self._contents.show_report(self._report)
        self._report_view.show_report(self._report, with_files=is_folder)
        room = _FINDINGS if self._report_view.has_findings else 0
        self._parts.setStretchFactor(self._report_view, room)
        if request is None:
            unknown = self.tr("The columns do not say what this file is: choose its kind.")
            self._band.show_message(unknown)
            self._kind.focus()
        else:
            self._take.setFocus()

    def _on_take_clicked(self) -> None:
        preview, report, show = self._preview, self._report, self._band.show_message
        if self._recording or (self._path is not None and report is None and self._is_checking()):
            show(self.tr("The file is still being checked."))
        elif preview is None or self._path is None:
            show(self.tr("Choose a file or a folder first."))
        elif preview.request is None or report is None:
            show(self.tr("Choose the kind of the file first."))
            self._kind.focus()
        elif report.is_refused:
            show(
                self.tr(
                    "Nothing is recorded while a line is refused: mend these lines in the "
                    "file, then read it again."
                ),
                "error",
                **{READ_AGAIN: self.tr("Read the file again")},
            )
        elif not self._session.register.is_writable:
            show(self.tr("This register is read only: nothing can be recorded."), "warn")
        else:
            self._record(preview)

    def _is_checking(self) -> bool:
        return bool(self._busy_words)

    def _record(self, preview: FilePreview) -> None:
        self._recording = True
        self._band.clear()
        self._show_busy(self.tr("Recording…"))
        self._run(partial(take_in, self._session, preview), self._on_recorded, self._file.name)

    def _run(self, work: Work[T], done: Callable[[T], None], label: str) -> None:
        self._job = self._runner.run_long(
            work,
            done,
            self._on_refused,
            label=label,
            stopped=self._on_stopped,
            ended=self._on_ended,
        )

    def _on_ended(self) -> None:
        self._recording = False

    def _on_recorded(self, result: ImportReport | None) -> None:
        self._show_busy("")
        if result is None or result.is_refused:
            self._read_again()
            words = self.tr("The file or the register changed meanwhile: here is how it is now.")
            self._band.show_message(words, "warn")
            return
        self.imported.emit(done_words(result))
        self.accept()

    def _on_stopped(self) -> None:
        self._show_busy("")
        self._band.show_message(self.tr("Stopped: nothing was recorded."))

    def _on_refused(self, refused: RefusedError) -> None:
        self._show_busy("")
        self._band.show_message(sentences_for(refused.findings), "error")

    def _on_band_action(self, action: str) -> None:
        if action == READ_AGAIN:
            self._read_again()

    def _read_again(self) -> None:
        request = self._preview.request if self._preview is not None else None
        if self._path is not None:
            kind = request.kind if request is not None and request.kind != FOLDER else None
            self.look_at(self._path, kind)
