"""What a batch of conventions gave: the files written, and those refused with their reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mutudesk.language.typography import NO_BREAK, typographic
from mutudesk.ui.dialogs.paper_jobs import PaperJobs
from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.conventions.result_files import ResultFiles
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.buttons import PRIMARY, ActionButton
from mutudesk.ui.widgets.labels import ElidedLabel, label
from mutudesk.ui.widgets.message_band import MessageBand
from mutudesk.ui.words.common import sentences_for

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.ui.qt.jobs import JobRunner
    from mutudesk.usecases.printing import BatchResult

WIDTH = 640


class ResultDialog(QDialog):
    """Shown at the end of a batch: opens and prints what was written; closed by Échap."""

    def __init__(
        self, result: BatchResult, folder: Path, runner: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("conventions_result")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Projects printed"))
        self._folder = folder
        self._jobs = PaperJobs(runner, self)
        paths = [each.path for each in result.written]
        self._files = ResultFiles(paths) if paths else None
        self._band = MessageBand("result_band")
        self._print = ActionButton("", "result_print", icon="printer")
        self._close = ActionButton("", "result_close", kind=PRIMARY)
        look = current_look()
        column = QVBoxLayout(self)
        margin = look.px(20)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.px(8))
        written = self.tr("%n project(s) written", "", len(result.written))
        column.addWidget(label(written, "lead", "result_title"))
        where = ElidedLabel(str(folder), "soft")
        where.setObjectName("result_folder")
        column.addWidget(where)
        if result.cancelled:
            text = self.tr("Stopped before the end: what was written stays.")
            column.addWidget(label(text, "warn", "result_cancelled", wrap=True))
        if self._files is not None:
            column.addWidget(self._files)
            self._files.itemSelectionChanged.connect(self._show_state)
            self._files.open_requested.connect(self.open_file)
        if result.refused:
            column.addWidget(self._refused(result), 1)
        column.addWidget(self._band)
        nest(column, self._buttons())
        self.setFixedWidth(look.px(WIDTH))
        self._jobs.reported.connect(self._on_reported)
        self._jobs.ended.connect(self._show_state)
        self._show_state()

    def open_file(self) -> None:
        """Show the file under the cursor in the system's program for it."""
        if self._files is not None:
            self._jobs.open(self._files.current)

    def print_files(self) -> None:
        """Put the files chosen on paper."""
        if self._files is not None:
            self._jobs.print_files(self._files.chosen)
            self._show_state()

    def open_folder(self) -> None:
        """Show the folder in the system's own window."""
        self._jobs.open_folder(self._folder)

    def reject(self) -> None:
        """Close; while files are being printed, stop that first."""
        if self._jobs.is_printing:
            self._jobs.cancel()
        else:
            super().reject()

    # ----------------------------------------------------------------------------------------------

    def _on_reported(self, words: str, kind: str) -> None:
        self._band.show_message(words, kind)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))
        if kind != "info":  # how far it is need not be read out
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _show_state(self) -> None:
        """What is offered, for the files chosen and while they are printed."""
        printing = self._jobs.is_printing
        self._close.setText(self.tr("&Stop") if printing else self.tr("&Close"))
        if self._files is None:
            return
        if printing and self._print.hasFocus():  # else Qt would give it to the next button
            self._close.setFocus()
        chosen = len(self._files.chosen)
        several = self.tr("&Print %n file(s)…", "", chosen)
        self._print.setText(several if chosen > 1 else self.tr("&Print…"))
        self._print.setEnabled(not printing)

    def _refused(self, result: BatchResult) -> QWidget:
        look = current_look()
        inside = QWidget()
        inside.setProperty("kind", "clear")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(6))
        refused = self.tr("%n project(s) refused", "", len(result.refused))
        rows.addWidget(label(refused, "strong", "result_refused"))
        for number, each in enumerate(result.refused):
            reasons = sentences_for(each.findings)
            text = f"{typographic(each.name)}{NO_BREAK}: {reasons}"
            rows.addWidget(label(text, "", f"result_refused_{number}", wrap=True))
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("result_reasons")
        scroll.setAccessibleName(refused)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setMinimumHeight(look.px(min(60 + 48 * len(result.refused), 220)))
        return scroll

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(current_look().px(8))
        buttons.addStretch(1)
        opening = ActionButton(self.tr("&Open"), "result_open", icon="external-link")
        opening.clicked.connect(self.open_file)
        self._print.clicked.connect(self.print_files)
        folder = ActionButton(self.tr("&Folder"), "result_open_folder", icon="folder-open")
        folder.clicked.connect(self.open_folder)
        self._close.setDefault(True)
        self._close.clicked.connect(self.reject)
        for button in (opening, self._print, folder):
            buttons.addWidget(button)
            button.setVisible(self._files is not None)
        buttons.addWidget(self._close)
        self._close.setFocus()
        return buttons
