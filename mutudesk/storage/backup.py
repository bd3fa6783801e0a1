"""Verified copies of the register, and which of them are kept.

A copy is made in one step, checked, sealed with its SHA-256 and the last seal of the journal. The
seal gets its name first, so that no copy is without one. Thinning keeps what an office may want
back: all of two days, then days, weeks, months.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from mutudesk.domain.findings import refused
from mutudesk.storage import leftovers
from mutudesk.storage.errors import known_errors
from mutudesk.storage.header import require_register
from mutudesk.storage.places import free_place, real_place
from mutudesk.storage.placing import placing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

STAMP = "%Y%m%dT%H%M%SZ"
KEEP_ALL = timedelta(days=2)
KEPT = (("%Y-%m-%d", 12), ("%G-%V", 10), ("%Y-%m", 9))  # days, weeks, months


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified copy and when it was made (UTC)."""

    path: Path
    made_at: datetime


def backup_folder(register: Path) -> Path:
    """Where the copies of one register lie: the platform's data folder, one folder a register."""
    digest = hashlib.sha256(str(register.absolute()).encode()).hexdigest()[:8]
    return user_data_path("mutudesk", appauthor=False) / "backups" / f"{register.stem}-{digest}"


def save_copy(register: Path, target: Path) -> Path:
    """Make a verified copy at `target`, replacing it whole; returns `target`.

    Raises RefusedError("copy_onto_itself"), ("copy_damaged") when the copy does not verify, and
    those of the environment (full disk, read-only folder).
    """
    require_register(register)
    real, known = real_place(target)
    if known is not None and real.samefile(register):
        raise refused("copy_onto_itself", path=str(target))
    seal = seal_of(real)
    free_place(seal)
    with placing(seal, target, private=True) as (sealed, copied):
        with known_errors(target, is_new=True):
            head = copy_checked(register, copied.beside)
        content = {"sha256": _digest(copied.beside), "journal": head}
        sealed.write(json.dumps(content).encode())
    return target


def seal_of(copy: Path) -> Path:
    """Where the seal of a copy lies: beside it."""
    return copy.with_name(f"{copy.name}.json")


def copy_checked(register: Path, partial: Path) -> str:
    """Copy a register into a new file and look it over; return the last seal of its journal.

    Raises RefusedError("copy_damaged") and the errors of SQLite.
    """
    uri = f"{register.absolute().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(uri, uri=True)) as source,
        closing(sqlite3.connect(partial)) as copy,
    ):
        source.backup(copy)  # one step: a stepped copy never ends beside a busy writer
        checked = copy.execute("PRAGMA integrity_check").fetchone()[0]
        orphans = copy.execute("PRAGMA foreign_key_check").fetchone()
        if checked != "ok" or orphans is not None:
            raise refused("copy_damaged", path=str(register))
        seal = copy.execute("SELECT hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        return str(seal[0]) if seal else ""


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def take_backup(register: Path, now: datetime) -> Backup:
    """Make a verified copy among the others of this register, then thin them."""
    folder = backup_folder(register)
    target = folder / f"{now.astimezone(UTC).strftime(STAMP)}.mutu"
    leftovers.sweep_folder(folder)
    save_copy(register, target)
    for old in superfluous(backups_of(register), now):
        old.path.unlink(missing_ok=True)
        seal_of(old.path).unlink(missing_ok=True)
    return Backup(target, now)


def backups_of(register: Path) -> list[Backup]:
    """The copies of this register, newest first; none where the data folder cannot be read."""
    try:
        paths = list(backup_folder(register).glob("*.mutu"))
    except OSError:
        return []
    found = []
    for path in paths:
        try:
            made_at = datetime.strptime(path.stem, STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue
        found.append(Backup(path, made_at))
    return sorted(found, key=lambda each: each.made_at, reverse=True)


def superfluous(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    """The copies that thinning lets go; never the newest one."""
    newest_first = sorted(backups, key=lambda each: each.made_at, reverse=True)
    kept = {each.path for each in newest_first if now - each.made_at <= KEEP_ALL}
    kept |= {each.path for each in newest_first[:1]}
    for pattern, count in KEPT:
        seen: dict[str, Path] = {}
        for each in newest_first:
            seen.setdefault(each.made_at.strftime(pattern), each.path)
        kept |= set(list(seen.values())[:count])
    return [each for each in newest_first if each.path not in kept]
