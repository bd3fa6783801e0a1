"""The staff of a convention, and who commands it: the rule, and what is recorded beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.assignments import (
    AssignmentGround,
    HierarchicalSiren,
    OperationalSiren,
)
from mutudesk.domain.fact_base import FactBase
from mutudesk.usecases.conventions import build_convention
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
    mission_share,
    position,
    since,
    terms,
    world,
    world_with,
)

if TYPE_CHECKING:
    from mutudesk.documents.convention.content import ConventionContent
    from mutudesk.domain.records import Fact


def built(*facts: Fact, siren: str = AUBIERE, on: str = "2016-02-29") -> ConventionContent:
    return build_convention(FactBase(EPCI, facts), "ADS", siren, day(on))


def test_a_project_shows_the_staff_of_the_day_of_effect() -> None:
    opening = since("2016-09-01")
    facts = world_with(
        managing(period=opening),
        membership(period=opening),
        assignment(period=opening, ground=AssignmentGround.TRANSFER_BY_LAW),
        mission_share(period=opening),
        terms(period=opening, duration="trois ans"),
    )
    content = built(*facts)
    assert content.staff_day == day("2016-09-01")
    assert [each.ground for each in content.staff] == [AssignmentGround.TRANSFER_BY_LAW]
    assert len(content.posts) == 1
    assert content.terms.duration == "trois ans"
    assert built(*facts, on="2016-10-01").staff_day == day("2016-10-01")


def test_recorded_authorities_beside_the_rule_are_exceptions() -> None:
    facts = world_with(
        assignment(hierarchical_siren=HierarchicalSiren(CLERMONT), hierarchical_reason="détaché"),
        mission_share(operational_siren=OperationalSiren(EPCI), share=4_000),
        mission_share(mission="DP", beneficiary_siren=EPCI, share=3_000),
        mission_share(mission="DP", beneficiary_siren=BEAUMONT, share=3_000),
    )
    content = built(*facts)
    lines = [
        (each.mission_code, each.beneficiary, each.hierarchical.name, each.operational.name)
        for each in content.exceptions
    ]
    # Beaumont is no party to the convention of Aubière.
    assert lines == [
        ("DP", "Clermont Communauté", "Clermont-Ferrand", "Clermont Communauté"),
        ("PC", "Aubière", "Clermont-Ferrand", "Clermont Communauté"),
    ]
    assert len(content.authorities) == 2 * 2 + 2
    rules = [each for each in content.authorities if not each.is_exception]
    assert {each.operational.name for each in rules} == {"Clermont Communauté", "Aubière"}
    assert {each.hierarchical.name for each in rules} == {"Clermont Communauté"}


def test_an_operational_body_alone_makes_an_exception() -> None:
    content = built(*world_with(mission_share(operational_siren=OperationalSiren(EPCI))))
    (line,) = content.exceptions
    assert line.beneficiary == "Aubière"
    assert line.hierarchical.name == line.operational.name == "Clermont Communauté"


def test_the_rule_of_authorities_needs_no_share() -> None:
    facts = [each for each in world() if type(each) is not type(mission_share())]
    assert len(built(*facts).authorities) == 2 * 2
    assert built(*facts).exceptions == ()


def test_agents_lent_by_another_body_are_no_exception() -> None:
    lent = (
        agent("L-1"),
        position("L-1", employer_siren=AUBIERE),
        assignment("L-1", ground=AssignmentGround.PROVISION_BY_LAW, share=5_000),
        mission_share("L-1", share=5_000),
    )
    content = built(*world(*lent))
    assert content.exceptions == ()
    assert [(each.employer, each.ground, each.agents, each.share) for each in content.staff] == [
        ("Aubière", AssignmentGround.PROVISION_BY_LAW, 1, 5_000),
        ("Clermont Communauté", AssignmentGround.INTERNAL, 1, 10_000),
    ]


def test_the_origin_of_a_transferred_agent_is_his_former_employer() -> None:
    opening = since("2016-01-01")
    moved = (
        agent("T-1"),
        position("T-1", during("2014-01-01", "2015-12-31"), employer_siren=AUBIERE),
        position("T-1", opening, employer_siren=EPCI),
        assignment("T-1", period=opening, ground=AssignmentGround.TRANSFER_BY_LAW, share=5_000),
    )
    (first, *_others) = built(*world_with(*moved)).staff
    assert (first.employer_siren, first.ground) == (AUBIERE, AssignmentGround.TRANSFER_BY_LAW)


def test_no_agent_is_ever_named() -> None:
    facts = world_with(
        agent("SECRET-1", first_name="Zénobie", last_name="Quatrebarbes", civility="Mme"),
        position("SECRET-1", grade="Grade-Secret"),
        assignment("SECRET-1"),
        mission_share("SECRET-1"),
    )
    content = built(*facts)
    for word in ("Zénobie", "Quatrebarbes", "SECRET", "Grade-Secret"):
        assert word not in repr(content)


def test_posts_are_sorted_and_those_without_category_come_last() -> None:
    people = [("X-1", "", "Vacataires"), ("X-2", "C", "Adjoints"), ("X-3", "A", "Attachés")]
    facts: list[Fact] = []
    for matricule, category, cadre in people:
        facts += [
            agent(matricule),
            position(matricule, category=category, cadre_emplois=cadre),
            assignment(matricule, share=5_000),
        ]
    assert [each.category for each in built(*world_with(*facts)).posts] == ["A", "C", ""]


def test_a_vacant_mandate_outside_the_parties_is_no_refusal() -> None:
    facts = world_with(assignment(hierarchical_siren=HierarchicalSiren(CLERMONT)))
    facts = [fact for fact in facts if fact != mandate(CLERMONT, last_name="Clermont-Ferrand")]
    assert built(*facts).exceptions[0].hierarchical.quality == ""
