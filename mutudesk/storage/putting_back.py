"""Put a verified copy in the place of a register, keeping what lies there aside.

What lies there may be damaged, cut short, or wait for an interrupted write to be rolled back: its
journal never stays beside the copy, into which SQLite would roll it.
"""

from __future__ import annotations

import glob
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, BinaryIO

from mutudesk.domain.findings import RefusedError, refused
from mutudesk.folders import sync_folder
from mutudesk.storage import leftovers
from mutudesk.storage.backup import problem_in
from mutudesk.storage.engine import connect
from mutudesk.storage.errors import known_errors
from mutudesk.storage.header import SIDE_FILES, require_register
from mutudesk.storage.journal import broken_links
from mutudesk.storage.placing import placing
from mutudesk.storage.schema import FIRST_REVISION, require_usable
from mutudesk.storage.seals import Seal, digest_of, mark_of
from mutudesk.storage.write_errors import not_written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection

    from mutudesk.storage.placing import FileBeside

_WORD = "avant restauration"  # of the names of what is kept aside, which users read
_AT_ONCE = 1 << 20  # bytes


def put_back(copy: Path, seal: Seal | None, target: Path, now: datetime) -> Path | None:
    """Put a copy in the place of a register, whole or not at all; whoever calls holds its lock.

    Returns where what lay there is kept, None where nothing did. Mode, owner and group are those of
    the file replaced. Raises RefusedError("backup_damaged") when the copy is not what its seal
    says or not a whole register, ("file_unreachable"), and those of the environment.
    """
    aside: _Aside | None = None
    try:
        with placing(target, private=True, over_journal=True) as (file,):
            _copy_bytes(copy, file)
            verify(file.beside, seal, called=copy)
            aside = _Aside(target, file.real, now)
            aside.keep()
    except BaseException:
        if aside is not None:
            aside.put_back()
        raise
    return aside.first


def verify(copy: Path, seal: Seal | None, *, called: Path) -> None:
    """Look a copy over: its seal, SQLite's checks, its schema, its journal's chain.

    Raises RefusedError("backup_damaged") with the reason after it; `called` is its name in words.
    """
    problem = _problem_of(copy, seal)
    if problem is not None:
        damaged = refused("backup_damaged", path=str(called))
        raise RefusedError(*damaged.findings, *problem.findings)


def _problem_of(copy: Path, seal: Seal | None) -> RefusedError | None:
    try:
        require_register(copy)
        if seal is not None and digest_of(copy) != seal.sha256:
            return refused("backup_not_as_sealed")
        with known_errors(copy):
            return _problem_inside(copy, seal)
    except OSError:
        return refused("file_unreachable", path=str(copy))
    except RefusedError as problem:
        return problem


def _problem_inside(copy: Path, seal: Seal | None) -> RefusedError | None:
    with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as plain:
        detail = problem_in(plain)
        if detail:
            return refused("integrity_broken", detail=detail)
        if seal is not None and mark_of(plain)[1] != seal.journal:
            return refused("backup_not_as_sealed")
    engine = connect(copy, "ro")
    try:
        with engine.connect() as connection:
            line = next(_broken_lines(connection, copy), None)
            return None if line is None else refused("journal_broken", line=line)
    finally:
        engine.dispose()


def _broken_lines(connection: Connection, copy: Path) -> Iterator[int]:
    """The lines that break the chain, in a register of the present or of a former schema.

    Raises RefusedError like `require_usable` for one that is not as a program made it.
    """
    try:
        require_usable(connection, copy, to_write=True)
    except RefusedError as problem:
        first = problem.findings[0]
        if first.code != "file_older":
            raise
        if first.values["found"] == FIRST_REVISION:
            from mutudesk.storage.migrations.journal_0002 import former_broken_links

            return former_broken_links(connection)
    return broken_links(connection)


def _copy_bytes(copy: Path, file: FileBeside) -> None:
    """Write the copy beside the place; a failed reading is told from a failed writing."""
    try:
        source = copy.open("rb")
    except OSError:
        raise refused("file_unreachable", path=str(copy)) from None
    with source, file.beside.open("wb") as target:
        while data := _read(source, copy):
            target.write(data)


def _read(source: BinaryIO, copy: Path) -> bytes:
    try:
        return source.read(_AT_ONCE)
    except OSError:
        raise refused("file_unreachable", path=str(copy)) from None


def sweep_beside(path: Path) -> None:
    """Remove what a crash left beside a register: of its creation, an upgrade, a restore.

    Some of it is a second name of the file. A restore that was cut off before the copy came left
    that under which the register was to be kept. Whoever calls holds the lock of the register.
    """
    real = path.resolve()
    leftovers.sweep(real)
    names = f"{glob.escape(real.stem)} ({_WORD} *){glob.escape(real.suffix)}"
    with suppress(OSError):
        if real.stat().st_nlink > 1:
            for each in real.parent.glob(names):
                if each.samefile(real):
                    each.unlink()


@dataclass(slots=True)
class _Aside:
    """What lies at a place, given other names beside it: (former, new), in this order."""

    path: Path
    real: Path
    now: datetime
    names: list[tuple[Path, Path]] = field(default_factory=list)
    is_moved: bool = False

    @property
    def first(self) -> Path | None:
        """Where the register itself is kept, as the user would name it."""
        own = [new for former, new in self.names if former == self.real]
        return self.path.with_name(own[0].name) if own else None

    def keep(self) -> None:
        """Keep the file and what SQLite left beside it. Raises RefusedError.

        A register without a journal keeps its name until the copy takes it. One with a journal is
        moved away with it: neither may be found without the other.
        """
        there = [each for each in self._places() if os.path.lexists(each)]
        stem = self._free_stem()
        self.names = [(each, self._named(stem, each)) for each in there]
        self.is_moved = there != [self.real]
        try:
            for former, new in self.names:
                if self.is_moved:
                    former.rename(new)
                else:
                    _second_name(former, new)
            sync_folder(self.real.parent)
        except OSError as problem:
            raise not_written(problem, self.path) from None

    def put_back(self) -> None:
        """Undo it, after a failure; what cannot be put back stays aside."""
        for former, new in reversed(self.names):
            with suppress(OSError):
                if not os.path.lexists(former):
                    new.rename(former)
                elif not self.is_moved:
                    new.unlink()

    def _places(self) -> list[Path]:
        return [self.real, *(self.real.with_name(self.real.name + each) for each in SIDE_FILES)]

    def _named(self, stem: str, place: Path) -> Path:
        return place.with_name(f"{stem}{self.real.suffix}{place.name[len(self.real.name) :]}")

    def _free_stem(self) -> str:
        day = self.now.astimezone().strftime("%Y-%m-%d %Hh%M")
        stems = (
            f"{self.real.stem} ({_WORD} {day}{f' {number}' if number > 1 else ''})"
            for number in count(1)
        )
        return next(
            stem
            for stem in stems
            if not any(os.path.lexists(self._named(stem, each)) for each in self._places())
        )


def _second_name(former: Path, new: Path) -> None:
    try:
        new.hardlink_to(former)
    except OSError:
        shutil.copy2(former, new)
