"""Who commands whom on a date: every mission share in force with both authorities.

The bodies come from what is recorded, each by its own way: the hierarchical one from the
assignment or the employer of the date, the operational one from the mission share. Only then are
persons looked up, in the mandates of the same date. The look-ups are scalar subqueries: written as
joins, SQLite would first build a filter over all rows to show fifty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, false, func, or_, select

from mutudesk.domain.listings import AuthorityRow, ListQuery
from mutudesk.domain.period import Period
from mutudesk.storage.queries.agents import named_or_numbered
from mutudesk.storage.queries.bodies import Heads, heads_on, name_fold_on
from mutudesk.storage.queries.paged import SqlList, in_force, ordered_by
from mutudesk.storage.tables import (
    AgentRow,
    AssignmentRow,
    MissionRow,
    MissionShareRow,
    PositionRow,
    PublicBodyRow,
    SharedServiceRow,
)

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection, Row, ScalarSelect, Select

    from mutudesk.storage.register_file import RegisterFile

operational_body = func.coalesce(
    MissionShareRow.operational_body_id, MissionShareRow.beneficiary_id
)

_service_id = (
    select(MissionRow.service_id)
    .where(MissionRow.id == MissionShareRow.mission_id)
    .correlate(MissionShareRow)
    .scalar_subquery()
)


def hierarchical_body(on: date) -> ColumnElement[int | None]:
    """The body recorded on the assignment of the date, else the employer of the date."""
    recorded = (
        select(AssignmentRow.hierarchical_body_id)
        .where(
            AssignmentRow.agent_id == MissionShareRow.agent_id,
            AssignmentRow.service_id == _service_id,
            in_force(AssignmentRow, on),
        )
        .limit(1)
        .correlate(MissionShareRow)
        .scalar_subquery()
    )
    return func.coalesce(recorded, _employer(on))


def _employer(on: date) -> ScalarSelect[int]:
    return (
        select(PositionRow.employer_id)
        .where(PositionRow.agent_id == MissionShareRow.agent_id, in_force(PositionRow, on))
        .limit(1)
        .correlate(MissionShareRow)
        .scalar_subquery()
    )


def authority_list(register: RegisterFile, query: ListQuery) -> SqlList[AuthorityRow]:
    """The mission shares in force on the date.

    Filters: `service` and `mission` (codes), `commune` (SIREN of the beneficiary), `agent`
    (matricule), `vacant` (oui: only those with an authority that nobody holds).
    """
    on = query.on
    vacant: list[int] = []
    if query.filters.get("vacant"):
        with register.read() as reading:
            vacant = heads_on(reading.connection, on).vacant()
    found = shares_found(query, vacant)
    return SqlList(
        register,
        found,
        _ordered(found, query),
        lambda ids: _shown(on).where(MissionShareRow.id.in_(ids)),
        _row,
        lambda connection: heads_on(connection, on),
    )


def shares_found(query: ListQuery, vacant: list[int]) -> Select[int]:
    """The shares in force that pass the filters, in any order, with as few joins as they need."""
    statement = select(MissionShareRow.id).where(in_force(MissionShareRow, query.on))
    return narrowed(statement, query, vacant)


def narrowed(statement: Select[Any], query: ListQuery, vacant: list[int]) -> Select[Any]:
    """Keep the shares that pass the filters and hold the words searched, whatever their period."""
    on, filters = query.on, query.filters
    if filters.get("service") or filters.get("mission"):
        missions = select(MissionRow.id).join_from(MissionRow, SharedServiceRow)
        if service := filters.get("service"):
            missions = missions.where(SharedServiceRow.code == service)
        if mission := filters.get("mission"):
            missions = missions.where(MissionRow.code == mission)
        statement = statement.where(MissionShareRow.mission_id.in_(missions))
    if siren := filters.get("commune"):
        body = select(PublicBodyRow.id).where(PublicBodyRow.siren == siren).scalar_subquery()
        statement = statement.where(MissionShareRow.beneficiary_id == body)
    if matricule := filters.get("agent"):
        agent = select(AgentRow.id).where(AgentRow.matricule == matricule).scalar_subquery()
        statement = statement.where(MissionShareRow.agent_id == agent)
    if filters.get("vacant"):
        statement = statement.where(
            or_(operational_body.in_(vacant), hierarchical_body(on).in_(vacant))
            if vacant
            else false()
        )
    if query.search:
        agents = select(AgentRow.id).where(named_or_numbered(query.search))
        statement = statement.where(MissionShareRow.agent_id.in_(agents))
    return statement


def _ordered(found: Select[int], query: ListQuery) -> Select[int]:
    statement = found.join(AgentRow, MissionShareRow.agent_id == AgentRow.id).join(
        MissionRow, MissionShareRow.mission_id == MissionRow.id
    )
    columns: dict[str, Any] = {
        "matricule": AgentRow.matricule,
        "mission": MissionRow.code,
        "share": MissionShareRow.share,
    }
    if query.sort == "service":
        statement = statement.join(SharedServiceRow, MissionRow.service_id == SharedServiceRow.id)
        columns["service"] = SharedServiceRow.name_fold
    if query.sort == "beneficiary":
        names = select(
            PublicBodyRow.id, name_fold_on(PublicBodyRow.id, query.on).label("name")
        ).cte("names")
        statement = statement.join(names, MissionShareRow.beneficiary_id == names.c.id)
        columns["beneficiary"] = names.c.name
    default = (AgentRow.name_fold, AgentRow.id, MissionRow.code, MissionShareRow.id)
    return ordered_by(statement, columns, query.sort, default, descending=query.descending)


def _shown(on: date) -> Select[*tuple[Any, ...]]:
    # Found once for both of its columns; the mission is joined anyway.
    assignment = (
        select(AssignmentRow.id)
        .where(
            AssignmentRow.agent_id == MissionShareRow.agent_id,
            AssignmentRow.service_id == MissionRow.service_id,
            in_force(AssignmentRow, on),
        )
        .limit(1)
        .correlate(MissionShareRow, MissionRow)
        .scalar_subquery()
    )
    return (
        select(
            MissionShareRow.id,
            MissionShareRow.share,
            MissionShareRow.valid_from,
            MissionShareRow.valid_until,
            MissionShareRow.beneficiary_id,
            AgentRow.matricule,
            AgentRow.last_name,
            AgentRow.first_name,
            SharedServiceRow.code.label("service"),
            SharedServiceRow.name.label("service_name"),
            MissionRow.code.label("mission"),
            MissionRow.label,
            AssignmentRow.ground,
            func.coalesce(AssignmentRow.hierarchical_body_id, _employer(on)).label(
                "hierarchical_id"
            ),
            operational_body.label("operational_id"),
        )
        .join_from(MissionShareRow, AgentRow, MissionShareRow.agent_id == AgentRow.id)
        .join(MissionRow, MissionShareRow.mission_id == MissionRow.id)
        .join(SharedServiceRow, MissionRow.service_id == SharedServiceRow.id)
        .join(AssignmentRow, AssignmentRow.id == assignment, isouter=True)
    )


def _row(row: Row[*tuple[Any, ...]], heads: Heads) -> AuthorityRow:
    # Taken apart in the order of `_shown`: by name, each value is looked up anew for every row.
    (
        id_,
        share,
        valid_from,
        valid_until,
        beneficiary_id,
        matricule,
        last_name,
        first_name,
        service,
        service_name,
        mission,
        mission_label,
        ground,
        hierarchical_id,
        operational_id,
    ) = row
    beneficiary = heads.of(beneficiary_id)
    return AuthorityRow(
        id=id_,
        matricule=matricule,
        last_name=last_name,
        first_name=first_name,
        service=service,
        service_name=service_name,
        mission=mission,
        mission_label=mission_label,
        beneficiary_siren=beneficiary.siren,
        beneficiary=beneficiary.body,
        share=share,
        ground=ground,
        period=Period(valid_from, valid_until),
        hierarchical=heads.of(hierarchical_id),
        operational=heads.of(operational_id),
    )


def all_authorities(connection: Connection, query: ListQuery) -> list[AuthorityRow]:
    """Every line at once, by matricule, service, mission, beneficiary: for files."""
    heads = heads_on(connection, query.on)
    vacant = heads.vacant() if query.filters.get("vacant") else []
    in_force_now = _shown(query.on).where(in_force(MissionShareRow, query.on))
    statement = narrowed(in_force_now, query, vacant)
    rows = [_row(row, heads) for row in connection.execute(statement)]
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
