"""The journal made readable: acts, their lines, and how one record came to be what it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from mutudesk.domain.history import record_text
from mutudesk.domain.listings import ListQuery
from mutudesk.domain.records import REFERENCES, Owner, kinds_of
from mutudesk.storage.queries import journal

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.history import HistoryAct, HistoryLine, Names
    from mutudesk.domain.listings import ListSource
    from mutudesk.domain.records import RecordRef
    from mutudesk.usecases.session import Session

_OWNED = {REFERENCES[owner.value]: kinds_of(owner) for owner in Owner}
SHOWN = 100  # lines of one act that are shown


@dataclass(frozen=True, slots=True)
class ActDetail:
    """An act with its first lines and the names that these need."""

    act: HistoryAct
    lines: tuple[HistoryLine, ...]
    names: Names
    narrowed: bool = False

    @property
    def left_out(self) -> int:
        """How many records are not shown."""
        return 0 if self.narrowed else self.act.count - len(self.lines)


def acts(session: Session, query: ListQuery) -> ListSource[HistoryAct]:
    """Acts, newest first; filters `who`, `action`, `kind`, `days`, `record`, `owner`.

    `days` asks for the last days, today among them, as the clock of this machine counts them.
    """
    filters = dict(query.filters)
    days = filters.pop("days", "")
    if days:
        today = session.now().astimezone().date()
        filters["since"] = first_moment(today - timedelta(days=int(days) - 1))
    return journal.ActList(
        session.register,
        ListQuery(query.on, query.search, filters, query.sort, query.descending),
    )


def filters_of(ref: RecordRef) -> dict[str, str]:
    """What narrows the history to one record; to all that belongs to a body, service or agent."""
    for header, kinds in _OWNED.items():
        if ref.kind is header:
            return {
                "kind": ",".join(kind.value for kind in kinds),
                "owner": record_text(ref.key),
            }
    return {"kind": ref.kind.value, "record": record_text(ref.key)}


def first_moment(day: date) -> str:
    """When a day begins here, as the journal writes moments."""
    return datetime.combine(day, time()).astimezone(UTC).isoformat(timespec="seconds")


def detail(session: Session, act: HistoryAct, only: RecordRef | None = None) -> ActDetail:
    """An act with its first lines, or with those of one record (of what belongs to a header)."""
    filters = {} if only is None else filters_of(only)
    with session.register.read() as reading:
        lines = journal.lines_of(reading.connection, act.id, SHOWN, filters)
        facts = [fact for each in lines for fact in (each.before, each.after) if fact is not None]
        names = journal.names_today(reading.connection, facts)
    return ActDetail(act, tuple(lines), names, only is not None)


def authors(session: Session) -> list[str]:
    """Everybody who wrote in the register."""
    with session.register.read() as reading:
        return journal.whos(reading.connection)
