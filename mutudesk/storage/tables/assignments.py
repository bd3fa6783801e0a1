"""Tables of who works where and for whom; each authority has its own column in its own table."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from mutudesk.domain.assignments import AssignmentGround
from mutudesk.storage.tables.base import DatedRecord, strict
from mutudesk.storage.types import choice


class AssignmentTable(DatedRecord):
    """An agent works in a service; `hierarchical_body_id` NULL = his employer of the date."""

    __tablename__ = "assignment"
    __table_args__ = strict(
        Index(None, "agent_id", "service_id", "valid_from", "valid_until"),
        Index(None, "service_id", "valid_until"),
        Index(None, "hierarchical_body_id"),
        CheckConstraint("share BETWEEN 1 AND 10000", name="share_range"),
        dated=True,
        alone=("agent_id", "service_id"),
    )

    agent_id: Mapped[int] = mapped_column(ForeignKey("agent.id"))
    service_id: Mapped[int] = mapped_column(ForeignKey("shared_service.id"))
    ground: Mapped[AssignmentGround] = mapped_column(choice(AssignmentGround, "ground"))
    share: Mapped[int]
    hierarchical_body_id: Mapped[int | None] = mapped_column(ForeignKey("public_body.id"))
    hierarchical_reason: Mapped[str]


class MissionShareTable(DatedRecord):
    """A part of an assignment; `operational_body_id` NULL = the beneficiary.

    It belongs to the agent and, through its mission, to a service; the assignment is the one that
    runs there on the date, so that a share may go on while an assignment is renewed.
    """

    __tablename__ = "mission_share"
    __table_args__ = strict(
        Index(None, "agent_id", "valid_from", "valid_until"),
        Index(None, "mission_id", "valid_until"),
        Index(None, "beneficiary_id", "valid_until"),
        Index(None, "operational_body_id"),
        CheckConstraint("share BETWEEN 1 AND 10000", name="share_range"),
        dated=True,
    )

    agent_id: Mapped[int] = mapped_column(ForeignKey("agent.id"))
    mission_id: Mapped[int] = mapped_column(ForeignKey("mission.id"))
    beneficiary_id: Mapped[int] = mapped_column(ForeignKey("public_body.id"))
    share: Mapped[int]
    operational_body_id: Mapped[int | None] = mapped_column(ForeignKey("public_body.id"))
