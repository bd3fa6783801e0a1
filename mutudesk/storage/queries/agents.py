"""The list of agents with the position each has on a date."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import String, cast, func, select

from mutudesk.domain.listings import AgentRow, ListQuery
from mutudesk.domain.searching import Search
from mutudesk.storage.queries.bodies import Heads, heads_on, name_fold_on
from mutudesk.storage.queries.paged import (
    DAYS_KEPT,
    IDS,
    SqlList,
    all_words,
    having,
    holding,
    in_force,
    ordered_by,
)
from mutudesk.storage.tables import (
    AgentTable,
    AssignmentTable,
    PositionTable,
    PublicBodyTable,
    SharedServiceTable,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect, Select

    from mutudesk.storage.register_file import RegisterFile

_SERVICE_NAMES = select(SharedServiceTable.id, SharedServiceTable.name)


def _position(column: Any, on: date) -> ScalarSelect[Any]:  # noqa: ANN401
    """A column of the agent's position on the date, as a scalar, so that a page costs a page."""
    return (
        select(column)
        .where(PositionTable.agent_id == AgentTable.id, in_force(PositionTable, on))
        .limit(1)
        .correlate(AgentTable)
        .scalar_subquery()
    )


def agent_list(register: RegisterFile, query: ListQuery) -> SqlList[AgentRow]:
    """All agents, with or without a position on the date.

    Filters: `employer` (SIREN), `service` (code, assigned on the date), `category`.
    """
    on, filters = query.on, query.filters
    conditions: list[ColumnElement[bool]] = []
    if siren := filters.get("employer"):
        body = select(PublicBodyTable.id).where(PublicBodyTable.siren == siren).scalar_subquery()
        conditions.append(_position(PositionTable.employer_id, on) == body)
    if category := filters.get("category"):
        conditions.append(_position(PositionTable.category, on) == category)
    if service := filters.get("service"):
        assigned = (
            select(AssignmentTable.agent_id)
            .join_from(AssignmentTable, SharedServiceTable)
            .where(SharedServiceTable.code == service, in_force(AssignmentTable, on))
        )
        conditions.append(AgentTable.id.in_(assigned))
    found = statement = select(AgentTable.id).where(*conditions)
    if query.search:
        found = found.where(named_or_numbered(query.search))
        # Asked so, SQLite walks the index of names without reading each agent beside it.
        statement = statement.where(named_or_numbered(query.search, apart=True))
    columns: dict[str, Callable[[], Any]] = {
        "matricule": lambda: AgentTable.matricule,
        "category": lambda: _position(PositionTable.category, on),
        "cadre_emplois": lambda: func.folded(_position(PositionTable.cadre_emplois, on)),
        "grade": lambda: func.folded(_position(PositionTable.grade, on)),
        "status": lambda: _position(PositionTable.status, on),
        "working_time": lambda: _position(PositionTable.working_time, on),
        "employer": lambda: _position(name_fold_on(PositionTable.employer_id, on), on),
    }
    ordered = ordered_by(
        statement,
        columns,
        query.sort,
        (AgentTable.name_fold, AgentTable.id),
        descending=query.descending,
    )
    return SqlList(
        register,
        found,
        ordered,
        _shown(on),
        _row,
        lambda connection: _Context(connection, on),
    )


def named_or_numbered(search: str, *, apart: bool = False) -> ColumnElement[bool]:
    """The condition that an agent's names and matricule hold every word of a search.

    `apart`: matricules are looked through in a statement of their own.
    """

    def numbered(text: str) -> ColumnElement[bool]:
        holds = holding(AgentTable.matricule, text)
        if not apart:
            return holds
        return AgentTable.id.in_(select(AgentTable.id).where(holds).correlate(None))

    words = Search(search)
    found = all_words(words, lambda word: having(AgentTable.name_fold, word) | numbered(word.text))
    return found if len(words.words) == 1 else found | numbered(search)


class _Context:
    """What a page needs beside its rows: names of employers, services of agents."""

    def __init__(self, connection: Connection, on: date) -> None:
        self.heads: Heads = heads_on(connection, on)
        self.services: dict[int, str] = {
            row[0]: row[1] for row in connection.execute(_SERVICE_NAMES)
        }


@lru_cache(maxsize=DAYS_KEPT)
def _shown(on: date) -> Select[*tuple[Any, ...]]:
    position = _position(PositionTable.id, on)
    assigned = (
        select(func.aggregate_strings(cast(AssignmentTable.service_id, String), ","))
        .where(AssignmentTable.agent_id == AgentTable.id, in_force(AssignmentTable, on))
        .correlate(AgentTable)
        .scalar_subquery()
    )
    return (
        select(
            AgentTable.id,
            AgentTable.matricule,
            AgentTable.civility,
            AgentTable.last_name,
            AgentTable.first_name,
            PositionTable.status,
            PositionTable.category,
            PositionTable.cadre_emplois,
            PositionTable.grade,
            PositionTable.working_time,
            PositionTable.employer_id,
            assigned.label("service_ids"),
        )
        .select_from(AgentTable)
        .join(PositionTable, PositionTable.id == position, isouter=True)
        .where(AgentTable.id.in_(IDS))
    )


def _row(row: Row[*tuple[Any, ...]], context: _Context) -> AgentRow:
    # Taken apart in the order of `_shown`: by name, each value is looked up anew for every row.
    (
        id_,
        matricule,
        civility,
        last_name,
        first_name,
        status,
        category,
        cadre_emplois,
        grade,
        working_time,
        employer_id,
        service_ids,
    ) = row
    services = [int(each) for each in service_ids.split(",")] if service_ids else []
    return AgentRow(
        id=id_,
        matricule=matricule,
        civility=civility,
        last_name=last_name,
        first_name=first_name,
        status=status,
        category=category or "",
        cadre_emplois=cadre_emplois or "",
        grade=grade or "",
        working_time=working_time,
        employer=context.heads.of(employer_id).body,
        services=", ".join(context.services.get(each, "") for each in services),
    )
