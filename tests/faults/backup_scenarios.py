"""Backups of a session, and a register that is brought back from them."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from mutudesk.language.messages import sentence
from mutudesk.storage.backup_places import choose_second_folder
from mutudesk.usecases.backing_up import back_up
from mutudesk.usecases.opening import close_register, open_register
from tests.faults.judging import seen
from tests.faults.register_scenarios import (
    BACKUP,
    REGISTER,
    SECOND,
    SECOND_FOLDER,
    enter,
    enter_one,
    new_register,
    parts_of_backups,
    parts_of_register,
)
from tests.faults.scenarios import Parts, Scenario, Tell, commands, in_words, nothing

if TYPE_CHECKING:
    from collections.abc import Hashable
    from pathlib import Path

    from mutudesk.usecases.session import Session

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
_HALF = 100_000  # bytes that are left of a register that was cut
_MORE_IN_BACKUP = frozenset({"journal_cut"})
_ASIDE = "* (avant restauration *).mutu"


# Backups ------------------------------------------------------------------------------------------


def _opened(folder: Path, later: timedelta) -> Session:
    session = open_register(folder / REGISTER).session
    session.now = lambda: NOW + later
    return session


def _closes(folder: Path, matricule: str, later: timedelta, tell: Tell) -> None:
    """Open, record an act, close with a backup."""
    session = _opened(folder, later)
    try:
        enter(session, matricule)
        tell()
        close_register(session)
        tell()
    finally:
        session.register.close()


def _backs_up_twice(folder: Path, matricule: str, later: timedelta, tell: Tell) -> None:
    """Open, record an act, back up here and in the second folder."""
    with _opened(folder, later) as session:
        enter(session, matricule)
        tell()
        missed = back_up(session).missed
        if missed is not None:
            sys.stderr.write(sentence(missed))
        tell()


def _backups(folder: Path, tell: Tell) -> int:
    def acts() -> None:
        _closes(folder, "P", timedelta(), tell)
        choose_second_folder(folder / SECOND_FOLDER)
        tell()
        _backs_up_twice(folder, "R", timedelta(hours=1), tell)

    return in_words(acts)


BACKUPS = Scenario(
    "backup",
    new_register,
    _backups,
    parts_of_register,
    lambda folder: in_words(lambda: _again(folder)),
    ahead=(BACKUP, SECOND),
)


def _again(folder: Path) -> None:
    choose_second_folder(folder / SECOND_FOLDER)
    _backs_up_twice(folder, "Q", timedelta(days=1), nothing)


# Bringing one back --------------------------------------------------------------------------------


def _with_damage(folder: Path) -> None:
    """A register that was cut while it was written in, and its two backups."""
    path = new_register(folder)
    for number, matricule in enumerate(("P", "R")):
        _closes(folder, matricule, timedelta(hours=number), nothing)
    journal = path.with_name(f"{path.name}-journal")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN")
        connection.execute("UPDATE legal_identity SET name = name || ' ' WHERE id > 0")
        kept = path.read_bytes()[:_HALF]
        shutil.copy(journal, folder / "journal")
        connection.execute("ROLLBACK")
    path.write_bytes(kept)
    (folder / "journal").rename(journal)


def _restores(folder: Path, tell: Tell) -> int:
    restore = ("--db", folder / REGISTER, "restore")
    backups = sorted((folder / "data").rglob("*.mutu"))
    return commands(tell, restore, (*restore, "--from", backups[0]))


def _content(path: Path) -> Hashable:
    """What a register holds; of one that was cut, its bytes.

    Until a restore is told done the newest backup may be of more than what is back.
    """
    data = path.read_bytes()
    return sha256(data).hexdigest() if len(data) == _HALF else seen(path, but=_MORE_IN_BACKUP)


def _parts_of_restored(folder: Path) -> Parts:
    aside = sorted(folder.glob(_ASIDE), key=lambda each: (len(each.name), each.name))
    kept = {f"aside {number}": _content(each) for number, each in enumerate(aside, 1)}
    there = {**parts_of_backups(folder), **kept}
    if (folder / REGISTER).exists():
        return {**there, REGISTER: _content(folder / REGISTER)}
    # On its way: what lay there is to be found beside it.
    return {**there, REGISTER: there.pop(f"aside {len(aside)}", None)}


def _restored_again(folder: Path) -> int:
    path = folder / REGISTER
    if path.exists() and path.stat().st_size != _HALF:
        code = enter_one(path, "Q")
    else:
        code = commands(nothing, ("--db", path, "restore"))
    seen(path)
    return code


RESTORE = Scenario(
    "restore",
    _with_damage,
    _restores,
    _parts_of_restored,
    _restored_again,
    ahead=(BACKUP, "aside"),
)
