"""Tables of agents."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mutudesk.domain.agents import AgentStatus
from mutudesk.storage.tables.base import DatedRecord, Recorded, strict
from mutudesk.storage.types import choice


class AgentTable(Recorded):
    """An agent; `name_fold` (last name, first name) sorts and finds him."""

    __tablename__ = "agent"
    __table_args__ = strict(UniqueConstraint("matricule"), Index(None, "name_fold", "id"))

    matricule: Mapped[str]
    civility: Mapped[str]
    last_name: Mapped[str]
    first_name: Mapped[str]
    name_fold: Mapped[str]


class PositionTable(DatedRecord):
    """Employer, career and working time (basis points) of an agent during a period."""

    __tablename__ = "position"
    __table_args__ = strict(
        Index(None, "agent_id", "valid_from", "valid_until"),
        Index(None, "employer_id"),
        CheckConstraint("working_time BETWEEN 1 AND 10000", name="working_time_range"),
        dated=True,
        alone=("agent_id",),
    )

    agent_id: Mapped[int] = mapped_column(ForeignKey("agent.id"))
    status: Mapped[AgentStatus] = mapped_column(choice(AgentStatus, "status"))
    category: Mapped[str]
    cadre_emplois: Mapped[str]
    grade: Mapped[str]
    working_time: Mapped[int]
    employer_id: Mapped[int] = mapped_column(ForeignKey("public_body.id"))
