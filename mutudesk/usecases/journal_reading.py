"""Reading the journal out: all of it, what happened since a day, one record, all of an owner."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from mutudesk.domain.findings import refused
from mutudesk.domain.history import record_text
from mutudesk.domain.records import (
    HEADERS,
    KINDS,
    REFERENCES,
    Kind,
    kinds_of,
    owner_field,
)
from mutudesk.exchange.history import KEY_FIELDS, key_of
from mutudesk.exchange.kinds import record_kinds
from mutudesk.storage.queries.journal_lines import (
    Held,
    codes_held,
    end_of,
    lines_between,
    lines_called,
    lines_of_owner,
)
from mutudesk.usecases.history import first_moment

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date

    from mutudesk.domain.history import JournalLine
    from mutudesk.domain.records import Fact, Key
    from mutudesk.exchange.exchange_kind import ExchangeKind
    from mutudesk.storage.unit_of_work import ReadTransaction
    from mutudesk.usecases.session import Session

_LINES_AT_ONCE = 2_000
_OWNERS = {each.kind: each.owner for each in KINDS}


@dataclass(frozen=True, slots=True)
class JournalReading:
    """What seals the whole journal, and the lines asked for, oldest first, read once as they come.

    Nothing is held open between two of them: whoever writes meanwhile is not kept waiting, and
    what he adds is not among them.
    """

    head: str
    lines: Iterator[JournalLine]


def read_journal(
    session: Session,
    kind: ExchangeKind | None = None,
    key: str | None = None,
    since: date | None = None,
) -> JournalReading:
    """The journal as it is now; narrowed to a kind of file, one record of it, the days since one.

    `key` is that of a line of the file, its cells joined by "+"; a SIREN alone with `bodies`, a
    code with `services`, a matricule with `agents` give all that belongs to it. What got another
    key is found by any it ever had. Raises RefusedError("history_key_shape"), ("history_key_never")
    and those of a cell; ("integrity_broken") while the lines are read.
    """
    numbers: dict[Kind, Collection[int] | None] | None = None
    with session.register.read() as unit:
        last, head = end_of(unit.connection)
        if kind is not None:
            numbers = dict.fromkeys(record_kinds(kind))
        if kind is not None and key is not None:
            numbers = {**_numbers_of(unit, kind, key)}
    moment = "" if since is None else first_moment(since)
    return JournalReading(head, _lines(session, last, numbers, moment))


def _lines(
    session: Session,
    last: int,
    numbers: Mapping[Kind, Collection[int] | None] | None,
    since: str,
) -> Iterator[JournalLine]:
    """The lines up to the last one, a short transaction for some at a time: they never change."""
    for first in range(0, last + 1, _LINES_AT_ONCE):
        until = min(first + _LINES_AT_ONCE - 1, last)
        with session.register.read() as unit:
            found = lines_between(unit.connection, first, until, numbers, since)
        yield from found


def _numbers_of(unit: ReadTransaction, kind: ExchangeKind, text: str) -> dict[Kind, set[int]]:
    """The numbers of the records that ever had a key, or that belonged to it."""
    key = key_of(kind, text)
    owner, *dated = record_kinds(kind)
    is_owner = bool(dated) and len(key) == 1
    if is_owner:
        numbers = _epci_membership_numbers(unit, owner, str(key[0]))
    else:
        record_kind = dated[-1] if dated else owner
        numbers = {record_kind: _called(unit, record_kind, key)}
    if not any(numbers.values()):
        raise refused("history_key_never", field="key", key=text, kind=kind.value)
    return numbers


def _epci_membership_numbers(
    unit: ReadTransaction, header: Kind, code: str
) -> dict[Kind, set[int]]:
    """The records of a body, service or agent, itself among them."""
    held = codes_held(unit.connection, header, [(code,)]) or [Held(code, 0)]
    owner = _OWNERS[header]
    kinds = () if owner is None else kinds_of(owner)
    numbers: dict[Kind, set[int]] = {kind: set() for kind in kinds}
    codes = {each.code for each in held}
    for line in lines_of_owner(unit.connection, kinds, codes):
        field = owner_field(line.kind)
        if any(_bears(getattr(fact, field), line.act, held) for fact in _facts(line)):
            numbers[line.kind].add(line.number)
    return numbers


def _called(unit: ReadTransaction, kind: Kind, key: Key) -> set[int]:
    """The records of a kind that had a key, or would have had it under codes of another day."""
    held = [_held(unit, kind, field, key, place) for place, field in enumerate(KEY_FIELDS[kind])]
    choices = [
        {each.code for each in parts} if parts is not None else {part}
        for part, parts in zip(key, held, strict=True)
    ]
    texts = {record_text(each) for each in product(*choices)}
    return {
        line.number
        for line in lines_called(unit.connection, kind, texts)
        for fact in _facts(line)
        if _has(fact.key, key, held, line.act)
    }


def _held(unit: ReadTransaction, kind: Kind, field: str, key: Key, place: int) -> list[Held] | None:
    """The codes that what a part of a key names has ever had; None for a part that names nothing.

    A mission is named together with its service, under any code of either.
    """
    named = kind if field == "code" else REFERENCES.get(field)
    if named not in HEADERS or named is None:
        return None
    # Of a header whose own lines were taken out of the journal no other code is known.
    own = Held(str(key[place]), 0)
    if named is not Kind.MISSION:
        return codes_held(unit.connection, named, [(own.code,)]) or [own]
    service = str(key[place - 1])
    services = codes_held(unit.connection, Kind.SERVICE, [(service,)]) or [Held(service, 0)]
    return codes_held(unit.connection, named, [(each.code, own.code) for each in services]) or [own]


def _has(found: Key, wanted: Key, held: Sequence[list[Held] | None], act: int) -> bool:
    return all(
        part == asked if codes is None else _bears(part, act, codes)
        for part, asked, codes in zip(found, wanted, held, strict=True)
    )


def _bears(code: object, act: int, held: Sequence[Held]) -> bool:
    return any(each.code == code and each.at(act) for each in held)


def _facts(line: JournalLine) -> list[Fact]:
    return [fact for fact in (line.before, line.after) if fact is not None]
