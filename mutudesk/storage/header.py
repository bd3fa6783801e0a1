"""What a file is, from its first hundred bytes: nothing is opened for writing to find out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.findings import refused

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x4D757475  # "Mutu"; says what the file is to other tools (see file(1))
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_LARGEST_PAGE = 65_536


def require_register(path: Path) -> None:
    """Refuse what is missing, empty, of another program or cut short; never writes a byte.

    Raises RefusedError("file_missing", "file_unreachable", "file_empty", "file_foreign",
    "file_truncated").
    """
    try:
        size = path.stat().st_size
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
    page_size = int.from_bytes(header[16:18])
    page_size = _LARGEST_PAGE if page_size == 1 else page_size
    if size < int.from_bytes(header[28:32]) * page_size and not hot_journal(path):
        raise refused("file_truncated", path=str(path))


def hot_journal(path: Path) -> bool:
    """Tell whether an interrupted write is waiting to be rolled back by the next writer."""
    journal = path.with_name(path.name + "-journal")
    try:
        return journal.stat().st_size > 0
    except OSError:
        return False
