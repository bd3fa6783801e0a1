"""How one kind of fact is read: its table, joined to those of the records it refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal, select, type_coerce

from mutudesk.domain.period import Period
from mutudesk.domain.records import FACT_TYPES, REFERENCES, Kind, field_names
from mutudesk.storage.mappings.columns import PERIOD, id_column_of, table_of
from mutudesk.storage.tables import MembershipMissionTable, MembershipTable, MissionTable
from mutudesk.storage.types import CODE_SEPARATOR, CodeSet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Column, ColumnElement, FromClause, Select

    from mutudesk.domain.records import Fact

_CODES = {Kind.BODY: "siren", Kind.SERVICE: "code", Kind.MISSION: "code", Kind.AGENT: "matricule"}
_FIELDS = 2  # before them, a row holds the id and the version of the record


def reading_of(kind: Kind) -> tuple[Select[Any], dict[str, ColumnElement[Any]]]:
    """The statement that reads facts of a kind, and the column of each of their fields.

    Its rows hold id, version, then the fields in their order; a period is two columns at the end.
    """
    table = table_of(kind)
    source: FromClause = table
    joined: set[Kind] = set()
    columns: dict[str, ColumnElement[Any]] = {}
    for name, id_column in _joins(kind):
        target = REFERENCES[name]
        header: FromClause = table_of(target)
        if target in joined:
            header = header.alias(name)
        joined.add(target)
        columns[name] = header.c[_CODES[target]]
        # What may be empty may have nothing to be joined to.
        on = id_column == header.c.id
        source = source.join(header, on, isouter=bool(id_column.nullable))
    for name in field_names(kind):
        if name in table.c:
            columns[name] = table.c[name]
        elif name == "missions":
            columns[name] = _mission_codes()
    fields = [columns[name].label(name) for name in field_names(kind) if name in columns]
    ends = [table.c[name] for name in PERIOD if name in table.c]
    # Nothing corrects the register's own line, so that it has no version.
    version = table.c.get("row_version", literal(1).label("row_version"))
    statement = select(table.c.id, version, *fields, *ends)
    return statement.select_from(source), columns


def builder_of(kind: Kind) -> Callable[[Sequence[Any]], Fact]:
    """What makes a fact of a row of that statement: by place, as millions of rows are read."""
    make: Callable[..., Fact] = FACT_TYPES[kind]
    names = field_names(kind)
    if "period" not in names:
        end = _FIELDS + len(names)
        return lambda row: make(*row[_FIELDS:end])
    first = _FIELDS + names.index("period")
    last = first + 1
    return lambda row: make(*row[_FIELDS:first], Period(row[first], row[last]))


def _joins(kind: Kind) -> list[tuple[str, Column[Any]]]:
    """The fields that are read through an id, each with the column that holds it."""
    own, of_mission = table_of(kind).c, table_of(Kind.MISSION).c
    ids = {name: id_column_of(name) for name in field_names(kind) if name in REFERENCES}
    ids = {name: column for name, column in ids.items() if name not in own}
    joins = [(name, own[column]) for name, column in ids.items() if column in own]
    # A mission share knows its service by its mission.
    joins += [
        (name, of_mission[column])
        for name, column in ids.items()
        if column not in own and column in of_mission
    ]
    return joins


def _mission_codes() -> ColumnElement[frozenset[str]]:
    """The missions of a membership lie in a table of their own; they are read as one text."""
    codes = (
        select(func.aggregate_strings(MissionTable.code, CODE_SEPARATOR))
        .join_from(MembershipMissionTable, MissionTable)
        .where(MembershipMissionTable.membership_id == MembershipTable.id)
        .correlate(MembershipTable)
        .scalar_subquery()
    )
    return type_coerce(codes, CodeSet())
