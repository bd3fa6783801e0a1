"""Deleting an assignment takes the days of its shares that it holds, and no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.findings import RefusedError, refusals
from mutudesk.domain.listings import ListQuery
from mutudesk.domain.period import Period, uncovered
from mutudesk.domain.records import Stored
from mutudesk.domain.rules import judge_all
from mutudesk.usecases.acts.assignments import delete_assignment, shares_left, shares_of
from mutudesk.usecases.queries import agent_record, authority_lines
from mutudesk.usecases.recording import record
from tests.builders import (
    AUBIERE,
    EPCI,
    OPENED,
    assignment,
    day,
    during,
    make_register,
    membership,
    mission,
    mission_share,
    since,
    world_with,
    writing,
)
from tests.usecases.acts.changing import after, record_of, told

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from mutudesk.domain.records import Fact

FORMER, RENEWED = during("2015-07-01", "2019-12-31"), since("2020-01-01")
LIMITED = during("2020-01-01", "2021-12-31")
EDGES = [during("2019-12-31", "2019-12-31"), during("2022-01-01", "2022-01-01")]


@pytest.mark.parametrize(
    ("deleted", "share", "left"),
    [
        # The renewal is deleted: what began before it is closed the day before.
        (RENEWED, since("2015-07-01"), [FORMER]),
        (RENEWED, since("2019-12-31"), [during("2019-12-31", "2019-12-31")]),
        (RENEWED, since("2020-01-01"), []),
        (RENEWED, during("2015-07-01", "2020-01-01"), [FORMER]),
        # The first is deleted: what runs on begins the day after it.
        (FORMER, since("2015-07-01"), [RENEWED]),
        (FORMER, since("2019-12-31"), [RENEWED]),
        (FORMER, during("2015-07-01", "2020-01-01"), [during("2020-01-01", "2020-01-01")]),
        (FORMER, during("2015-07-01", "2019-12-31"), []),
        # One between two others is deleted: both sides stay.
        (LIMITED, since("2015-07-01"), [FORMER, since("2022-01-01")]),
        (LIMITED, during("2019-12-31", "2022-01-01"), EDGES),
        (LIMITED, during("2020-01-01", "2021-12-31"), []),
        (LIMITED, during("2020-06-01", "2020-06-30"), []),
        (LIMITED, during("2020-01-01", "2022-01-01"), [during("2022-01-01", "2022-01-01")]),
        # Beginnings and ends that are not known.
        (Period(None, day("2020-01-01")), Period(None, None), [RENEWED]),
        (Period(None, None), during("2015-07-01", "2019-12-31"), []),
    ],
)
def test_what_is_left_of_a_share(deleted: Period, share: Period, left: list[Period]) -> None:
    stored = Stored(1, 1, assignment(period=deleted))
    part = Stored(2, 1, mission_share(period=share))
    assert shares_left(stored.fact, [part]) == [(part, left)]
    pieces: list[Fact | None] = [mission_share(period=each) for each in left]
    first, *others = pieces or [None]
    assert told(delete_assignment(stored, [part])) == [
        (stored.fact, None),
        (part.fact, first),
        *((None, each) for each in others),
    ]


def test_the_former_assignment_keeps_its_shares(tmp_path: Path) -> None:
    """ADS until 2019, ADS again from 2020 on, two shares since 2015: only the renewal goes."""
    shares = [mission_share(share=6_000), mission_share(mission="DP", share=4_000)]
    renewal = assignment(period=RENEWED)
    path = make_register(tmp_path, world_with(assignment(period=FORMER), renewal, *shares))
    on = ListQuery(day("2016-01-01"))
    with writing(path) as session:
        assert len(authority_lines(session, on)) == 2
        found = agent_record(session, "A-1")
        (stored,) = [each for each in found.of(Assignment) if each.fact == renewal]
        record(session, delete_assignment(stored, shares_of(found, renewal)), "delete")
        assert len(authority_lines(session, on)) == 2
        assert authority_lines(session, ListQuery(day("2020-01-01"))) == []
        found = agent_record(session, "A-1")
        assert {each.fact.period for each in found.of(MissionShare)} == {FORMER}


def test_two_shares_of_one_key_are_refused_and_nothing_is_lost(tmp_path: Path) -> None:
    """A second share for the same mission and body is in the way: the user mends it first."""
    first, second = mission_share(share=5_000), mission_share(share=5_000, period=RENEWED)
    former = assignment(period=FORMER)
    path = make_register(tmp_path, world_with(former, assignment(period=RENEWED), first, second))
    with writing(path) as session:
        found = agent_record(session, "A-1")
        (stored,) = [each for each in found.of(Assignment) if each.fact == former]
        with pytest.raises(RefusedError, match="already_recorded"):
            record(session, delete_assignment(stored, shares_of(found, former)), "delete")
        assert len(agent_record(session, "A-1").of(MissionShare)) == 2


# Any assignments that follow each other, with any shares ------------------------------------------

MISSIONS = tuple(f"M{number}" for number in range(6))
DAYS = st.integers(0, 60).map(lambda number: day("2016-01-01") + timedelta(days=number))


def _periods(bounds: list[date], *, gaps: list[bool], is_open: bool) -> list[Period]:
    """Periods that follow each other between the bounds, those marked as gaps left out."""
    ends: list[date | None] = [*bounds[1:]]
    starts = bounds[:-1]
    if is_open:
        starts, ends = bounds, [*ends, None]
    made = [Period(*each) for each in zip(starts, ends, strict=True)]
    return [each for each, gap in zip(made, gaps, strict=False) if not gap] or made[:1]


def _within(wanted: Period, periods: list[Period]) -> bool:
    return not uncovered(wanted, periods)


def _days(period: Period) -> set[date]:
    """Those of the days looked at."""
    looked_at = (day("2015-12-31") + timedelta(days=number) for number in range(70))
    return {on for on in looked_at if period.holds(on)}


@settings(max_examples=80)
@given(st.data())
def test_no_rule_refuses_and_no_day_outside_is_lost(data: st.DataObject) -> None:
    bounds = sorted(data.draw(st.sets(DAYS, min_size=2, max_size=5)))
    gaps = data.draw(st.lists(st.booleans(), min_size=6, max_size=6))
    assigned = _periods(bounds, gaps=gaps, is_open=data.draw(st.booleans()))
    shares: list[MissionShare] = []
    for code in MISSIONS:
        first, last = sorted((data.draw(DAYS), data.draw(DAYS)))
        period = Period(first, None if data.draw(st.booleans()) else last + timedelta(days=1))
        if _within(period, assigned):
            shares.append(mission_share(mission=code, share=1_000, period=period))
    facts = world_with(
        *(mission(code) for code in MISSIONS),
        membership(AUBIERE, OPENED, missions=frozenset(MISSIONS)),
        *(assignment(period=each) for each in assigned),
        *(shares or [mission_share(mission="M0", share=1, period=assigned[0])]),
    )
    before = [fact for fact in facts if isinstance(fact, MissionShare)]
    assert not refusals(judge_all(FactBase(EPCI, facts)))
    found = record_of(*facts)
    stored = data.draw(st.sampled_from(found.of(Assignment)))
    left: list[Fact] = after(facts, delete_assignment(stored, shares_of(found, stored.fact)))
    assert not refusals(judge_all(FactBase(EPCI, left)))
    gone = stored.fact.period
    for share in before:
        same = [
            fact
            for fact in left
            if isinstance(fact, MissionShare) and fact.mission == share.mission
        ]
        kept = [on for fact in same for on in _days(fact.period)]
        assert sorted(kept) == sorted(on for on in _days(share.period) if not gone.holds(on))
        assert all(replace(fact, period=share.period) == share for fact in same)
