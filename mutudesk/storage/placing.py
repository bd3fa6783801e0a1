"""Put files at their places, whole or not at all: the one way in which the program writes a file.

Each is written beside its place, forced to the disk and only then named, several all together; the
folder is settled last, so that what is told done is there after a power cut. Whatever fails leaves
the places as they were and nothing beside them.
"""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from mutudesk.domain.findings import refused
from mutudesk.folders import make_folders, remove_folders, shared_group, sync_folder
from mutudesk.storage import leftovers
from mutudesk.storage.places import free_place, real_place
from mutudesk.storage.write_errors import not_written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OWN, _SHARED, _HANDED_ON = 0o600, 0o660, 0o666
_OF_SQLITE = ("-journal", "-wal")
# File systems without a second name for a file (FAT, some shares) answer with one of these.
_NO_LINK = frozenset(
    {errno.EINVAL, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}
)


@dataclass(slots=True)
class FileBeside:
    """A file on its way: `path` as the user named it, `real` its place, `beside` where it is now.

    `known` is what lies at the place, `kept` a second name for it until all is settled.
    """

    path: Path
    real: Path
    known: os.stat_result | None
    beside: Path
    kept: Path | None = None
    is_placed: bool = False

    def write(self, data: bytes) -> None:
        """Write what the file is to hold. Raises RefusedError."""
        try:
            self.beside.write_bytes(data)
        except OSError as problem:
            raise not_written(problem, self.path) from None


def put_bytes(path: Path, data: bytes, *, inside: Path | None = None, replace: bool = True) -> None:
    """Put a document at its place. Raises RefusedError like `placing`."""
    with placing(path, inside=inside, replace=replace) as (file,):
        file.write(data)


@contextmanager
def placing(
    *paths: Path,
    private: bool = False,
    replace: bool = True,
    inside: Path | None = None,
    over_journal: bool = False,
) -> Iterator[list[FileBeside]]:
    """Give an empty file beside each place; at the end they get their names, in this order.

    Documents follow the umask and never replace a register; a folder `inside` is made if need be,
    and a link that leads out of it refused. Private files (registers, copies, seals) are this
    user's, or the group's that shares the folder, which is made if need be; whoever calls has
    looked at what they replace. A file that is replaced hands on its mode, owner and group.
    Without `replace` whatever lies at a place keeps it; `over_journal` is for whoever takes care of
    what SQLite left beside it. Raises RefusedError("path_taken",
    "register_in_place", "journal_in_place", "place_unsettled"), those of `real_place` and
    `not_written`.
    """
    files: list[FileBeside] = []
    made: list[Path] = []
    is_done = False
    try:
        for path in paths:
            real, known = _judged(path, private=private, replace=replace, inside=inside)
            if private and not over_journal:
                _require_nothing_beside(path, real)
            made += _folders_for(path, real, inside, private=private)
            leftovers.sweep(real)
            files.append(FileBeside(path, real, known, _empty_beside(path, real, private=private)))
        if len({each.real for each in files}) < len(files):
            raise refused("file_not_written", path=str(paths[-1]))
        yield files
        _settle(files, private=private, replace=replace)
        is_done = True
    except OSError as problem:
        raise not_written(problem, paths[-1]) from None
    finally:
        for each in files:
            _clear(each)
        if not is_done:
            remove_folders(made)


def _judged(
    path: Path, *, private: bool, replace: bool, inside: Path | None
) -> tuple[Path, os.stat_result | None]:
    if not replace and os.path.lexists(path):
        raise refused("path_taken", path=str(path))
    return real_place(path, inside) if private else free_place(path, inside)


def _require_nothing_beside(path: Path, real: Path) -> None:
    """Refuse where SQLite would roll an interrupted write of another file into the new one.

    A name that leaves no room for those of SQLite's own files is refused as well. Raises
    RefusedError("journal_in_place"), and those of `not_written`.
    """
    for ending in _OF_SQLITE:
        try:
            is_left = real.with_name(f"{real.name}{ending}").lstat().st_size > 0
        except FileNotFoundError:
            continue
        except OSError as problem:
            raise not_written(problem, path) from None
        if is_left:
            raise refused("journal_in_place", path=f"{path}{ending}")


def _folders_for(path: Path, real: Path, inside: Path | None, *, private: bool) -> list[Path]:
    if not private and inside is None:
        return []
    try:
        return make_folders(real.parent if inside is None else inside, private=private)
    except OSError as problem:
        raise not_written(problem, path) from None


def _empty_beside(path: Path, real: Path, *, private: bool) -> Path:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    for number in count():
        beside = leftovers.name_beside(real, number)
        try:
            os.close(os.open(beside, flags, _OWN if private else _HANDED_ON))
        except FileExistsError:
            continue
        except OSError as problem:
            raise not_written(problem, real if path.is_symlink() else path) from None
        return beside
    raise AssertionError  # pragma: no cover - there is always a next number


def _settle(files: list[FileBeside], *, private: bool, replace: bool) -> None:
    """Finish all, name all, settle the folders; take every name back when one fails."""
    each = files[-1]
    try:
        for each in files:
            _finish(each, private=private)
        for each in files:
            _keep_former(each, copying=each is not files[-1])
        for each in files:
            _name(each, replace=replace)
            if private:  # the next one is not to be there without this one
                sync_folder(each.real.parent)
        for folder in {each.real.parent for each in files if not private}:
            sync_folder(folder)
    except BaseException as problem:
        _take_back(files)
        if not isinstance(problem, OSError):
            raise
        replacing = each.known is not None and not each.is_placed
        raise not_written(problem, each.path, replacing=replacing) from None


def _finish(file: FileBeside, *, private: bool) -> None:
    with file.beside.open("rb+") as stream:
        with suppress(OSError):  # FAT and some shares know no modes
            if file.known is not None:
                _copy_access(file.known, file.beside)
            elif private:
                _copy_access_of_folder(file.beside)
        os.fsync(stream.fileno())


def _copy_access(known: os.stat_result, beside: Path) -> None:
    """Give a file the mode and, where that is allowed, the group and the owner of another."""
    if hasattr(os, "chown"):
        for user, group in ((-1, known.st_gid), (known.st_uid, -1)):
            with suppress(OSError):
                os.chown(beside, user, group)
    beside.chmod(known.st_mode & 0o777)


def _copy_access_of_folder(beside: Path) -> None:
    group = shared_group(beside.parent)
    if group is None:
        return
    if beside.stat().st_gid != group:
        os.chown(beside, -1, group)
    beside.chmod(_SHARED)


def _keep_former(file: FileBeside, *, copying: bool) -> None:
    """Give what lies at the place a second name, or have a copy of it where there is none."""
    if file.known is None:
        return
    kept = file.beside.with_suffix(f".{leftovers.FORMER}")
    kept.unlink(missing_ok=True)
    file.kept = kept
    try:
        kept.hardlink_to(file.real)
    except OSError:
        if copying:
            shutil.copy2(file.real, kept)
        else:
            file.kept = None


def _name(file: FileBeside, *, replace: bool) -> None:
    if replace:
        file.beside.replace(file.real)
    else:
        _name_first(file)
    file.is_placed = True


def _name_first(file: FileBeside) -> None:
    """Name a file without ever replacing one: looking first would leave a moment to another."""
    try:
        try:
            file.real.hardlink_to(file.beside)
        except OSError as problem:
            if problem.errno not in _NO_LINK:
                raise
            _claim(file)
    except FileExistsError:
        raise refused("path_taken", path=str(file.path)) from None
    with suppress(OSError):
        file.beside.unlink(missing_ok=True)


def _claim(file: FileBeside) -> None:
    """Take the name with an empty file, which is ours to replace."""
    os.close(os.open(file.real, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWN))
    try:
        file.beside.replace(file.real)
    except OSError:
        file.real.unlink(missing_ok=True)
        raise


def _take_back(files: list[FileBeside]) -> None:
    """Put what was there back. Raises RefusedError("place_unsettled") where that cannot be."""
    for each in reversed(files):
        if not each.is_placed:
            continue
        try:
            if each.known is None:
                each.real.unlink()
            elif each.kept is not None:
                each.kept.replace(each.real)
            else:
                raise refused("place_unsettled", path=str(each.path))
        except OSError:
            raise refused("place_unsettled", path=str(each.path)) from None
        each.is_placed = False


def _clear(file: FileBeside) -> None:
    """Remove what still lies beside a place."""
    beside = file.beside
    for each in (beside, beside.with_name(f"{beside.name}-journal"), file.kept):
        if each is not None:
            with suppress(OSError):
                each.unlink(missing_ok=True)
