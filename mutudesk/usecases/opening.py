"""Opening a register, to write where that is possible, else to read; closing it with a backup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.domain.findings import Finding, RefusedError
from mutudesk.storage.backup_list import newest_own
from mutudesk.storage.file_systems import judge_place
from mutudesk.storage.register_file import RegisterFile
from mutudesk.usecases.backing_up import back_up
from mutudesk.usecases.session import Session, utc_now

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

# A window waits in its own thread, and shows nothing meanwhile: the user tries again.
WINDOW_SECONDS = 2
# What stands in the way of writing but not of reading.
_STILL_READABLE = frozenset(
    {"locked_by", "file_read_only", "file_linked", "schema_differs", "backup_read_only"}
    | {"lock_in_place", "lock_not_made"}
)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open register; `read_only_because` says why nothing can be written, None when it can.

    `notes` are warnings about the place where it lies.
    """

    session: Session
    read_only_because: Finding | None
    notes: tuple[Finding, ...] = ()


def open_register(path: Path, *, upgrade: bool = False, take_lock: bool = False) -> Opened:
    """Open to write, or to read when somebody else writes or the file is protected or altered.

    Looks the file over first (SQLite's quick check). With `upgrade` a file of a former schema is
    brought up to the present one, which the user is asked first: an older program cannot open it
    any more. Raises RefusedError when it cannot be read at all, ("file_older") without `upgrade`,
    ("held_elsewhere") without `take_lock`.
    """
    because: Finding | None = None
    try:
        upgrade_at = utc_now() if upgrade else None
        register = RegisterFile.open_to_write(path, upgrade_at=upgrade_at, take_lock=take_lock)
    except RefusedError as refused:
        because = refused.findings[0]
        if because.code not in _STILL_READABLE:
            raise
        register = RegisterFile.open_to_read(path)
    register.wait_at_most(WINDOW_SECONDS)
    try:
        register.require_sound()
    except BaseException:
        register.close()
        raise
    return Opened(Session(register), because, () if because else place_notes(path))


def open_former(path: Path, because: Finding) -> Opened:
    """Open a file to read, as it is, by the user's wish; `because` says why nothing is written.

    It is of a former schema, or held on another machine.
    """
    register = RegisterFile.open_to_read(path)
    register.wait_at_most(WINDOW_SECONDS)
    return Opened(Session(register), because)


def open_to_read(path: Path, *, touch: bool = True) -> Session:
    """Open to look only; `touch` False promises that not a byte is written."""
    return Session(RegisterFile.open_to_read(path, touch=touch))


def open_to_write(path: Path, *, take_lock: bool = False) -> Session:
    """Open as the only writer; a file of a former schema is brought up to the present one.

    Raises RefusedError like `RegisterFile.open_to_write`.
    """
    register = RegisterFile.open_to_write(path, upgrade_at=utc_now(), take_lock=take_lock)
    return Session(register)


def place_notes(path: Path) -> tuple[Finding, ...]:
    """Warnings for whoever writes in a file at this place: a network, a synchronised folder."""
    return tuple(judge_place(path))


def close_register(session: Session) -> None:
    """Close; a verified backup is made first where the newest one does not hold everything.

    Raises RefusedError when it could not be made although something was written here: the register
    is still open then, so that whoever asked can go on working or copy it elsewhere.
    """
    if session.register.is_writable:
        try:
            back_up(session)
        except RefusedError:
            if session.changed:
                raise
    session.register.close()


def last_backup(session: Session) -> datetime | None:
    """When the newest verified backup was made (UTC), None when there is none."""
    with session.register.read() as reading:
        newest = newest_own(session.register.path, reading.identity())
    return None if newest is None else newest.made_at
