"""Acts on memberships: several bodies join a service at once, and who of them cannot."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mutudesk.domain.records import Kind
from mutudesk.domain.services import Membership
from mutudesk.usecases.acts.records import enter_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.period import Period
    from mutudesk.domain.services import Level

# Refusals about what a body already has, not about the terms.
_OWN = frozenset({"membership_overlap", "already_recorded"})


@dataclass(frozen=True, slots=True)
class JoiningTerms:
    """What several bodies join for: the same level, missions, vote, duration and effect."""

    level: Level
    missions: frozenset[str]
    decided_on: date | None
    duration: str
    period: Period


@dataclass(frozen=True, slots=True)
class JoinRefusals:
    """Why an act of several bodies was refused.

    Attributes:
        common: What stands against the terms, whoever joins.
        by_body: What stands against single bodies, by SIREN.
        others: The bodies that could join without those; none where the terms are refused.
    """

    common: tuple[Finding, ...]
    by_body: Mapping[str, list[Finding]] = field(default_factory=dict)
    others: tuple[str, ...] = ()


def join_together(service: str, sirens: Iterable[str], terms: JoiningTerms) -> list[AnyChange]:
    """Several bodies join a service in one act, on the same terms."""
    return [
        change
        for siren in dict.fromkeys(sirens)
        for change in enter_record(
            Membership(
                service,
                siren,
                terms.level,
                terms.missions,
                terms.decided_on,
                terms.duration,
                terms.period,
            )
        )
    ]


def refusals_of_joining(
    findings: Iterable[Finding], service: str, sirens: Sequence[str]
) -> JoinRefusals:
    """The refusals of such an act, told apart by the body that each concerns.

    What all of them are refused for alike is about the terms, and said once.
    """
    by_body: dict[str, list[Finding]] = {}
    common = []
    for finding in findings:
        concerned = _concerned(finding, service, sirens)
        if concerned is None:
            common.append(finding)
        else:
            by_body.setdefault(concerned, []).append(finding)
    codes = {found[0].code for found in by_body.values()}
    if len(by_body) == len(sirens) and len(codes) == 1 and not codes & _OWN:
        return JoinRefusals((*common, next(iter(by_body.values()))[0]))
    others = tuple(siren for siren in sirens if siren not in by_body)
    return JoinRefusals(tuple(common), by_body, () if common or not by_body else others)


def _concerned(finding: Finding, service: str, sirens: Sequence[str]) -> str | None:
    for ref in finding.records:
        if ref.kind is Kind.MEMBERSHIP and ref.key[0] == service and ref.key[1] in sirens:
            return str(ref.key[1])
    return None
