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
REVISION = "0002"
# Those it can bring up to it, oldest first.
FORMER = ("0001",)


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

    Raises RefusedError("file_older") for one that can be brought up to this revision,
    ("file_newer") for any other, ("file_foreign") when it holds no register at all.
    """
    found = revision_of(connection, path)
    if found != REVISION:
        code = "file_older" if found in FORMER else "file_newer"
        raise refused(code, path=str(path), found=found, known=REVISION)


def revision_of(connection: Connection, path: Path) -> str:
    """Which revision the schema of a file has. Raises RefusedError("file_foreign")."""
    tables = text("SELECT count(*) FROM sqlite_schema WHERE name = 'alembic_version'")
    if not connection.scalar(tables):
        raise refused("file_foreign", path=str(path))
    return str(connection.scalar(text("SELECT version_num FROM alembic_version")))
