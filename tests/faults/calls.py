"""The calls that change what lies below a folder, as the shim or a test has recorded them."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Kinds of calls, as in shim.c.
CREATE, WRITE, TRUNCATE, SYNC, SETTLE = "C", "W", "T", "S", "D"
RENAME, LINK, REMOVE, MAKE_FOLDER, REMOVE_FOLDER = "R", "L", "U", "M", "X"
TOLD = "A"
GROW = "G"  # a write that needs more room on the disk; recorded as any other
EVERY = CREATE + WRITE + TRUNCATE + SYNC + SETTLE + RENAME + LINK + REMOVE + MAKE_FOLDER
EVERY += REMOVE_FOLDER
_HEAD = struct.Struct("=cIIqQ")


@dataclass(frozen=True, slots=True)
class DiskCall:
    """One call: its kind, what it is about (below the folder), and what was written where.

    `other` is the new name of a renamed or linked file; `offset` of a truncation its new length.
    """

    kind: str
    path: str = ""
    other: str = ""
    offset: int = 0
    data: bytes = b""


def read_log(log: Path, folder: Path) -> list[DiskCall]:
    """The calls that the shim wrote to a log while it watched a folder."""
    content, at, found = log.read_bytes(), 0, []
    while at < len(content):
        kind, first, second, offset, length = _HEAD.unpack_from(content, at)
        begin = at + _HEAD.size
        middle, data, end = begin + first, begin + first + second, begin + first + second + length
        found.append(
            DiskCall(
                kind.decode(),
                _below(folder, content[begin:middle]),
                _below(folder, content[middle:data]),
                offset,
                content[data:end],
            )
        )
        at = end
    return found


def _below(folder: Path, path: bytes) -> str:
    name = os.fsdecode(path).removeprefix(str(folder)).removeprefix("/")
    return os.path.normpath(name) if name else ""
