"""Dates, numbers and spaces as French prints them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.period import ALWAYS, Period
from mutudesk.language.french import (
    listing,
    long_date,
    long_period,
    nonbreaking,
    number,
    percentage,
    printed,
    short_date,
    short_period,
    siren_groups,
    typographic,
)

FIRST = date(2016, 9, 1)
NEXT_YEAR = date(2018, 1, 1)


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (FIRST, "1er\u00a0septembre\u00a02016", "01/09/2016"),
        (date(2016, 2, 29), "29\u00a0février\u00a02016", "29/02/2016"),
        (date(1999, 12, 31), "31\u00a0décembre\u00a01999", "31/12/1999"),
        (date(2020, 8, 11), "11\u00a0août\u00a02020", "11/08/2020"),
    ],
)
def test_dates_in_words_and_figures(day: date, long: str, short: str) -> None:
    assert long_date(day) == long
    assert short_date(day) == short


@pytest.mark.parametrize(
    ("period", "long", "short"),
    [
        (
            Period(FIRST, NEXT_YEAR),
            "du 1er septembre 2016 au 31 décembre 2017",
            "01/09/2016 – 31/12/2017",
        ),
        (Period(FIRST), "depuis le 1er septembre 2016", "depuis le 01/09/2016"),
        (Period(None, NEXT_YEAR), "jusqu’au 31 décembre 2017", "début non renseigné – 31/12/2017"),
        (ALWAYS, "depuis toujours", "début non renseigné"),
        (Period(FIRST, date(2016, 9, 2)), "le 1er septembre 2016", "01/09/2016 – 01/09/2016"),
    ],
)
def test_periods_include_their_last_day(period: Period, long: str, short: str) -> None:
    assert long_period(period).replace("\u00a0", " ") == long
    assert short_period(period).replace("\u00a0", " ") == short


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0, 0, "0"),
        (999, 0, "999"),
        (1234, 0, "1\u202f234"),
        (1_000_000, 0, "1\u202f000\u202f000"),
        (Decimal("1234.56"), 2, "1\u202f234,56"),
        (Decimal("0.005"), 2, "0,01"),
        (Decimal("2.5"), 0, "3"),
        (Decimal("-12.5"), 1, "−12,5"),
    ],
)
def test_numbers(value: int | Decimal, decimals: int, text: str) -> None:
    assert number(value, decimals) == text


@pytest.mark.parametrize(
    ("basis_points", "text"),
    [(4000, "40"), (3750, "37,5"), (1234, "12,34"), (10_000, "100"), (5, "0,05"), (10, "0,1")],
)
def test_percentages_drop_needless_zeros(basis_points: int, text: str) -> None:
    assert percentage(basis_points) == f"{text}\u202f%"


def test_siren_in_groups() -> None:
    assert siren_groups("246300701") == "246\u202f300\u202f701"


@pytest.mark.parametrize(
    ("items", "text"),
    [((), ""), (("a",), "a"), (("a", "b"), "a et b"), (("a", "b", "c"), "a, b et c")],
)
def test_listings(items: tuple[str, ...], text: str) -> None:
    assert listing(items) == text


def test_typographic_signs() -> None:
    assert typographic("""L'agglo dite "Cap'"…""") == "L’agglo dite «\u00a0Cap’\u00a0»…"


@pytest.mark.parametrize(
    ("plain", "set_text"),
    [
        ("Qui commande qui ?", "Qui commande qui\u202f?"),
        ("ici ; là : voilà !", "ici\u202f; là\u00a0: voilà\u202f!"),
        ("« Aubière »", "«\u00a0Aubière\u00a0»"),
        ("«Aubière»", "«\u00a0Aubière\u00a0»"),
        ("40 % et 50%", "40\u202f% et 50\u202f%"),
        ("https://exemple.fr/?a;b", "https://exemple.fr/?a;b"),
        ("M. Durand et Mme Montel", "M.\u00a0Durand et Mme\u00a0Montel"),
        ("l'article 5, n° 12", "l’article\u00a05, n°\u00a012"),
        ("article L. 5211-4-2", "article\u00a0L.\u00a05211-4-2"),
        ("CGCT, art. L. 2131-1", "CGCT, art.\u00a0L.\u00a02131-1"),
        ("R. 512-1, D. 1, L. Martin", "R.\u00a0512-1, D.\u00a01, L. Martin"),
        ("à 9:30", "à 9:30"),
        ("SIREN {{ siren }}", "SIREN\u00a0{{ siren }}"),
        ("le SIREN n'est pas", "le SIREN n’est pas"),
    ],
)
def test_spaces_that_do_not_break(plain: str, set_text: str) -> None:
    assert nonbreaking(plain) == set_text


@given(st.text(alphabet="ab1 '’«»?!;:%\"\u00a0\u202f.M", max_size=30))
def test_setting_a_text_twice_changes_nothing_more(text: str) -> None:
    once = nonbreaking(text)
    assert nonbreaking(once) == once


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Remboursement de 50 % du coût", "Remboursement de 50\u202f% du coût"),
        ("50% puis 12,5 %", "50\u202f% puis 12,5\u202f%"),
        ("12 500,00 € par an", "12\u202f500,00\u00a0€ par an"),
        ("1 250 000 €", "1\u202f250\u202f000\u00a0€"),
        ("500€", "500\u00a0€"),
        ('le service "Droit des sols"', "le service «\u00a0Droit des sols\u00a0»"),
        ('"a" et "b"', "«\u00a0a\u00a0» et «\u00a0b\u00a0»"),
        ("« a » : b ; c ?", "«\u00a0a\u00a0»\u00a0: b\u202f; c\u202f?"),
        ("l'article 7 de l'avenant", "l’article\u00a07 de l’avenant"),
        ("arrêté n° 12", "arrêté n°\u00a012"),
        ("Bresse Intercom'", "Bresse Intercom’"),
        ('<img src="/etc"/>', '<img src="/etc"/>'),
        ('("a")', "(«\u00a0a\u00a0»)"),
        ('«"a"»', "«\u00a0«\u00a0a\u00a0»\u00a0»"),
        ('"a "b":"', "«\u00a0a «\u00a0b\u00a0»:\u00a0»"),
        ("premier\nsecond 'x'", "premier\nsecond 'x'"),
        # Nothing to mend, or nothing that is surely one of these.
        ("R&D; A:B", "R&D; A:B"),
        ('un écran de 24" et', 'un écran de 24" et'),
        ('2" x 4"', '2" x 4"'),
        ("<b>&\"'", "<b>&\"'"),
        ("04 73 98 34 00", "04 73 98 34 00"),
        ("en 2016 300 agents", "en 2016 300 agents"),
        ("", ""),
    ],
)
def test_texts_that_somebody_typed(typed: str, expected: str) -> None:
    assert printed(typed) == expected
    assert printed(expected) == expected


@given(st.text(alphabet="ab1 '’«»?!;:%€\"\u00a0\u202f.,n°", max_size=30))
def test_printing_what_is_printed_changes_nothing_more(text: str) -> None:
    assert printed(printed(text)) == printed(text)
