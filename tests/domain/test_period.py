from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.period import ALWAYS, Period, merged, uncovered
from tests.builders import day, during, since

if TYPE_CHECKING:
    from collections.abc import Iterable

# A window of days against which periods are compared one day after the other. Open ends reach
# beyond it on both sides.
FIRST = date(2020, 2, 20)
WINDOW = [FIRST + timedelta(days=number) for number in range(24)]


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(st.none() | st.sampled_from(WINDOW[1:-2]))
    later = [each for each in WINDOW[2:-1] if start is None or each > start]
    return Period(start, draw(st.none() | st.sampled_from(later)))


def days(*some: Period) -> set[date]:
    """The naive model: the days of the window that at least one period holds."""
    return {each for each in WINDOW if any(period.holds(each) for period in some)}


@pytest.mark.parametrize(
    ("first", "last"),
    [("2016-09-01", "2016-08-30"), ("2016-09-01", "2016-08-31")],
    ids=["upside down", "no day"],
)
def test_a_period_holds_at_least_one_day(first: str, last: str) -> None:
    with pytest.raises(ValueError, match="upside down"):
        during(first, last)


def test_a_single_day() -> None:
    one = during("2016-02-29", "2016-02-29")
    assert one.last_day == day("2016-02-29")
    assert one.valid_until == day("2016-03-01")
    assert one.holds(day("2016-02-29"))
    assert not one.holds(day("2016-02-28"))
    assert not one.holds(day("2016-03-01"))


def test_open_ends() -> None:
    assert ALWAYS.last_day is None
    assert ALWAYS.holds(day("1900-01-01"))
    assert ALWAYS.holds(day("2199-12-31"))
    assert since("2016-09-01").last_day is None


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (("2015-01-01", "2016-12-31"), ("2017-01-01", None), False),
        (("2015-01-01", "2017-01-01"), ("2017-01-01", None), True),
        ((None, "2016-12-31"), ("2016-12-31", None), True),
        ((None, None), ("2016-12-31", "2016-12-31"), True),
    ],
    ids=["neighbours", "one day", "open ends", "inside always"],
)
def test_overlap(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], *, together: bool
) -> None:
    assert during(*one).overlaps(during(*other)) is together
    assert during(*other).overlaps(during(*one)) is together


@given(periods(), periods())
def test_intersection_is_the_days_in_common(one: Period, other: Period) -> None:
    common = one.intersection(other)
    assert (common is not None) == one.overlaps(other)
    assert days(*([common] if common else [])) == days(one) & days(other)
    assert common == other.intersection(one)


@given(st.lists(periods(), max_size=6))
def test_merged_keeps_the_days_and_leaves_a_gap_between_any_two(some: list[Period]) -> None:
    result = merged(some)
    assert days(*result) == days(*some)
    assert all(before.stop < after.start for before, after in pairwise(result))


@given(periods(), st.lists(periods(), max_size=6))
def test_uncovered_is_what_is_missing(wanted: Period, by: list[Period]) -> None:
    gaps = uncovered(wanted, by)
    assert days(*gaps) == days(wanted) - days(*by)
    assert_in_order(gaps)
    assert gaps == uncovered(wanted, reversed(by))


def assert_in_order(gaps: Iterable[Period]) -> None:
    assert all(before.stop < after.start for before, after in pairwise(gaps))


def test_two_years_that_touch_at_new_year_leave_no_gap() -> None:
    by = [during("2015-07-01", "2016-12-31"), since("2017-01-01")]
    assert uncovered(since("2015-07-01"), by) == []
    by = [during("2015-07-01", "2016-12-30"), since("2017-01-01")]
    assert uncovered(since("2015-07-01"), by) == [during("2016-12-31", "2016-12-31")]


def test_what_nothing_covers_is_missing_as_it_is() -> None:
    assert uncovered(ALWAYS, []) == [ALWAYS]
    assert uncovered(ALWAYS, [during("2016-01-01", "2016-12-31")]) == [
        during(None, "2015-12-31"),
        since("2017-01-01"),
    ]


def test_what_lies_elsewhere_covers_nothing() -> None:
    wanted = during("2016-01-01", "2016-12-31")
    by = [during("2015-01-01", "2015-12-31"), during("2017-01-01", "2017-12-31")]
    assert uncovered(wanted, by) == [wanted]
    assert uncovered(wanted, [wanted, *by]) == []


def test_a_period_inside_another_adds_nothing() -> None:
    year, month = during("2016-01-01", "2016-12-31"), during("2016-03-01", "2016-03-31")
    assert merged([month, year]) == merged([year, month, year]) == [year]
