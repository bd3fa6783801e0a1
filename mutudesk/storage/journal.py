"""The journal of changes: who, when, what before and after, why; each line seals the one before.

Whoever changes a line afterwards breaks the chain visibly. The salted digest stands between the
data and the chain, so that a person's data can be purged later without breaking it.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import date
from enum import Enum
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from mutudesk.domain.period import Period
from mutudesk.domain.records import Fact, field_names, kind_of
from mutudesk.storage.tables import JournalRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from mutudesk.domain.changes import AnyChange

BEGINNING = "0" * 64
_SALT = 8  # bytes
_INSERT = (
    "INSERT INTO journal"
    " (seq, act, at, who, action, why, kind, record, salt, data, digest, hash)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_AS_IS = frozenset({str, int, bool, type(None)})


@dataclass(frozen=True, slots=True)
class Act:
    """Who does what and why; `at` is aware and in UTC, `action` a code such as "import"."""

    who: str
    at: datetime
    action: str
    why: str = ""


def fact_data(fact: Fact) -> dict[str, Any]:
    """A fact as plain data for JSON: ISO dates, codes of enumerations, sorted lists."""
    data = {}
    for name in field_names(kind_of(fact)):
        value = getattr(fact, name)
        data[name] = value if type(value) in _AS_IS else _plain(value)
    return data


def _plain(value: object) -> object:
    if isinstance(value, Period):
        ends = (value.valid_from, value.valid_until)
        return [None if end is None else end.isoformat() for end in ends]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(value)
    message = f"no plain form for {type(value).__name__}"
    raise TypeError(message)


def append(connection: Connection, act: Act, changes: Sequence[AnyChange]) -> None:
    """Write one line for each change, in the same transaction as the changes themselves."""
    if not changes:
        return
    last = connection.execute(
        select(JournalRow.seq, JournalRow.hash).order_by(JournalRow.seq.desc()).limit(1)
    ).first()
    seq, previous = (0, BEGINNING) if last is None else (last.seq, last.hash)
    first, at = seq + 1, act.at.isoformat(timespec="seconds")
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    salts = secrets.token_hex(_SALT * len(changes))
    lines: list[tuple[object, ...]] = []
    for number, change in enumerate(changes):
        seq += 1
        before, after = change.before, change.after
        data = encode(
            (before and fact_data(before.fact), None if after is None else fact_data(after))
        )
        salt = salts[2 * _SALT * number : 2 * _SALT * (number + 1)]
        digest = sha256(f"{salt}{data}".encode()).hexdigest()
        kind, key = change.ref
        record = " ".join(["" if part is None else str(part) for part in key])
        meta = (seq, first, at, act.who, act.action, act.why, kind.value, record)
        previous = _seal(previous, meta, digest)
        lines.append((*meta, salt, data, digest, previous))
    # Straight to the driver: an import writes as many lines here as it has records.
    connection.exec_driver_sql(_INSERT, lines)


def _seal(previous: str, meta: tuple[object, ...], digest: str) -> str:
    return sha256("\x1f".join([previous, *map(str, meta), digest]).encode()).hexdigest()


def broken_links(connection: Connection) -> Iterator[int]:
    """The numbers of lines that do not follow from the one before or whose data were changed.

    A register begins with an act: a journal without any line lost its first.
    """
    previous, expected = BEGINNING, 1
    rows: Any = connection.execute(
        select(JournalRow.__table__).order_by(JournalRow.seq),
        execution_options={"yield_per": 1000},
    )
    for row in rows:
        if row.seq != expected or not _follows(row, previous):
            yield row.seq
        previous, expected = row.hash, row.seq + 1
    if expected == 1:
        yield expected


def _follows(row: Row[Any], previous: str) -> bool:
    if row.data is not None and row.digest != sha256(f"{row.salt}{row.data}".encode()).hexdigest():
        return False
    meta = (row.seq, row.act, row.at, row.who, row.action, row.why, row.kind, row.record)
    return bool(row.hash == _seal(previous, meta, row.digest))
