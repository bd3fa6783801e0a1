"""Folders that the program makes itself, and names that are on the disk for good."""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OWN, SHARED = 0o700, 0o770
_HANDED_ON = 0o777  # less what the user's umask takes away
# A system that cannot settle a folder says so with one of these; the others are errors of the disk.
_CANNOT_SETTLE = frozenset(
    {errno.EACCES, errno.EBADF, errno.EINVAL, errno.EISDIR, errno.ENOSYS, errno.ENOTSUP}
    | {errno.EOPNOTSUPP, errno.EPERM}
)


def make_folders(folder: Path, *, private: bool) -> list[Path]:
    """Make a folder and those above that are missing; return those made, the outermost first.

    Private ones are for this user alone, or for the group where the folder above is shared with
    one; the others follow the umask. Existing ones are not changed. Raises OSError, with nothing
    left.
    """
    missing: list[Path] = []
    while not os.path.lexists(folder):
        missing.append(folder)
        folder = folder.parent
    made: list[Path] = []
    try:
        for each in reversed(missing):
            each.mkdir(OWN if private else _HANDED_ON)
            made.append(each)
            if private and shared_group(each.parent) == each.stat().st_gid:
                each.chmod(SHARED | (each.stat().st_mode & stat.S_ISGID))
            sync_folder(each.parent)
    except OSError:
        remove_folders(made)
        raise
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    return made


def remove_folders(made: list[Path]) -> None:
    """Remove folders that `make_folders` made, as far as they are empty."""
    for each in reversed(made):
        try:
            each.rmdir()
        except OSError:
            return


def shared_group(folder: Path) -> int | None:
    """The group that shares a folder, None where it is one user's or everybody's."""
    known = folder.stat()
    if known.st_mode & stat.S_ISGID:
        return known.st_gid
    is_of_group = known.st_mode & stat.S_IWGRP and not known.st_mode & stat.S_IWOTH
    return known.st_gid if is_of_group else None


def sync_folder(folder: Path) -> None:
    """Have the system put the names in a folder on the disk, where it can (not on Windows).

    Raises OSError when the disk fails.
    """
    if sys.platform == "win32":
        return
    try:
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
    except OSError as problem:
        if problem.errno not in _CANNOT_SETTLE:
            raise
