"""The bytes of a file that somebody hands in: of a plain file, whole, and of no more than a list.

A pipe would be waited for, a device may never end; neither is read, nor a folder.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from mutudesk.domain.findings import refused

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 200_000_000  # bytes; a larger one is not a list of agents
_MEGABYTE = 1_000_000
# Without it, opening a pipe waits for whoever writes into it. Windows has no such files.
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)


def read_plain(path: Path, most: int | None = None) -> bytes:
    """The bytes of a plain file, or its first `most`; links are followed.

    Raises RefusedError("file_missing", "file_unreachable", "folder_given", "no_plain_file"), and
    without `most` ("file_too_large") for more than LARGEST_FILE bytes.
    """
    try:
        _require_plain(path, path.stat())  # opening a device may do something to it
        with open(path, "rb", opener=_opened_at_once) as stream:
            known = os.fstat(stream.fileno())
            _require_plain(path, known)
            if most is not None:
                return stream.read(most)
            _require_small(path, known.st_size)
            data = stream.read(LARGEST_FILE + 1)  # it may grow meanwhile, or not know its size
    except FileNotFoundError:
        raise refused("file_missing", path=str(path)) from None
    except (OSError, ValueError):  # a NUL in the name
        raise refused("file_unreachable", path=str(path)) from None
    _require_small(path, len(data))
    return data


def _opened_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | _AT_ONCE)


def _require_plain(path: Path, known: os.stat_result) -> None:
    if stat.S_ISDIR(known.st_mode):
        raise refused("folder_given", path=str(path))
    if not stat.S_ISREG(known.st_mode):
        raise refused("no_plain_file", path=str(path))


def _require_small(path: Path, size: int) -> None:
    if size > LARGEST_FILE:
        most = LARGEST_FILE // _MEGABYTE
        found = -(-size // _MEGABYTE)
        raise refused("file_too_large", path=str(path), found=found, most=most)
