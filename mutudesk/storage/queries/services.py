"""The lists of shared services and of memberships on a date."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import distinct, func, select

from mutudesk.domain.listings import ListQuery, MembershipRow, ServiceRow
from mutudesk.domain.period import Period
from mutudesk.domain.records import Kind
from mutudesk.domain.searching import Search
from mutudesk.domain.services import LegalGround, Level
from mutudesk.storage.mappings import MAPPINGS
from mutudesk.storage.queries.bodies import Heads, bodies_named, heads_on, name_fold_on
from mutudesk.storage.queries.membership_states import (
    is_joined,
    is_project,
    membership_of,
    vote_known_on,
)
from mutudesk.storage.queries.paged import (
    DAYS_KEPT,
    IDS,
    SqlList,
    all_words,
    having,
    in_force,
    ordered_by,
)
from mutudesk.storage.tables import (
    AssignmentTable,
    ManagingPeriodTable,
    MembershipTable,
    MissionTable,
    PublicBodyTable,
    SharedServiceTable,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sqlalchemy import Connection, Row, ScalarSelect, Select

    from mutudesk.storage.register_file import RegisterFile


def service_list(register: RegisterFile, query: ListQuery) -> SqlList[ServiceRow]:
    """The services, running on the date or not; filter: `ground`."""
    on = query.on
    statement = select(SharedServiceTable.id)
    if query.search:
        code = SharedServiceTable.code
        words = all_words(
            Search(query.search),
            lambda word: (
                having(SharedServiceTable.name_fold, word)
                | code.icontains(word.text, autoescape=True)
            ),
        )
        statement = statement.where(words | code.icontains(query.search, autoescape=True))
    if ground := query.filters.get("ground"):
        statement = statement.where(SharedServiceTable.ground == LegalGround(ground))
    columns: dict[str, Callable[[], Any]] = {
        "code": lambda: SharedServiceTable.code,
        "ground": lambda: SharedServiceTable.ground,
        "joined_count": lambda: _joined(on),
        "agent_count": lambda: _assigned(on),
        "mission_count": _missions,
    }
    ordered = ordered_by(
        statement,
        columns,
        query.sort,
        (SharedServiceTable.name_fold, SharedServiceTable.id),
        descending=query.descending,
    )
    return SqlList(
        register,
        statement,
        ordered,
        _shown_service(on),
        _service_row,
        lambda connection: heads_on(connection, on),
    )


def _missions() -> ScalarSelect[int]:
    return (
        select(func.count(MissionTable.id))
        .where(MissionTable.service_id == SharedServiceTable.id)
        .scalar_subquery()
    )


def _joined(on: date) -> ScalarSelect[int]:
    """Bodies that have joined by what was known on the date."""
    return (
        select(func.count(distinct(MembershipTable.body_id)))
        .where(
            MembershipTable.service_id == SharedServiceTable.id,
            is_joined(on),
        )
        .scalar_subquery()
    )


def _assigned(on: date) -> ScalarSelect[int]:
    return (
        select(func.count(distinct(AssignmentTable.agent_id)))
        .where(AssignmentTable.service_id == SharedServiceTable.id, in_force(AssignmentTable, on))
        .scalar_subquery()
    )


@lru_cache(maxsize=DAYS_KEPT)
def _shown_service(on: date) -> Select[Any]:
    def managing(column: Any) -> ScalarSelect[Any]:  # noqa: ANN401
        return (
            select(column)
            .where(ManagingPeriodTable.service_id == SharedServiceTable.id)
            .scalar_subquery()
        )

    manager = (
        select(ManagingPeriodTable.body_id)
        .where(
            ManagingPeriodTable.service_id == SharedServiceTable.id,
            in_force(ManagingPeriodTable, on),
        )
        .limit(1)
        .scalar_subquery()
    )
    return select(
        SharedServiceTable.__table__,
        manager.label("manager_id"),
        managing(func.min(ManagingPeriodTable.valid_from)).label("opens"),
        managing(func.max(ManagingPeriodTable.valid_until)).label("ends"),
        _missions().label("mission_count"),
        _joined(on).label("joined_count"),
        _assigned(on).label("agent_count"),
    ).where(SharedServiceTable.id.in_(IDS))


def _service_row(row: Row[Any], heads: Heads) -> ServiceRow:
    return ServiceRow(
        id=row.id,
        code=row.code,
        name=row.name,
        ground=row.ground,
        manager=heads.of(row.manager_id).body,
        life=Period(row.opens, row.ends),
        running=row.manager_id is not None,
        mission_count=row.mission_count,
        joined_count=row.joined_count,
        agent_count=row.agent_count,
    )


def membership_list(register: RegisterFile, query: ListQuery) -> SqlList[MembershipRow]:
    """Memberships; filters: `service`, `siren`, `level`, `in_force` (oui), `project` (oui)."""
    on, filters = query.on, query.filters
    statement = (
        select(MembershipTable.id)
        .join_from(MembershipTable, SharedServiceTable)
        .join(PublicBodyTable, MembershipTable.body_id == PublicBodyTable.id)
    )
    if service := filters.get("service"):
        statement = statement.where(SharedServiceTable.code == service)
    if siren := filters.get("siren"):
        statement = statement.where(PublicBodyTable.siren == siren)
    if level := filters.get("level"):
        statement = statement.where(MembershipTable.level == Level(level))
    if filters.get("in_force"):
        statement = statement.where(is_joined(on))
    if filters.get("project"):
        statement = statement.where(is_project(on))
    if query.search:
        words = all_words(
            Search(query.search),
            lambda word: (
                MembershipTable.body_id.in_(bodies_named(word))
                | having(SharedServiceTable.name_fold, word)
            ),
        )
        statement = statement.where(words)
    name = name_fold_on(MembershipTable.body_id, on)
    columns: dict[str, Callable[[], Any]] = {
        "body": lambda: name,
        "level": lambda: MembershipTable.level,
        "decided_on": lambda: vote_known_on(on),
        "valid_from": lambda: MembershipTable.valid_from,
    }
    default = (SharedServiceTable.name_fold, name, MembershipTable.valid_from, MembershipTable.id)
    ordered = ordered_by(statement, columns, query.sort, default, descending=query.descending)
    return SqlList(
        register,
        statement,
        ordered,
        _SHOWN_MEMBERSHIP,
        lambda row, heads: _membership_row(row, heads, on),
        lambda connection: _by_siren(connection, on),
    )


_SHOWN_MEMBERSHIP = (
    MAPPINGS[Kind.MEMBERSHIP]
    .select.add_columns(
        SharedServiceTable.name.label("service_name"), _missions().label("mission_total")
    )
    .where(MembershipTable.id.in_(IDS))
)


def _by_siren(connection: Connection, on: date) -> dict[str, str]:
    return {each.siren: each.body for each in heads_on(connection, on).by_body.values()}


def _membership_row(row: Row[Any], names: dict[str, str], on: date) -> MembershipRow:
    fact = membership_of(row)
    return MembershipRow(
        id=row.id,
        service=fact.service,
        service_name=row.service_name,
        siren=fact.siren,
        body=names.get(fact.siren, fact.siren),
        level=fact.level,
        missions=tuple(sorted(fact.missions)),
        mission_total=row.mission_total,
        decided_on=fact.vote_known_on(on),
        period=fact.period,
        state=fact.state_on(on, row.mission_total),
    )
