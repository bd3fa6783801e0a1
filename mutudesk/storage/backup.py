"""Verified copies of a register, and the backups among them.

A copy is made in one step, checked, sealed with its SHA-256 and the last seal of the journal. The
seal gets its name first, so that no copy is without one.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from mutudesk.domain.findings import refused
from mutudesk.paths import SUFFIX
from mutudesk.storage import backup_places, leftovers, thinning
from mutudesk.storage.errors import known_errors
from mutudesk.storage.header import require_register
from mutudesk.storage.lock import user_name
from mutudesk.storage.places import free_place, real_place
from mutudesk.storage.placing import placing
from mutudesk.storage.seals import Seal, digest_of, mark_of, read_seal, seal_place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(\d{8}T\d{6}Z)(?:-\d{1,4})?")


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified copy and when it was made (UTC). Without a seal it was not made whole.

    `is_of_copy`: made of another file that is a copy of the register, at its own place still.
    """

    path: Path
    made_at: datetime
    seal: Seal | None = None
    is_of_copy: bool = False

    @property
    def order(self) -> tuple[int, datetime]:
        """What sorts backups by their making, whatever the clock said."""
        return (self.seal.number if self.seal is not None else 0, self.made_at)


def save_copy(register: Path, target: Path, source: sqlite3.Connection | None = None) -> Path:
    """Make a verified copy at `target`, replacing it whole; returns `target`.

    `source` has the register open where its path leads to it no more.

    Raises RefusedError("copy_onto_itself"), ("copy_damaged") when the copy does not verify, and
    those of the environment (full disk, read-only folder).
    """
    _save(register, target, 0, source)
    return target


def _save(
    register: Path, target: Path, number: int, source: sqlite3.Connection | None = None
) -> Seal:
    if source is None:
        require_register(register)
    real, known = real_place(target)
    if known is not None and source is None and real.samefile(register):
        raise refused("copy_onto_itself", path=str(target))
    free_place(seal_place(real))
    with placing(seal_place(real), target, private=True) as (sealed, copied):
        with known_errors(target, to_write=True):
            identity, head = copy_checked(register, copied.beside, source)
        seal = Seal(
            sha256=digest_of(copied.beside),
            journal=head,
            identity=identity,
            path=str(backup_places.real_path(register)),
            who=user_name(),
            number=number,
        )
        sealed.write(seal.to_bytes())
    return seal


def copy_checked(
    register: Path, partial: Path, source: sqlite3.Connection | None = None
) -> tuple[str, str]:
    """Copy a register into a new file and look it over; return what `mark_of` says of it.

    `source` is a connection that has it open, else one is made. Raises RefusedError("copy_damaged")
    and the errors of SQLite.
    """
    with closing(sqlite3.connect(partial)) as copy:
        # One step: a stepped copy never ends beside a busy writer.
        if source is not None:
            source.backup(copy)
        else:
            uri = f"{register.absolute().as_uri()}?mode=ro"
            with closing(sqlite3.connect(uri, uri=True)) as opened:
                opened.backup(copy)
        if problem_in(copy):
            raise refused("copy_damaged", path=str(register))
        return mark_of(copy)


def problem_in(connection: sqlite3.Connection) -> str:
    """The first thing that SQLite finds wrong in a file, in its own words; "" when all is well."""
    found = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok":
        return str(found)
    orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
    return "" if orphan is None else f"foreign key: {orphan[0]} {orphan[1]}"


def backup_folder(register: Path) -> Path:
    """Where the program puts the backups of a register."""
    return backup_places.own_root() / backup_places.folder_name(register)


def take_backup(register: Path, now: datetime) -> Backup:
    """Make a verified copy among the others of this register, then thin them.

    Raises RefusedError like `save_copy`.
    """
    folder = backup_folder(register)
    leftovers.sweep_folder(folder)
    number = 1 + max((each.order[0] for each in all_backups()), default=0)
    target = _free_name(folder, now)
    taken = Backup(target, now, _save(register, target, number))
    thin(folder, now)
    return taken


def copy_to_second(backup: Backup) -> Path | None:
    """Put a backup into the second folder as well; None where there is no second one.

    Raises RefusedError("second_folder_missing") where it is not there now, and those of a file
    that cannot be written.
    """
    chosen, root = backup_places.second_folder(), backup_places.second_root()
    if chosen is None or root is None or backup.seal is None:
        return None
    if not chosen.is_dir():
        raise refused("second_folder_missing", path=str(chosen))
    folder = root / backup.path.parent.name
    target = _free_name(folder, backup.made_at)
    leftovers.sweep_folder(folder)
    with placing(seal_place(target), target, private=True) as (sealed, copied):
        try:
            copied.write(backup.path.read_bytes())
        except OSError:
            raise refused("file_unreachable", path=str(backup.path)) from None
        sealed.write(backup.seal.to_bytes())
    thin(folder, backup.made_at)
    return target


def _free_name(folder: Path, now: datetime) -> Path:
    """A name for a backup that no other one has: two may be made in one second."""
    stamp = now.astimezone(UTC).strftime(_STAMP)
    names = (f"{stamp}-{number}" if number > 1 else stamp for number in count(1))
    places = (folder / f"{name}{SUFFIX}" for name in names)
    return next(each for each in places if not each.exists())


def thin(folder: Path, now: datetime) -> None:
    """Let superfluous backups of one folder go; one that cannot be removed stays."""
    backups = sorted(_in_folder(folder), key=lambda each: each.order, reverse=True)
    for each in thinning.superfluous(backups, now, thinning.free_space(folder)):
        with suppress(OSError):
            each.path.unlink()
            seal_place(each.path).unlink(missing_ok=True)


def all_backups() -> Iterator[Backup]:
    """Every backup that can be found, of whatever register, in no order."""
    for root in backup_places.roots():
        try:
            folders = [each for each in root.iterdir() if each.is_dir()]
        except OSError:
            continue
        for folder in folders:
            yield from _in_folder(folder)


def _in_folder(folder: Path) -> Iterator[Backup]:
    try:
        found = list(folder.glob(f"*{SUFFIX}"))
    except OSError:
        return
    for path in found:
        named = _NAME.fullmatch(path.stem)
        if named is None:
            continue
        try:
            made_at = datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue
        yield Backup(path, made_at, read_seal(path))


def is_backup(path: Path) -> bool:
    """Tell whether a file is a backup: it lies among them, or its seal says so."""
    if backup_places.is_within(path, backup_places.roots()):
        return True
    seal = read_seal(path)
    return seal is not None and seal.number > 0
