"""The calls that put files on the disk: recorded in their order, or failed one at a time."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.findings import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

# What a fault can hit; "settle" is the fsync of a folder.
CALLS = ("open", "write", "fsync", "link", "replace", "settle")
# What is to be said of each fault.
FAULTS = {
    errno.EIO: "disk_error",
    errno.ENOSPC: "disk_full",
    errno.EACCES: "no_right_to_write",
    errno.EROFS: "place_read_only",
}


def code_of(write: Callable[[], object]) -> str:
    """The code with which something is refused."""
    with pytest.raises(RefusedError) as refused:
        write()
    return refused.value.findings[0].code


def all_in(folder: Path) -> dict[str, bytes]:
    """The files of a folder."""
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def no_links(*_arguments: object, **_options: object) -> None:
    """What a FAT stick answers when a file is to have a second name."""
    raise PermissionError(errno.EPERM, "Operation not permitted")


class DiskCalls:
    """Records each call as (what, name); fails the `at`th call of one kind with an error number."""

    def __init__(self) -> None:
        self.done: list[tuple[str, str]] = []
        self._failing, self._at, self._number = "", 0, 0
        self.has_failed = False

    def fail(self, call: str, number: int, at: int = 1) -> None:
        """Let the `at`th call of this kind from now on fail, once."""
        self._failing, self._at, self._number = call, at, number

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Stand between the program and the system."""
        real_open, real_fsync, real_link = os.open, os.fsync, os.link
        real_replace, real_write = os.replace, Path.write_bytes

        def opened(path: str | Path, flags: int, *rest: int, **options: int) -> int:
            if flags & os.O_CREAT:
                self._pass("open", Path(path).name)
            return real_open(path, flags, *rest, **options)

        def synced(number: int) -> None:
            is_folder = stat.S_ISDIR(os.fstat(number).st_mode)
            name = Path(os.readlink(f"/proc/self/fd/{number}")).name  # noqa: PTH115 - of a number
            self._pass("settle" if is_folder else "fsync", name)
            real_fsync(number)

        def linked(source: str | Path, target: str | Path, **_options: bool) -> None:
            self._pass("link", Path(target).name)
            real_link(source, target)

        def replaced(source: str | Path, target: str | Path) -> None:
            self._pass("replace", Path(target).name)
            real_replace(source, target)

        def written(path: Path, data: bytes) -> int:
            if self._fails("write"):
                real_write(path, data[: len(data) // 2])  # a disk that fills up takes a part
                self._raise()
            self.done.append(("write", path.name))
            return real_write(path, data)

        functions: dict[str, Callable[..., object]] = {
            "open": opened,
            "fsync": synced,
            "link": linked,
            "replace": replaced,
        }
        for name, function in functions.items():
            patch.setattr(os, name, function)
        patch.setattr(Path, "write_bytes", written)

    def _pass(self, call: str, name: str) -> None:
        if self._fails(call):
            self._raise()
        self.done.append((call, name))

    def _fails(self, call: str) -> bool:
        if call != self._failing or self.has_failed:
            return False
        self._at -= 1
        return self._at == 0

    def _raise(self) -> None:
        self.has_failed = True
        raise OSError(self._number, os.strerror(self._number))
