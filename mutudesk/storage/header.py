"""What a file is, from its first hundred bytes: nothing is opened for writing to find out.

What lies beside it is looked at as well, before SQLite does: a journal may name another file, which
SQLite would delete when it rolls that journal back.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from mutudesk.domain.findings import refused
from mutudesk.storage.leftovers import sweep

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x4D757475  # "Mutu"; says what the file is to other tools (see file(1))
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_LARGEST_PAGE = 65_536
JOURNAL = "-journal"
SIDE_FILES = (JOURNAL, "-wal", "-shm")  # what SQLite opens with a file of its own accord
# How a journal ends that names the journal of several files, of which ours has none.
_SUPER_JOURNAL = bytes.fromhex("d9d505f920a163d7")


def require_register(path: Path) -> None:
    """Refuse what is missing, empty, of another program or cut short; never writes a byte.

    A journal beside it that could hurt is refused as well. Raises RefusedError("file_missing",
    "file_unreachable", "file_empty", "file_foreign", "file_truncated", "journal_foreign").
    """
    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode):  # a pipe would be waited for
            raise refused("file_unreachable", path=str(path))
        size = known.st_size
        with path.open("rb") as stream:
            header = stream.read(_HEADER)
    except FileNotFoundError:
        raise refused("file_missing", path=str(path)) from None
    except (OSError, ValueError):  # a folder, a closed one, a name too long or with a NUL
        raise refused("file_unreachable", path=str(path)) from None
    if size == 0:
        raise refused("file_empty", path=str(path))
    if not header.startswith(_MAGIC):
        raise refused("file_foreign", path=str(path))
    if len(header) < _HEADER:
        raise refused("file_truncated", path=str(path))
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise refused("file_foreign", path=str(path))
    _require_harmless_beside(path)
    page_size = int.from_bytes(header[16:18])
    page_size = _LARGEST_PAGE if page_size == 1 else page_size
    if size < int.from_bytes(header[28:32]) * page_size and not hot_journal(path):
        raise refused("file_truncated", path=str(path))


def require_one_name(path: Path) -> None:
    """Refuse to write in a file that lies under two names (hard links).

    The lock and the journal of an interrupted write are found by the name: under the other one a
    second writer would come in, and read half an act. What a crash of the program itself left under
    a second name is removed. Raises RefusedError("file_linked").
    """
    try:
        if path.stat().st_nlink > 1:
            sweep(path.resolve())
        count = path.stat().st_nlink
    except OSError:
        raise refused("file_unreachable", path=str(path)) from None
    if count > 1:
        raise refused("file_linked", path=str(path), count=count)


def _require_harmless_beside(path: Path) -> None:
    """Refuse what lies beside a file and would hurt when SQLite opens it.

    SQLite looks beside the file that a link leads to. Raises RefusedError("journal_foreign",
    "file_unreachable").
    """
    for ending in SIDE_FILES:
        beside = _beside(path, ending)
        try:
            is_plain = stat.S_ISREG(os.lstat(beside).st_mode)
            is_foreign = not is_plain or _names_another_file(beside)
        except FileNotFoundError:
            continue
        except OSError:
            raise refused("file_unreachable", path=str(beside)) from None
        if is_foreign:
            raise refused("journal_foreign", path=str(path), file=str(beside))


def _beside(path: Path, ending: str) -> Path:
    real = path.resolve()
    return real.with_name(real.name + ending)


def _names_another_file(journal: Path) -> bool:
    with journal.open("rb") as stream:
        stream.seek(max(0, stream.seek(0, os.SEEK_END) - len(_SUPER_JOURNAL)))
        return stream.read() == _SUPER_JOURNAL


def hot_journal(path: Path) -> bool:
    """Tell whether an interrupted write is waiting to be rolled back by the next writer."""
    try:
        return _beside(path, JOURNAL).stat().st_size > 0
    except OSError:
        return False
