"""What a run of some acts did to the disk, and what is left of it when the power goes."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.faults.calls import TOLD, WRITE, DiskCall
from tests.faults.disk import Disk, Names, Tree, groups_of

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cut:
    """What is there after one power cut, and how many acts had been told done by then."""

    tree: Tree
    told: int
    words: str


@dataclass(frozen=True, slots=True)
class Recording:
    """What lay there before, and every call since."""

    before: Tree
    calls: tuple[DiskCall, ...]

    def states(self) -> list[Tree]:
        """What was there before, and after each act that was told done."""
        disk, found = Disk(self.before), [self.before]
        for call in self.calls:
            if call.kind == TOLD:
                found.append(disk.seen())
            disk.do(call)
        return found

    def end(self) -> Tree:
        """What is there in the end."""
        disk = Disk(self.before)
        for call in self.calls:
            disk.do(call)
        return disk.seen()

    def cuts(self, count: int, chance: random.Random) -> Iterator[Cut]:
        """Cut the power so many times: right after something was told done, beside names, anywhere.

        Most calls are writes, and the rest decides.
        """
        anywhere = range(len(self.calls) + 1)
        told = [at for at, call in enumerate(self.calls, 1) if call.kind == TOLD]
        beside = [
            at + before
            for at, call in enumerate(self.calls)
            for before in (0, 1)
            if call.kind not in {TOLD, WRITE}
        ]
        choices = (told, beside, anywhere)
        for number in range(count):
            names = list(Names)[number // len(choices) % 2]
            yield self.cut(chance.choice(choices[number % len(choices)]), names, chance)

    def cut(self, at: int, names: Names, chance: random.Random) -> Cut:
        """Cut the power after so many calls."""
        disk, told = Disk(self.before, names), 0
        for call in self.calls[:at]:
            told += call.kind == TOLD
            disk.do(call)
        words = f"after call {at} of {len(self.calls)}, names {names.value}"
        return Cut(disk.after_cut(chance), told, words)

    def kill(self, at: int) -> Cut:
        """Kill the program after so many calls: what it did is there."""
        disk = Disk(self.before)
        for call in self.calls[:at]:
            disk.do(call)
        told = sum(call.kind == TOLD for call in self.calls[:at])
        return Cut(disk.seen(), told, f"killed after call {at} of {len(self.calls)}")


def tree_of(folder: Path) -> Tree:
    """What lies below a folder."""
    every = {str(each.relative_to(folder)): each for each in sorted(folder.rglob("*"))}
    files = {path: each for path, each in every.items() if each.is_file()}
    known = {path: each.stat() for path, each in files.items()}
    return Tree(
        {path: each.read_bytes() for path, each in files.items()},
        frozenset(path for path, each in every.items() if each.is_dir()),
        groups_of({path: (each.st_dev, each.st_ino) for path, each in known.items()}),
    )


def lay(tree: Tree, folder: Path) -> None:
    """Put files and folders below a folder, and nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for each in sorted(tree.folders):
        (folder / each).mkdir()
    second = {other: first for first, *others in tree.links for other in others}
    for path in sorted(tree.files, key=second.__contains__):
        if path in second:
            (folder / path).hardlink_to(folder / second[path])
            continue
        number = os.open(folder / path, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(tree.files[path])
