"""Names of files on their way to their places, and the sweeping of those that a crash left.

`.name.HOST-PROCESS-NUMBER.partial`: the process tells whether anybody still writes it, the host
whether this machine can know. SQLite puts its `-journal` beside it, whose name must fit as well.
"""

from __future__ import annotations

import glob
import hashlib
import os
import re
import socket
import stat
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PARTIAL, FORMER = "partial", "former"
_LONGEST = 200  # bytes of the name that are kept as they are
_TAG = re.compile(r"(?:([0-9a-f]{6})-)?([0-9]{1,10})(?:-[0-9]+)?")
_FORGOTTEN = 24 * 3600  # seconds after which nobody writes any more, on whatever machine


def name_beside(place: Path, number: int) -> Path:
    """The `number`th name for a file of this process that is to take a place."""
    return place.with_name(f".{_short(place.name)}.{_host()}-{os.getpid()}-{number}.{PARTIAL}")


def sweep(place: Path) -> None:
    """Remove what processes that are gone left beside a place."""
    _sweep(place.parent, glob.escape(_short(place.name)))


def sweep_folder(folder: Path) -> None:
    """Remove what processes that are gone left in a folder of the program's own."""
    _sweep(folder, "*")


def is_running(process: int) -> bool:
    """Tell whether a process of this machine may still be there."""
    # Windows knows no signal that only asks: zero interrupts there.
    if sys.platform == "win32" or process == os.getpid():
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # somebody else's, or a system that does not tell
        return True
    return True


def _short(name: str) -> str:
    """A name, or the beginning of a long one with a digest of the whole."""
    data = os.fsencode(name)
    if len(data) <= _LONGEST:
        return name
    digest = hashlib.sha256(data).hexdigest()[:8]
    return f"{data[: _LONGEST - 9].decode(errors='ignore')}~{digest}"


def _host() -> str:
    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:6]


def _sweep(folder: Path, name: str) -> None:
    for kind in (f"{PARTIAL}*", FORMER):
        with suppress(OSError):
            for each in folder.glob(f".{name}.*.{kind}"):
                if _is_left(each):
                    with suppress(OSError):
                        each.unlink()


def _is_left(path: Path) -> bool:
    """Tell whether nobody is at a file any more; what is not named as ours is let be."""
    before, _dot, kind = path.name.rpartition(".")
    tag = _TAG.fullmatch(before.rpartition(".")[2])
    if tag is None or kind not in {PARTIAL, f"{PARTIAL}-journal", FORMER}:
        return False
    known = path.lstat()
    if not stat.S_ISREG(known.st_mode):
        return False
    if tag[1] in {None, _host()} and not is_running(int(tag[2])):
        return True
    is_elsewhere = tag[1] not in {None, _host()} or sys.platform == "win32"
    return is_elsewhere and time.time() - known.st_mtime > _FORGOTTEN
