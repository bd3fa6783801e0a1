from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.bodies import BodyKind
from mutudesk.domain.parsing import (
    ParseError,
    exclusive,
    parse_choice,
    parse_code,
    parse_count,
    parse_date,
    parse_insee,
    parse_last_day,
    parse_share,
    parse_siren,
    parse_text,
    parse_year,
    parse_yes_no,
)
from tests.builders import EPCI, day

if TYPE_CHECKING:
    from collections.abc import Callable

ANY_DAY = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def refused_code(parse: Callable[[str], object], text: str) -> str:
    with pytest.raises(ParseError) as refused:
        parse(text)
    return refused.value.code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016-09-01", "2016-09-01"),
        ("01/09/2016", "2016-09-01"),
        ("1/9/2016", "2016-09-01"),
        ("29/02/2016", "2016-02-29"),
        ("1900-01-01", "1900-01-01"),
        ("31/12/2199", "2199-12-31"),
    ],
)
def test_date(text: str, expected: str) -> None:
    assert parse_date(text) == day(expected)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("30/02/2016", "date_invalid"),
        ("29/02/2015", "date_invalid"),
        ("2016-13-01", "date_invalid"),
        ("2016-00-10", "date_invalid"),
        ("31/12/1899", "year_out_of_range"),
        ("2200-01-01", "year_out_of_range"),
        ("0016-09-01", "year_out_of_range"),
        ("31/12/2999", "year_out_of_range"),
        ("9999", "date_invalid"),
        ("", "date_invalid"),
        ("2016-9-1", "date_invalid"),
        ("01-09-2016", "date_invalid"),
        ("01/09/16", "date_invalid"),
        ("2016/09/01", "date_invalid"),
        ("٠١/٠٩/٢٠١٦", "date_invalid"),
        ("2016-09-01T00:00", "date_invalid"),
        ("2016-09-01\n", "date_invalid"),
    ],
)
def test_no_date(text: str, code: str) -> None:
    assert refused_code(parse_date, text) == code


@given(ANY_DAY)
def test_a_day_is_read_back_from_both_forms(some: date) -> None:
    assert parse_date(some.isoformat()) == some
    assert parse_date(f"{some:%d/%m}/{some.year}") == some


@pytest.mark.parametrize(
    "text", ["", "31/12/2999", "2999-12-31", "9999", "31/12/9999", "9999-12-31"]
)
def test_open_ends(text: str) -> None:
    assert parse_last_day(text) is None
    assert exclusive(parse_last_day(text)) is None


def test_a_last_day_is_included() -> None:
    assert parse_last_day("31/12/2016") == day("2016-12-31")
    assert exclusive(day("2016-12-31")) == day("2017-01-01")


@pytest.mark.parametrize("text", ["31/12/2200", "30/12/2999", "01/01/9999", "31/12/1899"])
def test_other_far_years_are_no_open_end(text: str) -> None:
    assert refused_code(parse_last_day, text) == "year_out_of_range"


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("40", 4_000),
        ("37,5", 3_750),
        ("37.5", 3_750),
        ("37,50", 3_750),
        ("0,01", 1),
        ("100", 10_000),
        ("100,00", 10_000),
        ("040", 4_000),
        ("40%", 4_000),
        ("40 %", 4_000),
        ("40\u00a0%", 4_000),
        ("40\u202f%", 4_000),
    ],
)
def test_share(text: str, share: int) -> None:
    assert parse_share(text) == share


@pytest.mark.parametrize("text", ["0", "0,00", "100,01", "101", "999"])
def test_share_out_of_range(text: str) -> None:
    assert refused_code(parse_share, text) == "share_text_out_of_range"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1e2",
        "NaN",
        "Infinity",
        "٤٠",
        "４０",
        "-5",
        "+5",
        "1_0",
        "37,555",
        "37,",
        ",5",
        "37,5,1",
        "1.000,5",
        "1000",
        "4 0",
        "1\u202f00",
        "40%%",
        "40 pour cent",
        "4\0",
    ],
)
def test_no_share(text: str) -> None:
    assert refused_code(parse_share, text) == "share_invalid"


@given(st.integers(1, 10_000), st.sampled_from(",."))
def test_every_share_is_read_exactly(share: int, comma: str) -> None:
    text = str(Decimal(share).scaleb(-2)).replace(".", comma)
    assert parse_share(text) == share


@pytest.mark.parametrize(
    ("text", "count"),
    [("0", 0), ("10 273", 10_273), ("147\u202f865", 147_865), ("999999999", 10**9 - 1)],
)
def test_count(text: str, count: int) -> None:
    assert parse_count(text) == count


@pytest.mark.parametrize("text", ["", "-1", "1,5", "1e3", "١٢", "1234567890"])
def test_no_count(text: str) -> None:
    assert refused_code(parse_count, text) == "count_invalid"


@pytest.mark.parametrize("text", ["1899", "2200", "22", "20222", "٢٠٢٢", ""])
def test_no_year(text: str) -> None:
    assert refused_code(parse_year, text) == "year_invalid"


def test_year() -> None:
    assert [parse_year(text) for text in ("1900", "2022", "2199")] == [1900, 2022, 2199]


def test_codes() -> None:
    assert parse_siren("246 300 701") == EPCI
    assert parse_insee("2a004") == "2A004"
    assert parse_code("R&D") == "R&D"
    assert refused_code(parse_siren, "246300702") == "siren_invalid"
    assert refused_code(parse_insee, "99999") == "insee_invalid"
    assert refused_code(parse_code, "A+B") == "code_invalid"
    assert refused_code(parse_code, "x" * 31) == "code_invalid"


def test_text_is_kept_composed() -> None:
    assert parse_text(unicodedata.normalize("NFD", " Éric ")) == "Éric"
    assert parse_text("<b>&\"'") == "<b>&\"'"
    assert parse_text("=cmd()") == "=cmd()"
    assert len(parse_text("é" * 2_000)) == 2_000


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a\0b", "text_unprintable"),
        ("a\nb", "text_unprintable"),
        ("\ud83d", "text_unprintable"),
        ("x" * 2_001, "text_too_long"),
        ("x" * 10_000, "text_too_long"),
    ],
)
def test_no_text(text: str, code: str) -> None:
    assert refused_code(parse_text, text) == code


def test_choices_are_read_in_any_case() -> None:
    def kind(text: str) -> BodyKind:
        return parse_choice(text, BodyKind)

    assert kind("commune") is BodyKind.COMMUNE
    assert kind("EPCI") is BodyKind.EPCI
    with pytest.raises(ParseError) as refused:
        kind("mairie")
    assert refused.value.code == "choice_unknown"
    assert refused.value.values == {
        "text": "mairie",
        "choices": ("commune", "epci", "ccas", "autre"),
    }


@pytest.mark.parametrize(
    ("text", "yes"), [("oui", True), ("Oui", True), ("NON", False), ("", False)]
)
def test_yes_no(text: str, *, yes: bool) -> None:
    assert parse_yes_no(text) is yes


@pytest.mark.parametrize("text", ["o", "true", "1", "yes"])
def test_neither_yes_nor_no(text: str) -> None:
    assert refused_code(parse_yes_no, text) == "choice_unknown"
