"""Why a file could not be put at its place, told from what the system answered: one table."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from mutudesk.domain.findings import RefusedError, refused

if TYPE_CHECKING:
    from pathlib import Path

_BY_ERRNO = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EACCES: "no_right_to_write",
    errno.EPERM: "no_right_to_write",
    errno.EROFS: "place_read_only",
    errno.EIO: "disk_error",
    errno.ENXIO: "disk_error",
    errno.ENODEV: "disk_error",
    errno.ESTALE: "disk_error",
    errno.ETIMEDOUT: "disk_error",
    errno.ENOTCONN: "disk_error",
    errno.EHOSTDOWN: "disk_error",
    errno.EHOSTUNREACH: "disk_error",
    errno.ENETDOWN: "disk_error",
    errno.ENETUNREACH: "disk_error",
    errno.ENAMETOOLONG: "name_too_long",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "not_a_folder",
    errno.EISDIR: "folder_in_place",
    errno.ELOOP: "link_in_circle",
    errno.EBUSY: "file_busy",
    errno.ETXTBSY: "file_busy",
}
# Windows folds many of its own numbers into one errno, "access denied" above all.
_BY_WINERROR = {
    19: "place_read_only",  # write protected
    21: "disk_error",  # no medium
    32: "open_elsewhere",  # sharing violation
    33: "open_elsewhere",  # lock violation
    39: "disk_full",
    53: "disk_error",  # network path gone
    59: "disk_error",  # network
    64: "disk_error",  # network name gone
    112: "disk_full",
    206: "name_too_long",
    1117: "disk_error",  # input or output
    1167: "disk_error",  # device not connected
    1224: "open_elsewhere",  # mapped by another program
    1231: "disk_error",  # network unreachable
}
_ACCESS_DENIED = 5


def not_written(
    problem: OSError, path: Path, *, field: str = "", replacing: bool = False
) -> RefusedError:
    """What to say of a file that could not be written: the disk, the rights, the name, the folder.

    `path` is the place as the user named it. `replacing` says that a file lies there and was to be
    replaced: Windows answers "access denied" while another program holds it open.
    """
    number = getattr(problem, "winerror", None)
    if replacing and number == _ACCESS_DENIED:
        code = "open_elsewhere"
    else:
        code = (
            _BY_WINERROR.get(number or 0) or _BY_ERRNO.get(problem.errno or 0) or "file_not_written"
        )
    place = path
    if code == "folder_missing" and path.parent.is_dir():
        code = "file_not_written"  # such as /proc, which takes no file and gives no reason
    elif code == "folder_missing":
        place = path.parent
    elif code == "not_a_folder":
        place = _no_folder(path)
    return refused(code, field=field, path=str(place))


def _no_folder(path: Path) -> Path:
    """What stands in the way of a path where a folder should be."""
    there = (each for each in (path, *path.parents) if os.path.lexists(each))
    return next((each for each in there if not each.is_dir()), path.parent)
