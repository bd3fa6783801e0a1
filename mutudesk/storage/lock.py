"""One writer at a time: a lock beside the file, with who holds it, on which machine, since when.

The system frees the lock when its holder dies; the note left beside it is then of no account, if it
is of this machine. The lock says nothing of other machines: there the note alone tells, until its
owner takes it away or somebody takes the file over, which its owner notices before the next write.
"""

from __future__ import annotations

import errno
import getpass
import json
import secrets
import socket
import stat
from contextlib import suppress
from dataclasses import MISSING, asdict, dataclass, fields
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from mutudesk.domain.findings import RefusedError, refused

_LONGEST_NOTE = 4_096  # bytes
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@dataclass(frozen=True, slots=True)
class LockHolder:
    """Who writes: user, machine, local time of the beginning (ISO).

    `token` tells two openings from each other; notes of older programs have none.
    """

    who: str
    host: str
    since: str
    token: str = ""

    @property
    def since_text(self) -> str:
        """The beginning as a person reads it; "?" where the note left beside the file is odd."""
        try:
            return f"{datetime.fromisoformat(self.since):%d/%m/%Y %H:%M}"
        except (TypeError, ValueError):
            return "?"

    @classmethod
    def me(cls) -> LockHolder:
        """This user on this machine, from now on."""
        return cls(user_name(), socket.gethostname(), _now(), secrets.token_hex(8))

    @classmethod
    def from_note(cls, note: bytes) -> LockHolder | None:
        """Who left a note; None for one that says nothing."""
        try:
            values_of_note = json.loads(note)
            values = [values_of_note[each.name] for each in fields(cls) if each.default is MISSING]
        except (ValueError, TypeError, LookupError, RecursionError):
            return None
        values.append(values_of_note.get("token", ""))
        # It may come from anybody, and is shown.
        is_text = all(isinstance(each, str) and each.isprintable() for each in values)
        return cls(*values) if is_text else None


def user_name() -> str:
    """The name of the user's session, "?" where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "?"


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="minutes")


class WriterLock:
    """The lock of one register file; `acquire` at once or refuse in words."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path = path.resolve()  # one file is one lock, by whatever link it was reached
        # A window may open the file in one thread and close it in another.
        self._lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=0, thread_local=False)
        self._holder = path.with_name(f".{path.name}.holder")
        self._me = LockHolder.me()
        self._mine = json.dumps(asdict(self._me)).encode()

    def acquire(self, *, take: bool = False) -> None:
        """Take the lock; with `take` also where the note of another machine says it is held.

        Raises RefusedError("locked_by") while somebody else writes, ("held_elsewhere") where one
        seems to write on another machine, ("file_read_only") where nothing may be put beside the
        file, ("lock_in_place") where something else has its name, ("lock_not_made").
        """
        try:
            self._lock.acquire()
        except Timeout:
            raise self._refused("locked_by", self.holder()) from None
        except NotImplementedError:  # file systems without locks
            raise refused("file_read_only", path=str(self._path)) from None
        except OSError as problem:
            raise self._not_made(problem) from None
        holder = self.holder()
        if holder is not None and holder.host != self._me.host and not take:
            self._lock.release()
            raise self._refused("held_elsewhere", holder)
        self._leave_note()

    def require_own(self) -> None:
        """Make sure that nobody took the file over from another machine.

        A note that was taken away is left again. Raises RefusedError("lock_lost").
        """
        note = self._note()
        if note == self._mine:
            return
        holder = LockHolder.from_note(note)
        if holder is None:
            self._leave_note()
        elif holder != self._me:
            raise self._refused("lock_lost", holder)

    def release(self) -> None:
        """Give the lock back; harmless when it is not held."""
        if self._lock.is_locked:
            with suppress(OSError):
                if self.holder() == self._me:
                    self._holder.unlink()
            self._lock.release()

    def holder(self) -> LockHolder | None:
        """Who took the lock last, None where nobody left a name."""
        return LockHolder.from_note(self._note())

    def _note(self) -> bytes:
        """What lies beside the file as a note; b"" where there is none."""
        try:
            if not stat.S_ISREG(self._holder.stat().st_mode):  # a pipe would be waited for
                return b""
            with self._holder.open("rb", buffering=0) as stream:
                return stream.read(_LONGEST_NOTE)
        except OSError:
            return b""

    def _leave_note(self) -> None:
        try:
            self._holder.write_bytes(self._mine)
        except OSError:  # on a full disk an empty one would stay
            with suppress(OSError):
                self._holder.unlink()

    def _not_made(self, problem: OSError) -> RefusedError:
        if problem.errno in _NOT_ALLOWED:
            return refused("file_read_only", path=str(self._path))
        place = Path(self._lock.lock_file)
        if place.exists() and not place.is_file():
            return refused("lock_in_place", path=str(self._path), file=str(place))
        return refused("lock_not_made", path=str(self._path))

    def _refused(self, code: str, holder: LockHolder | None) -> RefusedError:
        return refused(
            code,
            path=str(self._path),
            who=holder.who if holder else "?",
            host=holder.host if holder else "?",
            since=holder.since_text if holder else "?",
        )
