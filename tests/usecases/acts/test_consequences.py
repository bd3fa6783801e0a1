"""What depends on what an act ends is found before it is done, and may end with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.agents import Position
from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.records import Kind, ref_to
from mutudesk.domain.services import ManagingPeriod, Membership
from mutudesk.usecases.acts.consequences import Consequences, close_dependents, consequences
from mutudesk.usecases.acts.records import (
    amend_record,
    close_record,
    correct_record,
    delete_records,
)
from mutudesk.usecases.recording import record
from tests.builders import (
    BEAUMONT,
    OPENED,
    ROYAT,
    all_stored,
    assignment,
    day,
    during,
    make_register,
    managing,
    membership,
    mission_share,
    one_stored,
    position,
    since,
    world,
    world_with,
    writing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mutudesk.usecases.session import Session

LAST = day("2017-06-30")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    later = membership(ROYAT, since("2018-01-01"))
    with writing(make_register(tmp_path, world(later))) as opened:
        yield opened


def test_an_act_on_which_nothing_depends_leads_to_nothing(session: Session) -> None:
    share = one_stored(session, MissionShare)
    found = consequences(session, close_record(share, LAST))
    assert found == Consequences((), LAST)
    assert close_dependents(session, found) == []


def test_what_a_managing_body_holds_is_found_by_kind(session: Session) -> None:
    found = consequences(session, close_record(one_stored(session, ManagingPeriod), LAST))
    assert found.last_day == LAST
    assert {ref.kind for ref in found.refs} == {Kind.MEMBERSHIP, Kind.ASSIGNMENT}
    assert ref_to(membership(ROYAT, since("2018-01-01"))) in found.refs


@pytest.mark.parametrize(("last", "depends"), [("2017-06-30", True), (None, False)])
def test_the_last_day_is_that_of_what_the_act_leaves(
    session: Session, last: str | None, depends: bool
) -> None:
    before = one_stored(session, Position)
    corrected = position(period=during("2012-03-01", last))
    found = consequences(session, correct_record(before, corrected))
    assert bool(found.refs) is depends
    assert found.last_day == (LAST if last else None)
    amended = consequences(session, amend_record(before, day("2017-07-01"), position(grade="A")))
    assert amended == Consequences((), LAST)


@pytest.mark.parametrize("last", ["2017-06-30", None])
def test_no_share_depends_on_a_vote_that_brings_too_much_into_force(
    tmp_path: Path, last: str | None
) -> None:
    project = membership(BEAUMONT, during("2015-07-01", last), decided_on=None)
    planned = mission_share(period=project.period, beneficiary_siren=BEAUMONT, share=4_000)
    facts = world_with(membership(), project, mission_share(), planned)
    with writing(make_register(tmp_path, facts)) as session:
        voted = correct_record(
            one_stored(session, Membership, siren=BEAUMONT), membership(BEAUMONT, project.period)
        )
        with pytest.raises(RefusedError, match="shares_exceed_assignment"):
            record(session, voted, "correct")
        assert consequences(session, voted).refs == ()
        # They do depend on the assignment, where that is what leaves them no room.
        held = one_stored(session, Assignment)
        reduced = correct_record(held, assignment(share=5_000))
        assert consequences(session, reduced).refs == (ref_to(mission_share()),)


def test_nothing_ends_with_a_deletion(session: Session) -> None:
    found = consequences(session, delete_records([one_stored(session, Position)]))
    assert found.refs == (ref_to(assignment()),)
    assert found.last_day is None
    assert close_dependents(session, found) == []


def test_what_depends_is_closed_in_the_same_act_and_what_begins_later_is_left(
    session: Session,
) -> None:
    changes = close_record(one_stored(session, Position), LAST)
    found = consequences(session, changes)
    assert found.refs == (ref_to(assignment()),)
    changes += close_dependents(session, found)
    # The shares stand against it next, and are found with what is closed already.
    more = consequences(session, changes)
    assert more.refs == (ref_to(mission_share()),)
    assert more.last_day == LAST
    record(session, [*changes, *close_dependents(session, more)], "close")
    ended = [
        each.fact.period.last_day
        for each in all_stored(session)
        if isinstance(each.fact, Position | Assignment | MissionShare)
    ]
    assert ended == [LAST] * 3
    (joined,) = [
        each.fact
        for each in all_stored(session)
        if isinstance(each.fact, Membership) and each.fact.siren == ROYAT
    ]
    assert joined.period == since("2018-01-01")


def test_a_record_that_begins_later_cannot_end_with_the_act(session: Session) -> None:
    refs = (ref_to(membership()), ref_to(membership(ROYAT, since("2018-01-01"))))
    (closed,) = close_dependents(session, Consequences(refs, LAST))
    assert closed.after == membership(period=during("2015-07-01", "2017-06-30"))
    assert one_stored(session, ManagingPeriod).fact == managing(period=OPENED)
