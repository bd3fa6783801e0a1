"""What an import would do: how many lines of each sort, and every reason to look at one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON
from mutudesk.ui.pages.exchange.preview import PlainTable
from mutudesk.ui.pages.exchange.words import finding_words, place_words
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.widgets.chip import Chip
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.styled import Styled
from mutudesk.usecases.import_reports import grouped

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from mutudesk.usecases.previewing import ImportReport, ReportGroup

SHOWN = 300  # rows of reasons in the table; more do not help anybody


class FindingsTable(PlainTable):
    """One reason a line, as high as its words need."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words again."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, weak_slot(self._wrap))

    def _wrap(self) -> None:
        self.resizeRowsToContents()


class ReportView(Styled, QWidget):
    """Counts as chips, then the reasons: those to mend first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_report")
        self._report: ImportReport | None = None
        self._with_files = False
        self._created, self._corrected, self._untouched = (Chip("") for _ in range(3))
        self._closed, self._refused, self._warned = (Chip("") for _ in range(3))
        names = ("new", "corrected", "untouched", "closed", "refused", "warned")
        for chip, name in zip(self._chips(), names, strict=True):
            chip.setObjectName(f"import_{name}")
        self._more = label(kind="hint", name="import_more")
        self._table = FindingsTable("import_findings", self.tr("Lines to look at"))
        self._table.setWordWrap(True)
        header = self._table.horizontalHeader()
        self._row = QHBoxLayout()
        for chip in self._chips():
            self._row.addWidget(chip)
        self._row.addStretch(1)
        self._row.addWidget(self._more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        nest(self._column, self._row)
        self._column.addWidget(self._table, 1)
        self._heading = (self.tr("where"), self.tr("what"))
        self._table.cells.fill(self._heading, [])
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.apply_style()

    @property
    def has_findings(self) -> bool:
        """Tell whether there is a reason to look at a line."""
        return self._table.cells.rowCount() > 0

    def show_report(self, report: ImportReport | None, *, with_files: bool = False) -> None:
        """Show what was found, with the names of files if asked; None while it is not known."""
        self._report = report
        self._with_files = with_files
        for chip in self._chips():
            chip.setVisible(report is not None)
        if report is None:
            self._table.cells.fill(self._heading, [])
            self._table.setVisible(False)
            self._more.setText("")
            return
        refused, warned = report.refused_count, len(report.warnings)
        self._created.set_state(self.tr("%n new", "", report.created), "soft", "plus")
        self._corrected.set_state(self.tr("%n corrected", "", report.corrected), "soft", "pencil")
        untouched = report.foreseen.untouched if report.foreseen is not None else 0
        self._untouched.set_state(self.tr("%n untouched", "", untouched), "soft", "check")
        self._untouched.setVisible(untouched > 0)
        self._closed.set_state(self.tr("%n closed", "", len(report.closings)), "soft", "pencil")
        self._closed.setVisible(bool(report.closings))
        self._refused.set_state(
            self.tr("%n to mend", "", refused) if refused else self.tr("nothing to mend"),
            "error" if refused else "ok",
            _icon(refused),
        )
        self._warned.set_state(self.tr("%n to check", "", warned), "warn", "alert-triangle")
        self._warned.setVisible(warned > 0)
        if refused:  # what would be done was not looked at
            self._created.hide()
            self._corrected.hide()
        closings = grouped(report.closings)
        found = [*report.refusal_groups(), *closings, *report.warning_groups()]
        self._more.setText(
            self.tr("the first {count} of {total}").format(count=SHOWN, total=len(found))
            if len(found) > SHOWN
            else ""
        )
        rows = [[self._place(each), finding_words(each)] for each in found[:SHOWN]]
        self._table.cells.fill(self._heading, rows)
        self._table.setVisible(bool(rows))
        self._sign_rows()
        self._table.resizeRowsToContents()

    def apply_style(self) -> None:
        """Spaces and signs of the look."""
        look = current_look()
        self._row.setSpacing(look.px(6))
        self._column.setSpacing(look.px(8))
        self._sign_rows()

    def _place(self, each: ReportGroup) -> str:
        return place_words(each, with_file=self._with_files)

    def _sign_rows(self) -> None:
        if self._report is None:
            return
        refused, closed = len(self._report.refusal_groups()), len(grouped(self._report.closings))
        error = icons.icon("circle-alert", "error", ICON["chip"])
        warning = icons.icon("alert-triangle", "warn", ICON["chip"])
        closing = icons.icon("pencil", "text_soft", ICON["chip"])
        warned = len(self._report.warning_groups())
        signs = [error] * refused + [closing] * closed + [warning] * warned
        self._table.cells.sign(signs[: self._table.cells.rowCount()])

    def _chips(self) -> tuple[Chip, ...]:
        return (
            self._created,
            self._corrected,
            self._untouched,
            self._closed,
            self._refused,
            self._warned,
        )


def _icon(refused: int) -> str:
    return "circle-alert" if refused else "circle-check"
