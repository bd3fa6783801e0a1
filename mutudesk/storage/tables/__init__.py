"""The tables of the register file. `Base.metadata` knows them all once this package is imported."""

from __future__ import annotations

from sqlalchemy.orm import configure_mappers

from mutudesk.storage.tables.assignments import AssignmentRow, MissionShareRow
from mutudesk.storage.tables.base import Base
from mutudesk.storage.tables.register import JournalRow, RegisterRow
from mutudesk.storage.tables.services import (
    ManagingPeriodRow,
    MembershipMissionRow,
    MembershipRow,
    MissionRow,
    OriginRow,
    ServiceTermsRow,
    SharedServiceRow,
)
from mutudesk.storage.tables.staff import AgentRow, PositionRow
from mutudesk.storage.tables.territory import (
    EpciMembershipRow,
    LegalIdentityRow,
    MandateRow,
    PopulationRow,
    PublicBodyRow,
)

__all__ = [
    "AgentRow",
    "AssignmentRow",
    "Base",
    "EpciMembershipRow",
    "JournalRow",
    "LegalIdentityRow",
    "ManagingPeriodRow",
    "MandateRow",
    "MembershipMissionRow",
    "MembershipRow",
    "MissionRow",
    "MissionShareRow",
    "OriginRow",
    "PopulationRow",
    "PositionRow",
    "PublicBodyRow",
    "RegisterRow",
    "ServiceTermsRow",
    "SharedServiceRow",
]

# Ten milliseconds that belong to the start, and that the first list asked for would pay otherwise.
configure_mappers()
