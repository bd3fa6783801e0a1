"""A change of working time offers the assignments and shares it leads to, in one act."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mutudesk.domain.agents import Position
from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.findings import RefusedError, refusals
from mutudesk.domain.period import ONE_DAY, Period
from mutudesk.domain.records import Stored
from mutudesk.domain.rules import judge_all
from mutudesk.usecases.acts.working_time import (
    change_working_time,
    propose_shares,
    unlike_distributed,
)
from mutudesk.usecases.queries import agent_record
from mutudesk.usecases.recording import record
from tests.builders import (
    BEAUMONT,
    EMPLOYED,
    EPCI,
    assignment,
    day,
    during,
    facts_in,
    make_register,
    managing,
    membership,
    mission,
    mission_share,
    one_stored,
    position,
    service,
    since,
    world,
    world_with,
    writing,
)
from tests.usecases.acts.changing import after, record_of, told

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.domain.records import Fact

ON = day("2017-01-01")
BEFORE = during("2015-07-01", "2016-12-31")
FORMER, RENEWED = during("2015-07-01", "2019-12-31"), since("2020-01-01")


def proposed(*facts: Fact, working_time: int) -> dict[Fact, int]:
    return {
        each.stored.fact: each.share for each in propose_shares(record_of(*facts), ON, working_time)
    }


def test_every_share_keeps_its_proportion_rounded_down() -> None:
    half, third = assignment(share=5_000), assignment(service="SIG", share=3_333)
    share = mission_share(share=3_333)
    found = proposed(position(working_time=9_000), half, third, share, working_time=8_000)
    assert found == {half: 4_444, third: 2_962, share: 2_962}


def test_what_runs_on_the_day_or_begins_later_is_offered() -> None:
    before = mission_share(period=during("2015-07-01", "2016-12-31"))
    last = mission_share(period=during("2015-07-01", "2017-01-01"), mission="M1")
    on_the_day = mission_share(period=since("2017-01-01"), mission="DP")
    later = mission_share(period=since("2017-01-02"), mission="CU")
    found = proposed(position(), assignment(), before, last, on_the_day, later, working_time=5_000)
    assert found == dict.fromkeys((assignment(), last, on_the_day, later), 5000)


def test_what_begins_under_another_position_is_not_offered() -> None:
    first = position(period=during("2012-03-01", "2019-12-31"))
    second = position(period=since("2020-01-01"), working_time=9_000)
    under_first = mission_share(period=during("2019-12-31", None), mission="DP")
    under_second = mission_share(period=since("2020-01-01"))
    found = proposed(first, second, under_first, under_second, working_time=5_000)
    assert found == {under_first: 5_000}


def test_the_same_working_time_leads_to_nothing() -> None:
    assert proposed(position(), assignment(), working_time=10_000) == {}


def test_each_assignment_comes_before_the_shares_that_begin_under_it() -> None:
    former, renewed = assignment(period=FORMER), assignment(period=RENEWED)
    first, second = mission_share(share=6_000), mission_share(mission="DP", period=RENEWED)
    elsewhere = assignment(service="AAA")
    found = proposed(position(), second, renewed, first, former, elsewhere, working_time=8_000)
    assert list(found) == [elsewhere, former, first, renewed, second]


def test_nothing_is_offered_without_a_position_that_day() -> None:
    ended = position(period=during("2012-03-01", "2016-12-31"))
    assert proposed(ended, assignment(), working_time=5_000) == {}


def test_the_smallest_share_stays_a_share() -> None:
    tiny = mission_share(share=1)
    assert proposed(position(), tiny, working_time=1)[tiny] == 1


@settings(max_examples=60)
@given(
    st.integers(200, 10_000),
    st.integers(200, 10_000),
    st.integers(1, 99),
    st.integers(1, 99),
)
def test_what_is_offered_breaks_no_rule(
    former: int, working_time: int, first: int, second: int
) -> None:
    """Whatever the proportions, the act as proposed is accepted."""
    one = max(1, former * first // 100)
    part = max(1, one * second // 100)
    facts = world_with(
        position(working_time=former),
        assignment(share=one),
        mission_share(share=part),
    )
    if one > part:
        facts.append(mission_share(share=one - part, mission="DP"))
    if former > one:
        facts += [
            service("SIG"),
            managing("SIG"),
            mission("CARTES", "SIG"),
            assignment(service="SIG", share=former - one),
        ]
    asked = record_of(*facts)
    (current,) = asked.of(Position)
    shares = propose_shares(asked, ON, working_time)
    if former == working_time:
        assert shares == []
    if any(each.stored.fact.share * working_time < former for each in shares):
        return
    changes = change_working_time(current, ON, position(working_time=working_time), shares)
    found = judge_all(FactBase(EPCI, after(facts, changes)))
    assert {each.code for each in found} <= {"shares_undistributed"}


def test_the_whole_act_is_recorded_at_once(tmp_path: Path) -> None:
    path = make_register(
        tmp_path,
        world_with(
            membership(),
            membership(BEAUMONT),
            mission_share(share=6_000),
            mission_share(share=4_000, beneficiary_siren=BEAUMONT),
        ),
    )
    with writing(path) as session:
        asked = agent_record(session, "A-1")
        (current,) = asked.of(Position)
        shares = propose_shares(asked, ON, 8_000)
        changes = change_working_time(current, ON, position(working_time=8_000), shares)
        judged = record(session, changes, "working_time", "temps partiel")
    assert judged.findings == ()
    found = facts_in(path)
    old, new = during("2015-07-01", "2016-12-31"), since("2017-01-01")
    assert {fact for fact in found if isinstance(fact, Assignment)} == {
        assignment(period=old),
        assignment(period=new, share=8_000),
    }
    assert {fact for fact in found if isinstance(fact, MissionShare)} == {
        mission_share(period=old, share=6_000),
        mission_share(period=old, share=4_000, beneficiary_siren=BEAUMONT),
        mission_share(period=new, share=4_800),
        mission_share(period=new, share=3_200, beneficiary_siren=BEAUMONT),
    }
    assert position(period=during("2012-03-01", "2016-12-31")) in found


def test_a_share_that_is_left_as_it_is_stays_one_record(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    with writing(path) as session:
        asked = agent_record(session, "A-1")
        shares = propose_shares(asked, ON, 10_000)
        changes = change_working_time(
            one_stored(session, Position), ON, position(grade="Principal"), shares
        )
    assert len(changes) == 2


def test_not_on_the_first_day_of_the_position() -> None:
    stored = Stored(1, 1, position())
    with pytest.raises(RefusedError) as refused:
        change_working_time(stored, day("2012-03-01"), position(working_time=1), [])
    assert [each.code for each in refused.value.findings] == ["amend_same_day"]
    with pytest.raises(RefusedError, match="cell_required"):
        change_working_time(stored, None, position(working_time=1), [])


# Later assignments, later positions ---------------------------------------------------------------


def test_a_renewed_assignment_is_brought_down_too(tmp_path: Path) -> None:
    """80 % from 2018, with ADS until 2019 and ADS again from 2020 on."""
    path = make_register(
        tmp_path,
        world_with(assignment(period=FORMER), assignment(period=RENEWED), mission_share()),
    )
    from_2018 = day("2018-01-01")
    with writing(path) as session:
        asked = agent_record(session, "A-1")
        (current,) = asked.of(Position)
        shares = propose_shares(asked, from_2018, 8_000)
        changes = change_working_time(current, from_2018, position(working_time=8_000), shares)
        assert record(session, changes, "amend").findings == ()
    found = facts_in(path)
    assert {fact for fact in found if isinstance(fact, Assignment)} == {
        assignment(period=during("2015-07-01", "2017-12-31")),
        assignment(period=during("2018-01-01", "2019-12-31"), share=8_000),
        assignment(period=RENEWED, share=8_000),
    }
    assert {fact for fact in found if isinstance(fact, MissionShare)} == {
        mission_share(period=during("2015-07-01", "2017-12-31")),
        mission_share(period=since("2018-01-01"), share=8_000),
    }


@pytest.mark.parametrize("last", ["2017-01-01", "2019-12-31"])
def test_what_runs_on_under_the_next_position_is_as_it_was_from_then_on(last: str) -> None:
    facts = world_with(
        position(period=during("2012-03-01", last)),
        position(period=Period(day(last) + ONE_DAY), working_time=9_000),
        assignment(share=6_000),
        mission_share(share=6_000),
    )
    asked = record_of(*facts)
    current = asked.of(Position)[0]
    shares = propose_shares(asked, ON, 5_000)
    changes = change_working_time(current, ON, position(working_time=5_000), shares)
    changed, follows = during("2017-01-01", last), Period(day(last) + ONE_DAY)
    assert told(changes)[2:5] == [
        (assignment(share=6_000), assignment(share=6_000, period=BEFORE)),
        (None, assignment(share=3_000, period=changed)),
        (None, assignment(share=6_000, period=follows)),
    ]
    assert not refusals(judge_all(FactBase(EPCI, after(facts, changes))))


@settings(max_examples=60)
@given(
    st.lists(st.integers(1, 40), min_size=1, max_size=4),
    st.integers(1_000, 10_000),
    st.integers(1_000, 10_000),
    st.integers(1, 60),
    st.integers(61, 120),
)
def test_any_row_of_assignments_follows_the_working_time(
    lengths: list[int], former: int, working_time: int, start: int, end: int
) -> None:
    """Assignments one after the other, each shared out; no rule refuses what is proposed."""
    opened = day("2016-01-01")
    firsts = [opened + ONE_DAY * sum(lengths[:place]) for place in range(len(lengths))]
    periods = [Period(*each) for each in pairwise([*firsts, None])]
    on, stop = opened + ONE_DAY * start, opened + ONE_DAY * end
    facts = world_with(
        position(working_time=former, period=Period(EMPLOYED.valid_from, stop)),
        position(working_time=10_000, period=Period(stop)),
        *(assignment(share=former, period=each) for each in periods),
        *(mission_share(share=former // 2, period=each) for each in periods),
        mission_share(mission="DP", share=former - former // 2, period=Period(opened)),
    )
    asked = record_of(*facts)
    assert not refusals(judge_all(base := FactBase(EPCI, facts))), base
    current = asked.of(Position)[0]
    shares = propose_shares(asked, on, working_time)
    changes = change_working_time(current, on, position(working_time=working_time), shares)
    left = after(facts, changes)
    assert not refusals(judge_all(FactBase(EPCI, left)))
    for fact in left:
        if isinstance(fact, Assignment):
            lowered = on <= fact.period.start < stop
            assert fact.share == (working_time if lowered else former)


@pytest.mark.parametrize(("share", "expected"), [(9_000, None), (7_000, 7_000)])
def test_what_is_planned_is_distributed_but_never_too_much(
    share: int, expected: int | None
) -> None:
    """Two thirds in force, as much planned: only what is left over is said."""
    asked = record_of(
        position(),
        assignment(),
        membership(BEAUMONT, decided_on=None),
        mission_share(beneficiary_siren=BEAUMONT),
    )
    one, planned = propose_shares(asked, ON, 8_000)
    found = unlike_distributed(asked.base, [one, replace(planned, share=share)])
    assert [step.total for _fact, step in found] == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("of_share", "first", "expected"),
    [
        (8_000, "2015-07-01", None),
        (7_000, "2015-07-01", (7_000, 8_000, "2017-01-01")),
        (9_000, "2015-07-01", (9_000, 8_000, "2017-01-01")),
        (8_000, "2017-03-01", (0, 8_000, "2017-01-01")),
    ],
)
def test_what_is_not_distributed_as_the_assignment_is_said(
    of_share: int, first: str, expected: tuple[int, int, str] | None
) -> None:
    asked = record_of(position(), assignment(), mission_share(period=since(first)))
    one, share = propose_shares(asked, ON, 8_000)
    found = unlike_distributed(asked.base, [one, replace(share, share=of_share)])
    assert [fact for fact, _step in found] == ([] if expected is None else [assignment()])
    if expected is not None:
        step = found[0][1]
        assert (step.total, step.allowed, step.period.start) == (*expected[:2], day(expected[2]))
