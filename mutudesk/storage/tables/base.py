"""What all tables share: names of constraints, strict storage, id, version, periods."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from mutudesk.storage.types import EndDay, FirstDay

if TYPE_CHECKING:
    from sqlalchemy.sql.schema import SchemaItem

# Every constraint has a name, because a migration can only change what it can name.
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


ALONE = "alone"


class Base(DeclarativeBase):
    """The declarative base."""

    metadata = MetaData(naming_convention=NAMING)


class Recorded(Base):
    """A table of records: integer key, and a version that every correction counts up."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    row_version: Mapped[int] = mapped_column(default=1)


class DatedRecord(Recorded):
    """A table of records that hold during a period: `valid_from` in, `valid_until` out."""

    __abstract__ = True

    valid_from: Mapped[date | None] = mapped_column(FirstDay, nullable=False)
    valid_until: Mapped[date | None] = mapped_column(EndDay, nullable=False)


def iso_date(column: str) -> CheckConstraint:
    """A day that exists: plain `date(d) IS d` would let 30 February through."""
    return CheckConstraint(
        f"{column} IS NULL OR date({column}, '+0 days') IS {column}", name=f"{column}_iso"
    ).ddl_if(dialect="sqlite")


def strict(*items: SchemaItem, dated: bool = False, alone: tuple[str, ...] = ()) -> tuple[Any, ...]:
    """`__table_args__` of a table: its own items, the checks of its period, STRICT on SQLite.

    `alone`: the columns that together may hold only once a day; `triggers` sees to it.
    """
    checks: tuple[SchemaItem, ...] = ()
    if dated:
        checks = (
            CheckConstraint("valid_from < valid_until", name="period_upright"),
            iso_date("valid_from"),
            iso_date("valid_until"),
        )
    return (*items, *checks, {"sqlite_strict": True, "info": {ALONE: alone}})
