from __future__ import annotations

import pytest

from mutudesk.domain.findings import Share
from mutudesk.domain.records import Fact, Kind, RecordRef
from mutudesk.domain.rules import judge_references
from tests.builders import (
    CLERMONT,
    agent,
    assignment,
    base_of,
    body,
    day,
    during,
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
    world_with,
)
from tests.domain.judging import findings, only

UNKNOWN = "216302547"


@pytest.mark.parametrize("matricule", ["A+1", "A;1", "x" * 31])
def test_matricule_invalid(matricule: str) -> None:
    found = only(*world(agent(matricule)), but="agent_without_position")
    assert (found.code, found.field, found.records) == (
        "code_invalid",
        "matricule",
        (RecordRef(Kind.AGENT, (matricule,)),),
    )


@pytest.mark.parametrize(
    ("working_time", "expected"),
    [(0, ["share_out_of_range"]), (1, []), (10_000, []), (10_001, ["share_out_of_range"])],
)
def test_working_time(working_time: int, expected: list[str]) -> None:
    facts = world(agent("A-2"), position("A-2", working_time=working_time))
    found = findings(*facts)
    assert [each.code for each in found] == expected
    for each in found:
        assert (each.field, each.values["share"]) == ("working_time", Share(working_time))
        assert isinstance(each.values["share"], Share)


@pytest.mark.parametrize(
    ("first", "expected"), [("2017-01-01", []), ("2016-12-31", ["position_overlap"])]
)
def test_one_position_a_day(first: str, expected: list[str]) -> None:
    facts = world_with(
        position(period=during("2012-03-01", "2016-12-31")), position(period=since(first))
    )
    found = findings(*facts)
    assert [each.code for each in found] == expected
    for each in found:
        assert each.values["agent"] == "Paule Garnier (A-1)"
        assert each.records[0] == RecordRef(Kind.POSITION, ("A-1", day("2016-12-31")))


def test_two_employers_are_two_matricules() -> None:
    other: list[Fact] = [agent("C-1"), position("C-1", employer_siren=CLERMONT, working_time=2_000)]
    assert findings(*world(*other)) == []


@pytest.mark.parametrize(
    ("fact", "code", "field"),
    [
        (identity(UNKNOWN), "body_unknown", "siren"),
        (member(UNKNOWN), "body_unknown", "siren"),
        (member(epci=UNKNOWN), "body_unknown", "epci_siren"),
        (mandate(UNKNOWN), "body_unknown", "siren"),
        (population(UNKNOWN), "body_unknown", "siren"),
        (managing("ADS", siren=UNKNOWN), "body_unknown", "siren"),
        (managing("XX"), "service_unknown", "service"),
        (terms("XX"), "service_unknown", "service"),
        (origin("XX"), "service_unknown", "service"),
        (origin(siren=UNKNOWN), "body_unknown", "siren"),
        (mission("PC", "XX"), "service_unknown", "service"),
        (membership(UNKNOWN), "body_unknown", "siren"),
        (membership(service="XX"), "service_unknown", "service"),
        (position("XX"), "agent_unknown", "matricule"),
        (position(employer_siren=UNKNOWN), "body_unknown", "employer_siren"),
        (assignment("XX"), "agent_unknown", "matricule"),
        (assignment(service="XX"), "service_unknown", "service"),
        (assignment(hierarchical_siren=UNKNOWN), "body_unknown", "hierarchical_siren"),
        (mission_share("XX"), "agent_unknown", "matricule"),
        (mission_share(beneficiary_siren=UNKNOWN), "body_unknown", "beneficiary_siren"),
        (mission_share(operational_siren=UNKNOWN), "body_unknown", "operational_siren"),
    ],
)
def test_whatever_is_named_is_recorded(fact: Fact, code: str, field: str) -> None:
    (found,) = judge_references(base_of(*world()), [fact])
    assert (found.code, found.field) == (code, field)
    assert found.records[0].key == fact.key
    assert set(found.values.values()) & {UNKNOWN, "XX"}


def test_what_is_recorded_is_known() -> None:
    facts = world(population(), terms(), origin(), service("SIG"), body(UNKNOWN))
    assert list(judge_references(base_of(*facts), facts)) == []
