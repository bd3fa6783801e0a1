from __future__ import annotations

import pytest

from mutudesk.domain.assignments import AssignmentGround
from mutudesk.domain.findings import Severity, Share
from mutudesk.domain.records import Fact, Kind, RecordRef
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    EPCI,
    agent,
    assignment,
    day,
    during,
    managing,
    mandate,
    membership,
    mission,
    mission_share,
    position,
    service,
    since,
    world,
    world_with,
)
from tests.domain.judging import codes, findings, only

SIG: list[Fact] = [service("SIG"), managing("SIG"), mission("CARTES", "SIG")]
UNDISTRIBUTED = "shares_undistributed"
VACANT = "mandate_vacant_for_share"


@pytest.mark.parametrize(
    ("share", "expected"), [(0, True), (1, False), (10_000, False), (10_001, True), (-1, True)]
)
def test_a_share_is_above_nothing_and_at_most_a_post(share: int, *, expected: bool) -> None:
    facts = world_with(assignment(share=share), mission_share(share=share))
    found = [each for each in findings(*facts) if each.code == "share_out_of_range"]
    assert [each.records[0].kind for each in found] == (
        [Kind.ASSIGNMENT, Kind.MISSION_SHARE] if expected else []
    )


# Working time -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("second", "expected"), [(4_000, []), (4_001, ["working_time_exceeded"])])
def test_assignments_stay_within_working_time(second: int, expected: list[str]) -> None:
    facts = world_with(
        position(working_time=8_000), assignment(share=4_000), mission_share(share=4_000)
    )
    found = findings(
        *facts,
        *SIG,
        assignment(service="SIG", share=second, period=since("2017-01-01")),
        mission_share(
            service="SIG",
            mission="CARTES",
            beneficiary_siren=EPCI,
            share=second,
            period=since("2017-01-01"),
        ),
    )
    assert [each.code for each in found] == expected
    for each in found:
        assert each.values == {
            "agent": "Paule Garnier (A-1)",
            "period": since("2017-01-01"),
            "total": Share(8_001),
            "allowed": Share(8_000),
            "services": ("Service ADS", "Service SIG"),
        }
        assert each.records == (
            RecordRef(Kind.ASSIGNMENT, ("A-1", "SIG", day("2017-01-01"))),
            RecordRef(Kind.ASSIGNMENT, ("A-1", "ADS", day("2015-07-01"))),
            RecordRef(Kind.POSITION, ("A-1", day("2012-03-01"))),
        )
        assert (each.field, each.also) == ("share", "working_time")


@pytest.mark.parametrize(
    ("first", "last", "gap"),
    [
        ("2015-07-01", None, None),
        ("2015-07-02", None, during("2015-07-01", "2015-07-01")),
        ("2015-07-01", "2020-12-31", since("2021-01-01")),
    ],
    ids=["exactly", "a day late", "left"],
)
def test_no_position_is_no_working_time(first: str, last: str | None, gap: object) -> None:
    found = findings(*world_with(position(period=during(first, last))))
    assert [each.code for each in found] == ([] if gap is None else ["no_position"])
    for each in found:
        assert each.values["period"] == gap
        assert each.values["allowed"] == 0


def test_a_change_of_employer_without_a_gap_changes_nothing() -> None:
    facts = world_with(
        position(period=during("2012-03-01", "2016-12-31"), employer_siren=CLERMONT),
        position(period=since("2017-01-01")),
        assignment(ground=AssignmentGround.TRANSFER_BY_LAW, period=since("2017-01-01")),
        mission_share(period=since("2017-01-01")),
    )
    assert codes(*facts) == []


def test_two_part_times_are_added_up() -> None:
    facts = world_with(
        position(working_time=5_000),
        assignment(share=5_000),
        mission_share(share=2_500),
        mission_share(share=2_500, mission="DP"),
    )
    assert codes(*facts) == []


# One assignment -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "expected"), [("2017-01-01", []), ("2016-12-31", ["assignment_overlap"])]
)
def test_one_assignment_to_a_service_a_day(first: str, expected: list[str]) -> None:
    facts = world_with(
        assignment(share=5_000, period=during("2015-07-01", "2016-12-31")),
        assignment(share=5_000, period=since(first)),
        mission_share(share=5_000),
    )
    assert codes(*facts) == expected


@pytest.mark.parametrize(
    ("managers", "gap"),
    [
        ([during("2015-07-01", "2016-12-31"), since("2017-01-01")], None),
        (
            [during("2015-07-01", "2016-12-31"), since("2017-01-02")],
            during("2017-01-01", "2017-01-01"),
        ),
    ],
    ids=["handed over", "a day without manager"],
)
def test_an_assignment_lies_in_the_life_of_the_service(managers: list[object], gap: object) -> None:
    facts = world_with(*(managing(period=each) for each in managers))  # type: ignore[arg-type]
    found = [each for each in findings(*facts) if each.records[0].kind is Kind.ASSIGNMENT]
    assert [each.code for each in found] == ([] if gap is None else ["assignment_outside_service"])
    for each in found:
        assert each.values["period"] == gap


def test_a_hierarchical_body_of_its_own_has_a_reason() -> None:
    facts = world_with(assignment(hierarchical_siren=CLERMONT))
    found = only(*facts)
    assert (found.code, found.severity) == ("hierarchical_reason_missing", Severity.WARNING)
    assert (found.field, found.values["body"]) == ("hierarchical_reason", "Clermont-Ferrand")
    with_reason = assignment(hierarchical_siren=CLERMONT, hierarchical_reason="arrêté du 3 mars")
    assert codes(*world_with(with_reason)) == []


@pytest.mark.parametrize("ground", list(AssignmentGround))
@pytest.mark.parametrize("employer", [EPCI, CLERMONT])
def test_the_ground_fits_the_employer(ground: AssignmentGround, employer: str) -> None:
    facts = world_with(position(employer_siren=employer), assignment(ground=ground))
    keeps = ground in {AssignmentGround.PROVISION_BY_LAW, AssignmentGround.SECONDMENT}
    found = findings(*facts)
    assert [each.code for each in found] == (
        [] if keeps == (employer == CLERMONT) else ["ground_does_not_fit"]
    )
    for each in found:
        assert each.severity is Severity.WARNING
        assert each.field == "ground"
        assert each.values["ground"] == ground.value
        assert each.values["period"] == since("2015-07-01")


def test_the_ground_is_held_against_the_manager_of_the_date() -> None:
    """A commune takes the service over: its own agents are no longer made available."""
    facts = world_with(
        managing(period=during("2015-07-01", "2016-12-31")),
        managing(period=since("2017-01-01"), siren=CLERMONT),
        position(employer_siren=CLERMONT),
        assignment(ground=AssignmentGround.PROVISION_BY_LAW),
    )
    found = only(*facts)
    assert found.code == "ground_does_not_fit"
    assert found.values["period"] == since("2017-01-01")
    assert (found.values["employer"], found.values["manager"]) == (
        "Clermont-Ferrand",
        "Clermont-Ferrand",
    )


def test_a_manager_of_other_days_does_not_count_for_the_ground() -> None:
    facts = world_with(
        managing(period=during("2015-07-01", "2016-12-31"), siren=CLERMONT),
        managing(period=since("2017-01-01")),
        assignment(period=since("2017-01-01")),
        mission_share(period=since("2017-01-01")),
    )
    assert codes(*facts) == []


# Shares of an assignment --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (3_999, [UNDISTRIBUTED]),
        (4_000, []),
        (4_001, ["shares_exceed_assignment"]),
    ],
)
def test_shares_of_an_assignment(second: int, expected: list[str]) -> None:
    facts = world_with(
        mission_share(share=6_000), mission_share(share=second, beneficiary_siren=EPCI)
    )
    found = findings(*facts)
    assert [each.code for each in found] == expected
    for each in found:
        assert each.values["total"] == 6_000 + second
        assert each.values["allowed"] == 10_000
        assert each.severity is (Severity.WARNING if second < 4_000 else Severity.REFUSAL)


def test_shares_outside_an_assignment() -> None:
    found = only(
        *world_with(mission_share(period=since("2015-06-30"))), but="beneficiary_not_joined"
    )
    assert found.code == "share_without_assignment"
    assert found.values["period"] == during("2015-06-30", "2015-06-30")
    assert (found.field, found.also) == ("share", "valid_until")


def test_a_share_goes_on_while_the_assignment_is_renewed() -> None:
    facts = world_with(
        assignment(period=during("2015-07-01", "2016-12-31")),
        assignment(period=since("2017-01-01")),
    )
    assert codes(*facts) == []
    with_gap = world_with(
        assignment(period=during("2015-07-01", "2016-12-30")),
        assignment(period=since("2017-01-01")),
    )
    assert codes(*with_gap) == ["share_without_assignment"]


def test_shares_are_added_up_for_each_service_apart() -> None:
    facts = world_with(
        assignment(share=5_000),
        mission_share(share=5_000),
    )
    other: list[Fact] = [
        *SIG,
        assignment(service="SIG", share=5_000),
        mission_share(service="SIG", mission="CARTES", beneficiary_siren=EPCI, share=5_001),
    ]
    found = only(*facts, *other)
    assert found.code == "shares_exceed_assignment"
    assert found.values["service"] == "Service SIG"


def test_another_agent_does_not_count() -> None:
    facts = world(agent("A-2"), position("A-2"), assignment("A-2"), mission_share("A-2"))
    assert codes(*facts) == []


# Who is served ------------------------------------------------------------------------------------

CHAIN = [during("2015-07-01", "2016-12-31"), since("2017-01-01")]
BROKEN = [during("2015-07-01", "2016-12-30"), since("2017-01-01")]


def test_the_agglomeration_is_always_served() -> None:
    assert codes(*world_with(mission_share(beneficiary_siren=EPCI))) == []


def test_a_share_spans_memberships_that_follow_without_a_gap() -> None:
    assert codes(*world_with(*(membership(period=each) for each in CHAIN))) == []


def test_a_day_between_two_memberships_is_not_covered() -> None:
    found = only(*world_with(*(membership(period=each) for each in BROKEN)))
    assert found.code == "beneficiary_not_joined"
    assert found.values["period"] == during("2016-12-31", "2016-12-31")
    assert found.records == (
        RecordRef(Kind.MISSION_SHARE, ("A-1", "ADS", "PC", AUBIERE, day("2015-07-01"))),
        RecordRef(Kind.MEMBERSHIP, ("ADS", AUBIERE, day("2015-07-01"))),
        RecordRef(Kind.MEMBERSHIP, ("ADS", AUBIERE, day("2017-01-01"))),
    )
    assert (found.field, found.also) == ("beneficiary_siren", "valid_until")


def test_both_memberships_of_the_chain_cover_the_mission() -> None:
    facts = world_with(
        membership(period=CHAIN[0]), membership(period=CHAIN[1], missions=frozenset({"DP"}))
    )
    found = only(*facts)
    assert found.code == "beneficiary_not_joined"
    assert found.values["period"] == CHAIN[1]


def test_a_body_that_never_joined() -> None:
    found = only(*world_with(mission_share(beneficiary_siren=BEAUMONT)))
    assert found.code == "beneficiary_not_joined"
    assert found.values["body"] == "Beaumont"


def test_the_managing_body_of_the_day_is_served() -> None:
    """The share goes on while the manager changes: served as manager, then as a member."""
    managers = [
        managing(period=during("2015-07-01", "2016-12-31"), siren=CLERMONT),
        managing(period=since("2017-01-01")),
    ]
    share = mission_share(beneficiary_siren=CLERMONT)
    facts = world_with(*managers, share)
    found = only(*facts, but="ground_does_not_fit")
    assert found.code == "beneficiary_not_joined"
    assert found.values["period"] == since("2017-01-01")
    joined = membership(CLERMONT, since("2017-01-01"))
    assert codes(*facts, joined, but="ground_does_not_fit") == []


def test_a_mission_of_the_share_exists_in_the_service() -> None:
    found = only(*world_with(mission_share(mission="XX")), but=UNDISTRIBUTED)
    assert (found.code, found.field, found.values["mission"]) == (
        "mission_unknown",
        "mission",
        "XX",
    )


# Who instructs ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operational", "expected"),
    [(None, []), (AUBIERE, []), (EPCI, []), (BEAUMONT, ["operational_body_not_allowed"])],
    ids=["beneficiary", "beneficiary by name", "agglomeration", "a third body"],
)
def test_the_operational_body(operational: str | None, expected: list[str]) -> None:
    assert codes(*world_with(mission_share(operational_siren=operational))) == expected


def test_a_managing_commune_instructs_while_it_manages() -> None:
    facts = world_with(
        managing(period=during("2015-07-01", "2016-12-31"), siren=CLERMONT),
        managing(period=since("2017-01-01")),
        mission_share(operational_siren=CLERMONT),
    )
    found = only(*facts, but="ground_does_not_fit")
    assert found.code == "operational_body_not_allowed"
    assert (found.field, found.values["period"]) == ("operational_siren", since("2017-01-01"))
    short = world_with(
        managing(period=during("2015-07-01", "2016-12-31"), siren=CLERMONT),
        managing(period=since("2017-01-01")),
        mission_share(operational_siren=CLERMONT, period=during("2015-07-01", "2016-12-31")),
        mission_share(period=since("2017-01-01")),
    )
    assert codes(*short, but="ground_does_not_fit") == []


@pytest.mark.parametrize(
    ("operational", "vacant"), [(None, AUBIERE), (EPCI, EPCI)], ids=["beneficiary", "recorded"]
)
def test_a_vacant_mandate_is_told_for_whoever_instructs(
    operational: str | None, vacant: str
) -> None:
    facts = world_with(
        mission_share(operational_siren=operational),
        mandate(vacant, during("2014-04-05", "2020-05-23")),
        mandate(vacant, since("2020-05-25")),
    )
    found = only(*facts, but="mandate_vacant")
    assert (found.code, found.severity) == (VACANT, Severity.WARNING)
    assert found.values["period"] == during("2020-05-24", "2020-05-24")
