"""What a batch of conventions gave: the files written, and those refused with their reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mutudesk.language.typography import NO_BREAK, typographic
from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.buttons import PRIMARY, ActionButton
from mutudesk.ui.widgets.labels import ElidedLabel, label
from mutudesk.ui.words.common import sentences_for

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.usecases.printing import BatchResult

_LINES = 6  # file names in sight at most
WIDTH = 640


class ResultDialog(QDialog):
    """Shown at the end of a batch; closed by Échap."""

    def __init__(self, result: BatchResult, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conventions_result")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Projects printed"))
        self._folder = folder
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
        if result.written:
            column.addWidget(self._files(result))
        if result.refused:
            column.addWidget(self._refused(result), 1)
        nest(column, self._buttons(bool(result.written)))
        self.setFixedWidth(look.px(WIDTH))

    def open_folder(self) -> None:
        """Show the folder in the system's own window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _files(self, result: BatchResult) -> QListWidget:
        look = current_look()
        files = QListWidget()
        files.setObjectName("result_files")
        files.setAccessibleName(self.tr("Files written"))
        files.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        files.addItems([each.path.name for each in result.written])
        files.setStyleSheet(f"background: {look.colour('window').name()}")
        files.ensurePolished()
        line = max(files.sizeHintForRow(0), look.px(18))
        files.setFixedHeight(line * min(len(result.written), _LINES) + look.px(2))
        return files

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

    def _buttons(self, has_files: bool) -> QHBoxLayout:  # noqa: FBT001 - what is shown
        buttons = QHBoxLayout()
        buttons.setSpacing(current_look().px(8))
        buttons.addStretch(1)
        folder = ActionButton(self.tr("&Open the folder"), "result_open", icon="folder-open")
        folder.clicked.connect(self.open_folder)
        folder.setVisible(has_files)
        close = ActionButton(self.tr("&Close"), "result_close", kind=PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons.addWidget(folder)
        buttons.addWidget(close)
        close.setFocus()
        return buttons
