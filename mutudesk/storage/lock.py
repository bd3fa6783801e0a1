"""One writer at a time: a lock beside the file, with who holds it, on which machine, since when.

The system frees the lock when its holder dies; the name left beside it is then of no account.
"""

from __future__ import annotations

import getpass
import json
import socket
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from mutudesk.domain.findings import refused

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes: user, machine, local time of the beginning (ISO)."""

    who: str
    host: str
    since: str

    @property
    def since_text(self) -> str:
        """The beginning as a person reads it; "?" where the note left beside the file is odd."""
        try:
            return f"{datetime.fromisoformat(self.since):%d/%m/%Y %H:%M}"
        except (TypeError, ValueError):
            return "?"

    @classmethod
    def me(cls) -> Holder:
        """This user on this machine, from now on."""
        return cls(user_name(), socket.gethostname(), _now())


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

    @property
    def is_held(self) -> bool:
        """Tell whether this object holds the lock."""
        return self._lock.is_locked

    def acquire(self) -> None:
        """Take the lock.

        Raises RefusedError("locked_by") while somebody else writes, ("file_read_only") where no
        lock can be put beside the file.
        """
        try:
            self._lock.acquire()
        except Timeout:
            holder = self.holder()
            raise refused(
                "locked_by",
                path=str(self._path),
                who=holder.who if holder else "?",
                host=holder.host if holder else "?",
                since=holder.since_text if holder else "?",
            ) from None
        except (OSError, NotImplementedError):
            raise refused("file_read_only", path=str(self._path)) from None
        with suppress(OSError):
            self._holder.write_text(json.dumps(asdict(Holder.me())), encoding="utf-8")

    def release(self) -> None:
        """Give the lock back; harmless when it is not held."""
        if self._lock.is_locked:
            with suppress(OSError):
                self._holder.unlink()
            self._lock.release()

    def holder(self) -> Holder | None:
        """Who took the lock last, None where nobody left a name."""
        try:
            return Holder(**json.loads(self._holder.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
