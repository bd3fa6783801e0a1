"""What the environment does to a file (full disk, lock, damage), told from what is our own mistake.

`known_errors` turns the first kind into a RefusedError with a code; the second kind passes through.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from mutudesk.domain.findings import RefusedError, refused
from mutudesk.storage.triggers import OVERLAP

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Primary result codes of SQLite that say something of the machine, not of our statements.
_ENVIRONMENT = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "disk_error",
    sqlite3.SQLITE_READONLY: "file_read_only",
    sqlite3.SQLITE_CANTOPEN: "file_unreachable",
    sqlite3.SQLITE_PERM: "file_read_only",
    sqlite3.SQLITE_BUSY: "file_busy",
    sqlite3.SQLITE_LOCKED: "file_busy",
    sqlite3.SQLITE_CORRUPT: "file_damaged",
    sqlite3.SQLITE_NOTADB: "file_foreign",
}
_PRIMARY = 0xFF
# Our statements name what every register of this revision holds, and write nothing but text.
_DAMAGE = ("no such table", "no such column", "Could not decode to UTF-8")
# What only the extended code tells: an interrupted write waits for somebody who may write.
_EXTENDED = {sqlite3.SQLITE_READONLY_ROLLBACK: "hot_journal"}


@contextmanager
def known_errors(path: Path, *, to_write: bool = False) -> Iterator[None]:
    """Turn errors of the environment into refusals that name the file.

    What cannot be opened while a file is written (`to_write`) is what belongs beside it: there is
    no room for it, or no right to make it.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as problem:
        finding = _refusal_for(problem, path, to_write=to_write)
        if finding is None:
            raise
        raise finding from problem
    except UnicodeDecodeError as problem:  # SQLite quotes the damaged words of a schema
        raise refused("file_damaged", path=str(path)) from problem


def _refusal_for(problem: BaseException, path: Path, *, to_write: bool) -> RefusedError | None:
    original = problem.orig if isinstance(problem, DBAPIError) else problem
    if not isinstance(original, sqlite3.Error):
        return None
    if OVERLAP in str(original):
        return refused("period_overlap")
    if str(original).startswith(_DAMAGE):
        return refused("file_damaged", path=str(path))
    number = getattr(original, "sqlite_errorcode", 0)
    code = _EXTENDED.get(number) or _ENVIRONMENT.get(number & _PRIMARY)
    if to_write and code == "file_unreachable":
        code = "file_not_written"
    return None if code is None else refused(code, path=str(path))
