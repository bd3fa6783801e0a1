"""Which value of a row is none that this program writes, said in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Date, String, and_, func, select, type_coerce
from sqlalchemy.types import Enum

from mutudesk.domain.findings import refused
from mutudesk.storage.mappings import MAPPINGS
from mutudesk.storage.mappings.columns import PERIOD
from mutudesk.storage.types import EndDay, FirstDay

if TYPE_CHECKING:
    from sqlalchemy import Column, ColumnElement, Connection

    from mutudesk.domain.findings import RefusedError
    from mutudesk.domain.records import Kind


def unreadable(connection: Connection, kind: Kind) -> RefusedError:
    """The refusal that names the first such value among the records of a kind.

    ("value_unreadable") with the field and its text, ("integrity_broken") where none is found.
    """
    table = MAPPINGS[kind].table
    conditions = [(column, _is_wrong(column)) for column in table.c]
    if PERIOD[0] in table.c:
        first, end = table.c[PERIOD[0]], table.c[PERIOD[1]]
        conditions.append((end, _raw(end) <= _raw(first)))
    for column, condition in conditions:
        if condition is None:
            continue
        row = connection.execute(select(_raw(column)).where(condition).limit(1)).first()
        if row is not None:
            text = str(row[0])
            return refused(
                "value_unreadable", record_kind=kind.value, fields=(column.name,), text=text
            )
    return refused("integrity_broken", detail=table.name)


def _is_wrong(column: Column[object]) -> ColumnElement[bool] | None:
    """The condition that a value of a column cannot be read; None where any can."""
    raw = _raw(column)
    if isinstance(column.type, Enum):
        return raw.not_in(column.type.enums)
    if isinstance(column.type, Date | FirstDay | EndDay):
        return and_(raw.is_not(None), func.date(raw, "+0 days").is_distinct_from(raw))
    return None


def _raw(column: Column[object]) -> ColumnElement[str]:
    return type_coerce(column, String())
