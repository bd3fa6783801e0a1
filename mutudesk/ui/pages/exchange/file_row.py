"""Which file or folder is looked at, and how to choose another: the head of the import dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mutudesk.ui.look.current import current_look
from mutudesk.ui.widgets.buttons import QUIET, ActionButton
from mutudesk.ui.widgets.labels import ElidedLabel, label

if TYPE_CHECKING:
    from mutudesk.usecases.previewing import FilePreview


class FileRow(QWidget):
    """The name of a file, how many lines it has, and two buttons.

    Signals:
        other_requested(): choose another file.
        folder_requested(): choose a folder.
    """

    other_requested = Signal()
    folder_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = ElidedLabel("", "lead")
        self._file.setObjectName("import_file_name")
        self._count = label(kind="soft", name="import_count")
        other = ActionButton(self.tr("Another &file…"), "import_other_file", kind=QUIET)
        folder = ActionButton(self.tr("A f&older…"), "import_other_folder", kind=QUIET)
        other.clicked.connect(self.other_requested)
        folder.clicked.connect(self.folder_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_look().px(9))
        row.addWidget(self._file)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(other)
        row.addWidget(folder)

    @property
    def name(self) -> str:
        """The name of the file, whole."""
        return self._file.whole

    def show_name(self, name: str) -> None:
        """Show the name of what is going to be looked at."""
        self._file.set_whole(name)

    def show_count(self, preview: FilePreview, *, is_folder: bool) -> None:
        """Show how many lines a file has, or a folder files."""
        self._count.setText(
            self.tr("%n file(s)", "", preview.count)
            if is_folder
            else self.tr("%n line(s)", "", preview.count)
        )
