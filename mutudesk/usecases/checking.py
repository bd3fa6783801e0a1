"""Looking whether a register is whole: file, references, journal, every rule. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.domain.factbase import FactBase
from mutudesk.domain.findings import Finding, refusal, refusals, warnings
from mutudesk.domain.rules import judge_all, judge_references
from mutudesk.domain.rules.texts import judge_texts

if TYPE_CHECKING:
    from mutudesk.usecases.session import Session


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Every finding about the whole register."""

    findings: tuple[Finding, ...]

    @property
    def refusals(self) -> list[Finding]:
        """What is broken."""
        return refusals(self.findings)

    @property
    def warnings(self) -> list[Finding]:
        """What deserves a look."""
        return warnings(self.findings)


def check_register(session: Session) -> CheckReport:
    """Check integrity, foreign keys, the chain of the journal, and all rules."""
    damage = [
        refusal("integrity_broken", detail=problem)
        for problem in session.register.integrity_problems()
    ]
    if damage:
        return CheckReport(tuple(damage))
    with session.register.read() as reading:
        broken = reading.broken_links()
        facts = [each.fact for each in reading.facts()]
        base = FactBase(reading.epci_siren(), facts)
    findings = [refusal("journal_broken", line=line) for line in broken]
    findings += judge_references(base, facts)
    # A vacancy is said once for the body, not once more for every share it touches.
    judged = [each for each in judge_all(base) if each.code != "mandate_vacant_for_share"]
    findings += [each.tolerated() if each.of_writing else each for each in judged]
    findings += judge_texts(facts)
    return CheckReport(tuple(findings))
