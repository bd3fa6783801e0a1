"""The journal line by line, oldest first, and which records were ever called by a code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from mutudesk.domain.history import JournalLine, record_text
from mutudesk.domain.records import Fact, Kind
from mutudesk.storage.fact_reading import before_and_after
from mutudesk.storage.queries.journal import owned_by
from mutudesk.storage.tables import JournalTable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sqlalchemy import Connection, Row, Select

    from mutudesk.domain.records import Key


@dataclass(frozen=True, slots=True)
class Held:
    """The code that a body, service, mission or agent bore, from one act to another (inclusive).

    `until` None = it bears it still.
    """

    code: str
    since: int
    until: int | None = None

    def at(self, act: int) -> bool:
        """Tell whether the code was borne when an act began or ended."""
        return self.since <= act and (self.until is None or act <= self.until)


def end_of(connection: Connection) -> tuple[int, str]:
    """The number of the newest line and its seal, which seals the whole journal."""
    newest = select(JournalTable.seq, JournalTable.hash).order_by(JournalTable.seq.desc()).limit(1)
    row = connection.execute(newest).first()
    return (0, "") if row is None else (row.seq, row.hash)


def lines_between(
    connection: Connection,
    first: int,
    last: int,
    numbers: Mapping[Kind, Collection[int] | None] | None = None,
    since: str = "",
) -> list[JournalLine]:
    """The lines of these numbers (inclusive), in order, from a moment (UTC) on.

    `numbers` narrows them to kinds, and to the records of these numbers where there are any. Raises
    RefusedError("integrity_broken") at a line that cannot be read.
    """
    statement = _ordered().where(JournalTable.seq.between(first, last), JournalTable.at >= since)
    found = ((row, Kind(row.kind)) for row in connection.execute(statement))
    return [
        _line(row, kind)
        for row, kind in found
        if numbers is None
        or (kind in numbers and (numbers[kind] is None or row.number in (numbers[kind] or ())))
    ]


def _line(row: Row[Any], kind: Kind) -> JournalLine:
    before, after = (None, None) if row.data is None else before_and_after(kind, row.data)
    return JournalLine(
        id=row.seq,
        kind=kind,
        record=row.record or "",
        before=before,
        after=after,
        purged=row.data is None,
        act=row.act,
        at=row.at,
        who=row.who,
        action=row.action,
        why=row.why or "",
        number=row.number,
        seal=row.hash,
    )


def lines_called(
    connection: Connection, kind: Kind, texts: Collection[str]
) -> Iterator[JournalLine]:
    """The lines on records of a kind that say one of these keys.

    A code may hold a space, as keys are joined by one: whoever asks looks at the facts himself.
    """
    statement = _ordered().where(JournalTable.kind == kind.value, JournalTable.record.in_(texts))
    return (_line(row, kind) for row in connection.execute(statement))


def lines_of_owner(
    connection: Connection, kinds: Collection[Kind], codes: Collection[str]
) -> Iterator[JournalLine]:
    """The lines on records of these kinds that seem to belong to one of these codes; as above."""
    statement = _ordered().where(
        JournalTable.kind.in_([kind.value for kind in kinds]),
        or_(*(owned_by(code) for code in codes)),
    )
    return (_line(row, Kind(row.kind)) for row in connection.execute(statement))


def _ordered() -> Select[Any]:
    return select(JournalTable.__table__).order_by(JournalTable.seq)


def codes_held(connection: Connection, kind: Kind, keys: Collection[Key]) -> list[Held]:
    """Every code that was ever borne by the headers that once had one of these keys."""
    called = lines_called(connection, kind, [record_text(key) for key in keys])
    numbers = {line.number for line in called if _is_one_of(line, keys)}
    return [held for number in sorted(numbers) for held in _held_by(connection, kind, number)]


def _is_one_of(line: JournalLine, keys: Collection[Key]) -> bool:
    return any(fact is not None and fact.key in keys for fact in (line.before, line.after))


def _held_by(connection: Connection, kind: Kind, number: int) -> Iterator[Held]:
    statement = _ordered().where(JournalTable.kind == kind.value, JournalTable.number == number)
    code, since = None, 0
    for row in connection.execute(statement):
        line = _line(row, kind)
        if line.purged:
            continue
        new = _code(line.after)
        if new != code:
            if code is not None:
                yield Held(code, since, line.act)
            code, since = new, line.act
    if code is not None:
        yield Held(code, since)


def _code(fact: Fact | None) -> str | None:
    return None if fact is None else str(fact.key[-1])
