"""Huge values in messages: shown in part, at once."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.language.catalogue import LANGUAGES
from mutudesk.language.messages import sentence
from mutudesk.language.shortening import (
    LONGEST_PLACE,
    LONGEST_SHOWN,
    MOST_SHOWN,
    short_list,
    short_text,
)

if TYPE_CHECKING:
    from mutudesk.domain.findings import FindingValue

MANY = tuple(f"colonne {number}" for number in range(200_000))
NAMED = ", ".join(MANY[:MOST_SHOWN])


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        (LONGEST_SHOWN, "é" * LONGEST_SHOWN),
        (LONGEST_SHOWN + 1, "é" * (LONGEST_SHOWN - 1) + "…"),
        (10_000_000, "é" * (LONGEST_SHOWN - 1) + "…"),
    ],
)
def test_a_text_is_cut_behind_the_longest(length: int, shown: str) -> None:
    assert short_text("é" * length) == shown


def test_an_accent_is_not_cut_off_its_letter() -> None:
    assert short_text("abce\u0301\u0323fgh", 6) == "abc…"
    assert short_text("ab  cdefgh", 5) == "ab…"


@given(st.text(), st.integers(1, 10))
def test_no_text_is_longer_than_asked(text: str, longest: int) -> None:
    shown = short_text(text, longest)
    assert len(shown) <= longest
    assert shown == text or shown.endswith("…")


@pytest.mark.parametrize(
    ("count", "shown", "more"),
    [
        (0, 0, 0),
        (MOST_SHOWN, MOST_SHOWN, 0),
        (MOST_SHOWN + 1, MOST_SHOWN + 1, 0),
        (MOST_SHOWN + 2, MOST_SHOWN, 2),
    ],
)
def test_a_list_is_cut_where_that_makes_it_shorter(count: int, shown: int, more: int) -> None:
    found = short_list(MANY[:count])
    assert found == (MANY[:shown], more)


CASES: list[tuple[str, dict[str, FindingValue], str]] = [
    (
        "columns_unknown",
        {"columns": MANY, "expected": ("nom",)},
        f"Colonnes inconnues : {NAMED} et 199 980 autres. Colonnes attendues : nom.",
    ),
    ("columns_twice", {"columns": ("x" * 10**6,)}, "x" * (LONGEST_SHOWN - 1) + "…"),
    ("choice_unknown", {"text": "x", "choices": MANY}, f"Choisissez {NAMED} ou 199 980 autres."),
    ("siren_invalid", {"text": "'" * 10**7}, "« " + "'" * (LONGEST_SHOWN - 1) + "… »"),
    ("mandate_vacant", {"body": "É" * 10**6}, "d’" + "É" * (LONGEST_SHOWN - 1) + "…"),
    ("never_heard_of", {"person": "x" * 10**6}, "x" * (LONGEST_SHOWN - 1) + "…"),
    ("path_taken", {"path": "x" * 3_000}, "x" * 3_000),
    ("path_taken", {"path": "x" * 10**6}, "x" * (LONGEST_PLACE - 1) + "…"),
    ("mayors_missing", {"count": 130, "communes": MANY[:130]}, f"{MANY[128]} et {MANY[129]}"),
]


@pytest.mark.parametrize(("code", "values", "part"), CASES)
def test_a_huge_value_in_a_sentence(code: str, values: dict[str, FindingValue], part: str) -> None:
    text = sentence(code, values).replace("\u00a0", " ").replace("\u202f", " ")
    assert part in text
    assert len(text) < 2 * LONGEST_PLACE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("code", "values", "part"), CASES)
def test_it_takes_no_time(
    code: str, values: dict[str, FindingValue], part: str, language: str
) -> None:
    del part
    began = time.process_time()
    sentence(code, values, language)
    assert time.process_time() - began < 0.2
