"""The first lines of a file to take in, as they stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.exchange.words import kind_words
from mutudesk.ui.widgets.styled import Styled
from mutudesk.usecases.previewing import ExchangeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QIcon

    from mutudesk.usecases.previewing import FilePreview

WIDEST = 260
_Index = QModelIndex | QPersistentModelIndex


class PlainTableModel(QAbstractTableModel):
    """Cells of text, with a sign before the first of a row where there is one.

    (A QTableWidget brought the program down when its many items went while another thread ran.)
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header: Sequence[str] = ()
        self._rows: Sequence[Sequence[str]] = ()
        self._signs: Sequence[QIcon] = ()

    def fill(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Hold these cells."""
        self.beginResetModel()
        self._header, self._rows, self._signs = header, rows, ()
        self.endResetModel()

    def sign(self, signs: Sequence[QIcon]) -> None:
        """Put a sign before each row."""
        self._signs = signs
        if self._rows:
            last = self.index(len(self._rows) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.DecorationRole])

    def rowCount(self, parent: _Index | None = None) -> int:
        """Qt's: how many rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Qt's: how many columns."""
        return 0 if parent is not None and parent.isValid() else len(self._header)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Qt's: the words, the sign."""
        row, column = index.row(), index.column()
        if not index.isValid() or row >= len(self._rows):
            return None
        cells = self._rows[row]
        if role == Qt.ItemDataRole.DisplayRole and column < len(cells):
            return cells[column]
        if role == Qt.ItemDataRole.DecorationRole and column == 0 and row < len(self._signs):
            return self._signs[row]
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's
        """Qt's: the headings."""
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole and section < len(self._header):
            return self._header[section]
        return None


class PlainTable(Styled, QTableView):
    """A small table to look at: no editing, rows of the look."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.cells = PlainTableModel(self)
        self.setModel(self.cells)
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
        self.apply_style()

    def apply_style(self) -> None:
        """Heights and room of the look."""
        look = current_look()
        height = look.px(27)
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {look.px(9)}px; }}")
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)


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
            self.cells.fill([self.tr("line"), *preview.header], preview.lines)
        else:
            rows = [[kind_words(ExchangeKind(kind)), name] for kind, name in preview.lines]
            self.cells.fill([self.tr("kind"), self.tr("file")], rows)
            header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.resizeColumnsToContents()
        widest = current_look().px(WIDEST)
        for column in range(self.cells.columnCount()):
            if self.columnWidth(column) > widest:
                self.setColumnWidth(column, widest)
