"""The lists of shared services and of memberships on a date."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import distinct, func, select

from mutudesk.domain.listings import ListQuery, ServiceRow
from mutudesk.domain.listings import MembershipRow as ListedMembership
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
    AssignmentRow,
    ManagingPeriodRow,
    MembershipRow,
    MissionRow,
    PublicBodyRow,
    SharedServiceRow,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sqlalchemy import Connection, Row, ScalarSelect, Select

    from mutudesk.storage.register_file import RegisterFile


def service_list(register: RegisterFile, query: ListQuery) -> SqlList[ServiceRow]:
    """The services, running on the date or not; filter: `ground`."""
    on = query.on
    statement = select(SharedServiceRow.id)
    if query.search:
        code = SharedServiceRow.code
        words = all_words(
            Search(query.search),
            lambda word: (
                having(SharedServiceRow.name_fold, word)
                | code.icontains(word.text, autoescape=True)
            ),
        )
        statement = statement.where(words | code.icontains(query.search, autoescape=True))
    if ground := query.filters.get("ground"):
        statement = statement.where(SharedServiceRow.ground == LegalGround(ground))
    columns: dict[str, Callable[[], Any]] = {
        "code": lambda: SharedServiceRow.code,
        "ground": lambda: SharedServiceRow.ground,
        "joined_count": lambda: _joined(on),
        "agent_count": lambda: _assigned(on),
        "mission_count": _missions,
    }
    ordered = ordered_by(
        statement,
        columns,
        query.sort,
        (SharedServiceRow.name_fold, SharedServiceRow.id),
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
        select(func.count(MissionRow.id))
        .where(MissionRow.service_id == SharedServiceRow.id)
        .scalar_subquery()
    )


def _joined(on: date) -> ScalarSelect[int]:
    """Bodies that have joined by what was known on the date."""
    return (
        select(func.count(distinct(MembershipRow.body_id)))
        .where(
            MembershipRow.service_id == SharedServiceRow.id,
            is_joined(on),
        )
        .scalar_subquery()
    )


def _assigned(on: date) -> ScalarSelect[int]:
    return (
        select(func.count(distinct(AssignmentRow.agent_id)))
        .where(AssignmentRow.service_id == SharedServiceRow.id, in_force(AssignmentRow, on))
        .scalar_subquery()
    )


@lru_cache(maxsize=DAYS_KEPT)
def _shown_service(on: date) -> Select[Any]:
    def managing(column: Any) -> ScalarSelect[Any]:  # noqa: ANN401
        return (
            select(column)
            .where(ManagingPeriodRow.service_id == SharedServiceRow.id)
            .scalar_subquery()
        )

    manager = (
        select(ManagingPeriodRow.body_id)
        .where(ManagingPeriodRow.service_id == SharedServiceRow.id, in_force(ManagingPeriodRow, on))
        .limit(1)
        .scalar_subquery()
    )
    return select(
        SharedServiceRow.__table__,
        manager.label("manager_id"),
        managing(func.min(ManagingPeriodRow.valid_from)).label("opens"),
        managing(func.max(ManagingPeriodRow.valid_until)).label("ends"),
        _missions().label("mission_count"),
        _joined(on).label("joined_count"),
        _assigned(on).label("agent_count"),
    ).where(SharedServiceRow.id.in_(IDS))


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


def membership_list(register: RegisterFile, query: ListQuery) -> SqlList[ListedMembership]:
    """Memberships; filters: `service`, `siren`, `level`, `in_force` (oui), `project` (oui)."""
    on, filters = query.on, query.filters
    statement = (
        select(MembershipRow.id)
        .join_from(MembershipRow, SharedServiceRow)
        .join(PublicBodyRow, MembershipRow.body_id == PublicBodyRow.id)
    )
    if service := filters.get("service"):
        statement = statement.where(SharedServiceRow.code == service)
    if siren := filters.get("siren"):
        statement = statement.where(PublicBodyRow.siren == siren)
    if level := filters.get("level"):
        statement = statement.where(MembershipRow.level == Level(level))
    if filters.get("in_force"):
        statement = statement.where(is_joined(on))
    if filters.get("project"):
        statement = statement.where(is_project(on))
    if query.search:
        words = all_words(
            Search(query.search),
            lambda word: (
                MembershipRow.body_id.in_(bodies_named(word))
                | having(SharedServiceRow.name_fold, word)
            ),
        )
        statement = statement.where(words)
    name = name_fold_on(MembershipRow.body_id, on)
    columns: dict[str, Callable[[], Any]] = {
        "body": lambda: name,
        "level": lambda: MembershipRow.level,
        "decided_on": lambda: vote_known_on(on),
        "valid_from": lambda: MembershipRow.valid_from,
    }
    default = (SharedServiceRow.name_fold, name, MembershipRow.valid_from, MembershipRow.id)
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
        SharedServiceRow.name.label("service_name"), _missions().label("mission_total")
    )
    .where(MembershipRow.id.in_(IDS))
)


def _by_siren(connection: Connection, on: date) -> dict[str, str]:
    return {each.siren: each.body for each in heads_on(connection, on).by_body.values()}


def _membership_row(row: Row[Any], names: dict[str, str], on: date) -> ListedMembership:
    fact = membership_of(row)
    return ListedMembership(
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
