"""Rules on who works where and for whom: working time, shares, beneficiaries, both authorities."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mutudesk.domain.agents import FULL_TIME
from mutudesk.domain.authority import (
    benefit_periods,
    in_force_periods,
    instruct_periods,
    operational_body,
    project_periods,
)
from mutudesk.domain.findings import Share, refusal, warning
from mutudesk.domain.period import uncovered
from mutudesk.domain.records import Kind, RecordRef, ref_to
from mutudesk.domain.rules.overlaps import judge_overlaps
from mutudesk.domain.rules.sums import excesses, shortfalls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mutudesk.domain.assignments import Assignment, MissionShare
    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.rules.sums import Difference


def judge_assignments(base: FactBase, matricule: str) -> Iterator[Finding]:
    """Every finding about one agent's assignments and mission shares."""
    assignments = base.assignments.get(matricule, [])
    shares = base.shares.get(matricule, [])
    facts: list[Assignment | MissionShare] = [*assignments, *shares]
    for fact in facts:
        if not 0 < fact.share <= FULL_TIME:
            yield refusal(
                "share_out_of_range", ref_to(fact), field="share", share=Share(fact.share)
            )
    yield from _judge_working_time(base, matricule)
    by_service: dict[str, list[Assignment]] = defaultdict(list)
    for assignment in assignments:
        by_service[assignment.service].append(assignment)
    for service, each in by_service.items():
        yield from judge_overlaps(
            "assignment_overlap",
            each,
            agent=base.agent_name(matricule),
            service=base.service_name(service),
        )
    for assignment in assignments:
        yield from _judge_assignment(base, assignment)
    yield from _judge_sums(base, matricule, by_service)
    for share in shares:
        yield from _judge_beneficiary(base, share)
        yield from _judge_operational(base, share)


def _judge_working_time(base: FactBase, matricule: str) -> Iterator[Finding]:
    assignments = base.assignments.get(matricule, [])
    positions = base.positions.get(matricule, [])
    allowed = [(each.period, each.working_time) for each in positions]
    for excess in excesses([(each.period, each.share) for each in assignments], allowed):
        involved = [each for each in assignments if each.period.overlaps(excess.period)]
        yield refusal(
            "working_time_exceeded" if excess.allowed else "no_position",
            *(ref_to(each) for each in _latest_first(involved)),
            *(ref_to(each) for each in positions if each.period.overlaps(excess.period)),
            field="share",
            also="working_time",
            agent=base.agent_name(matricule),
            period=excess.period,
            total=Share(excess.total),
            allowed=Share(excess.allowed),
            services=tuple(dict.fromkeys(base.service_name(each.service) for each in involved)),
        )


def _judge_assignment(base: FactBase, assignment: Assignment) -> Iterator[Finding]:
    ref = ref_to(assignment)
    names = {
        "agent": base.agent_name(assignment.matricule),
        "service": base.service_name(assignment.service),
    }
    for gap in uncovered(assignment.period, base.service_life(assignment.service))[:1]:
        managing = base.managing.get(assignment.service, ())
        yield refusal(
            "assignment_outside_service",
            ref,
            *(ref_to(each) for each in managing),
            field="valid_from",
            also="valid_until",
            period=gap,
            **names,
        )
    if assignment.hierarchical_siren and not assignment.hierarchical_reason:
        yield warning(
            "hierarchical_reason_missing",
            ref,
            field="hierarchical_reason",
            body=base.name(assignment.hierarchical_siren, assignment.period.start),
            **names,
        )
    yield from _judge_ground(base, assignment, names)


def _judge_ground(
    base: FactBase, assignment: Assignment, names: dict[str, str]
) -> Iterator[Finding]:
    """Whether the ground fits the employer: a provision keeps another one, a transfer does not.

    CGCT L.5211-4-2 (transfer or provision by law), CGFP L.512-6 (individual secondment).
    """
    for position in base.positions.get(assignment.matricule, ()):
        together = position.period.intersection(assignment.period)
        if together is None:
            continue
        for manager in base.managing.get(assignment.service, ()):
            common = manager.period.intersection(together)
            if common is None:
                continue
            employed_by_manager = manager.siren == position.employer_siren
            if employed_by_manager is assignment.ground.keeps_employer:
                yield warning(
                    "ground_does_not_fit",
                    ref_to(assignment),
                    field="ground",
                    ground=assignment.ground.value,
                    employer=base.name(position.employer_siren, common.start),
                    manager=base.name(manager.siren, common.start),
                    period=common,
                    **names,
                )
                return


def _judge_sums(
    base: FactBase, matricule: str, by_service: dict[str, list[Assignment]]
) -> Iterator[Finding]:
    shares_of: dict[str, list[MissionShare]] = defaultdict(list)
    for share in base.shares.get(matricule, ()):
        shares_of[share.service].append(share)
    for service, shares in shares_of.items():
        held = by_service.get(service, [])
        for excess in _excesses(base, service, shares, held):
            involved = _involved(base, shares, excess)
            yield refusal(
                "shares_exceed_assignment" if excess.allowed else "share_without_assignment",
                *(ref_to(each) for each in _latest_first(involved)),
                *(ref_to(each) for each in held),
                field="share",
                also="share" if excess.allowed else "valid_until",
                agent=base.agent_name(matricule),
                service=base.service_name(service),
                period=excess.period,
                total=Share(excess.total),
                allowed=Share(excess.allowed),
            )
    for service, assignments in by_service.items():
        # Planned ones too: the warning asks for what is still to be entered. That a vote is missing
        # is said of the membership.
        given = [(each.period, each.share) for each in shares_of.get(service, ())]
        for assignment in assignments:
            for lack in shortfalls(assignment.period, assignment.share, given)[:1]:
                yield warning(
                    "shares_undistributed",
                    ref_to(assignment),
                    field="share",
                    agent=base.agent_name(matricule),
                    service=base.service_name(service),
                    period=lack.period,
                    total=Share(lack.total),
                    allowed=Share(lack.allowed),
                )


def _excesses(
    base: FactBase, service: str, shares: list[MissionShare], held: list[Assignment]
) -> list[Difference]:
    """The days on which shares in a service are above their assignment, in order.

    A planned share counts in no sum, but it too belongs to an assignment.
    """
    allowed = [(each.period, each.share) for each in held]
    every = [(each.period, each.share) for each in shares]
    found = excesses(every, allowed)
    if service not in base.projects:
        return found
    counting = [(days, each.share) for each in shares for days in in_force_periods(base, each)]
    if counting == every:
        return found
    beside = [each for each in found if not each.allowed]
    above = [each for each in excesses(counting, allowed) if each.allowed]
    return sorted([*beside, *above], key=lambda each: each.period.start)


def _involved(base: FactBase, shares: list[MissionShare], excess: Difference) -> list[MissionShare]:
    """The shares that make an excess: those that count then, where an assignment allows some."""
    if not excess.allowed:
        return [each for each in shares if each.period.overlaps(excess.period)]
    return [
        each
        for each in shares
        if any(days.overlaps(excess.period) for days in in_force_periods(base, each))
    ]


def _latest_first(facts: list[Assignment] | list[MissionShare]) -> list[Assignment | MissionShare]:
    return sorted(facts, key=lambda fact: fact.period.start, reverse=True)


def _judge_beneficiary(base: FactBase, share: MissionShare) -> Iterator[Finding]:
    """Whether the service may work for the body in the mission, on every day of the share.

    On the days of a membership without a vote the share is planned.
    """
    siren, service = share.beneficiary_siren, share.service
    if share.mission not in base.missions.get(service, {}):
        yield refusal(
            "mission_unknown",
            ref_to(share),
            field="mission",
            mission=share.mission,
            service=base.service_name(service),
            body=base.name(siren, share.period.start),
        )
        return
    held = benefit_periods(base, service, share.mission, siren)
    gaps = uncovered(share.period, held)
    if gaps and service in base.projects:
        held = [*held, *project_periods(base, service, share.mission, siren)]
        gaps = uncovered(share.period, held)
    for gap in gaps[:1]:
        memberships = [each for each in base.memberships.get(service, ()) if each.siren == siren]
        yield refusal(
            "beneficiary_not_joined",
            ref_to(share),
            *(ref_to(each) for each in memberships if each.period.overlaps(share.period)),
            field="beneficiary_siren",
            also="valid_until",
            agent=base.agent_name(share.matricule),
            body=base.name(siren, share.period.start),
            service=base.service_name(service),
            mission=share.mission,
            period=gap,
        )


def _judge_operational(base: FactBase, share: MissionShare) -> Iterator[Finding]:
    """Whether the head of the operational body may instruct, and whether there is one.

    While the share is only planned nobody instructs yet, and nobody is missed.
    """
    body = operational_body(share)
    allowed = instruct_periods(base, share.service, share.beneficiary_siren, body)
    for gap in uncovered(share.period, allowed)[:1]:
        yield refusal(
            "operational_body_not_allowed",
            ref_to(share),
            field="operational_siren",
            body=base.name(body, share.period.start),
            service=base.service_name(share.service),
            period=gap,
        )
    in_office = [each.period for each in base.mandates.get(body, ())]
    for days in in_force_periods(base, share):
        for gap in uncovered(days, in_office)[:1]:
            yield warning(
                "mandate_vacant_for_share",
                ref_to(share),
                RecordRef(Kind.BODY, (str(body),)),
                field="operational_siren",
                body=base.name(body, gap.start),
                agent=base.agent_name(share.matricule),
                period=gap,
            )
            return
