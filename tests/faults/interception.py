"""The same recordings without a compiler: between Python and the system, in this very process.

Names and syncs are seen as they happen. What is written is seen by its effect, at the next of
those; so is what SQLite does to a register at its own place, which is taken as settled: how SQLite
syncs is for the shim to see.
"""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.faults import calls
from tests.faults.calls import DiskCall
from tests.faults.disk import Disk
from tests.faults.recordings import Recording, tree_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

_NAMING = {
    "replace": calls.RENAME,
    "rename": calls.RENAME,
    "link": calls.LINK,
    "unlink": calls.REMOVE,
    "mkdir": calls.MAKE_FOLDER,
    "rmdir": calls.REMOVE_FOLDER,
}


class Interception:
    """Follows what this process does below a folder; can let one call fail."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._before = tree_of(folder)
        self._disk = Disk(self._before)
        self._calls: list[DiskCall] = []
        self._failing, self._number = 0, 0
        self.counted, self.failed_kind = 0, ""
        self.told_count = 0

    def fail(self, at: int, number: int) -> None:
        """Let the `at`th call fail with an error number, once."""
        self._failing, self._number = at, number

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Stand between the program and the system."""
        for name, kind in _NAMING.items():
            patch.setattr(os, name, self._standing(getattr(os, name), kind))
        patch.setattr(os, "fsync", self._syncing(os.fsync))
        patch.setattr(os, "open", self._opening(os.open))

    def told(self) -> None:
        """An act was told done."""
        self.told_count += 1
        self._look()
        self._follow(DiskCall(calls.TOLD))

    def recording(self) -> Recording:
        """What was done so far."""
        self._look()
        return Recording(self._before, tuple(self._calls))

    def _standing(self, real: Callable[..., None], kind: str) -> Callable[..., None]:
        def stands(*arguments: Any, **options: Any) -> None:  # noqa: ANN401 - passed on
            given = [each for each in arguments if isinstance(each, (str, Path))]
            paths = [below for each in given if (below := self._below(each)) is not None]
            if len(paths) < len(given) or options.get("dir_fd") is not None:
                real(*arguments, **options)
                return
            self._look()
            self._pass(kind)
            real(*arguments, **options)
            path, other = [*paths, ""][:2]
            self._follow(DiskCall(kind, path, other))

        return stands

    def _syncing(self, real: Callable[[int], None]) -> Callable[[int], None]:
        def syncs(number: int) -> None:
            path = self._below(os.readlink(f"/proc/self/fd/{number}"))  # noqa: PTH115 - of a number
            if path is None:
                real(number)
                return
            self._look()
            kind = calls.SETTLE if (self._folder / path).is_dir() else calls.SYNC
            self._pass(kind)
            self._follow(DiskCall(kind, path))

        return syncs

    def _opening(self, real: Callable[..., int]) -> Callable[..., int]:
        def opens(path: Any, flags: int, *rest: int, **options: int) -> int:  # noqa: ANN401
            is_own = isinstance(path, (str, Path)) and self._below(path) is not None
            if is_own and flags & os.O_CREAT:
                self._pass(calls.CREATE)
            return real(path, flags, *rest, **options)

        return opens

    def _below(self, path: str | Path) -> str | None:
        """A path below the folder, None for others."""
        whole = os.path.abspath(path)  # noqa: PTH100 - links are not followed
        root = str(self._folder)
        if whole != root and not whole.startswith(f"{root}/"):
            return None
        return whole[len(root) + 1 :]

    def _pass(self, kind: str) -> None:
        self.counted += 1
        if self.counted == self._failing:
            self.failed_kind = kind
            raise OSError(self._number, os.strerror(self._number))

    def _follow(self, call: DiskCall) -> None:
        self._calls.append(call)
        self._disk.do(call)

    def _look(self) -> None:
        """Find out what was written since the last call."""
        now, known = tree_of(self._folder), self._disk.seen()
        for path in known.files.keys() - now.files.keys():
            self._follow(DiskCall(calls.REMOVE, path))
        for path, data in now.files.items():
            if path not in known.files:
                self._follow(DiskCall(calls.CREATE, path))
            if known.files.get(path, b"") != data:
                self._follow(DiskCall(calls.TRUNCATE, path))
                self._follow(DiskCall(calls.WRITE, path, data=data))
                if _is_of_sqlite(path):
                    self._follow(DiskCall(calls.SYNC, path))


def _is_of_sqlite(path: str) -> bool:
    name = posixpath.basename(path)
    return name.endswith(".mutu") and not name.startswith(".")
