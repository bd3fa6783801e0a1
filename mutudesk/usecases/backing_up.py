"""Backups of an open register: made whenever its journal says more than the newest of them.

At closing, before an import, a migration or a restore, every half hour of work, after a command
that writes, and when the user asks for one.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mutudesk.domain.findings import Finding, RefusedError, refused, warning
from mutudesk.storage import backup_places
from mutudesk.storage.backup import Backup, copy_to_second, is_backup, take_backup
from mutudesk.storage.backup_list import backups_of
from mutudesk.storage.queries.journal import head_of
from mutudesk.storage.register_file import RegisterFile
from mutudesk.storage.seals import read_seal
from mutudesk.usecases.session import Session


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What became of a backup: `made` None where the newest one already held everything.

    `newest` is that which holds everything now. `missed` says why the second folder has no copy of
    it, None where it has one or none was wished for.
    """

    newest: Backup
    made: Backup | None
    missed: Finding | None = None


def back_up(session: Session) -> BackupReport:
    """Make a verified backup unless the newest one is of this very state; so in both folders.

    Raises RefusedError when it cannot be made, ("backup_read_only") of a backup itself; the
    register is as it was.
    """
    path = session.register.path
    if is_backup(path):
        raise refused("backup_read_only", path=str(path))
    with session.register.read() as reading:
        identity, (head, _moment) = reading.identity(), head_of(reading.connection)
    newest, second = _newest_of_each(path, identity)
    made = None
    if newest is None or _end(newest) != head:
        newest = made = take_backup(path, session.now())
    if second is not None and _end(second) == head:
        return BackupReport(newest, made)
    try:
        copy_to_second(newest)
    except RefusedError as problem:
        return BackupReport(newest, made, problem.findings[0])
    return BackupReport(newest, made)


def _newest_of_each(path: Path, identity: str) -> tuple[Backup | None, Backup | None]:
    """The newest backup of a register itself in the first folder, and in the second one."""
    own = [each for each in backups_of(path, identity) if not each.is_of_copy]
    first = (each for each in own if backup_places.is_first(each.path))
    second = (each for each in own if not backup_places.is_first(each.path))
    return next(first, None), next(second, None)


def _end(backup: Backup) -> str:
    """The last seal of its journal, "" where nothing says it."""
    return "" if backup.seal is None else backup.seal.journal


def back_up_quietly(session: Session) -> list[Finding]:
    """Make a backup before or after an act that must not look refused because of it.

    Returns warnings that say why there is none, or none in the second folder. What is only read, or
    a backup itself, has none.
    """
    if not session.register.is_writable:
        return []
    try:
        missed = back_up(session).missed
    except RefusedError as problem:
        return _missed(problem)
    return [] if missed is None else [missed.tolerated()]


def back_up_closed(path: Path) -> list[Finding]:
    """Make a backup of a register that nobody has open, such as one just created, quietly.

    Returns warnings like `back_up_quietly`.
    """
    if is_backup(path):
        return []
    try:
        with Session(RegisterFile.open_to_read(path)) as session:
            missed = back_up(session).missed
    except RefusedError as problem:
        return _missed(problem)
    return [] if missed is None else [missed.tolerated()]


def _missed(problem: RefusedError) -> list[Finding]:
    return [warning("backup_missed"), *(each.tolerated() for each in problem.findings)]


def second_folder() -> Path | None:
    """The folder in which each backup is put as well, None without one."""
    return backup_places.second_folder()


def choose_second_folder(folder: Path | None) -> None:
    """Keep that choice. Raises RefusedError where nothing can be written there."""
    backup_places.choose_second_folder(folder)


def register_of(backup: Path) -> Path | None:
    """The register that a backup was made of, None where it does not say, or is none."""
    seal = read_seal(backup) if is_backup(backup) else None
    return Path(seal.path) if seal is not None and seal.path else None
