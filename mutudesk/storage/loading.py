"""Reading facts: everything, or a part of the register with all that its rules need to see."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from sqlalchemy import select

from mutudesk.domain.records import BODY_FIELDS, RECORDED, Fact, Kind, Owner, Stored, kinds_of
from mutudesk.storage.mappings import MAPPINGS
from mutudesk.storage.tables import (
    AgentTable,
    AssignmentTable,
    MissionShareTable,
    MissionTable,
    SharedServiceTable,
)
from mutudesk.storage.unreadable import unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection


_ROWS_AT_ONCE = 1_000  # one by one costs more than to read them
_OF_BODIES, _OF_SERVICES, _OF_AGENTS = map(kinds_of, (Owner.BODY, Owner.SERVICE, Owner.AGENT))


@dataclass(frozen=True, slots=True)
class Scope:
    """Bodies, services and agents that an act concerns.

    `services` are changed themselves, so that the agents who work there are judged anew;
    `services_seen` are only referred to.
    """

    sirens: frozenset[str] = field(default_factory=frozenset)
    services: frozenset[str] = field(default_factory=frozenset)
    services_seen: frozenset[str] = field(default_factory=frozenset)
    matricules: frozenset[str] = field(default_factory=frozenset)


def load_all(connection: Connection, kinds: Iterable[Kind] = RECORDED) -> list[Stored[Fact]]:
    """Every fact of these kinds."""
    return [stored for kind in kinds for stored in _load(connection, kind, None)]


def load_scope(connection: Connection, scope: Scope) -> list[Stored[Fact]]:
    """The facts of the scope, of the agents in its services, and of every body these refer to."""
    matricules = scope.matricules | agents_in(connection, scope.services)
    found = [stored for kind in _OF_AGENTS for stored in _load(connection, kind, set(matricules))]
    services = (
        scope.services
        | scope.services_seen
        | {service for each in found if (service := getattr(each.fact, "service", None))}
    )
    found += [stored for kind in _OF_SERVICES for stored in _load(connection, kind, set(services))]
    sirens = scope.sirens | {
        siren for each in found for name in BODY_FIELDS if (siren := getattr(each.fact, name, None))
    }
    found += [stored for kind in _OF_BODIES for stored in _load(connection, kind, set(sirens))]
    return found


def load_owned(connection: Connection, kind: Kind, owners: set[str]) -> list[Stored[Fact]]:
    """The facts of a kind that belong to these bodies, services or agents."""
    return list(_load(connection, kind, owners))


def agents_in(connection: Connection, services: Iterable[str]) -> frozenset[str]:
    """The matricules of all agents who ever worked in these services."""
    codes = list(services)
    if not codes:
        return frozenset()
    assigned = (
        select(AgentTable.matricule)
        .join_from(AssignmentTable, AgentTable)
        .join(SharedServiceTable)
        .where(SharedServiceTable.code.in_(codes))
    )
    sharing = (
        select(AgentTable.matricule)
        .join_from(MissionShareTable, AgentTable)
        .join(MissionTable, MissionShareTable.mission_id == MissionTable.id)
        .join(SharedServiceTable, MissionTable.service_id == SharedServiceTable.id)
        .where(SharedServiceTable.code.in_(codes))
    )
    return frozenset(connection.scalars(assigned.union(sharing)))


def _load(connection: Connection, kind: Kind, keys: set[str] | None) -> Iterator[Stored[Fact]]:
    mapping = MAPPINGS[kind]
    build = mapping.build
    try:
        parts = (
            connection.execute(mapping.select).partitions(_ROWS_AT_ONCE)
            if keys is None
            else (mapping.owned.rows(connection, keys),)
        )
        for row in chain.from_iterable(parts):
            yield Stored(row[0], row[1], build(row))
    except (LookupError, ValueError) as problem:
        # SQLite looks at no CHECK in a file that is open to read only: such a row is met here.
        raise unreadable(connection, kind) from problem
