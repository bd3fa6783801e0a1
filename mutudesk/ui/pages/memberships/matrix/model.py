"""The matrix as Qt asks for it: a row a body, a column a service; words for whoever cannot see."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtCore import QPersistentModelIndex as Persistent

from mutudesk.language.matrix import cell_label, cell_words, column_words, total_words
from mutudesk.language.typography import number, typographic
from mutudesk.ui.words.common import body_name, capitalized, window_language
from mutudesk.ui.words.memberships import CONFLICT, SIGNS

if TYPE_CHECKING:
    from mutudesk.domain.matrix import Cell, Matrix, MatrixBody, MatrixService

_NONE = QModelIndex()
_ROLE = Qt.ItemDataRole
EMPTY = "–"


def sign_of(cell: Cell) -> tuple[str, str]:
    """The kind of chip and the sign of a cell that holds something."""
    return SIGNS[cell.state] if cell.conflict is None else CONFLICT


@lru_cache(maxsize=2048)
def shown_words(cell: Cell, language: str) -> str:
    """The short words of a cell; there are few different ones in a large matrix."""
    return cell_label(cell, language)


class MatrixModel(QAbstractTableModel):
    """Shows one Matrix, read whole; nothing is read while it is painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix: Matrix | None = None

    def show_matrix(self, matrix: Matrix) -> None:
        """Show another matrix."""
        self.beginResetModel()
        self.matrix = matrix
        self.endResetModel()

    # What the view and the panel ask --------------------------------------------------------------

    def body(self, row: int) -> MatrixBody | None:
        """The body of a row."""
        bodies = self.matrix.bodies if self.matrix is not None else ()
        return bodies[row] if 0 <= row < len(bodies) else None

    def service(self, column: int) -> MatrixService | None:
        """The service of a column."""
        services = self.matrix.services if self.matrix is not None else ()
        return services[column] if 0 <= column < len(services) else None

    def cell(self, row: int, column: int) -> Cell | None:
        """How the body of a row stands in the service of a column."""
        body, service = self.body(row), self.service(column)
        if body is None or service is None or self.matrix is None:
            return None
        return self.matrix.cell(body.siren, service.code)

    def place_of(self, siren: str, code: str) -> QModelIndex:
        """Where a body meets a service; an invalid index where it does not."""
        if self.matrix is None:
            return QModelIndex()
        rows = [row for row, each in enumerate(self.matrix.bodies) if each.siren == siren]
        columns = [place for place, each in enumerate(self.matrix.services) if each.code == code]
        return self.index(rows[0], columns[0]) if rows and columns else QModelIndex()

    def row_words(self, row: int) -> tuple[str, str, str]:
        """Name, population and total of a row."""
        body = self.body(row)
        if body is None or self.matrix is None:
            return "", "", ""
        total = self.matrix.of_body(body.siren)
        population = EMPTY if body.population is None else number(body.population)
        language = window_language()
        return body_name(body.name), population, total_words(total.joined, total.of, language)

    def column_words(self, column: int) -> tuple[str, str]:
        """Name and total of a column."""
        service = self.service(column)
        if service is None or self.matrix is None:
            return "", ""
        total = self.matrix.of_service(service.code)
        return typographic(service.name), column_words(service, total, window_language())

    # What Qt asks ---------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | Persistent = _NONE) -> int:
        """One a body."""
        return 0 if parent.isValid() or self.matrix is None else len(self.matrix.bodies)

    def columnCount(self, parent: QModelIndex | Persistent = _NONE) -> int:
        """One a service."""
        return 0 if parent.isValid() or self.matrix is None else len(self.matrix.services)

    def data(self, index: QModelIndex | Persistent, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Short words to see, whole sentences to be read out and as tool tip."""
        cell = self.cell(index.row(), index.column()) if index.isValid() else None
        if cell is None:
            return None
        match role:
            case _ROLE.DisplayRole:
                return shown_words(cell, window_language()) or EMPTY
            case _ROLE.AccessibleTextRole | _ROLE.ToolTipRole:
                return self._spoken_cell(index.row(), index.column(), cell)
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        """Names; with their totals for whoever cannot see them."""
        wanted = {_ROLE.DisplayRole, _ROLE.AccessibleTextRole, _ROLE.ToolTipRole}
        if role not in wanted:
            return None
        if orientation == Qt.Orientation.Horizontal:
            name, total = self.column_words(section)
            return name if role == _ROLE.DisplayRole else f"{name}, {total}"
        name, population, total = self.row_words(section)
        if role == _ROLE.DisplayRole:
            return name
        inhabitants = QCoreApplication.translate("MatrixModel", "{count} inhabitants")
        return ", ".join((name, inhabitants.format(count=population), total))

    def _spoken_cell(self, row: int, column: int, cell: Cell) -> str:
        words = QCoreApplication.translate("MatrixModel", "{body}, {service}: {state}")
        return words.format(
            body=self.row_words(row)[0],
            service=self.column_words(column)[0],
            state=cell_words(cell, window_language()),
        )


def state_words(cell: Cell) -> str:
    """How a cell stands, as a sentence of its own."""
    return capitalized(cell_words(cell, window_language()))
