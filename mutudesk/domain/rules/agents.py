"""Rules on agents and their positions."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from mutudesk.domain.agents import FULL_TIME
from mutudesk.domain.codes import is_code
from mutudesk.domain.findings import Share, refusal, warning
from mutudesk.domain.records import Kind, RecordRef, ref_to
from mutudesk.domain.rules.overlaps import judge_overlaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.findings import Finding


def judge_agent(base: FactBase, matricule: str) -> Iterator[Finding]:
    """Every finding about one agent's own record and positions."""
    if matricule in base.agents and not is_code(matricule):
        yield refusal(
            "code_invalid", RecordRef(Kind.AGENT, (matricule,)), field="matricule", text=matricule
        )
    positions = base.positions.get(matricule, [])
    if matricule in base.agents and not positions:
        # In no file given out, as each line of the file of agents is a position.
        yield warning(
            "agent_without_position",
            RecordRef(Kind.AGENT, (matricule,)),
            agent=base.agent_name(matricule),
        )
    for position in positions:
        if not 0 < position.working_time <= FULL_TIME:
            yield refusal(
                "share_out_of_range",
                ref_to(position),
                field="working_time",
                share=Share(position.working_time),
            )
    if len(positions) > 1:
        yield from judge_overlaps("position_overlap", positions, agent=base.agent_name(matricule))
    yield from _judge_namesakes(base, matricule)
    yield from _judge_matricules_alike(base, matricule)


def _judge_namesakes(base: FactBase, matricule: str) -> Iterator[Finding]:
    """Whether one person may be recorded twice: the same name and employer under two numbers.

    The first other number found is named: a list of agents without names is no reason to compare
    each of them with all others.
    """
    positions = base.positions.get(matricule, ())
    for other in base.namesakes(matricule):
        for own, others in product(positions, base.positions.get(other, ())):
            common = own.period.intersection(others.period)
            if common is not None and own.employer_siren == others.employer_siren:
                first, second = sorted((matricule, other))
                yield warning(
                    "agent_twice",
                    RecordRef(Kind.AGENT, (first,)),
                    RecordRef(Kind.AGENT, (second,)),
                    field="matricule",
                    person=base.agents[first].full_name,
                    first=first,
                    second=second,
                    employer=base.name(own.employer_siren, common.start),
                    period=common,
                )
                return


def _judge_matricules_alike(base: FactBase, matricule: str) -> Iterator[Finding]:
    """Two numbers that look the same (a1, A1) may be one agent's; the first other is named."""
    other = next((each for each in base.agents_alike(matricule) if each != matricule), None)
    if other is not None:
        first, second = sorted((matricule, other))
        yield warning(
            "matricules_alike",
            RecordRef(Kind.AGENT, (first,)),
            RecordRef(Kind.AGENT, (second,)),
            field="matricule",
            first=first,
            second=second,
            person=base.agents[first].full_name,
            other_person=base.agents[second].full_name,
        )
