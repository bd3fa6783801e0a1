"""What a writer knows of its file: which one it is, and where its journal ended.

The lock keeps writers of the program apart, and nobody else: a copy put over the open file, by hand
or by a program that synchronises folders, would be written into as if it were the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mutudesk.domain.findings import refused

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

# Straight to the driver: it is asked twice for each act.
_HEAD = "SELECT hash FROM journal ORDER BY seq DESC LIMIT 1"


class _Stamp(NamedTuple):
    """Which file it is, and what changes whenever somebody touches it."""

    device: int
    inode: int
    size: int
    modified: int
    changed: int


class LastSeen:
    """One open file, as it was after the last act that was written here."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self._path = path
        self._stamp = _stamp_of(path)
        self._head = journal_end(connection)

    def is_untouched(self) -> bool:
        """Tell whether nobody touched the file since.

        Where somebody did, what SQLite has open and in its cache is of no account: two copies of
        one file that each got an act look the same to it. Raises RefusedError("file_moved") where
        the file is gone.
        """
        found = _stamp_of(self._path)
        if found is None:
            raise refused("file_moved", path=str(self._path))
        return found == self._stamp

    def require_same(self, connection: Connection) -> None:
        """Raise RefusedError("replaced_meanwhile") where the journal ends elsewhere."""
        if journal_end(connection) != self._head:
            raise refused("replaced_meanwhile", path=str(self._path))

    def remember(self, head: str | None) -> None:
        """An act was written: the journal ends with this seal from now on."""
        self._head = head
        self._stamp = _stamp_of(self._path)


def journal_end(connection: Connection) -> str | None:
    """The last seal of the journal, as the transaction sees it; None where there is none."""
    driver: Any = connection.connection.driver_connection
    row = driver.execute(_HEAD).fetchone()
    return None if row is None else row[0]


def _stamp_of(path: Path) -> _Stamp | None:
    try:
        known = path.stat()
    except OSError:
        return None
    return _Stamp(known.st_dev, known.st_ino, known.st_size, known.st_mtime_ns, known.st_ctime_ns)


def file_number(path: Path) -> tuple[int, int] | None:
    """Which file lies at a path, by its device and number; None where none does."""
    known = _stamp_of(path)
    return None if known is None else (known.device, known.inode)
