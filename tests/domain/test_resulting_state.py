from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.changes import correct, create, delete
from mutudesk.domain.findings import Severity
from mutudesk.domain.records import Fact, Kind, RecordRef, Stored
from mutudesk.domain.resulting_state import resulting_state
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    EPCI,
    agent,
    assignment,
    body,
    identity,
    managing,
    mandate,
    member,
    membership,
    mission,
    mission_share,
    origin,
    population,
    position,
    service,
    since,
    terms,
    world,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

ROMAGNAT = "216303073"


def stored(facts: Iterable[Fact]) -> list[Stored[Fact]]:
    return [Stored(number, 1, fact) for number, fact in enumerate(facts, 1)]


def the(facts: list[Stored[Fact]], fact: Fact) -> Stored[Fact]:
    return next(each for each in facts if each.fact == fact)


def test_changes_are_laid_over_what_is_stored() -> None:
    before = stored([agent("A-1"), position("A-1"), agent("A-2")])
    after = resulting_state(
        before,
        [
            correct(the(before, agent("A-1")), agent("A-1", last_name="Durand")),
            delete(the(before, agent("A-2"))),
            create(agent("A-3")),
        ],
    )
    assert after.findings == []
    assert set(after.facts) == {
        agent("A-1", last_name="Durand"),
        position("A-1"),
        agent("A-3"),
    }


@pytest.mark.parametrize(
    ("header", "renamed", "expected"),
    [
        (
            body(AUBIERE),
            body(ROMAGNAT, insee_code="63014"),
            [
                identity(ROMAGNAT, name="Aubière"),
                member(ROMAGNAT),
                mandate(ROMAGNAT, last_name="Aubière"),
                membership(ROMAGNAT),
                mission_share(beneficiary_siren=ROMAGNAT),
                population(ROMAGNAT),
                origin(siren=ROMAGNAT),
            ],
        ),
        (
            service("ADS"),
            service("URBA"),
            [
                managing("URBA"),
                terms("URBA"),
                mission("PC", "URBA"),
                mission("DP", "URBA"),
                membership(service="URBA"),
                assignment(service="URBA"),
                mission_share(service="URBA"),
                origin("URBA", AUBIERE),
            ],
        ),
        (
            mission("PC"),
            mission("PERMIS"),
            [
                membership(missions=frozenset({"PERMIS", "DP"})),
                mission_share(mission="PERMIS"),
                mission("DP"),
            ],
        ),
        (
            agent("A-1"),
            agent("Z-9"),
            [position("Z-9"), assignment("Z-9"), mission_share("Z-9")],
        ),
    ],
    ids=["body", "service", "mission", "agent"],
)
def test_a_new_code_takes_everything_along(
    header: Fact, renamed: Fact, expected: list[Fact]
) -> None:
    before = stored(world(population(), terms(), origin(siren=AUBIERE)))
    after = resulting_state(before, [correct(the(before, header), renamed)])
    assert after.findings == []
    assert renamed in after.facts
    assert header not in after.facts
    assert set(expected) <= set(after.facts)
    assert len(after.facts) == len(before)


def test_the_agglomeration_is_renamed_in_all_its_parts() -> None:
    before = stored(
        world(
            mission_share(period=since("2016-01-01"), operational_siren=EPCI),
            assignment(period=since("2016-01-01"), hierarchical_siren=EPCI),
        )
    )
    after = resulting_state(
        before, [correct(the(before, body(EPCI)), replace(body(EPCI), siren=ROMAGNAT))]
    )
    assert not [fact for fact in after.facts if EPCI in repr(fact)]


def test_a_record_changed_meanwhile_is_refused() -> None:
    before = stored([agent("A-1")])
    for stale in (Stored(1, 2, agent("A-1")), Stored(9, 1, agent("A-1"))):
        after = resulting_state(before, [correct(stale, agent("A-1", last_name="Durand"))])
        finding = after.findings[0]
        assert finding.code == "changed_meanwhile"
        assert finding.severity is Severity.REFUSAL
        assert finding.records == (RecordRef(Kind.AGENT, ("A-1",)),)


def test_another_record_in_the_same_place_is_not_taken_for_the_one_seen() -> None:
    """Ids are used again: number 1 may be somebody else by the time a form is saved."""
    now = stored([agent("B-7", last_name="Autre")])
    after = resulting_state(
        now, [correct(Stored(1, 1, agent("A-1")), agent("A-1", last_name="Durand"))]
    )
    assert [finding.code for finding in after.findings] == ["changed_meanwhile"]


def test_the_same_record_twice_in_one_act_is_refused() -> None:
    before = stored([agent("A-1")])
    once = correct(before[0], agent("A-1", last_name="Durand"))
    after = resulting_state(before, [once, delete(before[0])])
    assert [finding.code for finding in after.findings] == ["changed_meanwhile"]


def test_a_key_that_is_taken_is_refused_once_by_its_name() -> None:
    before = stored([agent("A-1"), agent("A-2")])
    taken = correct(the(before, agent("A-2")), agent("A-1", last_name="Durand"))
    for changes in ([taken], [create(agent("A-1"))]):
        (finding,) = resulting_state(before, changes).findings
        assert finding.code == "already_recorded"
        assert finding.records == (RecordRef(Kind.AGENT, ("A-1",)),)
        assert finding.values == {"key": "A-1"}


def test_a_key_may_be_handed_over_in_one_act() -> None:
    before = stored([agent("A-1"), agent("A-2")])
    after = resulting_state(
        before,
        [
            correct(the(before, agent("A-1")), agent("A-3")),
            correct(the(before, agent("A-2")), agent("A-1", last_name="Durand")),
        ],
    )
    assert after.findings == []
    assert set(after.facts) == {agent("A-3"), agent("A-1", last_name="Durand")}


def test_two_codes_may_be_exchanged_in_one_act() -> None:
    before = stored(
        [agent("A-1"), agent("A-2"), position("A-1"), position("A-2", working_time=5_000)]
    )
    after = resulting_state(
        before,
        [
            correct(the(before, agent("A-1")), agent("A-2")),
            correct(the(before, agent("A-2")), agent("A-1")),
        ],
    )
    assert after.findings == []
    assert set(after.facts) == {
        agent("A-1"),
        agent("A-2"),
        position("A-2"),
        position("A-1", working_time=5_000),
    }


def test_a_service_and_its_mission_get_new_codes_in_one_act() -> None:
    before = stored([service(), mission(), mission("DP"), membership(), mission_share()])
    after = resulting_state(
        before,
        [
            correct(the(before, service()), service("URBA")),
            correct(the(before, mission()), mission("PERMIS", "URBA")),
        ],
    )
    assert set(after.facts) == {
        service("URBA"),
        mission("PERMIS", "URBA"),
        mission("DP", "URBA"),
        membership(service="URBA", missions=frozenset({"PERMIS", "DP"})),
        mission_share(service="URBA", mission="PERMIS"),
    }


def test_a_duplicate_that_nobody_touches_is_not_said_again() -> None:
    before = stored([agent("A-1"), agent("A-1", last_name="Durand"), agent("A-2")])
    after = resulting_state(before, [correct(before[2], agent("A-2", first_name="Anne"))])
    assert after.findings == []


def test_the_key_is_worded_from_its_parts() -> None:
    before = stored([mandate(BEAUMONT)])
    (finding,) = resulting_state(before, [create(mandate(BEAUMONT, last_name="Autre"))]).findings
    assert finding.values["key"] == f"{BEAUMONT} 05/04/2014"
