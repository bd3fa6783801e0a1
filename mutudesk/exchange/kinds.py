"""What each kind of file holds: its columns, its records and their places in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.codes import clean
from mutudesk.domain.parsing import ParseError
from mutudesk.domain.records import Kind, field_names
from mutudesk.exchange.layouts import agents, assignments, bodies, services

if TYPE_CHECKING:
    from collections.abc import Container

    from mutudesk.exchange.exchange_kind import ExchangeKind
    from mutudesk.exchange.layouts.layout import Layout


_LAYOUTS: dict[ExchangeKind, Layout] = {
    **bodies.LAYOUTS,
    **services.LAYOUTS,
    **agents.LAYOUTS,
    **assignments.LAYOUTS,
}
_KIND_OF_RECORD = {
    record_kind: kind for kind, layout in _LAYOUTS.items() for record_kind in layout.record_kinds
}


def layout_of(kind: ExchangeKind) -> Layout:
    """The columns of a kind of file and how its lines are read and written."""
    return _LAYOUTS[kind]


def record_kinds(kind: ExchangeKind) -> tuple[Kind, ...]:
    """The kinds of the facts that one line holds: what it belongs to first, the dated fact last."""
    return _LAYOUTS[kind].record_kinds


def exchange_kind_of(record_kind: Kind) -> ExchangeKind:
    """The file in which records of that kind travel."""
    return _KIND_OF_RECORD[record_kind]


def column_of(kind: ExchangeKind, record_kind: Kind, field: str) -> str:
    """The column that holds a field of a record; empty when the file has none.

    `field` is the name of a field of the fact, or "valid_from" or "valid_until" of its period.
    """
    return _LAYOUTS[kind].places.get(record_kind, {}).get(field, "")


def fields_without(record_kind: Kind, absent: Container[str] = ()) -> tuple[str, ...]:
    """The fields without a column, or whose column is `absent`: what is recorded there stays."""
    places = _LAYOUTS[_KIND_OF_RECORD[record_kind]].places[record_kind]
    return tuple(
        name
        for name in field_names(record_kind)
        if name not in places or (name != "period" and places[name] in absent)
    )


def as_read(record_kind: Kind, field: str, text: str) -> str:
    """A recorded text as a file gives it back: composed, without signs that nobody sees.

    What a file could not give back at all stays as it is.
    """
    layout = _LAYOUTS[_KIND_OF_RECORD[record_kind]]
    name = layout.places[record_kind].get(field)
    column = next((each for each in layout.columns if each.name == name), None)
    if column is None:
        return text
    try:
        return str(column.parse(clean(text)))
    except ParseError:
        return text
