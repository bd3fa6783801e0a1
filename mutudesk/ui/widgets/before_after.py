"""A table of fields before and after, by record; what changed is marked by sign and weight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from mutudesk.ui.look.current import current_look
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_BEFORE = 2  # the column
_Index = QModelIndex | QPersistentModelIndex
CHANGED, ADDED, TAKEN = "≠", "+", "−"
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class ShownField:
    """One field in words."""

    label: str
    before: str
    after: str

    @property
    def sign(self) -> str:
        """How it changed, "" for not at all."""
        if self.before == self.after:
            return ""
        if self.before == _NOTHING:
            return ADDED
        return TAKEN if self.after == _NOTHING else CHANGED


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """One record with its fields."""

    title: str
    fields: tuple[ShownField, ...]


class BeforeAfterModel(QAbstractTableModel):
    """A row for each record, and one for each of its fields under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records: tuple[ShownRecord, ...] = ()
        self._rows: list[tuple[int, ShownField | None]] = []
        self._header = ("", self.tr("Field"), self.tr("Before"), self.tr("After"))

    def show_records(self, records: Sequence[ShownRecord]) -> None:
        """Hold these records."""
        self.beginResetModel()
        self._records = tuple(records)
        self._rows = [
            (place, field)
            for place, record in enumerate(self._records)
            for field in (None, *record.fields)
        ]
        self.endResetModel()

    def record_at(self, row: int) -> int:
        """Which record a row belongs to; -1 for none."""
        return self._rows[row][0] if 0 <= row < len(self._rows) else -1

    def headings(self) -> list[int]:
        """The rows that name a record."""
        return [row for row, (_, field) in enumerate(self._rows) if field is None]

    def rowCount(self, parent: _Index | None = None) -> int:
        """Qt's: how many rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Qt's: how many columns."""
        return 0 if parent is not None and parent.isValid() else len(self._header)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        """Qt's: the headings."""
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole:
            return self._header[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Qt's: words, weights and colours."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        place, field = self._rows[index.row()]
        if field is None:
            return _heading_data(self._records[place].title, index.column(), role)
        return self._field_data(field, index.column(), role)

    def _field_data(self, field: ShownField, column: int, role: int) -> object:
        look = current_look()
        if role == Qt.ItemDataRole.DisplayRole:
            return (field.sign, field.label, field.before, field.after)[column]
        if role == Qt.ItemDataRole.FontRole:
            return look.font("body", bold=bool(field.sign) and column != 1, figures=column > 1)
        if role == Qt.ItemDataRole.ForegroundRole:
            return look.colour("text" if field.sign and column != _BEFORE else "text_soft")
        if column == 0 and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if column == 0 and role in {
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            return self._spoken_sign(field.sign)
        return None

    def _spoken_sign(self, sign: str) -> str:
        return {
            CHANGED: self.tr("changed"),
            ADDED: self.tr("added"),
            TAKEN: self.tr("taken out"),
        }.get(sign, self.tr("unchanged"))


def _heading_data(title: str, column: int, role: int) -> object:
    look = current_look()
    if role == Qt.ItemDataRole.DisplayRole:
        return title if column == 0 else None
    if role == Qt.ItemDataRole.FontRole:
        return look.font("body", bold=True)
    if role == Qt.ItemDataRole.BackgroundRole:
        return look.colour("raised")
    if role == Qt.ItemDataRole.ForegroundRole:
        return look.colour("text")
    return None


class BeforeAfterTable(Styled, QTableView):
    """Rows of fields under a row for each record.

    Signals:
        record_changed(int): the cursor is on another record.
    """

    record_changed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "before_after")
        self.setAccessibleName(self.tr("Fields before and after"))
        self._cells = BeforeAfterModel(self)
        self.setModel(self._cells)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        for column in (2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.apply_style()

    @property
    def current_record(self) -> int:
        """The record under the cursor; the first where there is no cursor, -1 for none."""
        return self._cells.record_at(max(self.currentIndex().row(), 0))

    def show_records(self, records: Sequence[ShownRecord]) -> None:
        """Show these records, the cursor on the first."""
        self.clearSpans()
        self._cells.show_records(records)
        for row in self._cells.headings():
            self.setSpan(row, 0, 1, self._cells.columnCount())
        if records:
            self.blockSignals(True)
            self.selectRow(0)
            self.blockSignals(False)
        self.resizeRowsToContents()
        self.scrollToTop()

    def apply_style(self) -> None:
        """Widths and colours of the look."""
        look = current_look()
        self.setColumnWidth(0, look.px(36))
        self.setColumnWidth(1, look.px(150))
        self.resizeRowsToContents()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap again."""
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def _on_current_changed(self) -> None:
        self.record_changed.emit(self.current_record)
