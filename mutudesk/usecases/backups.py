"""The backups of a register as a user chooses among them, be it open, damaged or gone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.domain.copy_states import CopyState
from mutudesk.domain.findings import Finding, RefusedError
from mutudesk.domain.listings import ListQuery
from mutudesk.storage.backup_list import backups_of
from mutudesk.storage.putting_back import verify
from mutudesk.storage.queries.counts import counts_of
from mutudesk.storage.queries.journal import ActList, head_of, holds_head
from mutudesk.storage.register_file import RegisterFile
from mutudesk.storage.seals import digest_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from mutudesk.domain.history import HistoryAct
    from mutudesk.domain.records import Kind
    from mutudesk.storage.backup import Backup
    from mutudesk.storage.seals import Seal

_LAST_ACTS = 5
_NOT_THERE = frozenset({"file_missing", "file_unreachable"})


@dataclass(frozen=True, slots=True)
class RegisterState:
    """What a file at a path is; `problem` says why it cannot be trusted, None when it is sound.

    `identity` and `head` (the last seal of its journal) are "" where they cannot be read.
    """

    path: Path
    identity: str = ""
    head: str = ""
    problem: Finding | None = None

    @property
    def is_sound(self) -> bool:
        """Tell whether it is a whole register."""
        return self.problem is None

    @property
    def is_there(self) -> bool:
        """Tell whether anything lies at the path that can be read."""
        return self.problem is None or self.problem.code not in _NOT_THERE

    def holds(self, head: str) -> bool | None:
        """Tell whether its journal goes on from this seal; None where it cannot be read."""
        if not self.head:
            return None
        if head == self.head:
            return True
        try:
            with (
                RegisterFile.open_to_read(self.path, touch=False) as register,
                register.as_it_lies() as connection,
            ):
                return holds_head(connection, head)
        except RefusedError:
            return None


def look_at(path: Path) -> RegisterState:
    """Look a file over: file, schema, SQLite's checks, journal; never writes, never refuses."""
    try:
        with RegisterFile.open_to_read(path, touch=False) as register, register.read() as reading:
            identity, (head, _moment) = reading.identity(), head_of(reading.connection)
    except RefusedError as problem:
        return RegisterState(path, problem=problem.findings[0])
    try:
        verify(path, None, called=path)
    except RefusedError as problem:
        return RegisterState(path, identity, head, problem.findings[-1])
    return RegisterState(path, identity, head)


@dataclass(frozen=True, slots=True)
class ListedBackup:
    """A backup as a user looks at it.

    `size` in bytes, `made_at` in UTC. `is_verified`: its bytes are those that its seal says, None
    where it has no seal; `is_in_journal`: the register holds all that it does, None where that
    cannot be told. `made_of` is the file it was made of, "" where nothing says it; `is_of_copy`
    when that is a copy of the register.
    """

    path: Path
    made_at: datetime
    size: int
    who: str
    made_of: str
    is_of_copy: bool
    is_verified: bool | None
    is_in_journal: bool | None


def list_backups(path: Path) -> list[ListedBackup]:
    """The backups of a register, newest first, each read whole to verify it.

    The register may be damaged or gone. Raises RefusedError("file_missing") where there is neither
    a register nor a backup of one.
    """
    state = look_at(path)
    found = backups_of(path, state.identity)
    if not found and state.problem is not None and not state.is_there:
        raise RefusedError(state.problem)
    return [_listed(each, state) for each in found]


def states_of(listed: ListedBackup) -> list[CopyState]:
    """How a backup is: whole or not, of what, in the register or not."""
    if listed.is_verified is None:
        return [CopyState.UNSEALED]
    if not listed.is_verified:
        return [CopyState.DAMAGED]
    states = [CopyState.VERIFIED]
    if listed.is_of_copy:
        states.append(CopyState.OF_COPY)
    if listed.is_in_journal is not None:
        states.append(CopyState.CONTAINED if listed.is_in_journal else CopyState.ELSEWHERE)
    return states


def newest_verified(path: Path) -> Path | None:
    """The newest backup of a register itself that is as its seal says; None without any."""
    own = (each for each in list_backups(path) if each.is_verified and not each.is_of_copy)
    return next((each.path for each in own), None)


def _listed(backup: Backup, state: RegisterState) -> ListedBackup:
    seal = backup.seal
    return ListedBackup(
        path=backup.path,
        made_at=backup.made_at,
        size=_size_of(backup.path),
        who="" if seal is None else seal.who,
        made_of="" if seal is None else seal.path,
        is_of_copy=backup.is_of_copy,
        is_verified=None if seal is None else _is_as_sealed(backup.path, seal),
        is_in_journal=None if seal is None else state.holds(seal.journal),
    )


def _is_as_sealed(copy: Path, seal: Seal) -> bool:
    try:
        return digest_of(copy) == seal.sha256
    except OSError:
        return False


def _size_of(copy: Path) -> int:
    try:
        return copy.stat().st_size
    except OSError:
        return 0


@dataclass(frozen=True, slots=True)
class Content:
    """What a register or a copy of it holds: records of each kind, and its last acts."""

    counts: Mapping[Kind, int]
    last_acts: Sequence[HistoryAct]


def content_of(path: Path, today: date) -> Content:
    """Look into a file without writing a byte. Raises RefusedError like `open_to_read`."""
    with RegisterFile.open_to_read(path, touch=False) as register:
        with register.read() as reading:
            counts = counts_of(reading.connection)
        return Content(counts, ActList(register, ListQuery(today)).first(_LAST_ACTS))
