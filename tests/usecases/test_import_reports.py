"""A report of many lines is grouped: each reason once, with its first lines and its count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.findings import refusal, warning
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.problems import MOST_ALIKE
from mutudesk.usecases.import_reports import ImportReport, LineReport, ReportGroup, grouped
from tests.builders import EPCI, make_register, world
from tests.usecases.taking import take

if TYPE_CHECKING:
    from pathlib import Path


def report(
    line: int, code: str = "siren_invalid", column: str = "siren", **values: str
) -> LineReport:
    return LineReport("a.csv", line, column, refusal(code, **values))


def test_few_stand_by_themselves() -> None:
    reports = [report(line, text=str(line)) for line in (3, 4, 6, 9, 11)]
    assert grouped(reports) == [ReportGroup(each, (each.line,)) for each in reports]


def test_many_are_one_with_their_first_lines() -> None:
    reports = [report(line, text="x") for line in (4, 7, 12, 15, 18, 20, 31)]
    other = report(9, "cell_required", "nom")
    assert grouped([reports[0], other, *reports[1:]]) == [
        ReportGroup(reports[0], (4, 7, 12, 15, 18), 7, is_varied=False),
        ReportGroup(other, (9,)),
    ]


def test_other_values_make_the_first_an_example() -> None:
    (group,) = grouped([report(line, text=str(line)) for line in range(2, 9)])
    assert (group.count, group.is_varied) == (7, True)


@pytest.mark.parametrize("what", ["code", "column", "file"])
def test_what_parts_two_reasons(what: str) -> None:
    def other(line: int) -> LineReport:
        if what == "code":
            return report(line, "siret_given")
        if what == "column":
            return report(line, column="epci_siren")
        return LineReport("b.csv", line, "siren", refusal("siren_invalid"))

    reports = [report(line) for line in range(2, 7)]
    assert len(grouped([*reports, *map(other, range(2, 7))])) == 10
    assert len(grouped([*reports, report(7), *map(other, range(2, 8))])) == 2


def test_many_findings_on_few_lines_stay_apart() -> None:
    reports = [report(line, text=str(number)) for line in (2, 3) for number in range(8)]
    assert len(grouped(reports)) == 16


def test_the_file_as_a_whole_is_never_grouped() -> None:
    reports = [LineReport("a.csv", 0, "", warning("file_passed_over")) for _ in range(9)]
    assert len(grouped(reports)) == 9


def test_what_is_not_listed_is_counted() -> None:
    reports = tuple(report(line) for line in range(2, 5))
    whole = ImportReport(0, 0, 0, reports, (), {("a.csv", "siren", "siren_invalid"): 90})
    assert whole.refused_count == 93
    (group,) = whole.refusal_groups()
    assert (group.count, group.lines) == (93, (2, 3, 4))


def test_ten_thousand_bad_lines(tmp_path: Path) -> None:
    path = make_register(tmp_path / "registre", world())
    lines = [f"x{number};2022;1;2" for number in range(10_000)] + [f"{EPCI};22;1;2"]
    found = take(path, ExchangeKind.POPULATIONS, *lines)
    assert found.refused_count == 10_001
    assert len(found.refusals) == MOST_ALIKE + 1
    groups = found.refusal_groups()
    assert [(each.first.column, each.count, each.lines) for each in groups] == [
        ("siren", 10_000, (2, 3, 4, 5, 6)),
        ("annee", 1, (10_002,)),
    ]
