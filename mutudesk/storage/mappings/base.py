"""How one kind of fact lies in its table. Facts refer to each other by code, rows by id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import select

from mutudesk.domain.period import Period
from mutudesk.domain.services import Mission, SharedService
from mutudesk.domain.staff import Agent
from mutudesk.domain.territory import PublicBody
from mutudesk.storage.tables import AgentRow, MissionRow, PublicBodyRow, SharedServiceRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import ColumnElement, Connection, Row, Select, Table
    from sqlalchemy.orm import InstrumentedAttribute

    from mutudesk.domain.records import Fact
    from mutudesk.storage.tables.base import Base

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


class Ids:
    """The ids behind codes: SIREN, service codes, mission codes and matricules."""

    def __init__(self, connection: Connection, matricules: Iterable[str]) -> None:
        self.bodies: dict[str, int] = _pairs(
            connection, select(PublicBodyRow.siren, PublicBodyRow.id)
        )
        self.services: dict[str, int] = _pairs(
            connection, select(SharedServiceRow.code, SharedServiceRow.id)
        )
        missions = select(MissionRow.service_id, MissionRow.code, MissionRow.id)
        self._missions: dict[tuple[int, str], int] = {
            (service_id, code): id_ for service_id, code, id_ in connection.execute(missions)
        }
        self.agents: dict[str, int] = {}
        statement = select(AgentRow.matricule, AgentRow.id)
        for condition in among(AgentRow.matricule, set(matricules)):
            self.agents |= _pairs(connection, statement.where(condition))

    def mission(self, service: str, code: str) -> int:
        """The id of a mission of a service."""
        return self._missions[self.services[service], code]

    def learn(self, fact: Fact, id_: int) -> None:
        """Let later records of the same act refer to this one by its code."""
        match fact:
            case PublicBody():
                self.bodies[fact.siren] = id_
            case SharedService():
                self.services[fact.code] = id_
            case Mission():
                self._missions[self.services[fact.service], fact.code] = id_
            case Agent():
                self.agents[fact.matricule] = id_
            case _:
                pass

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
    return {row[0]: row[1] for row in connection.execute(statement)}


def table_of(row_type: type[Base]) -> Table:
    """The table behind a declarative class."""
    return cast("Table", row_type.__table__)


def period_of(row: Row[Any]) -> Period:
    """The period of a dated row."""
    return Period(row.valid_from, row.valid_until)


def period_values(period: Period) -> Values:
    """The columns of a period."""
    return {"valid_from": period.valid_from, "valid_until": period.valid_until}
