"""How one kind of fact lies in its table. Facts refer to each other by code, rows by id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import select

from mutudesk.domain.period import Period
from mutudesk.storage.tables import AgentRow, MissionRow, PublicBodyRow, SharedServiceRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import ColumnElement, Connection, Row, Select, Table
    from sqlalchemy.orm import InstrumentedAttribute

    from mutudesk.domain.records import Fact
    from mutudesk.storage.tables.base import Recorded

Values = dict[str, Any]
LARGE = 5_000  # above this many keys, reading the whole table is faster than asking for each


@dataclass(frozen=True, slots=True)
class Mapping:
    """One kind of fact: its table, how it is read (`select`, `build`) and written (`values`).

    `owner` is the column of `select` with the code of the body, service or agent a fact belongs to,
    so that a part of the register can be read alone.
    """

    table: Table
    select: Select[Any]
    build: Callable[[Row[Any]], Fact]
    values: Callable[[Any, Ids], Values]
    owner: InstrumentedAttribute[str]

    @property
    def is_dated(self) -> bool:
        """Tell whether the table holds periods."""
        return "valid_from" in self.table.c


class Ids:
    """The ids behind codes: SIREN, service codes, mission codes and matricules."""

    def __init__(self, connection: Connection, matricules: Iterable[str]) -> None:
        self.bodies: dict[str, int] = _pairs(
            connection, select(PublicBodyRow.siren, PublicBodyRow.id)
        )
        self.services: dict[str, int] = _pairs(
            connection, select(SharedServiceRow.code, SharedServiceRow.id)
        )
        missions = select(SharedServiceRow.code, MissionRow.code, MissionRow.id).join_from(
            MissionRow, SharedServiceRow
        )
        self.missions: dict[tuple[str, str], int] = {
            (service, code): id_ for service, code, id_ in connection.execute(missions)
        }
        self.agents: dict[str, int] = {}
        statement = select(AgentRow.matricule, AgentRow.id)
        for condition in among(AgentRow.matricule, set(matricules)):
            self.agents |= _pairs(connection, statement.where(condition))

    def optional_body(self, siren: str | None) -> int | None:
        """The id of a body that may be absent."""
        return None if siren is None else self.bodies[siren]


def among(column: InstrumentedAttribute[str], keys: set[str]) -> list[ColumnElement[bool]]:
    """Conditions that together find the rows of these keys; none for no key."""
    if not keys:
        return []
    if len(keys) > LARGE:
        return [column.is_not(None)]
    return [column.in_(keys)]


def _pairs(connection: Connection, statement: Select[str, int]) -> dict[str, int]:
    return dict(connection.execute(statement).tuples().all())


def table_of(row_type: type[Recorded]) -> Table:
    """The table behind a declarative class."""
    return cast("Table", row_type.__table__)


def period_of(row: Row[Any]) -> Period:
    """The period of a dated row."""
    return Period(row.valid_from, row.valid_until)


def period_values(period: Period) -> Values:
    """The columns of a period."""
    return {"valid_from": period.valid_from, "valid_until": period.valid_until}
