"""The one way in which anything is written: complete, judge, write with the journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.findings import Finding, RefusedError, refusal, refusals, warnings
from mutudesk.domain.records import HEADERS, Owner, kind_of, kinds_of, ref_to
from mutudesk.domain.resulting_state import former_state, resulting_state
from mutudesk.domain.rules import judge, judge_references
from mutudesk.domain.rules.caused import caused_by_act, owners_of
from mutudesk.domain.rules.existence import judge_binding
from mutudesk.domain.rules.texts import judge_new_texts
from mutudesk.progress import Progress, no_progress, reporting
from mutudesk.storage.loading import agents_in
from mutudesk.usecases.implied_changes import implied_findings, with_implied
from mutudesk.usecases.touched import Touched, kinds_touched

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.records import Kind, RecordRef
    from mutudesk.storage.unit_of_work import ReadTransaction
    from mutudesk.usecases.session import Session


@dataclass(frozen=True, slots=True)
class Judged:
    """An act before it is written: its changes, completed, and what the rules say of them."""

    changes: tuple[AnyChange, ...]
    findings: tuple[Finding, ...]

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of records that it changes; all, where one gets a code that others hold."""
        return kinds_touched(self.changes)

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
        judged = judge_changes(unit, changes, session.today)
        if judged.refusals:
            raise RefusedError(*judged.refusals)
        unit.apply(session.act(action, why), judged.changes)
    session.changed = session.changed or bool(judged.changes)
    return judged


def foresee(session: Session, changes: Sequence[AnyChange]) -> Judged:
    """What `record` would say, without writing anything."""
    with session.register.read() as reading:
        return judge_changes(reading, changes, session.today)


def judge_changes(
    reading: ReadTransaction,
    changes: Sequence[AnyChange],
    today: date,
    progress: Progress = no_progress,
) -> Judged:
    """Complete the changes and judge the state they would lead to.

    The warnings are those that the act causes: what the register deserved before is said by
    `checking`. `today` is the day of the office, on which what has no beginning holds.
    """
    epci_siren = reading.epci_siren()
    given = _effective(changes)
    touched = Touched(given)
    scope = touched.scope()
    stored = reading.scoped(touched.scope_beside(reading, scope))
    changes = _effective(with_implied(stored, given, today))
    after = resulting_state(stored, changes)
    base = FactBase(epci_siren, after.facts)
    recorded = [change.after for change in changes if change.after is not None]
    findings = [*after.findings, *judge_references(base, recorded)]
    findings += _dependents(reading, changes)
    findings += judge_binding(epci_siren, changes)
    if findings:  # the other rules take references and versions for granted
        return Judged(tuple(changes), tuple(findings))
    former = FactBase(epci_siren, former_state(stored, changes))
    base.commanding_elsewhere = touched.commanding_elsewhere(reading, former, base)
    former.commanding_elsewhere = base.commanding_elsewhere
    matricules = scope.matricules | agents_in(reading.connection, scope.services)
    found = judge(
        base,
        sorted(touched.keys(kinds_of(Owner.BODY), "siren")),
        sorted(scope.services | touched.services_shaken(base)),
        reporting(sorted(matricules), progress),
    )
    if found:
        known = judge(former, *owners_of(found))
        found = caused_by_act(found, known, Touched(changes).written(), _renamed(changes))
    found += judge_new_texts(changes)
    return Judged(tuple(changes), (*found, *implied_findings(base, given, changes)))


def _renamed(changes: Iterable[AnyChange]) -> set[RecordRef]:
    """The headers that the act gives another code."""
    return {
        each.ref
        for each in changes
        if each.ref.kind in HEADERS
        and each.before is not None
        and each.before.fact.key != each.ref.key
    }


def _effective(changes: Iterable[AnyChange]) -> list[AnyChange]:
    """The changes without corrections that correct nothing."""
    return [each for each in changes if each.before is None or each.before.fact != each.after]


def _dependents(reading: ReadTransaction, changes: Sequence[AnyChange]) -> Iterator[Finding]:
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
