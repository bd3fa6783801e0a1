"""Bringing a register back from a backup or a copy; what lies there is kept aside.

A sound register that says more than its newest backup is never taken back without being told which
backup to take.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mutudesk.domain.findings import Finding, RefusedError, refused
from mutudesk.folders import make_folders
from mutudesk.paths import SUFFIX
from mutudesk.storage.backup import Backup, is_backup
from mutudesk.storage.backup_list import backups_of
from mutudesk.storage.backup_places import real_path
from mutudesk.storage.lock import WriterLock
from mutudesk.storage.putting_back import put_back
from mutudesk.storage.register_file import RegisterFile
from mutudesk.storage.seals import read_seal
from mutudesk.storage.settled import settled
from mutudesk.storage.write_errors import not_written
from mutudesk.usecases.backing_up import back_up
from mutudesk.usecases.backups import look_at
from mutudesk.usecases.session import Session, utc_now

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from mutudesk.storage.seals import Seal
    from mutudesk.usecases.backups import RegisterState


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, from what, and where the former file is kept (None where none was).

    `skipped` are newer backups that turned out damaged. `notes` are to be known: a copy without a
    seal, a backup that could not be made.
    """

    path: Path
    source: Path
    aside: Path | None
    skipped: tuple[Path, ...] = ()
    notes: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Restoring:
    path: Path
    now: datetime
    state: RegisterState
    skipped: list[Path] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)

    def from_newest(self) -> Restored:
        """Take the newest backup that is whole."""
        found = backups_of(self.path, self.state.identity)
        candidates = [each for each in found if not each.is_of_copy]
        for each in candidates:
            _require_behind(self.path, self.state, each)
            try:
                return self._take(each.path, each.seal)
            except RefusedError as problem:
                if problem.findings[0].code != "backup_damaged":
                    raise
                self.skipped.append(each.path)
        if self.skipped:
            raise refused("backups_damaged", path=str(self.path), count=len(self.skipped))
        raise refused("no_backup", path=str(self.path))

    def from_file(self, copy: Path) -> Restored:
        """Take this backup or copy."""
        of_copy = look_at(copy)
        if of_copy.problem is not None and not of_copy.is_there:
            raise RefusedError(of_copy.problem)
        known = self.state.identity, of_copy.identity
        if all(known) and known[0] != known[1]:
            raise refused("restore_other_register", path=str(self.path), file=str(copy))
        seal = read_seal(copy)
        _require_own_place(self.path, self.state, seal)
        if seal is None:
            self.notes.append(refused("copy_unsealed", path=str(copy)).findings[0])
        return self._take(copy, seal)

    def _take(self, copy: Path, seal: Seal | None) -> Restored:
        if self.state.is_sound:
            self._back_up()
        aside = put_back(copy, seal, self.path, self.now)
        # The journal ends elsewhere now: what `check` holds it against is this backup.
        self._back_up()
        return Restored(self.path, copy, aside, tuple(self.skipped), tuple(self.notes))

    def _back_up(self) -> None:
        try:
            with Session(RegisterFile.open_to_read(self.path), now=lambda: self.now) as session:
                back_up(session)
        except RefusedError as problem:
            self.notes += [refused("backup_missed").findings[0], *problem.findings]


def restore(
    path: Path,
    copy: Path | None = None,
    *,
    now: Callable[[], datetime] = utc_now,
    take_lock: bool = False,
) -> Restored:
    """Bring back the register at `path` from `copy`, else from its newest whole backup.

    Raises RefusedError: ("no_backup"), ("backups_damaged"), ("backup_damaged"), ("register_ahead")
    and ("restore_not_needed") where a sound register holds all that its newest backup does,
    ("restore_other_register"), ("file_foreign") over a file that never was a register,
    ("copy_onto_itself"), ("backup_read_only") over a backup, ("locked_by"), ("held_elsewhere")
    without `take_lock`, and those of the environment. What lies at `path` is unchanged then.
    """
    if is_backup(path):
        raise refused("backup_read_only", path=str(path))
    if copy is not None and path.exists() and copy.exists() and path.samefile(copy):
        raise refused("copy_onto_itself", path=str(path))
    if copy is None and not path.exists() and not backups_of(path):
        raise refused("no_backup", path=str(path))  # nothing is made, not even a folder
    try:
        make_folders(path.parent, private=True)
    except OSError as problem:
        raise not_written(problem, path) from None
    lock = WriterLock(path)
    lock.acquire(take=take_lock)
    try:
        with settled(path) as judged:
            work = _Restoring(path, now(), look_at(judged))
            return work.from_newest() if copy is None else work.from_file(copy)
    finally:
        lock.release()


def _require_behind(path: Path, state: RegisterState, backup: Backup) -> None:
    """Refuse to lose what a sound register says beyond a backup that nobody named."""
    if not state.is_sound or backup.seal is None:
        return
    if state.head == backup.seal.journal:
        raise refused("restore_not_needed", path=str(path), file=str(backup.path))
    if state.holds(backup.seal.journal):
        raise refused("register_ahead", path=str(path), file=str(backup.path))


def _require_own_place(path: Path, state: RegisterState, seal: Seal | None) -> None:
    """Refuse to put a register over a document that somebody named by mistake."""
    is_own = path.suffix == SUFFIX or (seal is not None and seal.path == str(real_path(path)))
    if state.problem is not None and state.problem.code == "file_foreign" and not is_own:
        raise RefusedError(state.problem)
