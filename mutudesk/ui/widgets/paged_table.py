"""The model of a long list: reads pages on demand, never all rows.

For the first paint: the count and the first 256 rows. Once the reader leaves them: the ordered ids
(8 bytes a row), then pages of 256 rows by id, of which 64 are kept. `data()` is total: a row that
is gone, or a file that cannot be read any more, gives empty cells and one `failed` signal.
"""

from __future__ import annotations

from collections import OrderedDict
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.widgets.columns import Align, Column

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from mutudesk.domain.listings import ListSource

PAGE = 256
PAGES_KEPT = 64
_NO_PARENT = QModelIndex()


class Role(IntEnum):
    """Roles of our own."""

    ROW = Qt.ItemDataRole.UserRole + 1  # the read row itself
    SUBTITLE = Qt.ItemDataRole.UserRole + 2
    REPEATED = Qt.ItemDataRole.UserRole + 3  # same as the row above, may be left unpainted


_ALIGNMENTS = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
}


class PagedTableModel(QAbstractTableModel):
    """Rows of a ListSource under columns. Every row has an `id`."""

    failed = Signal(object)  # the exception of a source that could not be read
    outdated = Signal()  # the list changed in the file since it was counted: ask for it again

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._source: ListSource[Any] | None = None
        self._count = 0
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._ids: array[int] | None = None

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns."""
        return self._columns

    @property
    def count(self) -> int:
        """How many rows the list has."""
        return self._count

    def set_source(self, source: ListSource[Any] | None) -> None:
        """Show another list, or the same one read again."""
        count, first = 0, ()
        if source is not None:
            count = source.count()
            first = tuple(source.first(PAGE)) if count else ()
        self.beginResetModel()
        self._source, self._count, self._ids = source, count, None
        self._pages.clear()
        self._pages[0] = first
        self.endResetModel()

    # What the view asks ---------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """How many rows."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - what Qt takes
        """The headings."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_ALIGNMENTS[column.align] | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - what Qt takes
        """One fact of a cell."""
        if not index.isValid() or not 0 <= index.column() < len(self._columns):
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_ALIGNMENTS[column.align] | Qt.AlignmentFlag.AlignVCenter)
        row = self.row_at(index.row()) if role in _READ_ROLES else None
        if row is None:
            return None
        return self._fact(index.row(), row, column, role)

    def _fact(self, place: int, row: object, column: Column, role: int) -> object:
        match role:
            case Role.ROW:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Role.SUBTITLE:
                return column.subtitle(row) if column.subtitle is not None else ""
            case Role.REPEATED:
                return self._is_repeated(place, row, column)
            case _:  # tool tip, accessible text
                return column.words(row)

    # Rows by place and by id ----------------------------------------------------------------------

    def row_at(self, place: int) -> Any:  # noqa: ANN401 - a read row of the source
        """The read row at a place, None when it cannot be had."""
        if not 0 <= place < self._count:
            return None
        number, offset = divmod(place, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._read_page(number)
        else:
            self._pages.move_to_end(number)
        return page[offset] if offset < len(page) else None

    def place_of(self, record_id: int) -> int:
        """Where the row with an id stands, -1 when it is not in the list."""
        for offset, row in enumerate(self._pages.get(0, ())):
            if row.id == record_id:
                return offset
        if self._count <= PAGE:
            return -1
        try:
            return self._snapshot().index(record_id)
        except ValueError:
            return -1

    def _snapshot(self) -> array[int]:
        if self._ids is None:
            if self._source is None:
                raise ValueError("no list")
            self._ids = self._source.ids()
            if len(self._ids) != self._count:
                # Rows cannot come or go inside data(): tell once this call is over.
                QTimer.singleShot(0, self, weak_slot(self._report_outdated))
        return self._ids

    def _read_page(self, number: int) -> Sequence[Any]:
        page: Sequence[Any] = ()
        if self._source is not None:
            try:
                wanted = self._snapshot()[number * PAGE : (number + 1) * PAGE]
                found = {row.id: row for row in self._source.rows(wanted.tolist())}
                page = [found.get(each) for each in wanted]
            except Exception as problem:  # noqa: BLE001 - data() is total; told by the signal
                QTimer.singleShot(0, self, weak_slot(self._report_failure, problem))
        self._pages[number] = page
        while len(self._pages) > PAGES_KEPT:
            oldest = next(key for key in self._pages if key != 0)
            del self._pages[oldest]
        return page

    def _report_outdated(self) -> None:
        self.outdated.emit()

    def _report_failure(self, problem: Exception) -> None:
        self.failed.emit(problem)

    def _is_repeated(self, place: int, row: object, column: Column) -> bool:
        if column.repeat_key is None or place == 0:
            return False
        above = self.row_at(place - 1)
        return above is not None and column.repeat_key(above) == column.repeat_key(row)


_READ_ROLES = frozenset(
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Role.ROW,
        Role.SUBTITLE,
        Role.REPEATED,
    )
)
