"""What lies at a path, and whether a file may be put there: judged before anything is written."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from mutudesk.domain.findings import RefusedError, refused
from mutudesk.storage.header import require_register
from mutudesk.storage.write_errors import not_written

_NO_FILE = {
    stat.S_IFDIR: "folder_in_place",
    stat.S_IFCHR: "device_in_place",
    stat.S_IFBLK: "device_in_place",
    stat.S_IFIFO: "pipe_in_place",
    stat.S_IFSOCK: "socket_in_place",
}
_NO_REGISTER = frozenset({"file_missing", "file_empty", "file_foreign"})


def real_place(path: Path, inside: Path | None = None) -> tuple[Path, os.stat_result | None]:
    """Where a file put at `path` really goes, through links, and what is known of the one there.

    Raises RefusedError("link_leads_out") for a link out of the folder `inside`, those for what is
    no plain file ("folder_in_place", "device_in_place", "pipe_in_place", "socket_in_place",
    "link_in_circle"), and those of `not_written`.
    """
    try:
        real = Path(os.path.realpath(path))
        if inside is not None and not real.is_relative_to(os.path.realpath(inside)):
            raise refused("link_leads_out", path=str(path))
        known = path.stat()
    except FileNotFoundError:
        return real, None
    except ValueError:  # a NUL in the name
        raise refused("file_not_written", path=str(path)) from None
    except OSError as problem:
        raise not_written(problem, path) from None
    if not stat.S_ISREG(known.st_mode):
        code = _NO_FILE.get(stat.S_IFMT(known.st_mode)) or "file_not_written"
        raise refused(code, path=str(path))
    return real, known


def free_place(path: Path, inside: Path | None = None) -> tuple[Path, os.stat_result | None]:
    """The same, and no register lies there, be it cut short or not to be told.

    Raises RefusedError("register_in_place", "no_right_to_write") as well.
    """
    real, known = real_place(path, inside)
    if known is not None:
        _require_no_register(real, path)
    return real, known


def _require_no_register(real: Path, path: Path) -> None:
    try:
        require_register(real)
    except RefusedError as problem:
        code = problem.findings[0].code
        if code in _NO_REGISTER:
            return
        if code == "file_unreachable":
            raise refused("no_right_to_write", path=str(path)) from None
    raise refused("register_in_place", path=str(path))
