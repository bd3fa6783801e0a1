"""Registers drawn at random, right or not, in which bodies command agents."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from mutudesk.domain.assignments import AssignmentGround
from mutudesk.domain.period import ONE_DAY, Period
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    EPCI,
    agent,
    assignment,
    body,
    day,
    identity,
    managing,
    mandate,
    membership,
    mission,
    mission_share,
    position,
    service,
)

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.assignments import MissionShare
    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.records import Fact

SIRENS = [EPCI, AUBIERE, BEAUMONT]
SHARED = [Period(day("2019-12-01")), Period(day("2020-02-03"), day("2020-02-25"))]
DAYS = [day(f"2020-02-{number:02}") for number in (1, 8, 15, 22, 29)]


@st.composite
def periods(draw: st.DrawFn) -> list[Period]:
    """Periods that follow one another, with gaps, the ends perhaps open."""
    bounds: list[date | None] = [*sorted(draw(st.sets(st.sampled_from(DAYS), max_size=4)))]
    if draw(st.booleans()):
        bounds.append(None)
    return [
        Period(start, stop)
        for start, stop in pairwise(bounds)
        if draw(st.booleans()) or len(bounds) == 2
    ]


@st.composite
def memberships(draw: st.DrawFn, code: str) -> list[Fact]:
    """Voted or not, for one mission or both; many shares stand on none."""
    missions = st.sampled_from([frozenset({"PC"}), frozenset({"PC", "DP"})])
    return [
        membership(
            siren,
            each,
            service=code,
            missions=draw(missions),
            decided_on=draw(st.none() | st.just(DAYS[0])),
        )
        for siren in SIRENS
        for each in draw(periods())
    ]


@st.composite
def registers(draw: st.DrawFn) -> list[Fact]:
    """Two services, two agents, three bodies; whatever the database takes, right or not."""
    facts: list[Fact] = []
    for siren in SIRENS:
        named = draw(periods()) or [Period(DAYS[1])]
        facts.append(body(siren))
        facts += [identity(siren, each, name=f"Nom {number}") for number, each in enumerate(named)]
        for acting in (False, True):
            facts += [
                mandate(siren, each, acting=acting, last_name=f"{acting} {number}")
                for number, each in enumerate(draw(periods()))
            ]
    optional = st.none() | st.sampled_from(SIRENS)
    for code in ("ADS", "SIG"):
        facts += [service(code), mission("PC", code), mission("DP", code)]
        facts += [
            managing(code, each, draw(st.sampled_from([EPCI, EPCI, AUBIERE])))
            for each in draw(periods())
        ]
        facts += draw(memberships(code))
    for matricule in ("A-1", "A-2"):
        facts.append(agent(matricule, last_name=draw(st.sampled_from(["Œhler", "Éon", "Arc"]))))
        facts += [
            position(matricule, each, employer_siren=draw(st.sampled_from(SIRENS)))
            for each in draw(periods())
        ]
        for code in ("ADS", "SIG"):
            facts += [
                assignment(
                    matricule,
                    each,
                    service=code,
                    ground=draw(st.sampled_from(AssignmentGround)),
                    hierarchical_siren=draw(optional),
                )
                for each in draw(periods())
            ]
            for task in ("PC", "DP"):
                facts += [
                    mission_share(
                        matricule,
                        each,
                        service=code,
                        mission=task,
                        beneficiary_siren=draw(st.sampled_from(SIRENS)),
                        share=draw(st.integers(1, 10_000)),
                        operational_siren=draw(optional),
                    )
                    for each in draw(periods())
                ]
    return facts


@st.composite
def shared_registers(draw: st.DrawFn) -> list[Fact]:
    """One agent who works for every body on most days, by votes, projects, managing or nothing."""
    facts: list[Fact] = [service(), mission("PC"), mission("DP"), agent(), position(), assignment()]
    for siren in SIRENS:
        facts += [body(siren), identity(siren), mandate(siren)]
        facts += [
            mission_share(
                period=draw(st.sampled_from(SHARED)), mission=task, beneficiary_siren=siren
            )
            for task in ("PC", "DP")
        ]
    facts += [
        managing("ADS", each, draw(st.sampled_from([EPCI, AUBIERE]))) for each in draw(periods())
    ]
    return [*facts, *draw(memberships("ADS"))]


# What the records of a day say --------------------------------------------------------------------


def is_planned(base: FactBase, share: MissionShare, on: date) -> bool:
    """By the records of the day alone: a project covers the mission, and nothing else does."""
    siren = share.beneficiary_siren
    if siren == EPCI:
        return False
    if any(each.siren == siren for each in base.managing[share.service] if each.period.holds(on)):
        return False
    covering = [
        each.decided_on
        for each in base.memberships[share.service]
        if each.siren == siren and share.mission in each.missions and each.period.holds(on)
    ]
    return covering == [None]


def first_in_force(base: FactBase, share: MissionShare, after: date) -> date | None:
    """The first day after a date on which a share comes into force: not so on the day before."""
    days = [after + ONE_DAY * number for number in range(45)]
    counts = {each: share.period.holds(each) and not is_planned(base, share, each) for each in days}
    return next((now for was, now in pairwise(days) if counts[now] and not counts[was]), None)
