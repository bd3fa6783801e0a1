"""The ids behind the codes that facts refer to each other by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import select

from mutudesk.domain.records import HEADERS, REFERENCES, Kind, kind_of
from mutudesk.storage.tables import AgentRow, MissionRow, PublicBodyRow, SharedServiceRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection, Select
    from sqlalchemy.orm import InstrumentedAttribute

    from mutudesk.domain.records import Fact
    from mutudesk.domain.services import Mission

LARGE = 5_000  # above this many keys, reading the whole table is faster than asking for each


class Ids:
    """The ids of bodies, services, missions and agents."""

    def __init__(self, connection: Connection, matricules: Iterable[str]) -> None:
        self._ids: dict[Kind, dict[str, int]] = {
            Kind.BODY: _pairs(connection, select(PublicBodyRow.siren, PublicBodyRow.id)),
            Kind.SERVICE: _pairs(connection, select(SharedServiceRow.code, SharedServiceRow.id)),
            Kind.AGENT: {},
        }
        missions = select(MissionRow.service_id, MissionRow.code, MissionRow.id)
        self._missions: dict[tuple[int, str], int] = {
            (service_id, code): id_ for service_id, code, id_ in connection.execute(missions)
        }
        statement = select(AgentRow.matricule, AgentRow.id)
        for condition in among(AgentRow.matricule, set(matricules)):
            self._ids[Kind.AGENT] |= _pairs(connection, statement.where(condition))

    def mission(self, service: str, code: str) -> int:
        """The id of a mission of a service."""
        return self._missions[self._ids[Kind.SERVICE][service], code]

    def referred_to(self, name: str, codes: Sequence[Any]) -> list[int | None]:
        """The ids of the bodies, services or agents that facts name in a field, None for none."""
        ids = self._ids[REFERENCES[name]]
        return [None if code is None else ids[code] for code in codes]

    def learn(self, fact: Fact, id_: int) -> None:
        """Let later records of the same act refer to this one by its code."""
        kind = kind_of(fact)
        if kind is Kind.MISSION:
            mission = cast("Mission", fact)
            self._missions[self._ids[Kind.SERVICE][mission.service], mission.code] = id_
        elif kind in HEADERS:
            self._ids[kind][fact.key[0]] = id_


def among(
    column: ColumnElement[str] | InstrumentedAttribute[str], keys: set[str]
) -> list[ColumnElement[bool]]:
    """Conditions that together find the rows of these keys; none for no key."""
    if not keys:
        return []
    if len(keys) > LARGE:
        return [column.is_not(None)]
    return [column.in_(keys)]


def _pairs(connection: Connection, statement: Select[str, int]) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(statement)}
