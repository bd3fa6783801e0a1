"""Making a verified copy of the register elsewhere (*Fichier > Enregistrer une copie…*)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mutudesk.domain.findings import RefusedError, refused
from mutudesk.storage.header import require_register
from mutudesk.storage.lock import WriterLock
from mutudesk.storage.places import free_place, real_place
from mutudesk.storage.queries.journal import head_of, holds_head
from mutudesk.storage.register_file import RegisterFile

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.usecases.session import Session


def copy_register(session: Session, target: Path) -> Path:
    """Make a verified copy at `target`.

    It may take the place of a former copy of the same register that nobody writes in, and of no
    other register. Raises RefusedError("register_in_place", "locked_by") and those of a copy.
    """
    real, known = real_place(target)
    if known is None or _is_own(session, real) or not _is_register(target):
        return session.register.save_copy(target)
    lock = WriterLock(target)
    lock.acquire()
    try:
        _require_former_copy(session, target)
        return session.register.save_copy(target)
    finally:
        lock.release()


def moment_in_place(session: Session, target: Path) -> datetime | None:
    """When what lies at `target` was last written in, for the question whether to replace it.

    None where nothing lies there. Raises RefusedError("copy_onto_itself"), ("register_in_place")
    for a register that a copy cannot replace, and those of `real_place`.
    """
    real, known = real_place(target)
    if known is None:
        return None
    if _is_own(session, real):
        raise refused("copy_onto_itself", path=str(target))
    if _is_register(target):
        return _require_former_copy(session, target)
    return datetime.fromtimestamp(known.st_mtime, UTC)


def _is_own(session: Session, real: Path) -> bool:
    """Tell whether a file is the open register itself."""
    return session.register.is_in_place and real.samefile(session.register.path)


def _is_register(target: Path) -> bool:
    """Tell whether a register lies there that can be looked into.

    Raises RefusedError("register_in_place") for one that cannot, cut short for instance.
    """
    try:
        require_register(target)
    except RefusedError:
        free_place(target)
        return False
    return True


def _require_former_copy(session: Session, target: Path) -> datetime:
    """When the last act of a former copy was written: one of the same register, none ahead of it.

    Raises RefusedError("register_in_place") for any other one: what it holds would be lost.
    """
    with (
        session.register.read() as own,
        RegisterFile.open_to_read(target) as other,
        other.read() as former,
    ):
        head, moment = head_of(former.connection)
        is_former = former.identity() == own.identity() and holds_head(own.connection, head)
        if not is_former:
            raise refused("register_in_place", path=str(target))
    return moment
