"""The table of the matrix: arrows move, Maj+arrows and the mouse select, Entrée opens the cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.memberships.matrix.model import MatrixModel
from mutudesk.ui.pages.memberships.matrix.painting import (
    BodyHeading,
    MatrixCorner,
    MatrixDelegate,
    ServiceHeading,
    row_height,
)
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from mutudesk.domain.matrix import Matrix

PAUSE = 120  # milliseconds on a cell before the panel reads what is recorded
_NAMES, _NAMES_NARROW, _COLUMN, _WIDEST = 284, 190, 102, 168  # widths, pixels of the design
_ROOMY = 700


class MatrixTable(Styled, QTableView):
    """Sends what is selected; remembers body and service over a new reading.

    Signals:
        moved(): the cursor or the selection is elsewhere, at once.
        rested(): it stayed there for a moment.
        opened(): Entrée or a double click.
        typed(str): a letter, for the search.
    """

    moved = Signal()
    rested = Signal()
    opened = Signal()
    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Memberships by body and service"))
        self.matrix_model = MatrixModel(self)
        self.setModel(self.matrix_model)
        self.setItemDelegate(MatrixDelegate(self))
        self.setHorizontalHeader(ServiceHeading(self))
        self.setVerticalHeader(BodyHeading(self))
        self._corner = MatrixCorner(self)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.rested)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.apply_style()

    # What the page uses ---------------------------------------------------------------------------

    def show_matrix(self, matrix: Matrix) -> None:
        """Show a matrix; the cursor stays on its body and service where they are still shown."""
        place = self.place
        upright, across = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        self.matrix_model.show_matrix(matrix)
        self._fit()
        kept = self.matrix_model.place_of(*place) if place else QModelIndex()
        if not kept.isValid():
            kept = self.matrix_model.index(0, 0)
        self.verticalScrollBar().setValue(upright)
        self.horizontalScrollBar().setValue(across)
        if kept.isValid():
            self.setCurrentIndex(kept)
        self._note_moved()

    @property
    def place(self) -> tuple[str, str] | None:
        """SIREN and code of the cell under the cursor."""
        index = self.currentIndex()
        body = self.matrix_model.body(index.row())
        service = self.matrix_model.service(index.column())
        return (body.siren, service.code) if body is not None and service is not None else None

    @property
    def chosen(self) -> list[str]:
        """The bodies selected in the column of the cursor, from top to bottom."""
        column = self.currentIndex().column()
        rows = {index.row() for index in self.selectedIndexes() if index.column() == column}
        bodies = (self.matrix_model.body(row) for row in sorted(rows))
        return [each.siren for each in bodies if each is not None]

    def go_to(self, siren: str, code: str) -> None:
        """Put the cursor on a cell."""
        index = self.matrix_model.place_of(siren, code)
        if index.isValid():
            self.setCurrentIndex(index)

    # Qt -------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Entrée opens, Ctrl+C copies what is selected, a letter searches."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() == Qt.Key.Key_Escape and len(self.selectedIndexes()) > 1:
            self.setCurrentIndex(self.currentIndex())
        elif event.text().isalpha() and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        }:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """A range stays in one column: one act is about one service."""
        command = super().selectionCommand(index, event)
        start = self.currentIndex()
        current = QItemSelectionModel.SelectionFlag.Current
        if command & current and start.isValid() and index.column() != start.column():
            return QItemSelectionModel.SelectionFlag.ClearAndSelect
        return command

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """The same with the mouse: what is drawn over other columns selects none of them."""
        column = self.visualRect(self.currentIndex()).center().x()
        within = QRect(QPoint(column, rect.top()), QPoint(column, rect.bottom()))
        super().setSelection(within if self.currentIndex().isValid() else rect, command)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a cell under the cursor."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.matrix_model.rowCount():
            self.setCurrentIndex(self.matrix_model.index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the room there is."""
        super().resizeEvent(event)
        self._fit()

    def updateGeometries(self) -> None:
        """Keep the corner over the corner."""
        super().updateGeometries()
        if hasattr(self, "_corner"):
            upper, left = self.horizontalHeader(), self.verticalHeader()
            self._corner.setGeometry(0, 0, left.width(), upper.height())
            self._corner.raise_()

    def apply_style(self) -> None:
        """Heights and widths of the look."""
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.verticalHeader().setMinimumSectionSize(row_height())
        self._fit()

    # ----------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Names as wide as the room allows; the services share what is left, or are scrolled."""
        look = current_look()
        names = look.px(_NAMES if self.width() >= look.px(_ROOMY) else _NAMES_NARROW)
        self.verticalHeader().setFixedWidth(names)
        count = self.matrix_model.columnCount()
        if not count:
            return
        room = self.width() - names - self.verticalScrollBar().sizeHint().width()
        width = min(max(room // count, look.px(_COLUMN)), look.px(_WIDEST))
        self.horizontalHeader().setDefaultSectionSize(width)

    def _on_current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        """Paint both rows again, whose names are bold or not."""
        for each in (self.horizontalHeader(), self.verticalHeader(), self):
            each.viewport().update()
        self._note_moved()

    def _on_selection_changed(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._note_moved()

    def _note_moved(self) -> None:
        self.moved.emit()
        self._timer.start()

    def _copy(self) -> None:
        """Copy the sentences of what is selected, one a line."""
        role = Qt.ItemDataRole.AccessibleTextRole
        ordered = sorted(self.selectedIndexes(), key=lambda each: (each.row(), each.column()))
        words = "\n".join(str(each.data(role)) for each in ordered)
        QGuiApplication.clipboard().setText(words)

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.opened.emit()
