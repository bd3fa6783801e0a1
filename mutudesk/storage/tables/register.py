"""The register itself (whose it is) and its journal."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from mutudesk.storage.tables.base import Base, strict


class RegisterTable(Base):
    """The one line that says whose register this is, and which: `identity` is drawn at random."""

    __tablename__ = "register"
    __table_args__ = strict(CheckConstraint("id = 1", name="single"))

    id: Mapped[int] = mapped_column(primary_key=True)
    epci_id: Mapped[int] = mapped_column(ForeignKey("public_body.id"))
    reference_vintage: Mapped[str]
    created_at: Mapped[str]
    identity: Mapped[str]


class JournalTable(Base):
    """One record changed by one act: who, when, what before and after, why.

    `number` is that of the record within its kind, whatever it is called; it is never given twice.
    `hash` = sha256(previous hash, meta, `digest`) and `digest` = sha256(salt, record, why, data):
    what is said of a person can be forgotten (these four set to NULL) without breaking the chain.
    `act` is the `seq` of the first line of the same act.
    """

    __tablename__ = "journal"
    __table_args__ = strict(Index(None, "kind", "record"), Index(None, "kind", "number"))

    seq: Mapped[int] = mapped_column(primary_key=True)
    act: Mapped[int]
    at: Mapped[str]
    who: Mapped[str]
    action: Mapped[str]
    why: Mapped[str | None]
    kind: Mapped[str]
    number: Mapped[int]
    record: Mapped[str | None]
    salt: Mapped[str | None]
    data: Mapped[str | None]
    digest: Mapped[str]
    hash: Mapped[str]
