"""The files of a folder to take in: those named after a kind, and those that only look like one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from mutudesk.domain.findings import RefusedError, refusal, refused, warning
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.guessing import guess_kind_of
from mutudesk.exchange.plain_files import read_plain
from mutudesk.exchange.table import column_key
from mutudesk.usecases.import_reports import LineReport

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_BY_NAME = {column_key(kind.value): kind for kind in ExchangeKind}
_ENDINGS = frozenset({".csv", ".txt", ".tsv"})
_ENOUGH = 65_536  # bytes in which the names of the columns stand


class FolderFiles(NamedTuple):
    """What a folder holds.

    `taken` are its `<kind>.csv`, in the order of the kinds; `notes` warn of each other file that
    looks like one.
    """

    taken: Mapping[ExchangeKind, Path]
    notes: tuple[LineReport, ...]


def files_of(folder: Path) -> FolderFiles:
    """The files of a folder. Raises RefusedError("folder_missing"), ("folder_without_files")."""
    if not folder.is_dir():
        raise refused("folder_missing", path=str(folder))
    paths = {kind: folder / f"{kind.value}.csv" for kind in ExchangeKind}
    # A pipe or a link to nowhere is refused by whoever reads it: whoever made it meant a file.
    taken = {
        kind: path for kind, path in paths.items() if os.path.lexists(path) and not path.is_dir()
    }
    try:
        notes = tuple(passed_over(folder, taken))
    except OSError:  # a folder may be entered without being listed
        notes = ()
    if not taken:
        finding = refusal("folder_without_files", path=str(folder))
        raise RefusedError(finding, *(each.finding for each in notes))
    return FolderFiles(taken, notes)


def passed_over(folder: Path, taken: Mapping[ExchangeKind, Path]) -> list[LineReport]:
    """A warning for each other file that has the name or the columns of a kind.

    On a disk that ignores case, Agents.csv is agents.csv itself.
    """
    reports = []
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in _ENDINGS or not path.is_file():
            continue
        if any(_is_same(path, each) for each in taken.values()):
            continue
        kind = _BY_NAME.get(column_key(path.stem)) or _kind_by_columns(path)
        if kind is not None:
            name = path.name.encode("utf-8", "replace").decode("utf-8")
            finding = warning("file_passed_over", file=name, expected=f"{kind.value}.csv")
            reports.append(LineReport(name, 0, "", finding))
    return reports


def _is_same(path: Path, other: Path) -> bool:
    return other.exists() and path.samefile(other)


def _kind_by_columns(path: Path) -> ExchangeKind | None:
    try:
        found = guess_kind_of(read_plain(path, _ENOUGH))
    except RefusedError:
        return None
    return found if isinstance(found, ExchangeKind) else None
