"""The list of agents with the position each has on a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import String, cast, func, select

from mutudesk.domain.codes import fold
from mutudesk.domain.listings import AgentRow as ListedAgent
from mutudesk.domain.listings import ListQuery
from mutudesk.storage.queries.bodies import Heads, heads_on
from mutudesk.storage.queries.paged import SqlList, in_force, ordered_by
from mutudesk.storage.tables import (
    AgentRow,
    AssignmentRow,
    PositionRow,
    PublicBodyRow,
    SharedServiceRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import Connection, Row, ScalarSelect, Select

    from mutudesk.storage.register_file import RegisterFile


def _position(column: Any, on: date) -> ScalarSelect[Any]:  # noqa: ANN401
    """A column of the agent's position on the date, as a scalar, so that a page costs a page."""
    return (
        select(column)
        .where(PositionRow.agent_id == AgentRow.id, in_force(PositionRow, on))
        .limit(1)
        .correlate(AgentRow)
        .scalar_subquery()
    )


def agent_list(register: RegisterFile, query: ListQuery) -> SqlList[ListedAgent]:
    """All agents, with or without a position on the date.

    Filters: `employer` (SIREN), `service` (code, assigned on the date), `category`.
    """
    on, filters = query.on, query.filters
    statement = select(AgentRow.id)
    if query.search:
        words = fold(query.search)
        statement = statement.where(
            AgentRow.name_fold.contains(words, autoescape=True)
            | AgentRow.matricule.icontains(query.search, autoescape=True)
        )
    if siren := filters.get("employer"):
        body = select(PublicBodyRow.id).where(PublicBodyRow.siren == siren).scalar_subquery()
        statement = statement.where(_position(PositionRow.employer_id, on) == body)
    if category := filters.get("category"):
        statement = statement.where(_position(PositionRow.category, on) == category)
    if service := filters.get("service"):
        assigned = (
            select(AssignmentRow.agent_id)
            .join_from(AssignmentRow, SharedServiceRow)
            .where(SharedServiceRow.code == service, in_force(AssignmentRow, on))
        )
        statement = statement.where(AgentRow.id.in_(assigned))
    columns = {
        "matricule": AgentRow.matricule,
        "category": _position(PositionRow.category, on),
        "cadre_emplois": _position(PositionRow.cadre_emplois, on),
        "grade": _position(PositionRow.grade, on),
        "status": _position(PositionRow.status, on),
        "working_time": _position(PositionRow.working_time, on),
        "employer": _position(PositionRow.employer_id, on),
    }
    ordered = ordered_by(
        statement,
        columns,
        query.sort,
        (AgentRow.name_fold, AgentRow.id),
        descending=query.descending,
    )
    return SqlList(
        register,
        statement,
        ordered,
        lambda ids: _shown(ids, on),
        _row,
        lambda connection: _Context(connection, on),
    )


class _Context:
    """What a page needs beside its rows: names of employers, services of agents."""

    def __init__(self, connection: Connection, on: date) -> None:
        self.heads: Heads = heads_on(connection, on)
        names = select(SharedServiceRow.id, SharedServiceRow.name)
        self.services: dict[int, str] = {row.id: row.name for row in connection.execute(names)}


def _shown(ids: Sequence[int], on: date) -> Select[Any]:
    position = _position(PositionRow.id, on)
    assigned = (
        select(func.aggregate_strings(cast(AssignmentRow.service_id, String), ","))
        .where(AssignmentRow.agent_id == AgentRow.id, in_force(AssignmentRow, on))
        .correlate(AgentRow)
        .scalar_subquery()
    )
    return (
        select(
            AgentRow.__table__,
            PositionRow.status,
            PositionRow.category,
            PositionRow.cadre_emplois,
            PositionRow.grade,
            PositionRow.working_time,
            PositionRow.employer_id,
            assigned.label("service_ids"),
        )
        .select_from(AgentRow)
        .join(PositionRow, PositionRow.id == position, isouter=True)
        .where(AgentRow.id.in_(ids))
    )


def _row(row: Row[Any], context: _Context) -> ListedAgent:
    service_ids = [int(each) for each in (row.service_ids or "").split(",") if each]
    return ListedAgent(
        id=row.id,
        matricule=row.matricule,
        civility=row.civility,
        last_name=row.last_name,
        first_name=row.first_name,
        status=row.status,
        category=row.category or "",
        cadre_emplois=row.cadre_emplois or "",
        grade=row.grade or "",
        working_time=row.working_time,
        employer=context.heads.of(row.employer_id).body,
        services=", ".join(context.services.get(each, "") for each in service_ids),
    )
