"""Counts over a list of authorities, and the next day on which it has something to show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import distinct, func, not_, select

from mutudesk.domain.period import Period, uncovered
from mutudesk.storage.queries.authorities import (
    hierarchical_body,
    narrowed,
    operational_body,
    shares_found,
)
from mutudesk.storage.queries.bodies import heads_on
from mutudesk.storage.queries.planned_shares import on_project, projects_in
from mutudesk.storage.tables import MissionShareTable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy import Connection

    from mutudesk.domain.listings import ListQuery


def agents_and_vacancies(connection: Connection, query: ListQuery) -> tuple[int, int]:
    """How many agents the list holds, and how many bodies in it nobody heads."""
    vacant = heads_on(connection, query.on).vacant()
    found = shares_found(query, vacant)
    agents = connection.scalar(_of_shares(func.count(distinct(MissionShareTable.agent_id)), found))
    without_head: set[int] = set()
    if vacant:
        for body in (operational_body, hierarchical_body(query.on)):
            statement = _of_shares(body, found).where(body.in_(vacant)).distinct()
            without_head.update(connection.scalars(statement))
    return agents or 0, len(without_head)


def next_day(connection: Connection, query: ListQuery) -> date | None:
    """The first day after the query's on which a share comes into force that passes its filters."""
    filters = {name: value for name, value in query.filters.items() if name != "vacant"}
    query = replace(query, filters=filters)
    begun = select(func.min(MissionShareTable.valid_from)).where(
        MissionShareTable.valid_from > query.on
    )
    projects = projects_in(connection)
    if projects:
        begun = begun.where(not_(on_project))
    first: date | None = connection.scalar(narrowed(begun, query, ()))
    planned = _next_day_on(connection, query, projects) if projects else None
    return min(filter(None, (first, planned)), default=None)


def _next_day_on(
    connection: Connection, query: ListQuery, projects: Mapping[tuple[int, int], list[Period]]
) -> date | None:
    """The same for the shares of bodies with memberships without a vote."""
    columns: tuple[Any, ...] = (
        MissionShareTable.mission_id,
        MissionShareTable.beneficiary_id,
        MissionShareTable.valid_from,
        MissionShareTable.valid_until,
    )
    shares = select(*columns).where(MissionShareTable.valid_until > query.on, on_project)
    return min(
        (
            days.start
            for mission, beneficiary, first, end in connection.execute(
                narrowed(shares.distinct(), query, ())
            )
            for days in uncovered(Period(first, end), projects[mission, beneficiary])
            if days.start > query.on
        ),
        default=None,
    )


def _of_shares(column: Any, found: Any) -> Any:  # noqa: ANN401 - statements of SQLAlchemy
    return select(column).select_from(MissionShareTable).where(MissionShareTable.id.in_(found))
