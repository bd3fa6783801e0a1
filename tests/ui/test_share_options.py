"""Whom the form of a mission share offers: exactly those whom the law on authority allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.authority import beneficiaries_on, instructing_on
from mutudesk.ui.pages.assignments.shares.options import ShareOptions
from mutudesk.ui.records.record_options import RecordOptions
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    EPCI,
    ROYAT,
    day,
    during,
    make_register,
    managing,
    membership,
    reading,
    since,
    world_with,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Clermont-Ferrand manages until the end of 2016; Royat is only a project; Beaumont joined for PC
# alone, and voted with retroactive effect. On a project work can only be planned.
FACTS = world_with(
    managing(siren=CLERMONT, period=during("2015-07-01", "2016-12-31")),
    managing(period=since("2017-01-01")),
    membership(),
    membership(BEAUMONT, missions=frozenset({"PC"}), decided_on=day("2019-03-15")),
    membership(ROYAT, decided_on=None),
)
DAYS = ["2015-06-30", "2015-07-01", "2016-12-31", "2017-01-01"]


@pytest.fixture
def options(tmp_path: Path) -> Iterator[ShareOptions]:
    with reading(make_register(tmp_path, FACTS)) as session:
        made = ShareOptions(RecordOptions(session))
        made.service = "ADS"
        yield made


def values(options: ShareOptions, mission: str, text: str = "") -> list[object]:
    return [option.value for option in options.beneficiaries(mission, text)]


@pytest.mark.parametrize(
    ("mission", "on", "sirens"),
    [
        ("PC", "2015-06-30", [EPCI]),
        ("PC", "2015-07-01", [EPCI, CLERMONT, AUBIERE, BEAUMONT, ROYAT]),
        ("PC", "2016-12-31", [EPCI, CLERMONT, AUBIERE, BEAUMONT, ROYAT]),
        ("PC", "2017-01-01", [EPCI, AUBIERE, BEAUMONT, ROYAT]),
        ("DP", "2016-12-31", [EPCI, CLERMONT, AUBIERE, ROYAT]),
        ("", "2016-12-31", [EPCI, CLERMONT]),
    ],
)
def test_beneficiaries_of_the_day(
    options: ShareOptions, mission: str, on: str, sirens: list[str]
) -> None:
    options.day = day(on)
    assert values(options, mission) == sirens
    allowed = beneficiaries_on(options.base, "ADS", mission, day(on))
    assert set(sirens) == {*allowed, *options.planned(mission)}
    assert set(options.allowed(mission)) == set(allowed)


@pytest.mark.parametrize(
    ("beneficiary", "on", "sirens"),
    [
        (AUBIERE, "2016-12-31", [AUBIERE, EPCI, CLERMONT]),
        (AUBIERE, "2017-01-01", [AUBIERE, EPCI]),
        (CLERMONT, "2016-12-31", [CLERMONT, EPCI]),
        ("", "2016-12-31", [EPCI, CLERMONT]),
    ],
)
def test_who_may_instruct_on_the_day(
    options: ShareOptions, beneficiary: str, on: str, sirens: list[str]
) -> None:
    options.day = day(on)
    assert [option.value for option in options.operational(beneficiary, "")] == sirens
    assert sirens == instructing_on(options.base, "ADS", beneficiary, day(on))


def test_others_are_found_by_name_with_the_reason(options: ShareOptions) -> None:
    options.day = day("2016-12-31")
    options.day = day("2015-06-30")
    (royat,) = options.beneficiaries("PC", "royat")
    assert royat.value == ROYAT
    assert royat.subtitle == options.reason("PC")
    options.day = day("2016-12-31")
    (royat,) = options.beneficiaries("PC", "royat")
    assert royat.subtitle == "planned: its membership is not voted"
    (aubiere,) = options.beneficiaries("PC", "aubi")
    assert aubiere.subtitle != options.reason("PC")
