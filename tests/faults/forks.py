"""Work in forks of one process that has everything imported: no start-up, and nothing is kept."""

from __future__ import annotations

import io
import mmap
import os
import signal
import struct
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 60  # after which a child hangs
CRASHED, HANGS = 99, -1000  # codes of an exception that got out, and of a child without an end
_POLL = 0.002


class Board:
    """What a child leaves for its parent, also when it is killed."""

    _PLACES = struct.Struct("=qqc")

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, mmap.PAGESIZE)

    @property
    def told(self) -> int:
        """How many acts were told done."""
        return int(self._PLACES.unpack_from(self._shared)[0])

    @property
    def counted(self) -> int:
        """How many calls a fault was about."""
        return int(self._PLACES.unpack_from(self._shared)[1])

    @property
    def failed_kind(self) -> str:
        """The kind of the call that failed last, empty if none did."""
        kind: bytes = self._PLACES.unpack_from(self._shared)[2]
        return kind.strip(b"\0").decode()

    def tell(self) -> None:
        """Say that one more act is done."""
        self._PLACES.pack_into(self._shared, 0, self.told + 1, 0, b"\0")

    def leave(self, counted: int, failed_kind: str) -> None:
        """Say how many calls a fault was about, and which kind failed."""
        self._PLACES.pack_into(self._shared, 0, self.told, counted, failed_kind.encode() or b"\0")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a child ended, and what it said."""

    code: int
    out: str
    err: str


class Child:
    """One function in a fork, with its own standard streams."""

    def __init__(self, work: Callable[[], int]) -> None:
        self._out: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it is read
        self._err: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
        sys.stdout.flush()
        sys.stderr.flush()
        self.number = os.fork()
        if self.number == 0:
            _run(work, self._out, self._err)

    def kill(self) -> None:
        """Kill it, wherever it is."""
        os.kill(self.number, signal.SIGKILL)

    def outcome(self, seconds: float = SECONDS) -> Outcome:
        """Wait for its end."""
        ends, code = time.monotonic() + seconds, HANGS
        while True:
            gone, status = os.waitpid(self.number, os.WNOHANG)
            if gone:
                code = os.waitstatus_to_exitcode(status)
                break
            if time.monotonic() > ends:
                self.kill()
                os.waitpid(self.number, 0)
                break
            time.sleep(_POLL)
        return Outcome(code, _text(self._out), _text(self._err))


def call(work: Callable[[], int]) -> Outcome:
    """Run a function in a fork; return how it ended."""
    return Child(work).outcome()


def _run(work: Callable[[], int], out: IO[bytes], err: IO[bytes]) -> None:
    """Do the work of a child, and never come back."""
    code = CRASHED
    try:
        os.dup2(out.fileno(), 1)
        os.dup2(err.fileno(), 2)
        sys.stdout, sys.stderr = _stream(1), _stream(2)
        code = work()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else CRASHED
    except BaseException:  # noqa: BLE001 - told to the parent
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _stream(number: int) -> io.TextIOWrapper:
    return io.TextIOWrapper(open(number, "wb", closefd=False), "utf-8", "backslashreplace")


def _text(file: IO[bytes]) -> str:
    with file:
        file.seek(0)
        return file.read().decode("utf-8", "replace")


class TooLongError(Exception):
    """Something in this process did not end."""


def in_time(work: Callable[[], list[str]]) -> list[str]:
    """What is found in this process, or that the search does not end."""

    def ring(_number: int, _frame: object) -> None:
        raise TooLongError

    former = signal.signal(signal.SIGALRM, ring)
    signal.alarm(SECONDS)
    try:
        return work()
    except TooLongError:
        return ["hangs"]
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, former)
