"""How long what has no known beginning holds beside dated records."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.period import ALWAYS, Period
from mutudesk.domain.since_always import days_left
from tests.builders import day, during, since

TODAY = day("2026-11-30")


@pytest.mark.parametrize(
    ("dated", "expected"),
    [
        ([], ALWAYS),
        ([since("2017-01-01")], during(None, "2016-12-31")),
        ([since("2030-01-01")], during(None, "2029-12-31")),
        ([during("1990-01-01", "1995-12-31")], since("1996-01-01")),
        ([during("1990-01-01", "2026-11-29")], since("2026-11-30")),
        ([during("1990-01-01", "2026-11-30")], during(None, "1989-12-31")),
        ([during("2030-01-01", "2030-12-31")], during(None, "2029-12-31")),
        (
            [during("1990-01-01", "1995-12-31"), since("2017-01-01")],
            during("1996-01-01", "2016-12-31"),
        ),
        (
            [during("1980-01-01", "1985-12-31"), during("1990-01-01", "1995-12-31")],
            since("1996-01-01"),
        ),
        (
            [during("1990-01-01", "1995-12-31"), since("1996-01-01")],
            during(None, "1989-12-31"),
        ),
        (
            [
                during("1980-01-01", "1985-12-31"),
                during("1990-01-01", "1995-12-31"),
                since("1996-01-01"),
            ],
            during("1986-01-01", "1989-12-31"),
        ),
    ],
    ids=[
        "nothing else",
        "an open one ends it",
        "one to come ends it",
        "a past one is before it",
        "over yesterday",
        "still running today",
        "to come and closed",
        "between a past and an open one",
        "after the last past one",
        "before a chain",
        "between a past one and a chain",
    ],
)
def test_days_left(dated: list[Period], expected: Period) -> None:
    assert days_left(dated, TODAY) == expected
    assert days_left(reversed(dated), TODAY) == expected


DAYS = st.dates(day("1950-01-01"), day("2050-12-31"))


@st.composite
def apart(draw: st.DrawFn) -> list[Period]:
    """Dated periods, never two on one day."""
    bounds = sorted(draw(st.lists(DAYS, min_size=2, max_size=8, unique=True)))
    pairs = [Period(*pair) for pair in zip(bounds[::2], bounds[1::2], strict=False)]
    if len(bounds) % 2 and draw(st.booleans()):
        pairs.append(Period(bounds[-1]))
    return pairs


@given(apart())
def test_it_never_overlaps_a_dated_one(dated: list[Period]) -> None:
    left = days_left(dated, TODAY)
    assert not any(left.overlaps(each) for each in dated)


@given(apart())
def test_it_holds_today_unless_a_dated_one_does_or_began_before(dated: list[Period]) -> None:
    ahead = [each for each in dated if each.stop > TODAY]
    if all(each.start > TODAY for each in ahead):
        reached = any(each.start == TODAY for each in ahead)
        assert days_left(dated, TODAY).holds(TODAY) is not reached
