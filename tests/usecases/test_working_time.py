"""A change of working time offers the assignments and shares it leads to, in one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.domain.factbase import FactBase
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.records import Stored
from mutudesk.domain.rules import judge_all
from mutudesk.domain.staff import Position
from mutudesk.usecases.browsing import Record, agent_record
from mutudesk.usecases.recording import record
from mutudesk.usecases.working_time import propose_shares, working_time_changes
from tests.builders import (
    BEAUMONT,
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

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.domain.records import Fact

ON = day("2017-01-01")


def record_of(*facts: Fact) -> Record:
    stored = tuple(Stored(number, 1, fact) for number, fact in enumerate(facts, 1))
    return Record(FactBase(EPCI, facts), stored)


def proposed(*facts: Fact, working_time: int) -> dict[Fact, int]:
    return {
        each.stored.fact: each.share for each in propose_shares(record_of(*facts), ON, working_time)
    }


def test_every_share_keeps_its_proportion_rounded_down() -> None:
    half, third = assignment(share=5_000), assignment(service="SIG", share=3_333)
    share = mission_share(share=3_333)
    found = proposed(position(working_time=9_000), half, third, share, working_time=8_000)
    assert found == {half: 4_444, third: 2_962, share: 2_962}


def test_only_what_runs_through_the_day_is_offered() -> None:
    before = mission_share(period=during("2015-07-01", "2016-12-31"))
    on_the_day = mission_share(period=since("2017-01-01"), mission="DP")
    later = mission_share(period=since("2017-01-02"), mission="CU")
    found = proposed(position(), assignment(), before, on_the_day, later, working_time=5_000)
    assert found == {assignment(): 5_000}


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
    if min(each.stored.fact.share * working_time // former for each in shares) < 1:
        return
    changes = working_time_changes(current, ON, position(working_time=working_time), shares)
    replaced = {change.before.fact for change in changes if change.before}
    after = [fact for fact in facts if fact not in replaced]
    after += [change.after for change in changes if change.after]
    found = judge_all(FactBase(EPCI, after))
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
        changes = working_time_changes(current, ON, position(working_time=8_000), shares)
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
        changes = working_time_changes(
            one_stored(session, Position), ON, position(grade="Principal"), shares
        )
    assert len(changes) == 2


def test_not_on_the_first_day_of_the_position() -> None:
    stored = Stored(1, 1, position())
    with pytest.raises(RefusedError) as refused:
        working_time_changes(stored, day("2012-03-01"), position(working_time=1), [])
    assert [each.code for each in refused.value.findings] == ["amend_same_day"]
