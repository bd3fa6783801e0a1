"""The view of a long list: keyboard, sorting, copying, selection kept by id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ROW
from mutudesk.ui.widgets.paged_table import PagedTableModel
from mutudesk.ui.widgets.styled import Styled
from mutudesk.ui.widgets.table_delegate import TableDelegate
from mutudesk.ui.widgets.table_header import TableHeader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QResizeEvent

    from mutudesk.domain.listings import ListSource
    from mutudesk.ui.widgets.columns import Column
    from mutudesk.ui.widgets.search_field import SearchField


_NARROWEST = 0.75  # of its width a stretching column may shrink to before the list scrolls


class RecordTable(Styled, QTableView):
    """A list of records.

    Signals:
        activated_row(object): Entrée or a double click on a read row.
        current_row_changed(object): the read row under the cursor, None when there is none.
        sort_requested(str, bool): a heading was clicked: column key, descending.
        delete_requested(object): Suppr on a read row.
    """

    activated_row = Signal(object)
    current_row_changed = Signal(object)
    sort_requested = Signal(str, bool)
    delete_requested = Signal(object)

    def __init__(
        self, columns: Sequence[Column], name: str = "table", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._table = PagedTableModel(columns, self)
        self._delegate = TableDelegate(self)
        self._filter: SearchField | None = None
        self._sorted = ("", False)
        self._double = any(column.subtitle is not None for column in columns)
        header = TableHeader(self)
        self.setHorizontalHeader(header)
        self.setModel(self._table)
        self.setItemDelegate(self._delegate)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sectionClicked.connect(self._on_heading_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.apply_style()

    # What pages use -------------------------------------------------------------------------------

    @property
    def paged_model(self) -> PagedTableModel:
        """The model, for its count and its signals `failed` and `outdated`."""
        return self._table

    @property
    def current_row(self) -> Any:  # noqa: ANN401 - a read row of the source
        """The read row under the cursor, None when there is none."""
        index = self.currentIndex()
        return self._table.row_at(index.row()) if index.isValid() else None

    def show_source(self, source: ListSource[Any] | None) -> None:
        """Show a list; the record under the cursor stays so when the list still holds it.

        Where it does not, whoever is in the table goes on from the first row.
        """
        kept = None if self.current_row is None else int(self.current_row.id)
        self._table.set_source(source)
        if kept is not None and self.select_id(kept):
            return
        if self._table.count and self.window().focusWidget() is self:
            self._go_to(0)
        else:
            self.current_row_changed.emit(None)

    def select_id(self, record_id: int) -> bool:
        """Put the cursor on a record; False when the list does not hold it."""
        place = self._table.place_of(record_id)
        if place < 0:
            return False
        self._go_to(place)
        self.scrollTo(self._table.index(place, 0))
        return True

    def show_sort(self, key: str, *, descending: bool) -> None:
        """Show by which column the list is sorted, without sending anything."""
        self._sorted = (key, descending)
        keys = [column.key for column in self._table.columns]
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(keys.index(key) if key in keys else -1, order)

    def set_filter_field(self, field: SearchField) -> None:
        """Letters typed in the list go to this field; ↓ in the field comes back."""
        self._filter = field
        field.left_downwards.connect(self.take_focus)

    def take_focus(self) -> None:
        """Take the focus, on the first row if none is current."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.currentIndex().isValid() and self._table.count:
            self._go_to(0)

    def copied_text(self) -> str:
        """The selected rows with headings, tab-separated, one a line."""
        model = self._table
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = ["\t".join(column.heading for column in model.columns)]
        for place in places:
            row = model.row_at(place)
            if row is not None:
                lines.append("\t".join(_one_line(each.words(row)) for each in model.columns))
        return "\n".join(lines)

    # What Qt asks ---------------------------------------------------------------------------------

    def apply_style(self) -> None:
        """Heights and widths of the look."""
        look = current_look()
        height = look.px(ROW["double"] if self._double else ROW["list"])
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width."""
        super().resizeEvent(event)
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Entrée opens, Ctrl+C copies, Début and Fin go to the ends, letters filter."""
        key, text = event.key(), event.text()
        row = self.current_row
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied_text())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if row is not None:
                self.activated_row.emit(row)
        elif key == Qt.Key.Key_Delete:
            if row is not None:
                self.delete_requested.emit(row)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self._table.count:
            self.selectRow(0 if key == Qt.Key.Key_Home else self._table.count - 1)
        elif self._filter is not None and len(text) == 1 and text.isalnum() and _is_plain(event):
            self._filter.type_first(text)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lift the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Lift no row."""
        super().leaveEvent(event)
        self._hover(-1)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the row at the top painted whole, also where it repeats the one above."""
        super().scrollContentsBy(dx, dy)
        self.setProperty("top_row", self.rowAt(0))
        if dy:
            self.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Repaint whole rows."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,  # noqa: N803 - Qt's
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Move by rows: ← and → scroll, they do not change the cell."""
        if cursorAction in {
            QAbstractItemView.CursorAction.MoveLeft,
            QAbstractItemView.CursorAction.MoveRight,
        }:
            bar = self.horizontalScrollBar()
            step = bar.singleStep()
            left = cursorAction == QAbstractItemView.CursorAction.MoveLeft
            bar.setValue(bar.value() + (-step if left else step))
            return self.currentIndex()
        return super().moveCursor(cursorAction, modifiers)

    # ----------------------------------------------------------------------------------------------

    def _go_to(self, place: int) -> None:
        index = self._table.index(place, 0)
        self.setCurrentIndex(index)
        # Alone, whatever keys happen to be held: those are for the rows that the user picks.
        self.selectionModel().select(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def _fit_columns(self) -> None:
        look = current_look()
        columns = self._table.columns
        widths = [look.px(column.width) for column in columns]
        rest = self.viewport().width() - sum(widths)
        stretching = [place for place, column in enumerate(columns) if column.stretch]
        if rest and stretching:
            share, over = divmod(rest, len(stretching))
            for number, place in enumerate(stretching):
                width = widths[place] + share + (over if number == 0 else 0)
                widths[place] = max(width, round(widths[place] * _NARROWEST))
        for place, width in enumerate(widths):
            if self.columnWidth(place) != width:
                self.setColumnWidth(place, width)

    def _hover(self, place: int) -> None:
        if self._delegate.hovered != place:
            self._delegate.hovered = place
            self.viewport().update()

    def _on_heading_clicked(self, section: int) -> None:
        column = self._table.columns[section]
        if not column.sortable:
            by, descending = self._sorted
            self.show_sort(by, descending=descending)  # Qt moved its arrow here
            return
        by, was_descending = self._sorted
        descending = by == column.key and not was_descending
        self.show_sort(column.key, descending=descending)
        self.sort_requested.emit(column.key, descending)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        row = self._table.row_at(index.row())
        if row is not None:
            self.activated_row.emit(row)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_row_changed.emit(
            self._table.row_at(current.row()) if current.isValid() else None
        )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _is_plain(event: QKeyEvent) -> bool:
    return event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
