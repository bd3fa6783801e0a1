"""The report of an import in the window: frequent reasons once, with their first lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QTableView

from mutudesk.domain.findings import refusal, warning
from mutudesk.ui.pages.exchange.report import ReportView
from mutudesk.ui.widgets.chip import Chip
from mutudesk.usecases.import_reports import ImportReport, LineReport
from tests.ui.finding import find

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mutudesk.domain.findings import Finding


def shown(qtbot: QtBot, report: ImportReport, *, with_files: bool = False) -> list[list[str]]:
    view = ReportView()
    qtbot.addWidget(view)
    view.show_report(report, with_files=with_files)
    model = find(view, QTableView, "import_findings").model()
    assert str(report.refused_count) in find(view, Chip, "import_refused").text or report.warnings
    return [
        [str(model.index(row, column).data()) for column in range(2)]
        for row in range(model.rowCount())
    ]


def lines(finding: Finding, *numbers: int, column: str = "siren") -> tuple[LineReport, ...]:
    return tuple(LineReport("a.csv", number, column, finding) for number in numbers)


INVALID = refusal("siren_invalid", text="12")


@pytest.mark.parametrize(
    ("with_files", "column", "place"),
    [
        (False, "siren", "lines 4, 7, 9, 11, 12… (6 in all), column siren"),
        (False, "", "lines 4, 7, 9, 11, 12… (6 in all)"),
        (True, "siren", "a.csv, lines 4, 7, 9, 11, 12… (6 in all), column siren"),
    ],
)
def test_many_lines_are_one_reason(qtbot: QtBot, with_files: bool, column: str, place: str) -> None:
    report = ImportReport(9, 0, 0, lines(INVALID, 4, 7, 9, 11, 12, 30, column=column), ())
    ((where, what),) = shown(qtbot, report, with_files=with_files)
    assert where == place
    assert what.startswith("«\u00a012\u00a0»")


def test_few_lines_stand_apart(qtbot: QtBot) -> None:
    report = ImportReport(9, 0, 0, lines(INVALID, 4, 7), ())
    assert [where for where, _ in shown(qtbot, report)] == [
        "line 4, column siren",
        "line 7, column siren",
    ]


def test_lines_that_are_only_counted_count(qtbot: QtBot) -> None:
    unlisted = {("a.csv", "siren", "siren_invalid"): 90}
    report = ImportReport(9, 0, 0, lines(INVALID, 4, 7), (), unlisted)
    ((where, _),) = shown(qtbot, report)
    assert where == "lines 4, 7… (92 in all), column siren"


def test_values_that_differ_are_told_by_an_example(qtbot: QtBot) -> None:
    reports = tuple(
        each for n in range(2, 9) for each in lines(refusal("siren_invalid", text=str(n)), n)
    )
    ((_, what),) = shown(qtbot, ImportReport(9, 0, 0, reports, ()))
    assert what.startswith("par exemple, «\u00a02\u00a0»")


def test_warnings_are_grouped_behind_the_closings(qtbot: QtBot) -> None:
    report = ImportReport(
        9,
        1,
        0,
        (),
        lines(warning("membership_project", body="Royat", service="ADS"), *range(2, 12)),
        closings=lines(warning("mandate_vacant", body="Royat"), 3),
    )
    assert [where for where, _ in shown(qtbot, report)] == [
        "line 3, column siren",
        "lines 2, 3, 4, 5, 6… (10 in all), column siren",
    ]
