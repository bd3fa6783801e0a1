"""The commune × service matrix: filters, table, legend, and the panel of the cell at its side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mutudesk.domain.findings import RefusedError
from mutudesk.ui.link import Link, Place
from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.memberships.matrix.filters import MatrixFilters
from mutudesk.ui.pages.memberships.matrix.legend import MatrixLegend
from mutudesk.ui.pages.memberships.matrix.panel import WIDTH, MatrixPanel
from mutudesk.ui.pages.memberships.matrix.table import MatrixTable
from mutudesk.ui.records.placed_band import PlacedBand
from mutudesk.ui.widgets.empty_state import EmptyState
from mutudesk.ui.widgets.labels import rule
from mutudesk.ui.widgets.styled import Styled
from mutudesk.ui.words.common import body_name, sentences_for
from mutudesk.usecases.matrix import read_matrix

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from mutudesk.domain.matrix import Matrix
    from mutudesk.ui.commands import Handlers
    from mutudesk.usecases.session import Session

_NARROW = 800  # below it, matrix and panel alternate
_LEAST = 112  # height of the matrix
_UNLIMITED = 16_777_215  # Qt's largest size


class MatrixView(Styled, QWidget):
    """Reads the matrix of a date once; filters and totals need no further reading.

    Signals:
        shown(): another matrix, or other rows of it, are shown.
        recorded(object): an act was written; carries what the use case returned.
        unsaved_changed(): `unsaved` may have another value.
        link_requested(object): there is nothing to show; open where rows or columns are entered.
    """

    shown = Signal()
    recorded = Signal(object)
    unsaved_changed = Signal()
    link_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matrix_view")
        self._session = session
        self._on = session.today
        self._whole: Matrix | None = None
        self._matrix: Matrix | None = None
        self._opened = False  # whether the panel was entered, where it does not stand beside
        self.filters = MatrixFilters()
        self.table = MatrixTable("matrix_table")
        self.panel = MatrixPanel(session)
        self._band = PlacedBand("matrix_band", (20, 0, 16, 8))
        self._compose()
        self.filters.changed.connect(self._narrow)
        self.filters.search.left_downwards.connect(self.table.setFocus)
        self.table.typed.connect(self.filters.search.type_first)
        self.table.moved.connect(self._on_moved)
        self.table.rested.connect(self._follow)
        self.table.opened.connect(self.open_cell)
        self.panel.recorded.connect(self._on_recorded)
        self.panel.unsaved_changed.connect(self._on_unsaved_changed)
        self.panel.outdated.connect(self.reload)
        self.panel.left.connect(self.return_to_cell)
        self.apply_style()

    def commands(self) -> Handlers:
        """What can be done with the matrix and the cell beside it."""
        return {"find": self.filters.search.setFocus, **self.panel.commands()}

    # What the page uses ---------------------------------------------------------------------------

    @property
    def matrix(self) -> Matrix | None:
        """What is shown, None before the first reading."""
        return self._matrix

    @property
    def whole(self) -> Matrix | None:
        """The same with every row."""
        return self._whole

    @property
    def unsaved(self) -> int:
        """How many acts are being entered that are not saved."""
        return self.panel.unsaved

    def may_leave(self) -> bool:
        """Tell whether it can be left; asks about what is not saved."""
        return self.panel.may_leave()

    def refresh(self, on: date) -> None:
        """Read again for a date."""
        self._on = on
        self.panel.set_day(on)
        self.reload()

    def reload(self) -> None:
        """Read again."""
        self._band.clear()
        try:
            self._whole = read_matrix(self._session, self._on)
        except RefusedError as refused:
            self._band.show_message(sentences_for(refused.findings), "error")
            return
        self.filters.offer(self._whole)
        self._narrow()  # the panel follows once the cursor rests

    def take_focus(self) -> None:
        """Give the focus to the matrix."""
        if self._stack.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.filters.search.setFocus()

    def start_new(self) -> None:
        """Enter a membership of the cells selected."""
        self._enter_panel()
        self.panel.start_new()

    def open_cell(self) -> None:
        """Go into the panel of the cell under the cursor."""
        self._follow()
        self._enter_panel()
        self.panel.take_focus()

    def return_to_cell(self) -> None:
        """Go back to the cell the panel was opened from."""
        self._opened = False
        self._alternate()
        self._follow()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let matrix and panel alternate where there is little room."""
        super().resizeEvent(event)
        self._alternate()

    def apply_style(self) -> None:
        """Width of the panel."""
        self._alternate()

    # ----------------------------------------------------------------------------------------------

    def _compose(self) -> None:
        self._unmatched = EmptyState("search", self.tr("No body matches these filters."))
        self._unmatched.setObjectName("matrix_unmatched")
        clear = self._unmatched.add_action(self.tr("Clear the filters"), "matrix_clear_all")
        clear.clicked.connect(self.filters.clear)
        self._empty = EmptyState(
            "grid-3x3",
            self.tr("The matrix is still empty"),
            self.tr(
                "Its rows are the communes and other bodies, its columns the shared services of "
                "the register."
            ),
        )
        self._empty.setObjectName("matrix_empty")
        bodies = self._empty.add_action(self.tr("Enter the communes"), "matrix_bodies")
        services = self._empty.add_action(self.tr("Enter a service"), "matrix_services")
        bodies.clicked.connect(self._on_bodies_requested)
        services.clicked.connect(self._on_services_requested)
        self._stack = QStackedWidget()
        for part in (self.table, self._unmatched, self._empty):
            self._stack.addWidget(part)
        # What is said of an empty matrix is not to make the window larger.
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._legend = MatrixLegend()
        column.addWidget(self.filters)
        column.addWidget(self._band)
        column.addWidget(self._stack, 1)
        column.addWidget(rule())
        column.addWidget(self._legend)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        # A tall panel is not to make the window taller.
        self.panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        row.addWidget(self.panel)

    def _narrow(self) -> None:
        """Show the rows that the filters want."""
        whole = self._whole
        if whole is None:
            return
        self._matrix = whole.narrowed(self.filters.wanted)
        self.table.show_matrix(self._matrix)
        if not whole.bodies or not whole.services:
            self._stack.setCurrentWidget(self._empty)
        else:
            found = bool(self._matrix.bodies)
            self._stack.setCurrentWidget(self.table if found else self._unmatched)
        self._alternate()
        self.shown.emit()

    def _on_moved(self) -> None:
        """Name the cell at once; while something is entered the panel stays with its own."""
        if self.panel.is_entering:
            return
        index, model = self.table.currentIndex(), self.table.matrix_model
        body, service = model.body(index.row()), model.service(index.column())
        cell = model.cell(index.row(), index.column())
        if body is None or service is None or cell is None or self._matrix is None:
            return
        chosen = self.table.chosen
        if len(chosen) > 1:
            wanted = set(chosen)
            names = {
                each.siren: body_name(each.name)
                for each in self._matrix.bodies
                if each.siren in wanted
            }
            self.panel.announce_several(names, service)
        else:
            self.panel.announce(body, service, cell)

    def _follow(self) -> None:
        """Read what is recorded in the cell; an entry that was begun stays where it is."""
        place = self.table.place
        if self.panel.is_entering:
            self.panel.read_again(self._on)
            return
        self._on_moved()
        if place is not None and len(self.table.chosen) < 2:  # noqa: PLR2004 - several
            self.panel.read(*place, self._on)

    def _enter_panel(self) -> None:
        self._opened = True
        self._alternate()

    def _alternate(self) -> None:
        look = current_look()
        self._stack.setMinimumHeight(look.px(_LEAST))
        beside = self.width() >= look.px(_NARROW)
        shown = self._stack.currentWidget() is self.table
        self.panel.setVisible(shown and (beside or self._opened))
        self._left.setVisible(beside or not (self._opened and shown))
        if beside:
            self.panel.setFixedWidth(look.px(WIDTH))
        else:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(_UNLIMITED)

    def _on_unsaved_changed(self) -> None:
        if not self.panel.is_entering:
            self._on_moved()
        self.unsaved_changed.emit()

    def _on_recorded(self, judged: object) -> None:
        self.recorded.emit(judged)  # the page reads the matrix again
        self._follow()

    def _on_bodies_requested(self) -> None:
        self.link_requested.emit(Link(Place.BODIES))

    def _on_services_requested(self) -> None:
        self.link_requested.emit(Link(Place.SERVICES))
