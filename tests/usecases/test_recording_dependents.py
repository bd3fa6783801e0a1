"""Acts on records that others depend on: refused with their names, or done together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.agents import Agent, Position
from mutudesk.domain.assignments import MissionShare
from mutudesk.domain.bodies import EpciMembership, LegalIdentity, Mandate, PublicBody
from mutudesk.domain.changes import AnyChange, amend_from, close, correct, create, delete
from mutudesk.domain.records import Kind, RecordRef
from mutudesk.domain.services import ManagingPeriod, Membership, Mission, SharedService
from mutudesk.usecases.recording import foresee, record
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    EPCI,
    ROYAT,
    agent,
    all_stored,
    assignment,
    body,
    day,
    during,
    facts_in,
    identity,
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
    service,
    since,
    world,
    world_with,
    writing,
)
from tests.usecases.acts_judged import refusals, warnings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mutudesk.domain.records import Fact
    from mutudesk.usecases.session import Session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path, world())


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
