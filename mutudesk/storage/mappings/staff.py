"""Facts of agents and their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from mutudesk.domain.codes import fold
from mutudesk.domain.staff import Agent, Position
from mutudesk.storage.mappings.base import Ids, Mapping, Values, period_of, period_values, table_of
from mutudesk.storage.tables import AgentRow, PositionRow, PublicBodyRow

if TYPE_CHECKING:
    from sqlalchemy import Row


def _agent(row: Row[Any]) -> Agent:
    return Agent(row.matricule, row.civility, row.last_name, row.first_name)


def _agent_values(agent: Agent, _ids: Ids) -> Values:
    return {
        "matricule": agent.matricule,
        "civility": agent.civility,
        "last_name": agent.last_name,
        "first_name": agent.first_name,
        "name_fold": fold(f"{agent.last_name} {agent.first_name}"),
    }


def _position(row: Row[Any]) -> Position:
    return Position(
        row.matricule,
        row.status,
        row.category,
        row.cadre_emplois,
        row.grade,
        row.working_time,
        row.siren,
        period_of(row),
    )


def _position_values(position: Position, ids: Ids) -> Values:
    return {
        "agent_id": ids.agents[position.matricule],
        "status": position.status,
        "category": position.category,
        "cadre_emplois": position.cadre_emplois,
        "grade": position.grade,
        "working_time": position.working_time,
        "employer_id": ids.bodies[position.employer_siren],
        **period_values(position.period),
    }


AGENT = Mapping(
    table_of(AgentRow),
    select(AgentRow.__table__),
    _agent,
    _agent_values,
    AgentRow.matricule,
)
POSITION = Mapping(
    table_of(PositionRow),
    select(PositionRow.__table__, AgentRow.matricule, PublicBodyRow.siren)
    .join_from(PositionRow, AgentRow)
    .join(PublicBodyRow),
    _position,
    _position_values,
    AgentRow.matricule,
)
