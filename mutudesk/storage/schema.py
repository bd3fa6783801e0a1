"""Which schema a file has, whether it is as this program makes it, and what that allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from mutudesk.domain.file_parts import Deviation, FilePart
from mutudesk.domain.findings import RefusedError, refusal, refused
from mutudesk.storage import schema_text, statistics, triggers
from mutudesk.storage.header import APPLICATION_ID
from mutudesk.storage.tables import Base

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sqlalchemy import Connection

    from mutudesk.domain.file_parts import PartDeviation
    from mutudesk.domain.findings import Finding

# The Alembic revision this program writes and reads.
REVISION = "0004"
# Those it can bring up to it, oldest first.
FORMER = ("0001", "0002", "0003")
FIRST_REVISION = FORMER[0]  # whose journal was sealed in another way
_VERSION = "alembic_version"
_SHOWN = 20
_CODES = {
    Deviation.MISSING: "schema_part_missing",
    Deviation.UNKNOWN: "schema_part_unknown",
    Deviation.CHANGED: "schema_part_changed",
}


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


def require_usable(connection: Connection, path: Path, *, to_write: bool) -> None:
    """Refuse a file of another version or of another make, untouched.

    Its schema is read first, and no table before that is known to be one. Raises
    RefusedError("file_older") for one that can be brought up to this revision, ("file_newer") for
    any other, ("file_foreign") when it holds no register at all; ("schema_differs") when it is not
    as this program makes it and is to be written, ("schema_unreadable") when it cannot even be
    read.
    """
    texts = schema_text.texts_of(connection)
    found = _revision(connection, path, texts)
    if found != REVISION and found not in FORMER:
        raise refused("file_newer", path=str(path), found=found, known=REVISION)
    differing = schema_text.deviations(texts, found)
    # To be read, one of a former schema is brought up to date in a copy: its triggers run there.
    hindering = [each for each in differing if each.hinders_reading or _runs(each, found)]
    if hindering:
        _refuse("schema_unreadable", path, differing)
    if to_write:
        _refuse("schema_differs", path, differing)
    if found in FORMER:
        raise refused("file_older", path=str(path), found=found, known=REVISION)


def _runs(each: PartDeviation, revision: str) -> bool:
    is_trigger = each.part is FilePart.TRIGGER and each.how is not Deviation.MISSING
    return is_trigger and revision in FORMER


def deviations(connection: Connection, path: Path) -> list[PartDeviation]:
    """What is not as a program of its revision made it, in a file that can be read."""
    texts = schema_text.texts_of(connection)
    return schema_text.deviations(texts, _revision(connection, path, texts))


def _revision(connection: Connection, path: Path, texts: Mapping[str, str]) -> str:
    if not any(place.endswith(f" {_VERSION}") for place in texts):
        raise refused("file_foreign", path=str(path))
    differing = schema_text.deviations(texts, REVISION)
    if any(each.name == _VERSION and each.hinders_reading for each in differing):
        _refuse("schema_unreadable", path, differing)
    return str(connection.scalar(text(f"SELECT version_num FROM {_VERSION}")))  # noqa: S608


def _refuse(code: str, path: Path, differing: Sequence[PartDeviation]) -> None:
    if differing:
        raise RefusedError(refusal(code, path=str(path)), *findings_of(differing))


def findings_of(differing: Sequence[PartDeviation]) -> list[Finding]:
    """What differs in the schema, in codes: the first of it, then how much more there is."""
    found = [
        refusal(_CODES[each.how], object=each.part.value, name=each.name, detail=each.detail)
        for each in differing[:_SHOWN]
    ]
    if len(differing) > _SHOWN:
        found.append(refusal("schema_more", count=len(differing) - _SHOWN))
    return found
