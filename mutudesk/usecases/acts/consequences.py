"""What depends on the records that an act ends or takes back, looked up before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.records import Kind, ref_to
from mutudesk.domain.services import Membership
from mutudesk.usecases.acts.records import close_record
from mutudesk.usecases.queries import agent_record, service_record
from mutudesk.usecases.recording import foresee

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.records import RecordRef, Stored
    from mutudesk.usecases.session import Session

DEPENDING = (Kind.MEMBERSHIP, Kind.ASSIGNMENT, Kind.MISSION_SHARE)
# A vote that brings planned shares into force ends nothing: no share of the sum depends on it.
_TOO_MUCH = "shares_exceed_assignment"


@dataclass(frozen=True, slots=True)
class Consequences:
    """The records that stand against an act because they depend on what it ends.

    `last_day` is the last one on which they could run on; None when nothing ends.
    """

    refs: tuple[RecordRef, ...] = ()
    last_day: date | None = None


def consequences(session: Session, changes: Sequence[AnyChange]) -> Consequences:
    """What depends on the records that these changes end or take back."""
    touched = {change.ref for change in changes}
    touched |= {ref_to(change.before.fact) for change in changes if change.before is not None}
    refs: dict[RecordRef, None] = {}
    for finding in foresee(session, changes).refusals:
        if finding.code == _TOO_MUCH and touched.isdisjoint(finding.records):
            continue
        for ref in finding.records[:1]:  # the one that cannot stay as it is
            if ref.kind in DEPENDING and ref not in touched:
                refs[ref] = None
    return Consequences(tuple(refs), _last_day(changes))


def close_dependents(session: Session, found: Consequences) -> list[AnyChange]:
    """Close what depends on the act with it; records that begin later are left."""
    if found.last_day is None:
        return []
    changes: list[AnyChange] = []
    for each in _stored(session, found.refs):
        try:
            changes += close_record(each, found.last_day)
        except RefusedError:
            continue
    return changes


def _last_day(changes: Iterable[AnyChange]) -> date | None:
    """The last day of the first record that the changes leave behind."""
    for change in changes:
        period = getattr(change.after, "period", None)
        if change.before is not None and period is not None:
            last: date | None = period.last_day
            return last
    return None


def _stored(session: Session, refs: Iterable[RecordRef]) -> Iterable[Stored[Any]]:
    wanted = set(refs)
    agents = {str(ref.key[0]) for ref in wanted if ref.kind is not Kind.MEMBERSHIP}
    services = {str(ref.key[0]) for ref in wanted if ref.kind is Kind.MEMBERSHIP}
    for matricule in sorted(agents):
        record = agent_record(session, matricule)
        yield from (s for s in record.of(Assignment) if ref_to(s.fact) in wanted)
        yield from (s for s in record.of(MissionShare) if ref_to(s.fact) in wanted)
    for code in sorted(services):
        stored = service_record(session, code).of(Membership)
        yield from (s for s in stored if ref_to(s.fact) in wanted)
