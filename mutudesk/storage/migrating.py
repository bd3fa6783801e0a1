"""Bring a register of a former schema up to the present one, without ever hurting the file.

Everything happens in a copy, which is compared with the file before it takes its place in one
step. Whoever only reads gets a private copy, brought up to date, and the file stays as it is.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text

from mutudesk.domain.findings import refused
from mutudesk.storage import migrations
from mutudesk.storage.backup import copy_checked
from mutudesk.storage.engine import connect
from mutudesk.storage.errors import known_errors
from mutudesk.storage.journal import broken_links
from mutudesk.storage.leftovers import is_running
from mutudesk.storage.placing import placing
from mutudesk.storage.schema import FIRST_REVISION

if TYPE_CHECKING:
    from sqlalchemy import Connection

# What every migration makes anew, and what those of the first schema do: not compared as it lies.
_ANEW = frozenset({"alembic_version", "sqlite_stat1"})
_ANEW_FROM_FIRST = _ANEW | {"journal", "register"}
_PRIVATE = "mutudesk-lecture-"
_ROWS_AT_ONCE = 5_000


def migrate(path: Path) -> None:
    """Bring the file up to the present schema, in its place; whoever calls holds its lock.

    A link stays a link; mode and owner stay. Raises RefusedError("migration_failed") and those of
    the environment; the file is as it was then.
    """
    with placing(path, private=True) as (file,), known_errors(path, to_write=True):
        _migrated_copy(file.real, file.beside)


def private_copy(path: Path) -> Path:
    """Make a copy in the present schema that only this user can read; `forget_copy` removes it.

    Copies that a crash left behind are swept first. Raises RefusedError like `migrate`.
    """
    sweep_copies()
    folder = Path(tempfile.mkdtemp(prefix=f"{_PRIVATE}{os.getpid()}-", dir=copies_folder()))
    copy = folder / path.name
    try:
        with known_errors(path):
            _migrated_copy(path.resolve(), copy)
    except BaseException:
        forget_copy(copy)
        raise
    return copy


def copies_folder() -> Path:
    """Where private copies lie: the system's folder for what need not last."""
    return Path(tempfile.gettempdir())


def forget_copy(copy: Path) -> None:
    """Remove a private copy."""
    shutil.rmtree(copy.parent, ignore_errors=True)


def sweep_copies() -> None:
    """Remove the private copies of processes that are gone."""
    for folder in copies_folder().glob(f"{_PRIVATE}*-*"):
        number = folder.name.removeprefix(_PRIVATE).partition("-")[0]
        if number.isdecimal() and not is_running(int(number)):
            shutil.rmtree(folder, ignore_errors=True)


def _migrated_copy(path: Path, copy: Path) -> None:
    """Copy, migrate, verify. Raises RefusedError("migration_failed", "copy_damaged")."""
    copy_checked(path, copy)
    engine = connect(copy, "rw", foreign_keys=False)
    try:
        with engine.execution_options(write=True).begin() as connection:
            broken = _former_broken(path)
            migrations.upgrade(connection)
            problem = _problem(connection, path, broken)
            if problem:
                raise refused("migration_failed", path=str(path), detail=problem)
    finally:
        engine.dispose()


def _former_broken(path: Path) -> set[int]:
    """The lines of the journal that were not true before: they need not be so afterwards."""
    from mutudesk.storage.migrations.journal_0002 import former_broken_links

    engine = connect(path, "ro")
    try:
        with engine.connect() as connection:
            revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
            judged = former_broken_links if revision == FIRST_REVISION else broken_links
            return set(judged(connection))
    finally:
        engine.dispose()


def _problem(connection: Connection, path: Path, broken: set[int]) -> str:
    """Say what is not as it was or not as it should be; empty when all is well."""
    orphans = connection.execute(text("PRAGMA foreign_key_check")).first()
    if orphans is not None:
        return f"foreign key: {orphans[0]} {orphans[1]}"
    found = connection.scalar(text("PRAGMA integrity_check"))
    if found != "ok":
        return str(found)
    for line in broken_links(connection):
        if line not in broken:
            return f"journal: {line}"
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as former:
        (revision,) = former.execute("SELECT version_num FROM alembic_version").fetchone()
        anew = _ANEW_FROM_FIRST if revision == FIRST_REVISION else _ANEW
        tables = former.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for (table,) in tables:
            if table not in anew and _content(former, table) != _content_now(
                connection, former, table
            ):
                return f"table: {table}"
        if "journal" in anew and _renewed_journal_differs(connection, former):
            return "table: journal"
    return ""


def _renewed_journal_differs(connection: Connection, former: sqlite3.Connection) -> bool:
    """Tell whether a journal sealed anew says anything else, its new first and last line apart."""
    lines = "SELECT seq, act, at, who, action, why, kind, record, salt, data FROM journal"
    lines_before = former.execute(f"{lines} ORDER BY seq")
    lines_after = _driver(connection).execute(
        f"{lines} WHERE seq > 0 AND seq <= (SELECT max(seq) - 1 FROM journal) ORDER BY seq"
    )
    return _digest(lines_before) != _digest(lines_after)


def _columns(former: sqlite3.Connection, table: str) -> str:
    rows = former.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))
    return ", ".join(f'"{name}"' for (name,) in rows)


def _content(former: sqlite3.Connection, table: str) -> str:
    columns = _columns(former, table)
    return _digest(former.execute(f'SELECT {columns} FROM "{table}" ORDER BY rowid'))


def _content_now(connection: Connection, former: sqlite3.Connection, table: str) -> str:
    columns = _columns(former, table)
    return _digest(_driver(connection).execute(f'SELECT {columns} FROM "{table}" ORDER BY rowid'))


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - the only driver there is
    return driver


def _digest(cursor: sqlite3.Cursor) -> str:
    """Return a digest of all rows, in their order."""
    digest = hashlib.sha256()
    while rows := cursor.fetchmany(_ROWS_AT_ONCE):
        digest.update(repr(rows).encode())
    return digest.hexdigest()
