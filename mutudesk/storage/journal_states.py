"""What the journal says of every record in the end, in one reading of all its lines.

Only a short mark of the text of each record is kept, so that a large register fits into memory: a
fact that is as the journal has it gives the same text (`journal.fact_text`). What gives another one
is looked at closely afterwards (`lines_on`), as a code may have changed meanwhile.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import select

from mutudesk.domain.findings import RefusedError
from mutudesk.domain.history import JournalLine
from mutudesk.domain.records import HEADERS, Kind
from mutudesk.storage.fact_reading import before_and_after
from mutudesk.storage.journal import fact_text, judged_lines
from mutudesk.storage.tables import JournalTable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy import Connection

    from mutudesk.domain.records import Fact

Place: TypeAlias = tuple[str, int]  # kind and number of a record
ABSENT = -1  # the mark of no text: no text has it
_HEADERS = frozenset(kind.value for kind in HEADERS)
_KINDS = frozenset(kind.value for kind in Kind)


def mark_of(fact: Fact) -> int:
    """The mark of a fact as it is now; it holds for this process only."""
    return hash(fact_text(fact))


@dataclass(slots=True)
class JournalStates:
    """`marks` of the records there in the end, by kind and number, None where nothing is known.

    `broken` lines do not fit the chain, `silent` ones do not say what they did; `doubtful` are the
    records of which a line does not seem to follow from the one before.
    """

    marks: defaultdict[str, dict[int, int | None]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    broken: list[int] = field(default_factory=list)
    silent: list[int] = field(default_factory=list)
    doubtful: set[Place] = field(default_factory=set)


def read_states(connection: Connection) -> JournalStates:
    """Read the whole journal."""
    states = JournalStates()
    marks, last = states.marks, 0
    for seq, kind, number, data, is_true in judged_lines(connection):
        last = seq
        if not is_true:
            states.broken.append(seq)
        if seq == 0:
            continue
        of_kind = marks[kind]
        try:
            before, after = _sides(data)
        except ValueError:
            states.silent.append(seq)
            of_kind[number] = None
            continue
        known = of_kind.get(number, ABSENT)
        if known is not None and known != (ABSENT if before is None else hash(before)):
            states.doubtful.add((kind, number))
        if after is None:
            of_kind.pop(number, None)
        else:
            of_kind[number] = hash(after)
    if last == 0:  # a register begins with an act
        states.broken.append(1)
    return states


def _sides(data: str | None) -> tuple[str | None, str | None]:
    """The texts of a record before and after. Raises ValueError where there is neither."""
    if data is None:
        message = "nothing said"
        raise ValueError(message)
    if data.startswith("[null,{") and data.endswith("}]"):
        return None, data[6:-1]
    if data.startswith("[{") and data.endswith("},null]"):
        return data[1:-6], None
    # Inside a text a quotation mark never stands bare.
    cut = data.find('},{"')
    if cut >= 0 and data.startswith("[{") and data.endswith("}]"):
        return data[1 : cut + 1], data[cut + 2 : -1]
    before, after = json.loads(data)
    if before is None and after is None:
        message = "neither before nor after"
        raise ValueError(message)
    return _dumped(before), _dumped(after)


def _dumped(side: object) -> str | None:
    return None if side is None else json.dumps(side)


def lines_on(connection: Connection, places: Collection[Place]) -> Iterator[JournalLine]:
    """The lines on these records and those on headers, in order; an unreadable one as purged."""
    columns = (
        JournalTable.seq,
        JournalTable.act,
        JournalTable.kind,
        JournalTable.number,
        JournalTable.data,
    )
    statement = select(*columns).where(JournalTable.seq > 0).order_by(JournalTable.seq)
    for row in connection.execute(statement, execution_options={"yield_per": 1000}):
        if row.kind in _KINDS and ((row.kind, row.number) in places or row.kind in _HEADERS):
            yield _line(row)


def _line(row: Any) -> JournalLine:  # noqa: ANN401 - a row
    kind = Kind(row.kind)
    before, after, purged = None, None, row.data is None
    if not purged:
        try:
            before, after = before_and_after(kind, row.data)
        except RefusedError:
            purged = True
    return JournalLine(
        row.seq, kind, "", before, after, purged=purged, act=row.act, number=row.number
    )
