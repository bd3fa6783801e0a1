"""The tables of the register file. `Base.metadata` knows them all once this package is imported."""

from __future__ import annotations

from sqlalchemy.orm import configure_mappers

from mutudesk.storage.tables.agents import AgentTable, PositionTable
from mutudesk.storage.tables.assignments import AssignmentTable, MissionShareTable
from mutudesk.storage.tables.base import Base
from mutudesk.storage.tables.bodies import (
    EpciMembershipTable,
    LegalIdentityTable,
    MandateTable,
    PopulationTable,
    PublicBodyTable,
)
from mutudesk.storage.tables.register import JournalTable, RegisterTable
from mutudesk.storage.tables.services import (
    ManagingPeriodTable,
    MembershipMissionTable,
    MembershipTable,
    MissionTable,
    OriginTable,
    ServiceTermsTable,
    SharedServiceTable,
)

__all__ = [
    "AgentTable",
    "AssignmentTable",
    "Base",
    "EpciMembershipTable",
    "JournalTable",
    "LegalIdentityTable",
    "ManagingPeriodTable",
    "MandateTable",
    "MembershipMissionTable",
    "MembershipTable",
    "MissionShareTable",
    "MissionTable",
    "OriginTable",
    "PopulationTable",
    "PositionTable",
    "PublicBodyTable",
    "RegisterTable",
    "ServiceTermsTable",
    "SharedServiceTable",
]

# Ten milliseconds that belong to the start, and that the first list asked for would pay otherwise.
configure_mappers()
