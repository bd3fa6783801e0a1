"""One act of a user: completed, judged in its final state, written whole with its journal."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.assignments import MissionShare
from mutudesk.domain.changes import AnyChange, amend_from, close, correct, create, delete
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.records import Kind, RecordRef
from mutudesk.domain.services import ManagingPeriod, Membership, Mission, SharedService
from mutudesk.domain.staff import Agent, Position
from mutudesk.domain.territory import EpciMembership, LegalIdentity, Mandate, PublicBody
from mutudesk.usecases.recording import foresee, record
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    EPCI,
    NOW,
    ROYAT,
    WHO,
    agent,
    all_stored,
    assignment,
    body,
    day,
    during,
    facts_in,
    identity,
    journalled,
    make_register,
    managing,
    mandate,
    member,
    membership,
    mission,
    mission_share,
    one_stored,
    population,
    position,
    reading,
    service,
    since,
    world,
    world_with,
    writing,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mutudesk.domain.records import Fact
    from mutudesk.usecases.session import Session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path, world())


def journal(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT act, who, at, action, why, kind, record, data FROM journal ORDER BY seq"
        ).fetchall()


def refusals(session: Session, *changes: AnyChange) -> list[str]:
    """The codes of a refused act; nothing is written, and the trial says the same."""
    before = all_stored(session), journal(session.register.path), session.changed
    with pytest.raises(RefusedError) as refused:
        record(session, changes, "record")
    assert (all_stored(session), journal(session.register.path), session.changed) == before
    assert tuple(foresee(session, changes).refusals) == refused.value.findings
    return [each.code for each in refused.value.findings]


def warnings(session: Session, *changes: AnyChange) -> list[str]:
    """The codes of what an act that was written gives to know."""
    foreseen = foresee(session, changes)
    judged = record(session, changes, "record")
    assert judged == foreseen
    assert session.changed
    return [each.code for each in judged.warnings]


# The acts -----------------------------------------------------------------------------------------


def test_create(path: Path) -> None:
    with writing(path) as session:
        assert warnings(session, create(agent("A-2")), create(position("A-2"))) == []
    assert facts_in(path) == set(world(agent("A-2"), position("A-2")))


def test_amend_from_a_day(path: Path) -> None:
    new = mandate(ROYAT, last_name="Nouvelle")
    with writing(path) as session:
        changes = amend_from(one_stored(session, Mandate, siren=ROYAT), day("2020-05-25"), new)
        assert warnings(session, *changes) == []
    found = {fact for fact in facts_in(path) if isinstance(fact, Mandate) and fact.siren == ROYAT}
    assert found == {
        mandate(ROYAT, during("2014-04-05", "2020-05-24"), last_name="Royat"),
        mandate(ROYAT, since("2020-05-25"), last_name="Nouvelle"),
    }


def test_correct(path: Path) -> None:
    with writing(path) as session:
        seen = one_stored(session, Mandate, siren=ROYAT)
        assert warnings(session, correct(seen, mandate(ROYAT, last_name="Juste"))) == []
        again = one_stored(session, Mandate, siren=ROYAT)
        assert (again.id, again.row_version) == (seen.id, seen.row_version + 1)


def test_close(path: Path) -> None:
    with writing(path) as session:
        changes = [close(one_stored(session, Mandate, siren=ROYAT), day("2020-05-24"))]
        assert warnings(session, *changes) == []
    closed = mandate(ROYAT, during("2014-04-05", "2020-05-24"), last_name="Royat")
    assert facts_in(path) == set(world_with(closed))


def test_delete(path: Path) -> None:
    with writing(path) as session:
        gone = one_stored(session, Mandate, siren=ROYAT)
        assert warnings(session, delete(gone)) == []
    assert gone.fact not in facts_in(path)


def test_every_act_is_journalled_with_who_when_why_before_and_after(path: Path) -> None:
    before = len(journal(path))
    with writing(path) as session:
        changes = amend_from(
            one_stored(session, Mandate, siren=ROYAT),
            day("2020-05-25"),
            mandate(ROYAT, last_name="N."),
        )
        record(session, changes, "amend", "élections")
    closed, opened = journal(path)[before:]
    common = (before + 1, WHO, NOW.isoformat(), "amend", "élections", "mandate")
    assert closed[:6] == opened[:6] == common
    assert (closed[6], opened[6]) == (f"{ROYAT} False 2014-04-05", f"{ROYAT} False 2020-05-25")
    old = mandate(ROYAT, last_name="Royat")
    assert json.loads(str(closed[7])) == [
        journalled(old),
        journalled(mandate(ROYAT, during("2014-04-05", "2020-05-24"), last_name="Royat")),
    ]
    assert json.loads(str(opened[7])) == [
        None,
        journalled(mandate(ROYAT, since("2020-05-25"), last_name="N.")),
    ]


def test_what_changes_nothing_is_not_written(path: Path) -> None:
    before = journal(path)
    with writing(path) as session:
        seen = one_stored(session, Agent)
        judged = record(session, [correct(seen, agent())], "correct")
        assert judged.changes == ()
        assert not session.changed
        assert one_stored(session, Agent) == seen
    assert journal(path) == before


def test_a_register_open_to_read_is_not_written(path: Path) -> None:
    with reading(path) as session, pytest.raises(RefusedError) as refused:
        record(session, [create(agent("A-2"))], "record")
    assert [each.code for each in refused.value.findings] == ["file_read_only"]


# Refusals and warnings ----------------------------------------------------------------------------


def test_all_reasons_are_given_at_once(path: Path) -> None:
    with writing(path) as session:
        found = refusals(
            session,
            create(mandate(ROYAT, since("2020-01-01"), last_name="Autre")),
            create(position(period=since("2020-01-01"))),
            create(agent("A+B")),
        )
    assert sorted(found) == ["code_invalid", "mandate_overlap", "position_overlap"]


def test_a_warning_does_not_stop_an_act(path: Path) -> None:
    late = membership(BEAUMONT, decided_on=day("2016-01-01"))
    with writing(path) as session:
        assert warnings(session, create(late)) == ["retroactive_effect"]
    assert late in facts_in(path)


def test_what_was_wrong_before_and_elsewhere_stops_nobody(tmp_path: Path) -> None:
    path = make_register(tmp_path, world(agent("A-2"), assignment("A-2")))
    with writing(path) as session:
        assert warnings(session, create(agent("A-3"))) == ["agent_without_position"]
        assert refusals(session, create(mission_share("A-2", mission="DP"))) == ["no_position"]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (mandate("216302547"), "body_unknown"),
        (mission("X", "XX"), "service_unknown"),
        (position("XX"), "agent_unknown"),
        (agent("A-1", last_name="Double"), "already_recorded"),
        (membership(), "already_recorded"),
    ],
)
def test_references_and_keys(path: Path, wanted: Fact, code: str) -> None:
    with writing(path) as session:
        assert refusals(session, create(wanted)) == [code]


def test_somebody_else_was_faster(path: Path) -> None:
    with writing(path) as session:
        seen = one_stored(session, Position)
        record(session, [correct(seen, position(grade="Autre"))], "correct")
        assert refusals(session, correct(seen, position(grade="Encore"))) == ["changed_meanwhile"]
        assert refusals(session, delete(seen)) == ["changed_meanwhile"]


def test_a_record_deleted_meanwhile_and_another_made(path: Path) -> None:
    with writing(path) as session:
        record(session, [create(agent("A-2"))], "record")
        seen = one_stored(session, Agent, matricule="A-2")
        record(session, [delete(seen)], "delete")
        record(session, [create(agent("B-7", last_name="Autre"))], "record")
        assert one_stored(session, Agent, matricule="B-7").id > seen.id
        found = refusals(session, correct(seen, agent("A-2", last_name="Nouveau")))
    assert found == ["changed_meanwhile"]


# What depends on a record -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "kinds"),
    [
        (
            body(AUBIERE),
            {
                Kind.IDENTITY,
                Kind.EPCI_MEMBERSHIP,
                Kind.MANDATE,
                Kind.MEMBERSHIP,
                Kind.MISSION_SHARE,
            },
        ),
        (
            service(),
            {Kind.MANAGING, Kind.MISSION, Kind.MEMBERSHIP, Kind.ASSIGNMENT},
        ),
        (mission("PC"), {Kind.MEMBERSHIP, Kind.MISSION_SHARE}),
        (agent(), {Kind.POSITION, Kind.ASSIGNMENT, Kind.MISSION_SHARE}),
    ],
    ids=["body", "service", "mission", "agent"],
)
def test_what_others_depend_on_is_not_deleted_and_they_are_named(
    path: Path, header: Fact, kinds: set[Kind]
) -> None:
    with writing(path) as session:
        stored = next(each for each in all_stored(session) if each.fact == header)
        assert refusals(session, delete(stored)) == ["in_use"]
        (finding,) = foresee(session, [delete(stored)]).refusals
    assert finding.records[0].key == header.key
    assert {ref.kind for ref in finding.records[1:]} == kinds
    assert finding.values["count"] == len(finding.records) - 1


def test_the_agglomeration_of_the_register_is_never_deleted(path: Path) -> None:
    """Not even with everything that is recorded."""
    with writing(path) as session:
        everything = [delete(each) for each in all_stored(session)]
        assert refusals(session, *everything) == ["in_use"]
        (finding,) = foresee(session, everything).refusals
    assert finding.records[0] == RecordRef(Kind.BODY, (EPCI,))


def test_a_body_goes_with_all_that_hangs_on_it(path: Path) -> None:
    with writing(path) as session:
        own = [each for each in all_stored(session) if getattr(each.fact, "siren", "") == ROYAT]
        assert len(own) == 4
        assert warnings(session, *(delete(each) for each in own)) == []
    assert not [fact for fact in facts_in(path) if getattr(fact, "siren", "") == ROYAT]


def test_a_mission_goes_when_those_who_had_it_let_it_go_in_the_same_act(path: Path) -> None:
    with writing(path) as session:
        changes = [
            delete(one_stored(session, Mission, code="DP")),
            correct(one_stored(session, Membership), membership(missions=frozenset({"PC"}))),
        ]
        assert warnings(session, *changes) == []
    assert facts_in(path) == set(world_with(mission("PC"), membership(missions=frozenset({"PC"}))))


def test_a_mission_does_not_go_while_one_membership_keeps_it(tmp_path: Path) -> None:
    path = make_register(tmp_path, world(membership(BEAUMONT)))
    with writing(path) as session:
        changes = [
            delete(one_stored(session, Mission, code="DP")),
            correct(
                one_stored(session, Membership, siren=AUBIERE),
                membership(missions=frozenset({"PC"})),
            ),
        ]
        assert refusals(session, *changes) == ["in_use"]
        (finding,) = foresee(session, changes).refusals
    assert finding.records[1:] == (
        RecordRef(Kind.MEMBERSHIP, ("ADS", BEAUMONT, day("2015-07-01"))),
    )


def test_a_body_goes_when_the_head_moves_to_another_in_the_same_act(path: Path) -> None:
    with writing(path) as session:
        changes: list[AnyChange] = [
            delete(one_stored(session, PublicBody, siren=ROYAT)),
            delete(one_stored(session, LegalIdentity, siren=ROYAT)),
            delete(one_stored(session, EpciMembership, siren=ROYAT)),
            correct(
                one_stored(session, Mandate, siren=ROYAT),
                mandate(BEAUMONT, during("2001-01-01", "2014-04-04")),
            ),
        ]
        assert warnings(session, *changes) == []


def test_what_still_points_at_a_deleted_record_is_refused(path: Path) -> None:
    with writing(path) as session:
        changes: list[AnyChange] = [
            delete(one_stored(session, PublicBody, siren=ROYAT)),
            delete(one_stored(session, LegalIdentity, siren=ROYAT)),
            delete(one_stored(session, EpciMembership, siren=ROYAT)),
            correct(one_stored(session, Mandate, siren=ROYAT), mandate(ROYAT, last_name="Reste")),
        ]
        assert refusals(session, *changes) == ["body_unknown"]
        changes[-1] = delete(one_stored(session, Mandate, siren=ROYAT))
        assert refusals(session, *changes, create(population(ROYAT))) == ["body_unknown"]


# Acts on something that others live from ----------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (
            lambda session: close(one_stored(session, Membership), day("2020-12-31")),
            "beneficiary_not_joined",
        ),
        (lambda session: delete(one_stored(session, Membership)), "beneficiary_not_joined"),
        (
            lambda session: correct(
                one_stored(session, Membership), membership(missions=frozenset({"DP"}))
            ),
            "beneficiary_not_joined",
        ),
        (
            lambda session: close(one_stored(session, ManagingPeriod), day("2020-12-31")),
            "membership_outside_service",
        ),
        (lambda session: close(one_stored(session, Position), day("2020-12-31")), "no_position"),
        (
            lambda session: correct(one_stored(session, Position), position(working_time=9_999)),
            "working_time_exceeded",
        ),
    ],
)
def test_nothing_is_taken_from_under_those_who_live_from_it(
    path: Path, change: Callable[[Session], AnyChange], code: str
) -> None:
    with writing(path) as session:
        assert code in refusals(session, change(session))


def test_a_commune_takes_a_service_over(path: Path) -> None:
    with writing(path) as session:
        changes = amend_from(
            one_stored(session, ManagingPeriod), day("2017-01-01"), managing(siren=CLERMONT)
        )
        assert warnings(session, *changes) == ["ground_does_not_fit"]


def test_a_commune_leaves_for_a_mission_and_its_shares_go_elsewhere(path: Path) -> None:
    """All in one act: the membership closed, the next one opened, the work given to another."""
    with writing(path) as session:
        changes: list[AnyChange] = [
            *amend_from(
                one_stored(session, Membership),
                day("2017-01-01"),
                membership(missions=frozenset({"DP"}), decided_on=day("2016-12-01")),
            ),
            close(one_stored(session, MissionShare), day("2016-12-31")),
            create(mission_share(period=since("2017-01-01"), mission="DP")),
        ]
        assert warnings(session, *changes) == []


def test_a_new_code_of_a_service_in_use(path: Path) -> None:
    with writing(path) as session:
        renamed = correct(one_stored(session, SharedService), service("URBA", name="Urbanisme"))
        assert warnings(session, renamed) == []
    found = facts_in(path)
    assert {assignment(service="URBA"), membership(service="URBA"), managing("URBA")} <= found
    with writing(path) as session:
        renamed = correct(one_stored(session, SharedService), service("A+B"))
        assert refusals(session, renamed) == ["code_invalid"]


def test_a_new_matricule(path: Path) -> None:
    with writing(path) as session:
        assert warnings(session, correct(one_stored(session, Agent), agent("Z-9"))) == []
    found = facts_in(path)
    assert {agent("Z-9"), position("Z-9"), assignment("Z-9"), mission_share("Z-9")} <= found
    with writing(path) as session:
        record(session, [create(agent("A-1"))], "record")
        taken = correct(one_stored(session, Agent, matricule="Z-9"), agent("A-1"))
        assert refusals(session, taken) == ["already_recorded"]


def test_a_body_keeps_one_identity_at_least(path: Path) -> None:
    with writing(path) as session:
        gone = delete(one_stored(session, LegalIdentity, siren=ROYAT))
        assert refusals(session, gone) == ["body_without_identity"]
        other = create(identity(ROYAT, since("2017-01-01"), name="Royat-les-Bains"))
        assert warnings(session, gone, other) == ["mandate_before_body", "identity_gap"]


def test_the_second_employer_is_a_second_matricule(path: Path) -> None:
    with writing(path) as session:
        second = create(position(period=since("2016-01-01"), employer_siren=CLERMONT))
        assert refusals(session, second) == ["position_overlap"]
        changes = [create(agent("C-1")), create(position("C-1", employer_siren=CLERMONT))]
        assert warnings(session, *changes) == []


def test_a_commune_that_leaves_the_agglomeration_is_told(path: Path) -> None:
    with writing(path) as session:
        left = correct(
            one_stored(session, EpciMembership, siren=AUBIERE),
            member(AUBIERE, during(None, "2016-12-31")),
        )
        assert warnings(session, left) == ["membership_outside_epci"]
        seen = one_stored(session, Membership)
        again = correct(seen, membership(decided_on=day("2015-06-01")))
        assert warnings(session, again) == []
