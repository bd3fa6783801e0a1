"""What an act affects beyond the records it touches, looked up without reading all of them.

The law of `commanding_agents` is `domain.commanding.over_agents`;
tests/usecases/test_affected.py holds the statement to it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select

from mutudesk.domain.codes import fold
from mutudesk.domain.period import Period
from mutudesk.domain.persons import listed_name
from mutudesk.storage.mappings import Keyed
from mutudesk.storage.queries.authorities import operational_body
from mutudesk.storage.tables import (
    AgentRow,
    AssignmentRow,
    ManagingPeriodRow,
    MembershipRow,
    MissionShareRow,
    PositionRow,
    PublicBodyRow,
    SharedServiceRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Select

    from mutudesk.domain.commanding import Commanding
    from mutudesk.domain.staff import Agent


_NAMES = Keyed(select(AgentRow.name_fold), AgentRow.matricule)
_NAMED = Keyed(select(AgentRow.name_fold, AgentRow.matricule), AgentRow.name_fold)


def commanding_agents(connection: Connection, sirens: Iterable[str]) -> Commanding:
    """The days on which these bodies have authority over agents, counted by record."""
    wanted = list(sirens)
    found: Commanding = Counter()
    if wanted:
        for statement in (_operational(wanted), _recorded(wanted), _employing(wanted)):
            for siren, first, end, count in connection.execute(statement):
                found[siren, Period(first, end)] += count
    return found


def _operational(sirens: list[str]) -> Select[*tuple[Any, ...]]:
    days = (MissionShareRow.valid_from, MissionShareRow.valid_until)
    return (
        select(PublicBodyRow.siren, *days, func.count())
        .select_from(MissionShareRow)
        .join(PublicBodyRow, PublicBodyRow.id == operational_body)
        .where(PublicBodyRow.siren.in_(sirens))
        .group_by(PublicBodyRow.siren, *days)
    )


def _recorded(sirens: list[str]) -> Select[*tuple[Any, ...]]:
    days = (AssignmentRow.valid_from, AssignmentRow.valid_until)
    return (
        select(PublicBodyRow.siren, *days, func.count())
        .select_from(AssignmentRow)
        .join(PublicBodyRow, PublicBodyRow.id == AssignmentRow.hierarchical_body_id)
        .where(PublicBodyRow.siren.in_(sirens))
        .group_by(PublicBodyRow.siren, *days)
    )


def _employing(sirens: list[str]) -> Select[*tuple[Any, ...]]:
    # SQLite's max and min of two values choose between them.
    first = func.max(
        AssignmentRow.valid_from, PositionRow.valid_from, type_=AssignmentRow.valid_from.type
    )
    end = func.min(
        AssignmentRow.valid_until, PositionRow.valid_until, type_=AssignmentRow.valid_until.type
    )
    together = and_(
        PositionRow.agent_id == AssignmentRow.agent_id,
        PositionRow.valid_from < AssignmentRow.valid_until,
        AssignmentRow.valid_from < PositionRow.valid_until,
    )
    return (
        select(PublicBodyRow.siren, first, end, func.count())
        .select_from(AssignmentRow)
        .join(PositionRow, together)
        .join(PublicBodyRow, PublicBodyRow.id == PositionRow.employer_id)
        .where(AssignmentRow.hierarchical_body_id.is_(None), PublicBodyRow.siren.in_(sirens))
        .group_by(PublicBodyRow.siren, first, end)
    )


def services_of(connection: Connection, sirens: Iterable[str]) -> frozenset[str]:
    """The services that these bodies manage or have joined, at any time."""
    wanted = list(sirens)
    if not wanted:
        return frozenset()
    bodies = select(PublicBodyRow.id).where(PublicBodyRow.siren.in_(wanted)).scalar_subquery()
    managed = select(ManagingPeriodRow.service_id).where(ManagingPeriodRow.body_id.in_(bodies))
    joined = select(MembershipRow.service_id).where(MembershipRow.body_id.in_(bodies))
    statement = select(SharedServiceRow.code).where(
        or_(SharedServiceRow.id.in_(managed), SharedServiceRow.id.in_(joined))
    )
    return frozenset(connection.scalars(statement))


def bearing_same_code(
    connection: Connection, sirens: Iterable[str], codes: Iterable[str]
) -> frozenset[str]:
    """The bodies with one of these INSEE codes, or with that of one of these bodies."""
    of_bodies = select(PublicBodyRow.insee_code).where(
        PublicBodyRow.siren.in_(list(sirens)), PublicBodyRow.insee_code != ""
    )
    statement = select(PublicBodyRow.siren).where(
        or_(
            PublicBodyRow.insee_code.in_([code for code in codes if code]),
            PublicBodyRow.insee_code.in_(of_bodies),
        )
    )
    return frozenset(connection.scalars(statement))


def namesakes(
    connection: Connection, agents: Iterable[Agent], matricules: Iterable[str]
) -> frozenset[str]:
    """The agents with the name of one of these, or of those with these numbers, themselves in."""
    names = {fold(listed_name(each.first_name, each.last_name)) for each in agents}
    names.update(name for (name,) in _NAMES.rows(connection, frozenset(matricules)))
    return frozenset(
        matricule for name, matricule in _NAMED.rows(connection, names) if name in names
    )
