from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.period import Period, uncovered
from mutudesk.domain.timeline import Entry, Timeline, TimelineError
from tests.builders import day, during, since

FIRST = date(2019, 12, 20)
WINDOW = [FIRST + timedelta(days=number) for number in range(30)]
DAYS = st.sampled_from(WINDOW)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline[str]:
    """Up to five entries, gaps allowed, the ends perhaps open."""
    bounds = sorted(draw(st.sets(DAYS, max_size=6)))
    ends: list[date | None] = [*bounds]
    if draw(st.booleans()):
        ends.insert(0, None)
    if draw(st.booleans()) or len(ends) == 1:
        ends.append(None)
    pairs = [
        Period(start, stop)
        for number, (start, stop) in enumerate(pairwise(ends))
        if number == 0 or (start is not None)
    ]
    kept = [each for each in pairs if draw(st.booleans())]
    return Timeline(Entry(period, f"value {number}") for number, period in enumerate(kept))


def model(timeline: Timeline[str]) -> dict[date, str]:
    """The naive model: which value holds on each day of the window."""
    return {each: entry.value for each in WINDOW for entry in timeline if entry.period.holds(each)}


def assert_upright(timeline: Timeline[str]) -> None:
    for before, after in pairwise(timeline):
        assert before.period.stop <= after.period.start


@given(timelines(), DAYS)
def test_amend_from_changes_that_day_and_the_rest_of_the_entry_only(
    timeline: Timeline[str], on: date
) -> None:
    running = timeline.at(on)
    if running is None or running.period.valid_from == on:
        with pytest.raises(TimelineError) as refused:
            timeline.amend_from(on, "new")
        assert refused.value.code == ("nothing_to_amend" if running is None else "same_day")
        return
    amended = timeline.amend_from(on, "new")
    assert_upright(amended)
    assert model(amended) == {
        each: "new" if each >= on and running.period.holds(each) else value
        for each, value in model(timeline).items()
    }


@given(timelines(), DAYS)
def test_close_ends_the_entry_with_that_day_and_touches_no_other(
    timeline: Timeline[str], last: date
) -> None:
    running = timeline.at(last)
    if running is None:
        with pytest.raises(TimelineError, match="nothing_to_close"):
            timeline.close(last)
        return
    closed = timeline.close(last)
    assert_upright(closed)
    assert model(closed) == {
        each: value
        for each, value in model(timeline).items()
        if each <= last or not running.period.holds(each)
    }


@given(timelines(), DAYS)
def test_correct_replaces_the_value_on_the_same_days(timeline: Timeline[str], on: date) -> None:
    wrong = timeline.at(on)
    if wrong is None:
        return
    corrected = timeline.correct(wrong, Entry(wrong.period, "right"))
    assert_upright(corrected)
    assert model(corrected) == {
        each: "right" if wrong.period.holds(each) else value
        for each, value in model(timeline).items()
    }
    assert corrected.correct(Entry(wrong.period, "right"), wrong) == timeline


@given(timelines())
def test_gaps_and_entries_share_no_day_and_cover_all(timeline: Timeline[str]) -> None:
    within = Period(WINDOW[0], WINDOW[-1])
    gaps = timeline.gaps(within)
    held = [entry.period for entry in timeline]
    assert not [gap for gap in gaps for period in held if gap.overlaps(period)]
    assert uncovered(within, [*gaps, *held]) == []


def test_two_entries_never_share_a_day() -> None:
    first, second = during("2016-01-01", "2016-12-31"), since("2016-12-31")
    with pytest.raises(TimelineError) as refused:
        Timeline([Entry(second, "b"), Entry(first, "a")])
    assert refused.value.code == "overlap"
    assert refused.value.period == first


def test_neighbours_at_new_year() -> None:
    timeline = Timeline([Entry(since("2017-01-01"), "b"), Entry(during(None, "2016-12-31"), "a")])
    assert [entry.value for entry in timeline] == ["a", "b"]
    last, first = timeline.at(day("2016-12-31")), timeline.at(day("2017-01-01"))
    assert last is not None
    assert first is not None
    assert (last.value, first.value) == ("a", "b")


def test_amending_keeps_the_end_of_the_former_entry() -> None:
    timeline = Timeline([Entry(during("2016-01-01", "2016-12-31"), "a")])
    amended = timeline.amend_from(day("2016-06-01"), "b")
    assert [entry.period for entry in amended] == [
        during("2016-01-01", "2016-05-31"),
        during("2016-06-01", "2016-12-31"),
    ]


def test_equal_timelines_are_equal_whatever_the_order_given() -> None:
    a, b = Entry(during(None, "2016-12-31"), "a"), Entry(since("2017-01-01"), "b")
    assert Timeline([a, b]) == Timeline([b, a])
    assert hash(Timeline([a, b])) == hash(Timeline([b, a]))
    assert Timeline([a]) != Timeline([b])
    assert Timeline([a]) != a
