"""The backups of one register: found by its identity, else by where it last lay."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mutudesk.storage import backup_places
from mutudesk.storage.backup import Backup, all_backups, is_backup


def backups_of(register: Path, identity: str = "") -> list[Backup]:
    """The backups of a register, newest first; none of a backup.

    With its `identity` they are found wherever it lay when they were made; those of a copy of it
    that lies elsewhere are marked as such. Without one (the file is damaged or gone) only those
    that were made at its path are.
    """
    if is_backup(register):
        return []
    found = [
        replace(each, is_of_copy=is_of_copy)
        for each in all_backups()
        if (is_of_copy := _relation(each, register, identity)) is not None
    ]
    return sorted(found, key=lambda each: each.order, reverse=True)


def newest_own(register: Path, identity: str) -> Backup | None:
    """The newest sealed backup of the register itself, not of a copy; None without any."""
    own = (
        each
        for each in backups_of(register, identity)
        if not each.is_of_copy and each.seal is not None and each.seal.journal
    )
    return next(own, None)


def _relation(backup: Backup, register: Path, identity: str) -> bool | None:
    """Tell whether a backup is of a copy of the register, None where it is of another one."""
    seal = backup.seal
    if seal is None or not seal.identity:
        return False if backup.path.parent.name in backup_places.folder_names(register) else None
    is_of_this_path = seal.path == str(backup_places.real_path(register))
    if not identity:
        return False if is_of_this_path else None
    if seal.identity != identity:
        return None
    return not is_of_this_path and _is_there(Path(seal.path), register)


def _is_there(place: Path, register: Path) -> bool:
    """Tell whether a file lies at the place that a backup was made of, and not the register."""
    try:
        return place.is_file() and not (register.exists() and place.samefile(register))
    except OSError:
        return False
