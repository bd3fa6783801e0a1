"""A disk as a model: contents and names, each of them settled or still on its way.

A sync of a file settles its content, a sync of a folder the names in it. What is on its way when
the power goes may be there or not: a write also in part, by sectors; names in any choice, or up to
one of them where the file system keeps their order (a sync of any file settles them then).
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from tests.faults.calls import (
    CREATE,
    LINK,
    MAKE_FOLDER,
    REMOVE,
    REMOVE_FOLDER,
    RENAME,
    SETTLE,
    SYNC,
    TRUNCATE,
    WRITE,
    DiskCall,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Hashable, Mapping

SECTOR = 512
_FOLDER = -1  # what a name of a folder stands for
_SURVIVES, _TORN = 0.4, 0.6  # of writes on their way: there whole, there in part, not there


class Names(Enum):
    """What a file system does with names that nobody settled."""

    UNORDERED = "unordered"
    IN_ORDER = "in order"


@dataclass(frozen=True, slots=True)
class Tree:
    """Files with their contents, and folders, by their paths below one folder.

    `links` are the paths under which one file lies more than once, each group sorted.
    """

    files: dict[str, bytes]
    folders: frozenset[str] = frozenset()
    links: frozenset[tuple[str, ...]] = frozenset()


@dataclass(slots=True)
class _File:
    """A content: what is settled, what the program sees, and the calls between the two."""

    settled: bytes = b""
    seen: bytearray = field(default_factory=bytearray)
    under_way: list[DiskCall] = field(default_factory=list)


class Disk:
    """Follows the calls of a recording; tells what is there after a cut."""

    def __init__(self, tree: Tree, names: Names = Names.UNORDERED) -> None:
        self._order = names
        self._files = [_File(data, bytearray(data)) for data in tree.files.values()]
        self._seen = {path: number for number, path in enumerate(tree.files)}
        for first, *others in tree.links:
            self._seen.update(dict.fromkeys(others, self._seen[first]))
        self._seen.update(dict.fromkeys(tree.folders, _FOLDER))
        self._settled = dict(self._seen)
        # Changes of names on their way: what each name stands for then, None for nothing.
        self._under_way: list[dict[str, int | None]] = []

    def do(self, call: DiskCall) -> None:
        """Follow one call."""
        match call.kind:
            case _ if call.kind == CREATE:
                self._files.append(_File())
                self._name({call.path: len(self._files) - 1})
            case _ if call.kind == MAKE_FOLDER:
                self._name({call.path: _FOLDER})
            case _ if call.kind in {REMOVE, REMOVE_FOLDER}:
                self._name({call.path: None})
            case _ if call.kind == RENAME:
                self._name({call.path: None, call.other: self._seen[call.path]})
            case _ if call.kind == LINK:
                self._name({call.other: self._seen[call.path]})
            case _ if call.kind in {WRITE, TRUNCATE}:
                file = self._files[self._seen[call.path]]
                file.under_way.append(call)
                _apply(file.seen, call)
            case _ if call.kind == SYNC:
                file = self._files[self._seen[call.path]]
                file.settled, file.under_way = bytes(file.seen), []
                if self._order is Names.IN_ORDER:
                    self._settle(None)
            case _ if call.kind == SETTLE:
                self._settle(call.path if self._order is Names.UNORDERED else None)

    def seen(self) -> Tree:
        """What the program sees."""
        return _tree(self._seen, [bytes(each.seen) for each in self._files])

    def after_cut(self, chance: random.Random) -> Tree:
        """What may be there when the power is back."""
        names = dict(self._settled)
        if self._order is Names.IN_ORDER:
            kept = self._under_way[: chance.randint(0, len(self._under_way))]
        else:
            kept = [each for each in self._under_way if chance.random() < 1 / 2]
        for change in kept:
            _rename(names, change)
        return _tree(names, [_left_of(each, chance) for each in self._files])

    def _name(self, change: dict[str, int | None]) -> None:
        _rename(self._seen, change)
        self._under_way.append(change)

    def _settle(self, folder: str | None) -> None:
        """Settle the names in a folder, or all."""
        waiting = []
        for change in self._under_way:
            if folder is None or folder in map(posixpath.dirname, change):
                _rename(self._settled, change)
            else:
                waiting.append(change)
        self._under_way = waiting


def _rename(names: dict[str, int], change: dict[str, int | None]) -> None:
    for path, number in change.items():
        if number is None:
            names.pop(path, None)
        else:
            names[path] = number


def _tree(names: dict[str, int], contents: list[bytes]) -> Tree:
    folders = {path for path, number in names.items() if number == _FOLDER}
    there = {path: number for path, number in names.items() if _is_reached(path, folders)}
    files = {path: contents[number] for path, number in there.items() if number != _FOLDER}
    links = groups_of({path: there[path] for path in files})
    return Tree(files, frozenset(folders & there.keys()), links)


def groups_of(files: Mapping[str, Hashable]) -> frozenset[tuple[str, ...]]:
    """The paths that stand for the same file, by what tells files apart."""
    by_file: dict[Hashable, list[str]] = {}
    for path, file in files.items():
        by_file.setdefault(file, []).append(path)
    return frozenset(tuple(sorted(paths)) for paths in by_file.values() if len(paths) > 1)


def _is_reached(path: str, folders: set[str]) -> bool:
    above = posixpath.dirname(path)
    return not above or (above in folders and _is_reached(above, folders))


def _left_of(file: _File, chance: random.Random) -> bytes:
    content = bytearray(file.settled)
    for call in file.under_way:
        fate = chance.random()
        if fate < _SURVIVES:
            _apply(content, call)
        elif fate < _TORN and call.kind == WRITE:
            for begin in range(0, len(call.data), SECTOR):
                if chance.random() < 1 / 2:
                    sector = call.data[begin : begin + SECTOR]
                    _apply(content, DiskCall(WRITE, offset=call.offset + begin, data=sector))
    return bytes(content)


def _apply(content: bytearray, call: DiskCall) -> None:
    if call.kind == TRUNCATE:
        del content[call.offset :]
    missing = call.offset - len(content)
    content.extend(bytes(max(missing, 0)))
    content[call.offset : call.offset + len(call.data)] = call.data
