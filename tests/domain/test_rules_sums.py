from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.period import ALWAYS, Period
from mutudesk.domain.rules.sums import Difference, excesses, shortfalls
from tests.builders import during, since

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST = date(2019, 12, 25)
WINDOW = [FIRST + timedelta(days=number) for number in range(16)]


@st.composite
def amounts(draw: st.DrawFn) -> tuple[Period, int]:
    start = draw(st.none() | st.sampled_from(WINDOW[1:-2]))
    later = [each for each in WINDOW[2:-1] if start is None or each > start]
    period = Period(start, draw(st.none() | st.sampled_from(later)))
    return period, draw(st.integers(1, 10_000))


AMOUNTS = st.lists(amounts(), max_size=5)


def on(given_: Iterable[tuple[Period, int]], day: date) -> int:
    return sum(share for period, share in given_ if period.holds(day))


def by_day(differences: list[Difference]) -> dict[date, tuple[int, int]]:
    """The totals of each day; a day named twice fails."""
    found: dict[date, tuple[int, int]] = {}
    for each in differences:
        for day in filter(each.period.holds, WINDOW):
            assert day not in found
            found[day] = (each.total, each.allowed)
    return found


@given(AMOUNTS, AMOUNTS)
def test_excesses_are_the_days_on_which_too_much_is_given(
    given_: list[tuple[Period, int]], allowed: list[tuple[Period, int]]
) -> None:
    assert by_day(excesses(given_, allowed)) == {
        day: (on(given_, day), on(allowed, day))
        for day in WINDOW
        if on(given_, day) > on(allowed, day)
    }


@given(amounts(), AMOUNTS)
def test_shortfalls_are_the_days_on_which_too_little_is_given(
    wanted: tuple[Period, int], given_: list[tuple[Period, int]]
) -> None:
    within, share = wanted
    assert by_day(shortfalls(within, share, given_)) == {
        day: (on(given_, day), share)
        for day in WINDOW
        if within.holds(day) and on(given_, day) < share
    }


@given(AMOUNTS, AMOUNTS, st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(
    given_: list[tuple[Period, int]], allowed: list[tuple[Period, int]], order: object
) -> None:
    del order
    assert excesses(given_, allowed) == excesses(given_[::-1], allowed[::-1])


def test_days_in_a_row_with_equal_sums_are_said_once() -> None:
    half, other = (during("2016-01-01", "2016-06-30"), 6_000), (since("2016-07-01"), 6_000)
    assert excesses([half, other], [(ALWAYS, 5_000)]) == [
        Difference(since("2016-01-01"), 6_000, 5_000)
    ]


def test_nothing_given_is_never_too_much() -> None:
    assert excesses([], []) == []
    assert excesses([], [(ALWAYS, 10_000)]) == []
    assert shortfalls(ALWAYS, 10_000, []) == [Difference(ALWAYS, 0, 10_000)]
