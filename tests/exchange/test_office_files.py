"""What spreadsheets and payroll programs do to a file, and what is said of it."""

from __future__ import annotations

import pytest

from mutudesk.domain.bodies import PublicBody
from mutudesk.domain.records import Kind
from mutudesk.domain.services import ServiceTerms
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.kinds import as_read
from mutudesk.exchange.problems import MOST_ALIKE
from mutudesk.exchange.reader import ParsedFile, read_kind
from tests.exchange.written import written

EPCI, AUBIERE = "246300701", "216300145"


def read(kind: ExchangeKind, *lines: str) -> ParsedFile:
    return read_kind(kind, written(kind, *lines))


@pytest.mark.parametrize(
    ("kind", "line", "column", "code"),
    [
        (
            ExchangeKind.ASSIGNMENTS,
            "A1;ADS;mutation;100;;2016-09-01;;arrêté",
            "motif",
            "reason_without_body",
        ),
        (
            ExchangeKind.AGENTS,
            f"A1;;Dupont;Léa;cdi;;;;100;{EPCI}00019;2016-09-01;",
            "employeur_siren",
            "siret_given",
        ),
        (
            ExchangeKind.EPCI_MEMBERSHIPS,
            f"{EPCI};216 300 145 00012;;",
            "siren",
            "siret_given",
        ),
        (
            ExchangeKind.AGENTS,
            "A1;;Dupont;Léa;cdi;;;;100;24630070200019;2016-09-01;",
            "employeur_siren",
            "siren_invalid",
        ),
        (ExchangeKind.EPCI_MEMBERSHIPS, f"{EPCI};{AUBIERE}0001;;", "siren", "siren_invalid"),
        (
            ExchangeKind.BODIES,
            f"commune;{AUBIERE};426;A;commune;;;;;",
            "code_insee",
            "insee_invalid",
        ),
        (
            ExchangeKind.BODIES,
            f"commune;{AUBIERE};0999;A;commune;;;;;",
            "code_insee",
            "insee_invalid",
        ),
    ],
)
def test_what_is_refused(kind: ExchangeKind, line: str, column: str, code: str) -> None:
    parsed = read(kind, line)
    assert [(each.column, each.code) for each in parsed.problems] == [(column, code)]


def test_a_siret_is_said_with_the_siren_in_it() -> None:
    (problem,) = read(ExchangeKind.EPCI_MEMBERSHIPS, f"{EPCI} 00019;{AUBIERE};;").problems
    assert problem.values["siren"] == EPCI


@pytest.mark.parametrize(
    ("insee", "departement", "expected"),
    [
        ("1426", "", ("01426", "01")),
        ("01426", "1", ("01426", "01")),
        ("0999", "9", None),
        ("63014", "", ("63014", "63")),
        ("2a004", "", ("2A004", "2A")),
    ],
)
def test_the_zero_that_a_spreadsheet_drops(
    insee: str, departement: str, expected: tuple[str, str] | None
) -> None:
    parsed = read(ExchangeKind.BODIES, f"commune;{AUBIERE};{insee};A;commune;;{departement};;;")
    if expected is None:
        assert [each.values["text"] for each in parsed.problems] == [insee]
        return
    (line,) = parsed.lines
    body = line.facts[0]
    assert isinstance(body, PublicBody)
    assert (body.insee_code, body.departement) == expected


@pytest.mark.parametrize(
    ("shares", "values"),
    [
        (["1", "0,8"], "1 ; 0,8"),
        (["0.5"], "0.5"),
        (["1", "1.00", " 1", "0,9", "0,8", "0,7", "0,6", "0,5"], "1 ; 1.00 ; 0,9 ; 0,8 ; 0,7 ; …"),
        (["1", "100"], None),
        (["1,01", "1"], None),
        ([], None),
    ],
)
def test_fractions_of_a_post(shares: list[str], values: str | None) -> None:
    lines = [
        f"A{number};;Dupont;Léa;cdi;;;;{share};{EPCI};2016-09-01;"
        for number, share in enumerate(shares)
    ]
    parsed = read(ExchangeKind.AGENTS, *lines)
    assert parsed.problems == []
    assert [(each.line, each.column, each.code) for each in parsed.warnings] == (
        [(0, "temps_travail", "shares_as_fractions")] if values else []
    )
    assert [each.values["text"] for each in parsed.warnings] == ([values] if values else [])


def test_files_without_shares_have_no_such_warning() -> None:
    assert read(ExchangeKind.POPULATIONS, f"{EPCI};2022;1;1").warnings == ()


def test_a_hopeless_file_is_counted_to_its_end() -> None:
    lines = [*["x;2022;1;2"] * (MOST_ALIKE + 50), *["1;2"] * (MOST_ALIKE + 7), "x;y;1;2"]
    parsed = read(ExchangeKind.POPULATIONS, *lines)
    assert len(parsed.problems) == 2 * MOST_ALIKE + 1
    assert [each.line for each in parsed.problems] == sorted(each.line for each in parsed.problems)
    assert parsed.unlisted == {("siren", "siren_invalid"): 51, ("", "line_ragged"): 7}
    assert [each.column for each in parsed.problems if each.line == len(lines) + 1] == ["annee"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('"un\ndeux"', "un\ndeux"),
        ('"un\r\ndeux\rtrois"', "un\ndeux\ntrois"),
        ('"\n un \n\n deux\n"', "un\n\ndeux"),
        ('"e\u0301te\u0301\nco\u00adord"', "été\ncoord"),
        ('"- un\n= deux"', "- un\n= deux"),
        ('"un\tdeux"', "un deux"),
        ("un\u2028deux", "un\ndeux"),
    ],
)
def test_long_texts_keep_their_lines(cell: str, text: str) -> None:
    parsed = read(ExchangeKind.TERMS, f"ADS;{cell};;{cell};;2016-01-01;;;;;;;;;")
    assert parsed.problems == []
    (fact,) = parsed.lines[0].facts
    assert isinstance(fact, ServiceTerms)
    assert (fact.duration, fact.financial_terms) == (text, text)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ('"un\ndeux\ue000"', "text_unprintable"),
        (f'"{"x" * 10_000}\n{"y" * 10_000}"', "text_too_long"),
    ],
)
def test_long_texts_that_are_refused(cell: str, code: str) -> None:
    (problem,) = read(ExchangeKind.TERMS, f"ADS;;;{cell};;2016-01-01;;;;;;;;;").problems
    assert (problem.column, problem.code) == ("dispositions_financieres", code)


def test_a_court_is_written_on_one_line() -> None:
    (problem,) = read(ExchangeKind.TERMS, 'ADS;;;;"un\ndeux";2016-01-01;;;;;;;;;').problems
    assert (problem.column, problem.code) == ("tribunal", "text_unprintable")


@pytest.mark.parametrize(
    ("kind", "field", "recorded", "read_back"),
    [
        (Kind.TERMS, "financial_terms", "e\u0301te\u0301\r\ndeux", "été\ndeux"),
        (Kind.IDENTITY, "name", "co\u00adord ", "coord"),
        (Kind.IDENTITY, "name", "un\ndeux", "un\ndeux"),
        (Kind.BODY, "departement", "1", "01"),
    ],
)
def test_what_a_file_gives_back(kind: Kind, field: str, recorded: str, read_back: str) -> None:
    assert as_read(kind, field, recorded) == read_back
