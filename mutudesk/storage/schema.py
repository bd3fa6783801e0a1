"""Which schema a file has, and whether this program can use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from mutudesk.domain.findings import refused
from mutudesk.storage import statistics, triggers
from mutudesk.storage.header import APPLICATION_ID
from mutudesk.storage.tables import Base

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

# The Alembic revision this program writes and reads.
REVISION = "0001"


def create_schema(connection: Connection) -> None:
    """Make all tables and triggers in an empty file, stamped with the current revision."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    Base.metadata.create_all(connection)
    triggers.install(connection)
    statistics.install(connection)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num TEXT NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.execute(
        text("INSERT INTO alembic_version (version_num) VALUES (:revision)"), {"revision": REVISION}
    )


def require_revision(connection: Connection, path: Path) -> None:
    """Refuse a file of another version, untouched.

    Raises RefusedError("file_newer"), ("file_foreign") when it holds no register at all.
    """
    tables = text("SELECT count(*) FROM sqlite_schema WHERE name = 'alembic_version'")
    if not connection.scalar(tables):
        raise refused("file_foreign", path=str(path))
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if found != REVISION:
        raise refused("file_newer", path=str(path), found=str(found), known=REVISION)
