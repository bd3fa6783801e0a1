"""The files a batch wrote: one under the cursor, several chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget

from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import RING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_LINES = 6  # file names in sight at most


class ResultFiles(QListWidget):
    """Names of files; Entrée or a double click asks to open the one under the cursor."""

    open_requested = Signal()

    def __init__(self, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths = tuple(paths)
        self.setObjectName("result_files")
        self.setAccessibleName(self.tr("Files written"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.addItems([path.name for path in paths])
        self.setCurrentRow(0)
        look = current_look()
        ground, accent = look.colour("window").name(), look.colour("accent").name()
        chosen, text = look.colour("accent_soft").name(), look.colour("text").name()
        self.setStyleSheet(
            f"QListWidget {{ background: {ground}; border: {RING}px solid {ground}; }}"
            f"QListWidget:focus {{ border-color: {accent}; }}"
            f"QListWidget::item {{ border: 1px solid transparent; }}"
            f"QListWidget::item:selected {{ background: {chosen}; color: {text}; }}"
            f"QListWidget::item:focus {{ border-color: {accent}; }}"
        )
        self.ensurePolished()
        line = max(self.sizeHintForRow(0), look.px(18))
        self.setFixedHeight(line * min(len(paths), _LINES) + 2 * RING)
        self.itemDoubleClicked.connect(self.open_requested)

    @property
    def current(self) -> Path:
        """The file under the cursor."""
        return self._paths[max(self.currentRow(), 0)]

    @property
    def chosen(self) -> list[Path]:
        """The files selected, as they are listed; else the one under the cursor."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self._paths[row] for row in rows] or [self.current]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Entrée from the button that closes the dialog."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_requested.emit()
            event.accept()
        else:
            super().keyPressEvent(event)
