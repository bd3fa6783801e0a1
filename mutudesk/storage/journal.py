"""The journal of changes: who, when, what before and after, why; each line seals the one before.

Whoever changes a line afterwards breaks the chain visibly. The salted digest stands between what a
line says of a record (its key, the reason, the data) and the chain, so that this can be forgotten
one day without breaking it.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from functools import lru_cache
from hashlib import sha256
from json.encoder import encode_basestring as _quoted
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from mutudesk.domain.period import Period
from mutudesk.domain.records import FACT_TYPES, Fact
from mutudesk.progress import Progress, no_progress, reporting
from mutudesk.storage.tables import JournalTable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mutudesk.domain.changes import AnyChange

BEGINNING = "0" * 64
MIGRATION = "migration"
_SALT = 8  # bytes
_INSERT = (
    "INSERT INTO journal"
    " (seq, act, at, who, action, why, kind, number, record, salt, data, digest, hash)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_LAST = select(JournalTable.seq, JournalTable.hash).order_by(JournalTable.seq.desc()).limit(1)
_EVERY = (
    "SELECT seq, act, at, who, action, why, kind, number, record, salt, data, digest, hash"
    " FROM journal ORDER BY seq"
)
_FORGOTTEN = (None, None, None, None)
_VALUES_KEPT = 65_536
_LINES_AT_ONCE = 2_000
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Act:
    """Who does what and why; `at` is aware and in UTC, `action` a code such as "import"."""

    who: str
    at: datetime
    action: str
    why: str = ""


def fact_text(fact: Fact) -> str:
    """A fact as JSON: ISO dates, codes of enumerations, sorted lists.

    Filled into a form by hand: an import writes hundreds of thousands of facts of the same fields.
    """
    form, values_of = _FORMS[type(fact)]
    return form % tuple(
        [_quoted(value) if type(value) is str else _text(value) for value in values_of(fact)]
    )


def _form(fact_type: type[Fact]) -> tuple[str, Callable[[Fact], tuple[object, ...]]]:
    """The JSON of a kind of fact with a gap for each value, and what reads the values."""
    names = [field.name for field in fields(fact_type)]
    gaps = ",".join(f"{_quoted(name)}:%s" for name in names)
    return f"{{{gaps}}}", attrgetter(*names)


_FORMS = {fact_type: _form(fact_type) for fact_type in FACT_TYPES.values()}
_KINDS = {fact_type: kind.value for kind, fact_type in FACT_TYPES.items()}


@lru_cache(maxsize=_VALUES_KEPT, typed=True)
def _text(value: object) -> str:
    """The JSON of a value; days, periods and codes repeat a lot."""
    return _encode(_plain(value))


def _plain(value: object) -> object:
    match value:
        case None | str() | int():
            return value
        case Period():
            ends = (value.valid_from, value.valid_until)
            return [None if end is None else end.isoformat() for end in ends]
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case frozenset():
            return sorted(value)
        case _:
            message = f"no plain form for {type(value).__name__}"
            raise TypeError(message)


def append(
    connection: Connection,
    act: Act,
    changes: Sequence[AnyChange],
    numbers: Sequence[int],
    progress: Progress = no_progress,
) -> None:
    """Write one line for each change, in the same transaction as the changes themselves.

    `numbers` are those of the records, in the order of the changes (`write_changes` gives them).
    Straight to the driver: an import writes as many lines here as it has records.
    """
    if not changes:
        return
    last = connection.execute(_LAST).first()
    used, previous = (0, BEGINNING) if last is None else (last.seq, last.hash)
    why = act.why
    cells = (used + 1, act.at.isoformat(timespec="seconds"), act.who, act.action)
    sealed = _joined(*cells)
    lines: list[tuple[object, ...]] = []
    salts = _salts(len(changes))
    for seq, (change, number, salt) in enumerate(
        zip(reporting(changes, progress), numbers, salts, strict=True), used + 1
    ):
        before, after, fact = change.before, change.after, change.fact
        former = None if before is None else before.fact
        data = f"[{_or_null(former)},{_or_null(after)}]"
        kind = _KINDS[type(fact)]
        record = " ".join(["" if part is None else str(part) for part in fact.key])
        digest = _digest(salt, record, why, data)
        previous = _seal(previous, seq, sealed, kind, number, digest)
        lines.append((seq, *cells, why, kind, number, record, salt, data, digest, previous))
        if len(lines) == _LINES_AT_ONCE:
            connection.exec_driver_sql(_INSERT, lines)
            lines.clear()
    if lines:
        connection.exec_driver_sql(_INSERT, lines)


def _or_null(fact: Fact | None) -> str:
    return "null" if fact is None else fact_text(fact)


def _joined(*parts: object) -> str:
    return "\x1f".join(map(str, parts))


def _salts(count: int) -> list[str]:
    return secrets.token_bytes(_SALT * count).hex(" ", _SALT).split(" ")


def _digest(salt: str, record: str, why: str, data: str) -> str:
    return sha256(f"{salt}\x1f{record}\x1f{why}\x1f{data}".encode()).hexdigest()


def _seal(previous: str, seq: int, act: str, kind: str, number: int, digest: str) -> str:
    """What seals a line; `act` is what all lines of one act say, joined."""
    line = f"{previous}\x1f{seq}\x1f{act}\x1f{kind}\x1f{number}\x1f{digest}"
    return sha256(line.encode()).hexdigest()


class JudgedLine(NamedTuple):
    """A line, and whether it follows from the one before and says what it said."""

    seq: int
    kind: str
    number: int
    data: str | None
    is_true: bool


def broken_links(connection: Connection) -> Iterator[int]:
    """The numbers of lines that do not follow from the one before or whose data were changed.

    A register begins with an act: a journal without any line lost its first.
    """
    last = 0
    for line in judged_lines(connection):
        last = line.seq
        if not line.is_true:
            yield line.seq
    if last == 0:
        yield 1


def judged_lines(connection: Connection) -> Iterator[JudgedLine]:
    """Every line in order, and whether it is true.

    A journal that was sealed anew by a migration begins with line 0, which holds the seal of the
    former journal. Rows are taken as they come from the driver: there are hundreds of thousands.
    """
    previous, expected = BEGINNING, 1
    of_act: tuple[object, ...] = ()
    sealed = ""
    rows = connection.exec_driver_sql(
        _EVERY, execution_options={"yield_per": _LINES_AT_ONCE, "stream_results": True}
    )
    for seq, act, at, who, action, why, kind, number, record, salt, data, digest, seal in rows:
        is_head = seq == 0
        if is_head and action == MIGRATION:
            previous, expected = str(why), 0
        cells = (salt, record, why, data)
        # Forgotten altogether, or not at all.
        holds = is_head or cells == _FORGOTTEN or (None not in cells and digest == _digest(*cells))
        if of_act != (act, at, who, action):
            of_act = (act, at, who, action)
            sealed = _joined(*of_act)
        follows = seal == _seal(previous, seq, sealed, kind, number, digest)
        yield JudgedLine(seq, kind, number, data, seq == expected and holds and follows)
        previous, expected = seal, seq + 1
