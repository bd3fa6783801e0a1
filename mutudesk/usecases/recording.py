"""The one way in which anything is written: complete, judge, write with the journal."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from mutudesk.domain.factbase import FactBase
from mutudesk.domain.final_state import final_state
from mutudesk.domain.findings import Finding, RefusedError, refusal, refusals, warnings
from mutudesk.domain.records import (
    HEADERS,
    Fact,
    Kind,
    Owner,
    body_fields,
    field_names,
    kind_of,
    kinds_of,
    ref_to,
)
from mutudesk.domain.rules import judge, judge_references
from mutudesk.progress import Progress, told, untold
from mutudesk.storage.loading import Scope, agents_in
from mutudesk.usecases.completing import completed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mutudesk.domain.changes import AnyChange
    from mutudesk.storage.unit_of_work import Reading
    from mutudesk.usecases.session import Session


@dataclass(frozen=True, slots=True)
class Judged:
    """An act before it is written: its changes, completed, and what the rules say of them."""

    changes: tuple[AnyChange, ...]
    findings: tuple[Finding, ...]

    @property
    def refusals(self) -> list[Finding]:
        """What stops the act."""
        return refusals(self.findings)

    @property
    def warnings(self) -> list[Finding]:
        """What is only to be known."""
        return warnings(self.findings)


def record(session: Session, changes: Sequence[AnyChange], action: str, why: str = "") -> Judged:
    """Write one act of a user whole, or raise RefusedError with all reasons and change nothing."""
    with session.register.write() as unit:
        judged = judge_changes(unit, changes)
        if judged.refusals:
            raise RefusedError(*judged.refusals)
        unit.apply(session.act(action, why), judged.changes)
    session.changed = session.changed or bool(judged.changes)
    return judged


def foresee(session: Session, changes: Sequence[AnyChange]) -> Judged:
    """What `record` would say, without writing anything."""
    with session.register.read() as reading:
        return judge_changes(reading, changes)


def judge_changes(
    reading: Reading, changes: Sequence[AnyChange], progress: Progress = untold
) -> Judged:
    """Complete the changes and judge the state they would lead to."""
    epci_siren = reading.epci_siren()
    changes = _effective(changes)
    touched = _Touched(changes)
    scope = touched.scope()
    stored = reading.scoped(scope)
    changes = _effective(completed(stored, changes))
    after = final_state(stored, changes)
    base = FactBase(epci_siren, after.facts)
    recorded = [change.after for change in changes if change.after is not None]
    findings = [*after.findings, *judge_references(base, recorded)]
    findings += _dependents(reading, changes)
    if not findings:  # the other rules take references and versions for granted
        matricules = scope.matricules | agents_in(reading.connection, scope.services)
        findings += judge(
            base,
            sorted(touched.keys(kinds_of(Owner.BODY), "siren")),
            sorted(scope.services),
            told(sorted(matricules), progress),
        )
    return Judged(tuple(changes), tuple(findings))


def _effective(changes: Iterable[AnyChange]) -> list[AnyChange]:
    """The changes without corrections that correct nothing."""
    return [each for each in changes if each.before is None or each.before.fact != each.after]


class _Touched:
    """The facts before and after an act, by kind, and what they belong to."""

    def __init__(self, changes: Iterable[AnyChange]) -> None:
        self._facts: dict[Kind, list[Fact]] = defaultdict(list)
        for change in changes:
            before, after = change.before, change.after
            if before is not None:
                self._facts[kind_of(before.fact)].append(before.fact)
            if after is not None:
                self._facts[kind_of(after)].append(after)

    def keys(self, kinds: Iterable[Kind], name: str) -> set[str]:
        """The codes that facts of these kinds hold in a field."""
        read = attrgetter(name)
        return {
            key
            for kind in kinds
            if name in field_names(kind)
            for key in map(read, self._facts[kind])
            if key
        }

    def scope(self) -> Scope:
        """What must be read to judge the act."""
        sirens = (
            siren
            for kind in self._facts.copy()
            for name in body_fields(kind)
            for siren in self.keys((kind,), name)
        )
        return Scope(
            sirens=frozenset(sirens),
            services=frozenset(
                self.keys(kinds_of(Owner.SERVICE), "service") | self.keys((Kind.SERVICE,), "code")
            ),
            services_seen=frozenset(self.keys(kinds_of(Owner.AGENT), "service")),
            matricules=frozenset(self.keys(kinds_of(Owner.AGENT), "matricule")),
        )


def _dependents(reading: Reading, changes: Sequence[AnyChange]) -> Iterator[Finding]:
    """Deleting what others depend on is refused, and they are named.

    Those that the act deletes or corrects itself are judged by what becomes of them.
    """
    deleted = [each.before for each in changes if each.before is not None and each.after is None]
    headers = [stored for stored in deleted if kind_of(stored.fact) in HEADERS]
    if not headers:
        return
    touched = {ref_to(change.before.fact) for change in changes if change.before is not None}
    for stored in headers:
        own = ref_to(stored.fact)  # named by the register itself, whose agglomeration it is
        others = [ref for ref in reading.dependents(stored) if ref == own or ref not in touched]
        if others:
            yield refusal("in_use", own, *others, count=len(others))
