from __future__ import annotations

import pytest

from mutudesk.domain.findings import Severity
from mutudesk.domain.records import Fact, Kind, RecordRef
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    EPCI,
    day,
    during,
    managing,
    member,
    membership,
    mission,
    service,
    since,
    terms,
    world,
    world_with,
)
from tests.domain.judging import codes, findings, only


@pytest.mark.parametrize("code", ["A+B", "A;B", "x" * 31, " A"])
def test_code_invalid(code: str) -> None:
    found = only(*world(service(code), managing(code)))
    assert (found.code, found.field, found.records) == (
        "code_invalid",
        "code",
        (RecordRef(Kind.SERVICE, (code,)),),
    )
    found = only(*world(mission(code)))
    assert (found.code, found.records) == (
        "code_invalid",
        (RecordRef(Kind.MISSION, ("ADS", code)),),
    )


def test_an_ampersand_is_a_code_like_any_other() -> None:
    assert codes(*world(service("R&D"), managing("R&D"), mission("R&D"))) == []


def test_service_without_manager() -> None:
    found = only(*world(service("SIG", name="Géographie")))
    assert (found.code, found.values) == ("service_without_manager", {"service": "Géographie"})


@pytest.mark.parametrize(
    ("first", "expected"), [("2017-01-01", []), ("2016-12-31", ["managing_overlap"])]
)
def test_one_managing_body_a_day(first: str, expected: list[str]) -> None:
    facts = world_with(
        managing(period=during("2015-07-01", "2016-12-31")),
        managing(period=since(first), siren=CLERMONT),
    )
    assert [code for code in codes(*facts) if code != "ground_does_not_fit"] == expected


@pytest.mark.parametrize(
    ("first", "expected"), [("2017-01-01", []), ("2016-12-31", ["terms_overlap"])]
)
def test_one_set_of_terms_a_day(first: str, expected: list[str]) -> None:
    facts = world(terms(period=during("2015-07-01", "2016-12-31")), terms(period=since(first)))
    assert codes(*facts) == expected


@pytest.mark.parametrize(
    ("first", "expected"), [("2017-01-01", []), ("2016-12-31", ["membership_overlap"])]
)
def test_one_membership_of_a_body_a_day(first: str, expected: list[str]) -> None:
    facts = world_with(
        membership(period=during("2015-07-01", "2016-12-31")), membership(period=since(first))
    )
    assert codes(*facts) == expected


def test_two_bodies_join_on_the_same_days() -> None:
    assert codes(*world(membership(BEAUMONT))) == []


@pytest.mark.parametrize(
    ("life", "gap"),
    [
        ([since("2015-07-01")], None),
        ([since("2015-07-02")], during("2015-07-01", "2015-07-01")),
        ([during("2015-07-01", "2020-12-31")], since("2021-01-01")),
        (
            [during("2015-07-01", "2016-12-31"), since("2017-01-02")],
            during("2017-01-01", "2017-01-01"),
        ),
        ([during("2015-07-01", "2016-12-31"), since("2017-01-01")], None),
    ],
    ids=["whole life", "a day before", "after the end", "a day without manager", "no gap"],
)
def test_a_membership_lies_in_the_life_of_the_service(life: list, gap: object) -> None:  # type: ignore[type-arg]
    facts = [each for each in world() if type(each).__name__ not in {"Assignment", "MissionShare"}]
    facts = [each for each in facts if type(each).__name__ != "ManagingPeriod"]
    found = findings(*facts, *(managing(period=each) for each in life))
    assert [each.code for each in found] == ([] if gap is None else ["membership_outside_service"])
    for each in found:
        assert each.values["period"] == gap
        assert (each.field, each.also) == ("valid_from", "valid_until")
        assert each.records[0] == RecordRef(Kind.MEMBERSHIP, ("ADS", AUBIERE, day("2015-07-01")))
        assert {ref.kind for ref in each.records[1:]} == {Kind.MANAGING}


def test_missions_of_a_membership() -> None:
    facts = world(membership(BEAUMONT, missions=frozenset({"PC", "XX", "YY"})))
    found = findings(*facts)
    assert [(each.code, each.field, each.values["mission"]) for each in found] == [
        ("mission_unknown", "missions", "XX"),
        ("mission_unknown", "missions", "YY"),
    ]
    found = findings(*world(membership(BEAUMONT, missions=frozenset())))
    assert [(each.code, each.field) for each in found] == [
        ("membership_without_mission", "missions")
    ]


def test_a_mission_of_another_service_is_unknown() -> None:
    facts = world(service("SIG"), managing("SIG"), mission("CARTES", "SIG"))
    found = only(*facts, membership(BEAUMONT, missions=frozenset({"CARTES"})))
    assert found.code == "mission_unknown"


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        ("2015-06-30", []),
        ("2015-07-01", []),
        ("2015-07-02", ["retroactive_effect"]),
        (None, ["membership_project"]),
    ],
)
def test_decision_and_effect(decided: str | None, expected: list[str]) -> None:
    decided_on = None if decided is None else day(decided)
    found = findings(*world(membership(BEAUMONT, decided_on=decided_on)))
    assert [each.code for each in found] == expected
    for each in found:
        assert each.severity is Severity.WARNING
        assert each.field == "decided_on"
        assert each.values["body"] == "Beaumont"


@pytest.mark.parametrize(
    ("belongs", "gap"),
    [
        ([member(BEAUMONT)], None),
        ([member(BEAUMONT, since("2015-07-01"))], None),
        ([member(BEAUMONT, since("2015-07-02"))], during("2015-07-01", "2015-07-01")),
        ([member(BEAUMONT, during(None, "2016-12-31"))], since("2017-01-01")),
        ([member(BEAUMONT, epci=CLERMONT)], since("2015-07-01")),
    ],
    ids=["always", "from the day", "a day late", "left", "of another epci"],
)
def test_a_commune_that_joins_belongs_to_the_agglomeration(
    belongs: list[Fact], gap: object
) -> None:
    found = findings(*world_with(*belongs), membership(BEAUMONT), but="member_of_no_epci")
    assert [each.code for each in found] == ([] if gap is None else ["membership_outside_epci"])
    for each in found:
        assert each.severity is Severity.WARNING
        assert each.values["period"] == gap


def test_the_agglomeration_does_not_join_its_own_service() -> None:
    assert codes(*world(membership(EPCI))) == ["membership_of_agglomeration"]
