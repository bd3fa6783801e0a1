"""Mission shares on memberships without a vote: when they are planned, and what then counts."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mutudesk.domain.assignments import OperationalSiren
from mutudesk.domain.authority import (
    days_planned,
    in_force_periods,
    is_in_force,
    planned_beneficiaries_on,
    planned_periods,
    project_periods,
)
from mutudesk.domain.commanding import over_agents
from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.findings import Severity, Share
from mutudesk.domain.period import ONE_DAY, Period
from mutudesk.domain.records import Kind, RecordRef, ref_to
from mutudesk.domain.rules.assignments import judge_assignments
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    EPCI,
    OPENED,
    ROYAT,
    assignment,
    base_of,
    day,
    during,
    managing,
    mandate,
    membership,
    mission_share,
    since,
    world_with,
)
from tests.domain.judging import codes, findings, only
from tests.usecases.commanding_registers import DAYS as CHANGES
from tests.usecases.commanding_registers import is_planned, registers

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.records import Fact

PROJECT = "membership_project"
FIRST, SECOND = during("2015-07-01", "2016-12-31"), since("2017-01-01")
SERVED = mission_share()
JUDGED = [CHANGES[0] - ONE_DAY, *CHANGES]  # nothing changes between them in a register drawn
OF_MANAGER = mission_share(beneficiary_siren=CLERMONT)


def project(siren: str = AUBIERE, period: Period = OPENED, **fields: object) -> Fact:
    """A membership without a vote."""
    return replace(membership(siren, period, decided_on=None), **fields)  # type: ignore[arg-type]


# When it is planned -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("share", "facts", "planned", "in_force"),
    [
        (SERVED, [membership()], [], [OPENED]),
        (SERVED, [project()], [OPENED], []),
        (SERVED, [membership(period=FIRST), project(period=SECOND)], [SECOND], [FIRST]),
        (SERVED, [project(period=FIRST), membership(period=SECOND)], [FIRST], [SECOND]),
        # Two projects that follow each other are one plan.
        (SERVED, [project(period=FIRST), project(period=SECOND)], [OPENED], []),
        # The plan of the days of the share alone.
        (
            mission_share(period=during("2016-01-01", "2017-06-30")),
            [project(period=FIRST), membership(period=SECOND)],
            [during("2016-01-01", "2016-12-31")],
            [during("2017-01-01", "2017-06-30")],
        ),
        (
            mission_share(period=since("2017-01-01")),
            [project(period=FIRST), membership(period=SECOND)],
            [],
            [SECOND],
        ),
        # A vote between two projects.
        (
            SERVED,
            [
                project(period=FIRST),
                membership(period=during("2017-01-01", "2017-12-31")),
                project(period=since("2018-01-01")),
            ],
            [FIRST, since("2018-01-01")],
            [during("2017-01-01", "2017-12-31")],
        ),
        # Never for the agglomeration, nor for a managing body while it manages.
        (mission_share(beneficiary_siren=EPCI), [project(EPCI)], [], [OPENED]),
        (OF_MANAGER, [managing(siren=CLERMONT), project(CLERMONT)], [], [OPENED]),
        (
            OF_MANAGER,
            [managing(period=FIRST, siren=CLERMONT), managing(period=SECOND), project(CLERMONT)],
            [SECOND],
            [FIRST],
        ),
        # Another mission, body or service plans nothing here.
        (SERVED, [project(missions=frozenset({"DP"}))], [], [OPENED]),
        (SERVED, [project(BEAUMONT)], [], [OPENED]),
        (SERVED, [project(service="SIG")], [], [OPENED]),
    ],
)
def test_on_which_days_a_share_is_planned(
    share: Fact, facts: list[Fact], planned: list[Period], in_force: list[Period]
) -> None:
    base = base_of(*facts)
    assert planned_periods(base, share) == planned  # type: ignore[arg-type]
    assert in_force_periods(base, share) == in_force  # type: ignore[arg-type]


DAYS = st.integers(0, 12).map(lambda number: day("2016-01-01") + ONE_DAY * number)
PERIODS = st.lists(
    st.tuples(DAYS, DAYS)
    .map(sorted)
    .filter(lambda two: two[0] < two[1])
    .map(lambda two: Period(*two)),
    max_size=4,
)


@given(PERIODS, PERIODS)
def test_a_day_is_planned_where_a_project_alone_holds_it(
    projects: list[Period], bound: list[Period]
) -> None:
    found = days_planned(projects, bound)
    for number in range(14):
        on = day("2016-01-01") + ONE_DAY * number
        alone = any(each.holds(on) for each in projects) and not any(
            each.holds(on) for each in bound
        )
        assert any(each.holds(on) for each in found) is alone


@pytest.mark.parametrize(
    ("on", "counts"),
    [
        ("2015-06-30", False),
        ("2015-07-01", True),
        ("2016-12-31", True),
        ("2017-01-01", False),
    ],
)
def test_in_force_on_both_days_of_each_boundary(on: str, *, counts: bool) -> None:
    base = base_of(membership(period=FIRST), project(period=SECOND))
    assert is_in_force(base, SERVED, day(on)) is counts


def test_for_whom_work_is_planned_on_a_day() -> None:
    base = base_of(
        managing(period=FIRST, siren=CLERMONT),
        managing(period=SECOND),
        project(CLERMONT),
        project(EPCI),
        project(ROYAT, missions=frozenset({"DP"})),
        membership(AUBIERE),
        project(BEAUMONT),
    )
    assert planned_beneficiaries_on(base, "ADS", "PC", day("2016-12-31")) == [BEAUMONT]
    assert planned_beneficiaries_on(base, "ADS", "PC", day("2017-01-01")) == [CLERMONT, BEAUMONT]
    assert project_periods(base, "ADS", "PC", CLERMONT) == [SECOND]


# What the rules say -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "memberships",
    [
        [project()],
        [membership(period=FIRST), project(period=SECOND)],
        [project(period=FIRST), membership(period=SECOND)],
    ],
    ids=["project", "decided then project", "project then decided"],
)
def test_a_share_may_be_planned(memberships: list[Fact]) -> None:
    assert set(codes(*world_with(*memberships))) == {PROJECT}


@pytest.mark.parametrize(
    ("memberships", "gap"),
    [
        ([membership(period=FIRST), project(period=SECOND, missions=frozenset({"DP"}))], SECOND),
        ([project(period=FIRST, missions=frozenset({"DP"})), membership(period=SECOND)], FIRST),
        ([project(period=FIRST)], SECOND),
        (
            [project(period=FIRST), project(period=since("2017-01-02"))],
            during("2017-01-01", "2017-01-01"),
        ),
    ],
    ids=["mission missing after", "mission missing before", "beyond the project", "a day between"],
)
def test_beyond_every_membership_it_is_refused(memberships: list[Fact], gap: Period) -> None:
    (found,) = findings(*world_with(*memberships), but=PROJECT)
    assert (found.code, found.severity) == ("beneficiary_not_joined", Severity.REFUSAL)
    assert (found.field, found.also) == ("beneficiary_siren", "valid_until")
    assert found.values["period"] == gap
    assert found.records == tuple(map(ref_to, [SERVED, *memberships]))


DECIDED = membership(BEAUMONT)
TO_BEAUMONT = mission_share(beneficiary_siren=BEAUMONT, share=6_000)


def test_planned_days_count_in_no_sum() -> None:
    """60 % in force and all of the post planned; only where the plan is in force is it too much."""
    facts = world_with(DECIDED, project(period=FIRST), membership(period=SECOND))
    found = only(*facts, TO_BEAUMONT, but=PROJECT)
    assert found.code == "shares_exceed_assignment"
    assert found.values["period"] == SECOND
    assert (found.values["total"], found.values["allowed"]) == (Share(16_000), Share(10_000))
    assert set(codes(*world_with(DECIDED, project()), TO_BEAUMONT)) == {PROJECT}


def test_only_the_shares_that_count_are_named() -> None:
    more = mission_share(beneficiary_siren=BEAUMONT, share=6_000, mission="DP")
    found = only(*world_with(DECIDED, project()), TO_BEAUMONT, more, but=PROJECT)
    assert found.code == "shares_exceed_assignment"
    shares = [each for each in found.records if each.kind is Kind.MISSION_SHARE]
    assert set(shares) == {ref_to(TO_BEAUMONT), ref_to(more)}


def test_a_planned_share_too_belongs_to_an_assignment() -> None:
    facts = world_with(project(), assignment(period=FIRST))
    found = only(*facts, but=PROJECT)
    assert found.code == "share_without_assignment"
    assert found.values["period"] == SECOND
    assert found.records == (
        RecordRef(Kind.MISSION_SHARE, SERVED.key),
        RecordRef(Kind.ASSIGNMENT, ("A-1", "ADS", day("2015-07-01"))),
    )


@pytest.mark.parametrize(
    ("share", "expected"), [(10_000, set()), (9_999, {"shares_undistributed"})]
)
def test_what_is_planned_is_distributed(share: int, expected: set[str]) -> None:
    """Nothing is left to enter: that the vote is missing is said of the membership."""
    facts = world_with(project(), mission_share(share=share))
    assert set(codes(*facts)) == {PROJECT} | expected


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(registers())
def test_services_without_a_project_are_judged_like_those_with_one(facts: list[Fact]) -> None:
    """Where no service has one, nothing is asked of the days of a share: that changes nothing."""
    base, asking = FactBase(EPCI, facts), FactBase(EPCI, facts)
    vars(asking)["projects"] = {code: base.projects.get(code, {}) for code in base.services}
    for matricule in base.agents:
        found = list(judge_assignments(base, matricule))
        assert found == list(judge_assignments(asking, matricule))
        told = {
            (each.code, str(each.records[0].key[1]), on)
            for each in found
            if each.code in {"shares_exceed_assignment", "share_without_assignment"}
            for on in JUDGED
            if isinstance(days := each.values["period"], Period) and days.holds(on)
        }
        assert told == _too_much(base, matricule)


def _too_much(base: FactBase, matricule: str) -> set[tuple[str, str, date]]:
    """The same by the records of each day alone."""
    found = set()
    for service, on in product(base.services, JUDGED):
        running = [
            each
            for each in base.shares.get(matricule, ())
            if each.service == service and each.period.holds(on)
        ]
        allowed = sum(
            each.share
            for each in base.assignments.get(matricule, ())
            if each.service == service and each.period.holds(on)
        )
        counting = [each for each in running if not is_planned(base, each, on)]
        if running and not allowed:
            found.add(("share_without_assignment", service, on))
        elif sum(each.share for each in counting) > allowed:
            found.add(("shares_exceed_assignment", service, on))
    return found


# Who commands -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "vacant"),
    [
        (project(period=FIRST), membership(period=SECOND), during("2017-01-01", "2017-06-30")),
        (membership(period=FIRST), project(period=SECOND), during("2016-06-01", "2016-12-31")),
    ],
)
def test_nobody_is_missed_while_a_share_is_planned(
    first: Fact, second: Fact, vacant: Period
) -> None:
    heads = [
        mandate(AUBIERE, during("2014-04-05", "2016-05-31")),
        mandate(AUBIERE, since("2017-07-01")),
    ]
    facts = world_with(first, second, *heads)
    told = {
        (each.code, each.values["period"])
        for each in findings(*facts, but=PROJECT)
        if each.code in {"mandate_vacant", "mandate_vacant_for_share"}
    }
    assert told == {("mandate_vacant", vacant), ("mandate_vacant_for_share", vacant)}


def test_a_planned_share_gives_nobody_authority() -> None:
    facts = [membership(period=FIRST), project(period=SECOND), assignment(), mission_share()]
    assert over_agents(base_of(*facts)) == {(AUBIERE, FIRST)}
    recorded = mission_share(operational_siren=OperationalSiren(EPCI))
    assert over_agents(base_of(*facts[:-1], recorded)) == {(EPCI, FIRST)}


def test_whoever_may_not_instruct_may_not_be_planned_to() -> None:
    facts = world_with(project(), mission_share(operational_siren=BEAUMONT))
    assert only(*facts, but=PROJECT).code == "operational_body_not_allowed"
