"""The rules of the register, judged on facts in their final state.

`judge` looks at the bodies, services and agents named; `judge_all` at everything. Neither changes
anything, and neither makes sentences: see `mutudesk.domain.findings`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.rules.agents import judge_agent
from mutudesk.domain.rules.assignments import judge_assignments
from mutudesk.domain.rules.bodies import judge_body
from mutudesk.domain.rules.references import judge_references
from mutudesk.domain.rules.services import judge_service
from mutudesk.domain.rules.vacancies import judge_commanding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.findings import Finding

__all__ = ["judge", "judge_all", "judge_references"]


def judge(
    base: FactBase, sirens: Iterable[str], services: Iterable[str], matricules: Iterable[str]
) -> list[Finding]:
    """Every finding about the named bodies, services and agents; each said once.

    The vacancies of every body that commands are among them, whether it is named or not.
    """
    return _once(_findings(base, sirens, services, matricules))


def judge_all(base: FactBase) -> list[Finding]:
    """Every finding about everything the base holds."""
    sirens = base.bodies.keys() | base.identities.keys() | base.mandates.keys()
    services = base.services.keys() | base.managing.keys() | base.memberships.keys()
    matricules = (
        base.agents.keys() | base.positions.keys() | base.assignments.keys() | base.shares.keys()
    )
    return judge(base, sorted(sirens), sorted(services), sorted(matricules))


def _findings(
    base: FactBase, sirens: Iterable[str], services: Iterable[str], matricules: Iterable[str]
) -> Iterator[Finding]:
    sirens = list(sirens)
    for siren in sirens:
        yield from judge_body(base, siren)
    yield from judge_commanding(base, sirens)
    for service in services:
        yield from judge_service(base, service)
    for matricule in matricules:
        yield from judge_agent(base, matricule)
        if matricule in base.assignments or matricule in base.shares:
            yield from judge_assignments(base, matricule)


def _once(findings: Iterable[Finding]) -> list[Finding]:
    seen: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        key = (finding.code, finding.records, tuple(sorted(finding.values.items(), key=str)))
        seen.setdefault(key, finding)
    return list(seen.values())
