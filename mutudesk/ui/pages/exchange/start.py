"""What the import dialog shows before a file is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ImportStart(EmptyState):
    """Says what can be taken in; `file` and `folder` are its buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            "download",
            translate("ImportStart", "Import a list"),
            translate(
                "ImportStart",
                "A text table (CSV) with the names of its columns on the first line, or a folder "
                "with one file a kind. You see every line to mend before anything is recorded.",
            ),
            parent,
        )
        self.setObjectName("import_start")
        words = translate("ImportStart", "Choose a &file…")
        self.file = self.add_action(words, "import_choose_file", icon="file-text")
        words = translate("ImportStart", "Choose a f&older…")
        self.folder = self.add_action(words, "import_choose_folder")
