"""Tables of shared services and who joined them."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - SQLAlchemy reads the annotation

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mutudesk.domain.services import LegalGround, Level, Settlement
from mutudesk.storage.tables.base import Base, DatedRecord, Recorded, iso_date, strict
from mutudesk.storage.types import choice


class SharedServiceTable(Recorded):
    """A shared service."""

    __tablename__ = "shared_service"
    __table_args__ = strict(UniqueConstraint("code"))

    code: Mapped[str]
    name: Mapped[str]
    name_fold: Mapped[str]
    ground: Mapped[LegalGround] = mapped_column(choice(LegalGround, "ground"))


class ManagingPeriodTable(DatedRecord):
    """A body manages a service during a period."""

    __tablename__ = "managing_period"
    __table_args__ = strict(
        Index(None, "service_id", "valid_from", "valid_until"),
        Index(None, "body_id"),
        dated=True,
        alone=("service_id",),
    )

    service_id: Mapped[int] = mapped_column(ForeignKey("shared_service.id"))
    body_id: Mapped[int] = mapped_column(ForeignKey("public_body.id"))


class ServiceTermsTable(DatedRecord):
    """What the conventions of a service say during a period."""

    __tablename__ = "service_terms"
    __table_args__ = strict(
        Index(None, "service_id", "valid_from", "valid_until"), dated=True, alone=("service_id",)
    )

    service_id: Mapped[int] = mapped_column(ForeignKey("shared_service.id"))
    duration: Mapped[str]
    notice_months: Mapped[int | None]
    financial_terms: Mapped[str]
    court: Mapped[str]
    preamble: Mapped[str]
    premises: Mapped[str]
    assets: Mapped[str]
    contracts: Mapped[str]
    settlement: Mapped[Settlement | None] = mapped_column(choice(Settlement, "settlement"))
    committee: Mapped[str]
    liability: Mapped[str]
    data_protection: Mapped[str]


class OriginTable(Recorded):
    """A former service merged into a shared one."""

    __tablename__ = "service_origin"
    __table_args__ = strict(UniqueConstraint("service_id", "body_id", "name"))

    service_id: Mapped[int] = mapped_column(ForeignKey("shared_service.id"))
    body_id: Mapped[int] = mapped_column(ForeignKey("public_body.id"))
    name: Mapped[str]


class MissionTable(Recorded):
    """One task of a service."""

    __tablename__ = "mission"
    __table_args__ = strict(UniqueConstraint("service_id", "code"))

    service_id: Mapped[int] = mapped_column(ForeignKey("shared_service.id"))
    code: Mapped[str]
    label: Mapped[str]


class MembershipTable(DatedRecord):
    """A body joins a service for a period."""

    __tablename__ = "membership"
    __table_args__ = strict(
        Index(None, "service_id", "body_id", "valid_from", "valid_until"),
        Index(None, "body_id"),
        iso_date("decided_on"),
        dated=True,
        alone=("service_id", "body_id"),
    )

    service_id: Mapped[int] = mapped_column(ForeignKey("shared_service.id"))
    body_id: Mapped[int] = mapped_column(ForeignKey("public_body.id"))
    level: Mapped[Level] = mapped_column(choice(Level, "level"))
    decided_on: Mapped[date | None]
    duration: Mapped[str]


class MembershipMissionTable(Base):
    """A mission that a membership was voted for."""

    __tablename__ = "membership_mission"
    __table_args__ = strict(Index(None, "mission_id"))

    membership_id: Mapped[int] = mapped_column(ForeignKey("membership.id"), primary_key=True)
    mission_id: Mapped[int] = mapped_column(ForeignKey("mission.id"), primary_key=True)
