"""The one way in which anything is written: complete, judge, write with the journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.domain.factbase import FactBase
from mutudesk.domain.final_state import HEADERS, final_state
from mutudesk.domain.findings import Finding, RefusedError, refusal, refusals, warnings
from mutudesk.domain.records import BODY_FIELDS, Fact, Kind, kind_of
from mutudesk.domain.rules import judge, judge_references
from mutudesk.storage.loading import OF_AGENTS, OF_BODIES, OF_SERVICES, Scope, agents_in
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


def judge_changes(reading: Reading, changes: Sequence[AnyChange]) -> Judged:
    """Complete the changes and judge the state they would lead to."""
    epci_siren = reading.epci_siren()
    scope = _scope(changes)
    stored = reading.scoped(scope)
    changes = completed(stored, [each for each in changes if _changes_something(each)])
    after = final_state(stored, changes)
    base = FactBase(epci_siren, after.facts)
    touched = [change.after for change in changes if change.after is not None]
    findings = [*after.findings, *judge_references(base, touched)]
    findings += _dependents(reading, changes)
    if not findings:  # the other rules take references and versions for granted
        matricules = scope.matricules | agents_in(reading.connection, scope.services)
        findings += judge(
            base,
            sorted(_keys(changes, OF_BODIES, "siren")),
            sorted(scope.services),
            sorted(matricules),
        )
    return Judged(tuple(changes), tuple(findings))


def _changes_something(change: AnyChange) -> bool:
    return change.before is None or change.before.fact != change.after


def _sides(changes: Iterable[AnyChange]) -> Iterator[Fact]:
    for change in changes:
        if change.before is not None:
            yield change.before.fact
        if change.after is not None:
            yield change.after


def _keys(changes: Iterable[AnyChange], kinds: tuple[Kind, ...], name: str) -> set[str]:
    return {
        key
        for fact in _sides(changes)
        if kind_of(fact) in kinds and (key := getattr(fact, name, None))
    }


def _scope(changes: Sequence[AnyChange]) -> Scope:
    everything = tuple(Kind)
    return Scope(
        sirens=frozenset(
            siren for name in BODY_FIELDS for siren in _keys(changes, everything, name)
        ),
        services=frozenset(
            _keys(changes, OF_SERVICES, "service") | _keys(changes, (Kind.SERVICE,), "code")
        ),
        services_seen=frozenset(_keys(changes, OF_AGENTS, "service")),
        matricules=frozenset(_keys(changes, OF_AGENTS, "matricule")),
    )


def _dependents(reading: Reading, changes: Sequence[AnyChange]) -> Iterator[Finding]:
    """Deleting what others depend on is refused, and they are named."""
    leaving = {change.ref for change in changes if change.after is None}
    for change in changes:
        if change.after is not None or change.before is None:
            continue
        if kind_of(change.before.fact) not in HEADERS:
            continue
        others = [ref for ref in reading.dependents(change.before) if ref not in leaving]
        if others:
            yield refusal("in_use", change.ref, *others, count=len(others))
