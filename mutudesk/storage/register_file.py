"""One register file: created whole, opened to read or to write, one transaction at a time."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from sqlalchemy import text

from mutudesk.domain.findings import RefusedError, refused
from mutudesk.storage import migrating
from mutudesk.storage.backup import is_backup, save_copy, take_backup
from mutudesk.storage.backup_list import backups_of
from mutudesk.storage.engine import BUSY_SECONDS, connect
from mutudesk.storage.errors import known_errors
from mutudesk.storage.header import hot_journal, require_one_name, require_register
from mutudesk.storage.last_seen import LastSeen, file_number, journal_end
from mutudesk.storage.lock import WriterLock
from mutudesk.storage.placing import placing
from mutudesk.storage.putting_back import sweep_beside
from mutudesk.storage.schema import create_schema, deviations, require_usable
from mutudesk.storage.unit_of_work import ReadTransaction, WriteTransaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.file_parts import PartDeviation
    from mutudesk.storage.journal import Act

DAMAGED = frozenset(
    {
        "file_damaged",
        "file_truncated",
        "file_foreign",
        "file_empty",
        "file_missing",
        "schema_differs",
        "schema_unreadable",
    }
)


class RegisterFile:
    """An open register. Use as a context manager, or call `close`.

    Holds SQLite's file open, but no transaction between two calls.
    """

    def __init__(
        self,
        path: Path,
        *,
        mode: str,
        lock: WriterLock | None = None,
        private_copy: Path | None = None,
    ) -> None:
        self.path = path
        self.is_writable = lock is not None
        self.is_closed = False
        self._lock = lock
        self._private_copy = private_copy
        self._seen: LastSeen | None = None
        self._mode = mode
        self.busy_seconds: float = BUSY_SECONDS
        self._opened = file_number(path)
        self._engine = connect(private_copy or path, mode)

    @classmethod
    def open_to_read(cls, path: Path, *, touch: bool = True) -> Self:
        """Open a file to look at it, whoever writes in it meanwhile.

        `touch` False promises that not a byte is written: an interrupted write is then not rolled
        back but refused. A file of a former schema is read in a private copy of the present one.
        Raises RefusedError, among them ("file_newer"), ("hot_journal") and ("schema_unreadable").
        """
        with _naming_backup(path):
            require_register(path)
            # SQLite itself tells an interrupted write from one that is going on beside.
            may_mend = touch and hot_journal(path) and os.access(path, os.W_OK)
            may_mend = may_mend and not is_backup(path)
            register = cls(path, mode="rw" if may_mend else "ro")
            try:
                register._require_usable()
            except RefusedError as problem:
                if not is_older(problem):
                    raise
                register = cls(path, mode="ro", private_copy=migrating.private_copy(path))
                register._require_usable()
        return register

    @classmethod
    def open_to_write(
        cls, path: Path, *, upgrade_at: datetime | None = None, take_lock: bool = False
    ) -> Self:
        """Open a file as its only writer.

        With a moment `upgrade_at` (aware) a file of a former schema is brought up to the present
        one, after a verified backup. Raises RefusedError: ("backup_read_only") for a backup,
        ("file_linked"), ("locked_by"), ("held_elsewhere") without `take_lock`, ("file_read_only"),
        ("file_newer"), ("file_older") without that moment, ("schema_differs") where only reading is
        safe, ("migration_failed"), damage.
        """
        with _naming_backup(path):
            require_register(path)
            if is_backup(path):
                raise refused("backup_read_only", path=str(path))
            if not os.access(path, os.W_OK):
                raise refused("file_read_only", path=str(path))
            lock = WriterLock(path)
            lock.acquire(take=take_lock)
            try:
                sweep_beside(path)
                require_one_name(path)
                return cls._locked(path, lock, upgrade_at)
            except BaseException:
                lock.release()
                raise

    @classmethod
    def _locked(cls, path: Path, lock: WriterLock, upgrade_at: datetime | None) -> Self:
        register = cls(path, mode="rw", lock=lock)
        try:
            register._require_usable(keep_lock=True)
        except RefusedError as problem:
            if upgrade_at is None or not is_older(problem):
                raise
            take_backup(path, upgrade_at)
            migrating.migrate(path)
            register = cls(path, mode="rw", lock=lock)
            register._require_usable()
        register._look()
        return register

    def _look(self) -> None:
        """Keep in mind what was opened; close it where that cannot be told."""
        try:
            with known_errors(self.path), self._engine.connect() as connection:
                self._seen = LastSeen(self.path, connection)
        except BaseException:
            self.close()
            raise

    @classmethod
    def create(cls, path: Path, changes: Sequence[AnyChange], act: Act) -> None:
        """Create a file holding these records, the register's own among them; whole or not at all.

        Raises RefusedError("path_taken") when something lies there, and those of the environment.
        """
        with (
            placing(path, private=True, replace=False) as (file,),
            cls(file.beside, mode="rw") as register,
            known_errors(path, to_write=True),
        ):
            register._fill(changes, act)

    @property
    def is_in_place(self) -> bool:
        """Tell whether the file that was opened still lies at its path."""
        return file_number(self.path) == self._opened is not None

    def wait_at_most(self, seconds: float) -> None:
        """Refuse an act as ("file_busy") when others are in the file for longer than that."""
        self.busy_seconds = seconds
        self._engine.dispose()
        self._engine = connect(self._private_copy or self.path, self._mode, busy_seconds=seconds)

    def _fill(self, changes: Sequence[AnyChange], act: Act) -> None:
        with self._engine.execution_options(write=True).begin() as each:
            create_schema(each)
            WriteTransaction(each).apply(act, changes)

    def _require_usable(self, *, keep_lock: bool = False) -> None:
        """Close the register and raise what makes it unusable, if anything does."""
        try:
            with known_errors(self.path), self._engine.connect() as connection:
                require_usable(connection, self.path, to_write=self.is_writable)
        except BaseException:
            if keep_lock:
                self._lock = None
            self.close()
            raise

    @contextmanager
    def read(self) -> Iterator[ReadTransaction]:
        """One short transaction that sees one state of the file."""
        with known_errors(self.path), self._engine.connect() as connection:
            yield ReadTransaction(connection)

    @contextmanager
    def write(self) -> Iterator[WriteTransaction]:
        """One write transaction: committed at the end, rolled back when anything is raised.

        Raises RefusedError("file_read_only") when the file was opened to read, where it is not what
        was opened ("lock_lost", "file_moved", "replaced_meanwhile", or no register any more), and
        ("act_unsettled") where the act is written and may yet be lost.
        """
        if self._lock is None or self._seen is None:
            raise refused("file_read_only", path=str(self.path))
        self._lock.require_own()
        if not self._seen.is_untouched():
            self._take_what_lies_there(self._seen)
        engine, head = self._engine.execution_options(write=True), None
        try:
            with known_errors(self.path, to_write=True), engine.begin() as connection:
                self._seen.require_same(connection)
                yield WriteTransaction(connection)
                head = journal_end(connection)
        except RefusedError as problem:
            if head is None or not _ends_with(self.path, head):
                raise
            self._engine.dispose()  # what SQLite has open says that it failed
            self._seen.remember(head)
            raise refused("act_unsettled", path=str(self.path)) from problem
        self._seen.remember(head)

    def _take_what_lies_there(self, seen: LastSeen) -> None:
        """Go on in the file as it lies at the path now, if it is in the state that was left.

        Until that is known, what was opened is kept open: it may be the last there is of it.
        """
        require_register(self.path)
        with _looking_at(self.path) as connection:
            seen.require_same(connection)
        self._engine.dispose()
        self._opened = file_number(self.path)

    def save_copy(self, target: Path) -> Path:
        """Make a verified copy at `target`, like `backup.save_copy`; also of a file moved away.

        What was opened is still there then, as long as its disk is. Raises RefusedError.
        """
        if self.is_in_place or self._private_copy is not None:
            return save_copy(self.path, target)
        with known_errors(self.path), self._engine.connect() as connection:
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)  # noqa: S101 - the only driver there is
            return save_copy(self.path, target, source)

    def schema_deviations(self) -> list[PartDeviation]:
        """What is not as the program makes it: the file can be read, and is not written."""
        with self.as_it_lies() as connection:
            return deviations(connection, self.path)

    @contextmanager
    def as_it_lies(self) -> Iterator[Connection]:
        """The file itself to look at, also where a private copy of it is read."""
        if self._private_copy is not None:
            with _looking_at(self.path) as connection:
                yield connection
            return
        with known_errors(self.path), self._engine.connect() as connection:
            yield connection

    def require_sound(self) -> None:
        """Look the whole file over, quickly. Raises RefusedError("file_damaged")."""
        with _naming_backup(self.path), known_errors(self.path):
            with self._engine.connect() as connection:
                found = connection.scalar(text("PRAGMA quick_check(1)"))
            if found != "ok":
                raise refused("file_damaged", path=str(self.path))

    def integrity_problems(self) -> list[str]:
        """What SQLite finds wrong in the file, in its own words; empty when all is well.

        Raises RefusedError("file_damaged") where SQLite cannot even look.
        """
        with (
            _naming_backup(self.path),
            known_errors(self.path),
            self._engine.connect() as connection,
        ):
            found = [row[0] for row in connection.execute(text("PRAGMA integrity_check"))]
            problems = [each for each in found if each != "ok"]
            orphans = connection.execute(text("PRAGMA foreign_key_check"))
            return problems + [f"foreign key: {row[0]} {row[1]} → {row[2]}" for row in orphans]

    def close(self) -> None:
        """Close the file and give the lock back."""
        self.is_closed = True
        self._engine.dispose()
        if self._private_copy is not None:
            migrating.forget_copy(self._private_copy)
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        """The file itself."""
        return self

    def __exit__(self, *_exc: object) -> None:
        """Close it."""
        self.close()


@contextmanager
def _looking_at(path: Path) -> Iterator[Connection]:
    """A file as it lies at its path, whatever is open already."""
    engine = connect(path, "ro")
    try:
        with known_errors(path), engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _ends_with(path: Path, head: str) -> bool:
    """Tell whether an act is in a file although the disk failed: at its very last sync."""
    try:
        with _looking_at(path) as connection:
            return journal_end(connection) == head
    except RefusedError:  # it is rolled back by the next to open
        return False


def is_older(problem: RefusedError) -> bool:
    """Tell whether a file was refused for its former schema only."""
    return problem.findings[0].code == "file_older"


@contextmanager
def _naming_backup(path: Path) -> Iterator[None]:
    """Add the newest verified copy to what is said of a damaged file."""
    try:
        yield
    except RefusedError as problem:
        is_damaged = bool({each.code for each in problem.findings} & DAMAGED)
        backups = backups_of(path) if is_damaged else []
        if backups:
            newest = refused("newest_backup", path=str(backups[0].path))
            raise RefusedError(*problem.findings, *newest.findings) from problem
        raise
