"""A register that was moved while it was open, found again: the session goes on in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.findings import refused
from mutudesk.storage.queries.journal import head_of
from mutudesk.storage.register_file import RegisterFile

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.usecases.session import Session


def is_in_place(session: Session) -> bool:
    """Tell whether the file that was opened still lies at its path."""
    return session.register.is_in_place


def find_again(session: Session, path: Path) -> None:
    """Go on in the file at `path`, which must be the register as it was left.

    Raises RefusedError("register_not_same") for another one or an earlier or later state of it, and
    those of `RegisterFile.open_to_write`; the session is as it was then.
    """
    former = session.register
    opened = RegisterFile.open_to_write if former.is_writable else RegisterFile.open_to_read
    found = opened(path)
    if _mark(found) != _mark(former):
        found.close()
        raise refused("register_not_same", path=str(path), file=str(former.path))
    found.wait_at_most(former.busy_seconds)
    session.register = found
    former.close()


def _mark(register: RegisterFile) -> tuple[str, str]:
    with register.read() as reading:
        return reading.identity(), head_of(reading.connection)[0]
