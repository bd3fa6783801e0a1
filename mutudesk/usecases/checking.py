"""Looking whether a register is whole: file, schema, journal, facts, rules. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.collector import collector_paused
from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.findings import Finding, refusal, refusals, warnings
from mutudesk.domain.rules import judge_all, judge_references
from mutudesk.domain.rules.texts import judge_texts
from mutudesk.storage.backup_list import newest_own
from mutudesk.storage.queries.journal import holds_head
from mutudesk.storage.schema import findings_of
from mutudesk.usecases.rebuilding import judge_journal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mutudesk.domain.records import Fact
    from mutudesk.storage.register_file import RegisterFile
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
    """Check all there is: schema, integrity, foreign keys, journal, facts, newest seal, rules.

    Facts are held against the journal, and the journal against the newest backup of the register.
    A file that cannot be read without risk was refused when it was opened.
    """
    register = session.register
    findings = _schema(register)
    damage = [
        refusal("integrity_broken", detail=problem) for problem in register.integrity_problems()
    ]
    if damage:
        return CheckReport((*findings, *damage))
    with collector_paused():
        with register.read() as reading:
            epci_siren, identity = reading.epci_siren(), reading.identity()
            stored = reading.facts()
            findings += judge_journal(reading, stored)
        findings += _newest_seal(register, identity)
        findings += _rules(epci_siren, [each.fact for each in stored])
    return CheckReport(tuple(findings))


def _schema(register: RegisterFile) -> list[Finding]:
    differing = register.schema_deviations()
    if not differing:
        return []
    return [refusal("schema_differs", path=str(register.path)), *findings_of(differing)]


def _newest_seal(register: RegisterFile, identity: str) -> list[Finding]:
    """Say when the journal no longer holds what the newest backup ended with."""
    newest = newest_own(register.path, identity)
    if newest is None or newest.seal is None:
        return []
    with register.as_it_lies() as connection:
        if holds_head(connection, newest.seal.journal):
            return []
    return [refusal("journal_cut", path=str(register.path), file=str(newest.path))]


def _rules(epci_siren: str, facts: Sequence[Fact]) -> list[Finding]:
    base = FactBase(epci_siren, facts)
    findings = [*judge_references(base, facts)]
    # A vacancy is said once for the body, not once more for every share it touches.
    judged = [each for each in judge_all(base) if each.code != "mandate_vacant_for_share"]
    findings += [each.tolerated() if each.of_writing else each for each in judged]
    return [*findings, *judge_texts(facts)]
