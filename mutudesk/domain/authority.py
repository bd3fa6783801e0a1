"""Who commands, who may benefit and who may instruct: the law on authority, in one place.

CGCT L.5211-4-2 and CGFP L.512-6. Two authorities, recorded apart and never derived
from each other. *Hierarchical* (appointment, appraisal, discipline, pay): the body that employs the
agent on the day, also while he is lent, unless the assignment records another with its reason.
*Operational* (the statute says "fonctionnelle"): depending on the mission, the mayor or the
president for whom it is done, unless the mission share records another body.

Days are inclusive; periods are half-open. Bodies are SIREN. Everything goes by what is recorded: a
decided membership counts for its whole period. One without a vote binds nobody: a mission share may
stand on it, but is only *planned* on the days on which nothing else covers it. There it counts in
no sum, and nobody instructs.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mutudesk.domain.assignments import HierarchicalSiren, OperationalSiren
from mutudesk.domain.period import ALWAYS, Period, merged, uncovered

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mutudesk.domain.agents import Position
    from mutudesk.domain.assignments import Assignment, MissionShare
    from mutudesk.domain.bodies import Mandate
    from mutudesk.domain.fact_base import FactBase


# Hierarchical -------------------------------------------------------------------------------------


def hierarchical_of(recorded: str | None, position: Position | None) -> HierarchicalSiren | None:
    """The body recorded on an assignment, else the employer of a position; None without either."""
    if recorded:
        return HierarchicalSiren(recorded)
    return HierarchicalSiren(position.employer_siren) if position is not None else None


def hierarchical_body(
    base: FactBase, assignment: Assignment, day: date
) -> HierarchicalSiren | None:
    """Whose head appoints, appraises and sanctions the agent on a day; None = no employer then."""
    position = position_on(base, assignment.matricule, day)
    return hierarchical_of(assignment.hierarchical_siren, position)


def hierarchical_periods(
    base: FactBase, assignment: Assignment
) -> list[tuple[HierarchicalSiren, Period]]:
    """The same over the whole assignment: each body with the days on which it commands."""
    if assignment.hierarchical_siren:
        return [(assignment.hierarchical_siren, assignment.period)]
    return [
        (HierarchicalSiren(position.employer_siren), common)
        for position in base.positions.get(assignment.matricule, ())
        if (common := position.period.intersection(assignment.period))
    ]


def position_on(base: FactBase, matricule: str, day: date) -> Position | None:
    """The position of an agent on a day: his employer, career and working time."""
    positions = base.positions.get(matricule, ())
    return next((each for each in positions if each.period.holds(day)), None)


def assignment_on(base: FactBase, matricule: str, service: str, day: date) -> Assignment | None:
    """The assignment of an agent to a service on a day."""
    return next(
        (
            each
            for each in base.assignments.get(matricule, ())
            if each.service == service and each.period.holds(day)
        ),
        None,
    )


def employer_of_origin(base: FactBase, assignment: Assignment) -> str:
    """Who employed an agent before a service took him over, else who employs him; "" = unknown.

    A provision changes no employer.
    """
    start = assignment.period.valid_from
    before = None
    if start is not None and not assignment.ground.keeps_employer:
        before = position_on(base, assignment.matricule, start - timedelta(days=1))
    found = before or position_on(base, assignment.matricule, assignment.period.start)
    return found.employer_siren if found is not None else ""


# Operational --------------------------------------------------------------------------------------


def operational_of(recorded: str | None, beneficiary: str) -> OperationalSiren:
    """The body recorded on a mission share, else its beneficiary."""
    return OperationalSiren(recorded or beneficiary)


def operational_body(share: MissionShare) -> OperationalSiren:
    """Whose head gives the instructions for a mission and controls the work."""
    return operational_of(share.operational_siren, share.beneficiary_siren)


# Who may ------------------------------------------------------------------------------------------


def benefit_periods(base: FactBase, service: str, mission: str, siren: str) -> list[Period]:
    """When a service may work for a body in a mission.

    For the agglomeration always, for a managing body while it manages, for another body while its
    decided memberships hold the mission: a body is bound to what its own council voted.
    """
    if siren == base.epci_siren:
        return [ALWAYS]
    joined = [
        each.period
        for each in base.memberships.get(service, ())
        if each.siren == siren and each.is_decided and mission in each.missions
    ]
    return [*joined, *_managing_periods(base, service, siren)]


def project_periods(base: FactBase, service: str, mission: str, siren: str) -> list[Period]:
    """When nothing but memberships without a vote lets a service work for a body in a mission.

    Never for the agglomeration, nor for a managing body while it manages.
    """
    of_service = base.projects.get(service)
    if of_service is None:
        return []
    projects = [each.period for each in of_service.get(siren, ()) if mission in each.missions]
    return (
        days_planned(projects, benefit_periods(base, service, mission, siren)) if projects else []
    )


def days_planned(projects: Iterable[Period], bound: Iterable[Period]) -> list[Period]:
    """The days of memberships without a vote on which the service is not bound to work anyway."""
    held = list(bound)
    return [days for each in merged(projects) for days in uncovered(each, held)]


def planned_periods(base: FactBase, share: MissionShare) -> list[Period]:
    """The days on which a mission share is only planned, in order."""
    projects = project_periods(base, share.service, share.mission, share.beneficiary_siren)
    return [days for each in projects if (days := each.intersection(share.period)) is not None]


def in_force_periods(base: FactBase, share: MissionShare) -> list[Period]:
    """The days on which a mission share counts and somebody instructs, in order."""
    if share.service not in base.projects:
        return [share.period]
    planned = planned_periods(base, share)
    return uncovered(share.period, planned) if planned else [share.period]


def is_in_force(base: FactBase, share: MissionShare, day: date) -> bool:
    """Tell whether a mission share runs on a day and is not only planned then."""
    return share.period.holds(day) and not _any_holds(planned_periods(base, share), day)


def beneficiaries_on(base: FactBase, service: str, mission: str, day: date) -> list[str]:
    """For whom a service may work in a mission on a day.

    The agglomeration first, then the managing body, then those that joined as they are recorded.
    """
    known = [each.siren for each in base.memberships.get(service, ())]
    candidates = dict.fromkeys([base.epci_siren, *_managers(base, service), *known])
    return [
        siren
        for siren in candidates
        if _any_holds(benefit_periods(base, service, mission, siren), day)
    ]


def planned_beneficiaries_on(base: FactBase, service: str, mission: str, day: date) -> list[str]:
    """For whom work in a mission is only planned on a day, as their memberships are recorded."""
    known = dict.fromkeys(each.siren for each in base.memberships.get(service, ()))
    return [
        siren for siren in known if _any_holds(project_periods(base, service, mission, siren), day)
    ]


def instruct_periods(base: FactBase, service: str, beneficiary: str, siren: str) -> list[Period]:
    """When the head of a body may instruct for a mission done for `beneficiary`.

    The beneficiary's and the agglomeration's always, a managing body's while it manages.
    """
    if siren in {beneficiary, base.epci_siren}:
        return [ALWAYS]
    return _managing_periods(base, service, siren)


def instructing_on(base: FactBase, service: str, beneficiary: str, day: date) -> list[str]:
    """Whose head may instruct for a mission done for `beneficiary` ("" = not chosen yet) on a day.

    The beneficiary first, then the agglomeration, then the managing body.
    """
    candidates = dict.fromkeys([beneficiary, base.epci_siren, *_managers(base, service)])
    return [
        siren
        for siren in candidates
        if siren and _any_holds(instruct_periods(base, service, beneficiary, siren), day)
    ]


def _managers(base: FactBase, service: str) -> list[str]:
    return [each.siren for each in base.managing.get(service, ())]


def _managing_periods(base: FactBase, service: str, siren: str) -> list[Period]:
    return [each.period for each in base.managing.get(service, ()) if each.siren == siren]


def _any_holds(periods: Iterable[Period], day: date) -> bool:
    return any(period.holds(day) for period in periods)


# Who holds an office ------------------------------------------------------------------------------


def head_on(mandates: Iterable[Mandate], day: date) -> Mandate | None:
    """The head of one body on a day; None = mandate vacant, never a guess.

    An acting head comes first: he replaces the one in office while that one is absent or impeded
    (CGCT L.2122-17).
    """
    in_office = [mandate for mandate in mandates if mandate.period.holds(day)]
    return max(in_office, key=lambda mandate: mandate.acting, default=None)


def head_of(base: FactBase, siren: str, day: date) -> Mandate | None:
    """Who heads a body on a day."""
    return head_on(base.mandates.get(siren, ()), day)


def vacant_since(mandates: Iterable[Mandate], day: date) -> date | None:
    """The first day without a head before or on a day; None where one holds office or never did."""
    known = list(mandates)
    if head_on(known, day) is not None:
        return None
    ended = [each.period.stop for each in known if each.period.stop <= day]
    return max(ended, default=None)
