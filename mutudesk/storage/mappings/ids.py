"""The ids behind the codes that facts refer to each other by."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import select

from mutudesk.domain.records import REFERENCES, Kind
from mutudesk.storage.mappings.keyed import Keyed
from mutudesk.storage.tables import AgentTable, MissionTable, PublicBodyTable, SharedServiceTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from sqlalchemy import Connection

    from mutudesk.domain.records import Fact
    from mutudesk.domain.services import Mission

_CODES = {
    Kind.BODY: select(PublicBodyTable.siren, PublicBodyTable.id),
    Kind.SERVICE: select(SharedServiceTable.code, SharedServiceTable.id),
}
_MISSIONS = select(MissionTable.service_id, MissionTable.code, MissionTable.id)
_AGENTS = Keyed(select(AgentTable.matricule, AgentTable.id), AgentTable.matricule)


class Ids:
    """The ids of bodies, services, missions and agents, read when they are first asked for.

    Of the agents, those of these matricules.
    """

    def __init__(self, connection: Connection, matricules: AbstractSet[str]) -> None:
        self._connection = connection
        self._matricules = matricules
        self._ids: dict[Kind, dict[str, int]] = defaultdict(dict)
        self._read: set[Kind] = set()

    @cached_property
    def _missions(self) -> dict[tuple[int, str], int]:
        """Those of missions, by the id of their service and their code there."""
        rows = self._connection.execute(_MISSIONS)
        return {(service_id, code): id_ for service_id, code, id_ in rows}

    def _of(self, kind: Kind) -> dict[str, int]:
        """Those of bodies, services or agents, by their code."""
        ids = self._ids[kind]
        if kind not in self._read:
            self._read.add(kind)
            rows = (
                _AGENTS.rows(self._connection, self._matricules - ids.keys())
                if kind is Kind.AGENT
                else self._connection.execute(_CODES[kind])
            )
            ids.update((row[0], row[1]) for row in rows)
        return ids

    def mission(self, service: str, code: str) -> int:
        """The id of a mission of a service."""
        return self._missions[self._of(Kind.SERVICE)[service], code]

    def referred_to(self, name: str, codes: Sequence[Any]) -> list[int | None]:
        """The ids of the bodies, services or agents that facts name in a field, None for none."""
        ids = self._of(REFERENCES[name])
        return [None if code is None else ids[code] for code in codes]

    def learn(self, kind: Kind, headers: Iterable[Fact], ids: Iterable[int]) -> None:
        """Let later records of the same act refer to these headers of a kind by their codes."""
        if kind is Kind.MISSION:
            for mission, id_ in zip(cast("Iterable[Mission]", headers), ids, strict=True):
                self._missions[self._of(Kind.SERVICE)[mission.service], mission.code] = id_
        else:
            codes = (str(header.key[0]) for header in headers)
            self._ids[kind].update(zip(codes, ids, strict=True))
