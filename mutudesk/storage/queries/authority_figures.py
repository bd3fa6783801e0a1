"""Counts over a list of authorities, and the next day on which it has something to show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import distinct, func, select

from mutudesk.storage.queries.authorities import (
    hierarchical_body,
    narrowed,
    operational_body,
    shares_found,
)
from mutudesk.storage.queries.bodies import heads_on
from mutudesk.storage.tables import MissionShareRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from mutudesk.domain.listings import ListQuery


def agents_and_vacancies(connection: Connection, query: ListQuery) -> tuple[int, int]:
    """How many agents the list holds, and how many bodies in it nobody heads."""
    vacant = heads_on(connection, query.on).vacant()
    found = shares_found(query, vacant)
    agents = connection.scalar(_of_shares(func.count(distinct(MissionShareRow.agent_id)), found))
    without_head: set[int] = set()
    if vacant:
        for body in (operational_body, hierarchical_body(query.on)):
            statement = _of_shares(body, found).where(body.in_(vacant)).distinct()
            without_head.update(connection.scalars(statement))
    return agents or 0, len(without_head)


def next_day(connection: Connection, query: ListQuery) -> date | None:
    """The first day after the query's on which a share begins that passes its filters."""
    filters = {name: value for name, value in query.filters.items() if name != "vacant"}
    begun: date | None = connection.scalar(
        narrowed(
            select(func.min(MissionShareRow.valid_from)).where(
                MissionShareRow.valid_from > query.on
            ),
            replace(query, filters=filters),
            (),
        )
    )
    return begun


def _of_shares(column: Any, found: Any) -> Any:  # noqa: ANN401 - statements of SQLAlchemy
    return select(column).select_from(MissionShareRow).where(MissionShareRow.id.in_(found))
