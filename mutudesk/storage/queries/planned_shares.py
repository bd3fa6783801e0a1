"""Which mission shares are only planned: SQL for one day, periods for many.

The law is `domain.authority.planned_periods`; tests/usecases/test_authorities.py and
test_affected.py hold both to it. A share is known by its mission and its beneficiary: memberships
of one body in one service never overlap, so that a vote and a project never meet on a day.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import Date, and_, bindparam, select, text, tuple_

from mutudesk.domain.authority import days_planned
from mutudesk.domain.period import Period
from mutudesk.storage.queries.paged import in_force
from mutudesk.storage.tables import (
    ManagingPeriodTable,
    MembershipMissionTable,
    MembershipTable,
    MissionShareTable,
    RegisterTable,
)

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement, Connection
_own = select(RegisterTable.epci_id).scalar_subquery()
_projects = (
    select(MembershipMissionTable.mission_id, MembershipTable.body_id)
    .join_from(
        MembershipTable,
        MembershipMissionTable,
        MembershipMissionTable.membership_id == MembershipTable.id,
    )
    .where(MembershipTable.decided_on.is_(None), MembershipTable.body_id != _own)
)
_periods = _projects.add_columns(
    MembershipTable.service_id, MembershipTable.valid_from, MembershipTable.valid_until
)
_managing = select(
    ManagingPeriodTable.service_id,
    ManagingPeriodTable.body_id,
    ManagingPeriodTable.valid_from,
    ManagingPeriodTable.valid_until,
)
_served = tuple_(MissionShareTable.mission_id, MissionShareTable.beneficiary_id)

# The condition that a body has ever had a membership without a vote for the mission of a share.
on_project: ColumnElement[bool] = _served.in_(_projects)


# As a text: of parts, SQLAlchemy takes ten times as long to look it up as SQLite to answer it.
_NOT_PLANNED = """(mission_share.mission_id, mission_share.beneficiary_id) NOT IN (
    SELECT chosen.mission_id, project.body_id
    FROM membership AS project
    JOIN membership_mission AS chosen ON chosen.membership_id = project.id
    WHERE project.decided_on IS NULL
    AND project.valid_from <= :planned_on AND project.valid_until > :planned_on
    AND project.body_id <> (SELECT epci_id FROM register)
    AND NOT EXISTS (
        SELECT 1 FROM managing_period AS managing
        WHERE managing.service_id = project.service_id AND managing.body_id = project.body_id
        AND managing.valid_from <= :planned_on AND managing.valid_until > :planned_on
    )
)"""


def counts_on(on: date) -> ColumnElement[bool]:
    """The condition of `domain.authority.is_in_force`."""
    not_planned = text(_NOT_PLANNED).bindparams(bindparam("planned_on", on, Date))
    return and_(in_force(MissionShareTable, on), not_planned)


def projects_in(connection: Connection) -> dict[tuple[int, int], list[Period]]:
    """The days on which shares are planned, by the ids of mission and beneficiary."""
    found: dict[tuple[int, int], list[Period]] = defaultdict(list)
    service_of: dict[int, int] = {}
    for mission_id, body_id, service_id, first, end in connection.execute(_periods):
        found[mission_id, body_id].append(Period(first, end))
        service_of[mission_id] = service_id
    if not found:
        return {}
    managed: dict[tuple[int, int], list[Period]] = defaultdict(list)
    for service_id, body_id, first, end in connection.execute(_managing):
        managed[service_id, body_id].append(Period(first, end))
    return {
        (mission_id, body_id): days_planned(each, managed[service_of[mission_id], body_id])
        for (mission_id, body_id), each in found.items()
    }
