"""Rules on agents and their positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.codes import is_code
from mutudesk.domain.findings import Share, refusal
from mutudesk.domain.records import Kind, RecordRef, ref_to
from mutudesk.domain.rules.overlaps import judge_overlaps
from mutudesk.domain.staff import FULL_TIME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mutudesk.domain.factbase import FactBase
    from mutudesk.domain.findings import Finding


def judge_agent(base: FactBase, matricule: str) -> Iterator[Finding]:
    """Every finding about one agent's own record and positions."""
    if matricule in base.agents and not is_code(matricule):
        yield refusal(
            "code_invalid", RecordRef(Kind.AGENT, (matricule,)), field="matricule", text=matricule
        )
    positions = base.positions.get(matricule, [])
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
