"""The first lines of a file to take in, as they stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from mutudesk.ui.look import current_look
from mutudesk.ui.pages.exchange_words import kind_words
from mutudesk.ui.widgets.dressed import Dressed
from mutudesk.usecases.previewing import ExchangeKind

if TYPE_CHECKING:
    from mutudesk.usecases.previewing import FilePreview

WIDEST = 260


class PlainTable(Dressed, QTableWidget):
    """A small table to look at: no editing, rows of the look."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(left)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.dress()

    def dress(self) -> None:
        """Heights and room of the look."""
        look = current_look()
        height = look.px(27)
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {look.px(9)}px; }}")
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def fill(self, header: list[str], rows: list[list[str]]) -> None:
        """Show these cells."""
        self.clear()
        self.setColumnCount(len(header))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(header)
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                self.setItem(row, column, QTableWidgetItem(text))


class PreviewTable(PlainTable):
    """The lines with their numbers; of a folder, its files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("import_preview", "", parent)
        self.setAccessibleName(self.tr("First lines of the file"))

    def show_preview(self, preview: FilePreview) -> None:
        """Show what was seen."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        if preview.header:
            self.fill(
                [self.tr("line"), *preview.header],
                [list(each) for each in preview.lines],
            )
        else:
            rows = [[kind_words(ExchangeKind(kind)), name] for kind, name in preview.lines]
            self.fill([self.tr("kind"), self.tr("file")], rows)
            header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.resizeColumnsToContents()
        widest = current_look().px(WIDEST)
        for column in range(self.columnCount()):
            if self.columnWidth(column) > widest:
                self.setColumnWidth(column, widest)
