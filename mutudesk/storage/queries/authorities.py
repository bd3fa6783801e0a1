"""Who commands whom on a date: every mission share in force, not planned, with both authorities.

The bodies come from what is recorded, each by its own way: the hierarchical one from the
assignment or the employer of the date, the operational one from the mission share. Only then are
persons looked up, in the mandates of the same date. The look-ups are scalar subqueries: written as
joins, SQLite would first build a filter over all rows to show fifty.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, false, func, or_, select

from mutudesk.domain.listings import AuthorityRow, ListQuery
from mutudesk.domain.period import Period
from mutudesk.storage.queries.agents import named_or_numbered
from mutudesk.storage.queries.bodies import Heads, heads_on, name_fold_on
from mutudesk.storage.queries.paged import (
    DAYS_KEPT,
    IDS,
    LISTS_KEPT,
    SqlList,
    in_force,
    ordered_by,
)
from mutudesk.storage.queries.planned_shares import counts_on
from mutudesk.storage.tables import (
    AgentTable,
    AssignmentTable,
    MissionShareTable,
    MissionTable,
    PositionTable,
    PublicBodyTable,
    SharedServiceTable,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sqlalchemy import Connection, Row, ScalarSelect, Select

    from mutudesk.storage.register_file import RegisterFile

operational_body = func.coalesce(
    MissionShareTable.operational_body_id, MissionShareTable.beneficiary_id
)

_ROWS_AT_ONCE = 1_000
_service_id = (
    select(MissionTable.service_id)
    .where(MissionTable.id == MissionShareTable.mission_id)
    .correlate(MissionShareTable)
    .scalar_subquery()
)


def hierarchical_body(on: date) -> ColumnElement[int | None]:
    """The body recorded on the assignment of the date, else the employer of the date."""
    recorded = (
        select(AssignmentTable.hierarchical_body_id)
        .where(
            AssignmentTable.agent_id == MissionShareTable.agent_id,
            AssignmentTable.service_id == _service_id,
            in_force(AssignmentTable, on),
        )
        .limit(1)
        .correlate(MissionShareTable)
        .scalar_subquery()
    )
    return func.coalesce(recorded, _employer(on))


def _employer(on: date) -> ScalarSelect[int]:
    return (
        select(PositionTable.employer_id)
        .where(PositionTable.agent_id == MissionShareTable.agent_id, in_force(PositionTable, on))
        .limit(1)
        .correlate(MissionShareTable)
        .scalar_subquery()
    )


def authority_list(register: RegisterFile, query: ListQuery) -> SqlList[AuthorityRow]:
    """The mission shares in force on the date.

    Filters: `service` and `mission` (codes), `commune` (SIREN of the beneficiary), `agent`
    (matricule), `vacant` (oui: only those with an authority that nobody holds).
    """
    on = query.on
    vacant: tuple[int, ...] = ()
    if query.filters.get("vacant"):
        with register.read() as reading:
            vacant = heads_on(reading.connection, on).vacant()
    return SqlList(
        register,
        shares_found(query, vacant),
        _ordered(query, vacant),
        _page(on),
        _row,
        lambda connection: _context(connection, on),
    )


@lru_cache(maxsize=LISTS_KEPT)
def shares_found(query: ListQuery, vacant: tuple[int, ...]) -> Select[int]:
    """The shares in force that pass the filters, in any order, with as few joins as they need."""
    statement = select(MissionShareTable.id).where(counts_on(query.on))
    return narrowed(statement, query, vacant)


def narrowed(statement: Select[Any], query: ListQuery, vacant: tuple[int, ...]) -> Select[Any]:
    """Keep the shares that pass the filters and hold the words searched, whatever their period."""
    on, filters = query.on, query.filters
    if filters.get("service") or filters.get("mission"):
        missions = select(MissionTable.id).join_from(MissionTable, SharedServiceTable)
        if service := filters.get("service"):
            missions = missions.where(SharedServiceTable.code == service)
        if mission := filters.get("mission"):
            missions = missions.where(MissionTable.code == mission)
        statement = statement.where(MissionShareTable.mission_id.in_(missions))
    if siren := filters.get("commune"):
        body = select(PublicBodyTable.id).where(PublicBodyTable.siren == siren).scalar_subquery()
        statement = statement.where(MissionShareTable.beneficiary_id == body)
    if matricule := filters.get("agent"):
        agent = select(AgentTable.id).where(AgentTable.matricule == matricule).scalar_subquery()
        statement = statement.where(MissionShareTable.agent_id == agent)
    if filters.get("vacant"):
        statement = statement.where(
            or_(operational_body.in_(vacant), hierarchical_body(on).in_(vacant))
            if vacant
            else false()
        )
    if query.search:
        agents = select(AgentTable.id).where(named_or_numbered(query.search))
        statement = statement.where(MissionShareTable.agent_id.in_(agents))
    return statement


@lru_cache(maxsize=LISTS_KEPT)
def _ordered(query: ListQuery, vacant: tuple[int, ...]) -> Select[int]:
    statement = (
        shares_found(query, vacant)
        .join(AgentTable, MissionShareTable.agent_id == AgentTable.id)
        .join(MissionTable, MissionShareTable.mission_id == MissionTable.id)
    )
    columns: dict[str, Callable[[], Any]] = {
        "matricule": lambda: AgentTable.matricule,
        "mission": lambda: MissionTable.code,
        "share": lambda: MissionShareTable.share,
    }
    if query.sort == "service":
        statement = statement.join(
            SharedServiceTable, MissionTable.service_id == SharedServiceTable.id
        )
        columns["service"] = lambda: SharedServiceTable.name_fold
    if query.sort == "beneficiary":
        names = select(
            PublicBodyTable.id, name_fold_on(PublicBodyTable.id, query.on).label("name")
        ).cte("names")
        statement = statement.join(names, MissionShareTable.beneficiary_id == names.c.id)
        columns["beneficiary"] = lambda: names.c.name
    default = (AgentTable.name_fold, AgentTable.id, MissionTable.code, MissionShareTable.id)
    return ordered_by(statement, columns, query.sort, default, descending=query.descending)


@lru_cache(maxsize=DAYS_KEPT)
def _page(on: date) -> Select[*tuple[Any, ...]]:
    return _shown(on).where(MissionShareTable.id.in_(IDS))


@lru_cache(maxsize=DAYS_KEPT)
def _shown(on: date) -> Select[*tuple[Any, ...]]:
    # Found once for both of its columns.
    assignment = (
        select(AssignmentTable.id)
        .where(
            AssignmentTable.agent_id == MissionShareTable.agent_id,
            AssignmentTable.service_id == MissionTable.service_id,
            in_force(AssignmentTable, on),
        )
        .limit(1)
        .correlate(MissionShareTable, MissionTable)
        .scalar_subquery()
    )
    return (
        select(
            MissionShareTable.id,
            AgentTable.matricule,
            AgentTable.last_name,
            AgentTable.first_name,
            MissionShareTable.mission_id,
            MissionShareTable.beneficiary_id,
            MissionShareTable.share,
            AssignmentTable.ground,
            MissionShareTable.valid_from,
            MissionShareTable.valid_until,
            func.coalesce(AssignmentTable.hierarchical_body_id, _employer(on)).label(
                "hierarchical_id"
            ),
            operational_body.label("operational_id"),
        )
        .join_from(MissionShareTable, AgentTable, MissionShareTable.agent_id == AgentTable.id)
        .join(MissionTable, MissionShareTable.mission_id == MissionTable.id)
        .join(AssignmentTable, AssignmentTable.id == assignment, isouter=True)
    )


@dataclass(frozen=True, slots=True)
class _Context:
    """What many rows share: bodies with their heads, and missions by their id.

    A mission is the code and name of its service, then its own code and label.
    """

    heads: Heads
    missions: dict[int, tuple[str, str, str, str]]


_MISSIONS = select(
    MissionTable.id,
    SharedServiceTable.code,
    SharedServiceTable.name,
    MissionTable.code,
    MissionTable.label,
).join_from(MissionTable, SharedServiceTable)


def _context(connection: Connection, on: date) -> _Context:
    missions = {
        id_: (service, service_name, code, label)
        for id_, service, service_name, code, label in connection.execute(_MISSIONS).all()
    }
    return _Context(heads_on(connection, on), missions)


def _row(row: Row[*tuple[Any, ...]], context: _Context) -> AuthorityRow:
    # Taken apart in the order of `_shown`, and put together in that of the fields: by name, each
    # value is looked up anew for every row.
    (
        id_,
        matricule,
        last_name,
        first_name,
        mission_id,
        beneficiary_id,
        share,
        ground,
        valid_from,
        valid_until,
        hierarchical_id,
        operational_id,
    ) = row
    heads = context.heads
    beneficiary = heads.of(beneficiary_id)
    return AuthorityRow(
        id_,
        matricule,
        last_name,
        first_name,
        *context.missions[mission_id],
        beneficiary.siren,
        beneficiary.body,
        share,
        ground,
        Period(valid_from, valid_until),
        heads.of(hierarchical_id),
        heads.of(operational_id),
    )


def all_authorities(connection: Connection, query: ListQuery) -> list[AuthorityRow]:
    """Every line at once, by matricule, service, mission, beneficiary: for files."""
    context = _context(connection, query.on)
    vacant = context.heads.vacant() if query.filters.get("vacant") else ()
    in_force_now = _shown(query.on).where(counts_on(query.on))
    statement = narrowed(in_force_now, query, vacant)
    parts = connection.execute(statement).partitions(_ROWS_AT_ONCE)
    rows = [_row(row, context) for row in chain.from_iterable(parts)]
    rows.sort(
        key=lambda row: (
            row.matricule,
            row.service,
            row.mission,
            row.beneficiary_siren,
            row.period.start,
        )
    )
    return rows
