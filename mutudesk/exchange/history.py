"""The journal as a file for other programs: one row a changed field, CSV or JSON.

A creation is one row for each field that holds something, with nothing before; a deletion the
reverse. A line whose data were taken out, or of which no field changed, is one row without a field.
Values stand as the files of the register have them, each field under the name of its column there:
codes, ISO dates, the last day included, shares in %.

Columns: the number of the journal line and of the first line of its act; the moment (UTC, ISO); who
and which act; the kind of file and, within it, of record; the number of the record, which stays
whatever it is called, and its key in that file, its parts joined by +; the field, before, after;
the reason; "oui" where the data were taken out of the journal; the seal of the line.
"""

from __future__ import annotations

import json
from datetime import date
from enum import Enum
from functools import lru_cache
from itertools import chain, islice
from operator import attrgetter
from typing import TYPE_CHECKING

from mutudesk.domain.findings import refused
from mutudesk.domain.parsing import ParseError
from mutudesk.domain.records import Kind, field_names
from mutudesk.exchange.kinds import exchange_kind_of, layout_of, record_kinds
from mutudesk.exchange.layouts.cells import day_text, yes_no_text
from mutudesk.exchange.table import write_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from mutudesk.domain.history import JournalLine
    from mutudesk.domain.records import Fact, Key
    from mutudesk.exchange.exchange_kind import ExchangeKind
    from mutudesk.exchange.layouts.layout import FileColumn

HEADER = (
    "ligne",
    "acte",
    "horodatage",
    "auteur",
    "action",
    "nature",
    "enregistrement",
    "numero",
    "cle",
    "champ",
    "avant",
    "apres",
    "motif",
    "efface",
    "empreinte",
)
KEY_SEPARATOR = "+"  # a sign that no code may hold
# The fields that the key of a record is made of, in order.
KEY_FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.BODY: ("siren",),
    Kind.REGISTER: ("epci_siren",),
    Kind.IDENTITY: ("siren", "valid_from"),
    Kind.EPCI_MEMBERSHIP: ("epci_siren", "siren", "valid_from"),
    Kind.POPULATION: ("siren", "year"),
    Kind.MANDATE: ("siren", "acting", "valid_from"),
    Kind.SERVICE: ("code",),
    Kind.MANAGING: ("service", "valid_from"),
    Kind.TERMS: ("service", "valid_from"),
    Kind.ORIGIN: ("service", "siren", "name"),
    Kind.MISSION: ("service", "code"),
    Kind.MEMBERSHIP: ("service", "siren", "valid_from"),
    Kind.AGENT: ("matricule",),
    Kind.POSITION: ("matricule", "valid_from"),
    Kind.ASSIGNMENT: ("matricule", "service", "valid_from"),
    Kind.MISSION_SHARE: ("matricule", "service", "mission", "beneficiary_siren", "valid_from"),
}
_BOM = "\ufeff".encode()
_ROWS_AT_ONCE = 5_000


def history_csv(lines: Iterable[JournalLine]) -> Iterator[bytes]:
    """The header and one row a changed field, separated by ";", UTF-8 without BOM; in pieces."""
    beginning = write_table(HEADER, ())
    yield beginning.removeprefix(_BOM)
    rows = chain.from_iterable(map(_rows, lines))
    while some := list(islice(rows, _ROWS_AT_ONCE)):
        yield write_table(HEADER, some).removeprefix(beginning)


def history_json(head: str, lines: Iterable[JournalLine]) -> Iterator[bytes]:
    """An object: `head` = what seals the whole journal, `lines` = the rows of the CSV as objects.

    The columns are their names; numbers stay texts. In pieces, a row a line.
    """
    yield f'{{"head": {json.dumps(head)}, "lines": ['.encode()
    rows = chain.from_iterable(map(_rows, lines))
    separator = "\n"
    while some := list(islice(rows, _ROWS_AT_ONCE)):
        texts = [
            json.dumps(dict(zip(HEADER, row, strict=True)), ensure_ascii=False) for row in some
        ]
        yield (separator + ",\n".join(texts)).encode()
        separator = ",\n"
    yield b"\n]}\n"


def key_of(kind: ExchangeKind, text: str) -> Key:
    """The key of a record from the cells of its key, joined by +, as a line of the file has them.

    A single part names the body, the service or the agent that lines of its file belong to. Raises
    RefusedError("history_key_shape") and those of a cell.
    """
    owner, *dated = record_kinds(kind)
    columns = _key_columns(dated[-1] if dated else owner)
    parts = text.split(KEY_SEPARATOR, len(columns) - 1)
    if dated and len(parts) == 1:
        columns = _key_columns(owner)
    if len(parts) != len(columns):
        names = KEY_SEPARATOR.join(each.name for each in columns)
        raise refused("history_key_shape", field="key", key=text, kind=kind.value, columns=names)
    try:
        return tuple(
            column.parse(part.strip()) for column, part in zip(columns, parts, strict=True)
        )
    except ParseError as problem:
        raise refused(problem.code, field="key", **problem.values) from None


def _rows(line: JournalLine) -> Iterator[tuple[str, ...]]:
    """The rows of one line: its changed fields; one without a field where there is none."""
    fact = line.after or line.before
    act_cells = (str(line.id), str(line.act), line.at, line.who, line.action)
    record = (
        _file_name(line.kind),
        line.kind.value,
        str(line.number),
        "" if fact is None else _key_text(line.kind, fact),
    )
    end = (line.why, yes_no_text(line.purged), line.seal)
    changes = list(_changes(line.kind, line.before, line.after)) or [("", "", "")]
    for change in changes:
        yield (*act_cells, *record, *change, *end)


def _changes(kind: Kind, before: Fact | None, after: Fact | None) -> Iterator[tuple[str, str, str]]:
    for name, text in _fields(kind):
        old = "" if before is None else text(before)
        new = "" if after is None else text(after)
        if old != new:
            yield name, old, new


@lru_cache(maxsize=len(KEY_FIELDS))
def _fields(kind: Kind) -> Sequence[tuple[str, Callable[[Fact], str]]]:
    """The name of each field, and what gives its text; of a period, both ends."""
    names = chain.from_iterable(
        ("valid_from", "valid_until") if name == "period" else (name,) for name in field_names(kind)
    )
    return [_field(kind, name) for name in names]


def _field(kind: Kind, name: str) -> tuple[str, Callable[[Fact], str]]:
    column = _columns(kind).get(name)
    is_end = name in {"valid_from", "valid_until"}
    read = attrgetter(f"period.{name}" if is_end else name)
    if column is None:
        return name, lambda fact: _plain(read(fact))
    return column.name, lambda fact: (column.text or _plain)(read(fact))


@lru_cache(maxsize=len(KEY_FIELDS))
def _columns(kind: Kind) -> dict[str, FileColumn]:
    """The columns of a kind by the field that lies in them."""
    if kind is Kind.REGISTER:
        return {}
    layout = layout_of(exchange_kind_of(kind))
    by_name = {column.name: column for column in layout.columns}
    return {field: by_name[name] for field, name in layout.places[kind].items()}


def _key_columns(kind: Kind) -> list[FileColumn]:
    return [_columns(kind)[name] for name in KEY_FIELDS[kind]]


@lru_cache(maxsize=len(KEY_FIELDS))
def _file_name(kind: Kind) -> str:
    return kind.value if kind is Kind.REGISTER else exchange_kind_of(kind).value


def _key_text(kind: Kind, fact: Fact) -> str:
    return KEY_SEPARATOR.join(_field(kind, name)[1](fact) for name in KEY_FIELDS[kind])


def _plain(value: object) -> str:
    """The text of a value that no column says how to write."""
    match value:
        case None:
            return ""
        case bool():
            return yes_no_text(value)
        case Enum():
            return str(value.value)
        case date():
            return day_text(value)
        case _:
            return str(value)
