"""What an act on a record leads to for the records that depend on it, said before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.domain.changes import close
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.records import Kind, ref_to
from mutudesk.domain.services import Membership
from mutudesk.ui.records.counts import Counts
from mutudesk.usecases.browsing import agent_record, service_record
from mutudesk.usecases.recording import foresee

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.records import RecordRef, Stored
    from mutudesk.usecases.session import Session

_DEPENDING = (Kind.MEMBERSHIP, Kind.ASSIGNMENT, Kind.MISSION_SHARE)


@dataclass(frozen=True, slots=True)
class Consequences:
    """The records that stand against an act because they depend on what it ends."""

    refs: tuple[RecordRef, ...] = ()

    @property
    def words(self) -> str:
        """How many of which kind, in words; empty when nothing depends on it."""
        parts = []
        for kind in _DEPENDING:
            count = sum(ref.kind is kind for ref in self.refs)
            if count:
                parts.append(_counted(kind, count))
        return " ".join(parts)

    def closing(self, session: Session, last_day: date) -> list[AnyChange]:
        """The changes that close each of them on a day; those that begin later are left."""
        changes: list[AnyChange] = []
        for each in self._stored(session):
            try:
                changes.append(close(each, last_day))
            except RefusedError:
                continue
        return changes

    def _stored(self, session: Session) -> Iterable[Stored[Any]]:
        wanted = set(self.refs)
        agents = {str(ref.key[0]) for ref in wanted if ref.kind is not Kind.MEMBERSHIP}
        services = {str(ref.key[0]) for ref in wanted if ref.kind is Kind.MEMBERSHIP}
        for matricule in sorted(agents):
            record = agent_record(session, matricule)
            yield from (s for s in record.of(Assignment) if ref_to(s.fact) in wanted)
            yield from (s for s in record.of(MissionShare) if ref_to(s.fact) in wanted)
        for code in sorted(services):
            stored = service_record(session, code).of(Membership)
            yield from (s for s in stored if ref_to(s.fact) in wanted)


def consequences(session: Session, changes: Sequence[AnyChange]) -> Consequences:
    """What depends on the records that these changes end or take back."""
    touched = {change.ref for change in changes}
    touched |= {ref_to(change.before.fact) for change in changes if change.before is not None}
    refs: dict[RecordRef, None] = {}
    for finding in foresee(session, changes).refusals:
        for ref in finding.records[:1]:  # the one that cannot stay as it is
            if ref.kind in _DEPENDING and ref not in touched:
                refs[ref] = None
    return Consequences(tuple(refs))


def _counted(kind: Kind, count: int) -> str:
    counts = Counts()
    match kind:
        case Kind.MEMBERSHIP:
            return counts.depending_memberships(count)
        case Kind.ASSIGNMENT:
            return counts.depending_assignments(count)
        case _:
            return counts.depending_shares(count)
