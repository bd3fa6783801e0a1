"""Tables of public bodies."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mutudesk.domain.bodies import BodyKind, LinkWord
from mutudesk.storage.tables.base import DatedRecord, Recorded, strict
from mutudesk.storage.types import choice


class PublicBodyTable(Recorded):
    """A legal person."""

    __tablename__ = "public_body"
    __table_args__ = strict(UniqueConstraint("siren"))

    siren: Mapped[str]
    kind: Mapped[BodyKind] = mapped_column(choice(BodyKind, "kind"))
    insee_code: Mapped[str]
    departement: Mapped[str]


class LegalIdentityTable(DatedRecord):
    """Name, form and seat of a body during a period; `name_fold` sorts and finds it."""

    __tablename__ = "legal_identity"
    __table_args__ = strict(
        Index(None, "body_id", "valid_from", "valid_until"), dated=True, alone=("body_id",)
    )

    body_id: Mapped[int] = mapped_column(ForeignKey("public_body.id"))
    name: Mapped[str]
    name_fold: Mapped[str]
    legal_form: Mapped[str]
    seat: Mapped[str]
    link_word: Mapped[LinkWord | None] = mapped_column(choice(LinkWord, "link_word"))
    short_name: Mapped[str]
    council: Mapped[str]


class EpciMembershipTable(DatedRecord):
    """A commune belongs to an EPCI during a period."""

    __tablename__ = "epci_membership"
    __table_args__ = strict(
        Index(None, "body_id", "epci_id", "valid_from", "valid_until"),
        Index(None, "epci_id"),
        dated=True,
        alone=("body_id", "epci_id"),
    )

    epci_id: Mapped[int] = mapped_column(ForeignKey("public_body.id"))
    body_id: Mapped[int] = mapped_column(ForeignKey("public_body.id"))


class PopulationTable(Recorded):
    """Legal populations of one year."""

    __tablename__ = "population"
    __table_args__ = strict(UniqueConstraint("body_id", "year"))

    body_id: Mapped[int] = mapped_column(ForeignKey("public_body.id"))
    year: Mapped[int]
    municipal: Mapped[int | None]
    total: Mapped[int | None]


class MandateTable(DatedRecord):
    """A person heads a body, in full or acting."""

    __tablename__ = "mandate"
    __table_args__ = strict(
        Index(None, "body_id", "acting", "valid_from", "valid_until"),
        dated=True,
        alone=("body_id", "acting"),
    )

    body_id: Mapped[int] = mapped_column(ForeignKey("public_body.id"))
    quality: Mapped[str]
    civility: Mapped[str]
    last_name: Mapped[str]
    first_name: Mapped[str]
    acting: Mapped[bool]
