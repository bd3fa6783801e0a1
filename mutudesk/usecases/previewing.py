"""Looking into a file before it is taken in: what kind it may be, its first lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.domain.codes import fold
from mutudesk.domain.findings import Finding, RefusedError, Severity, refused
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.kinds import layout_of
from mutudesk.exchange.problems import TableError
from mutudesk.exchange.table import column_key, read_table
from mutudesk.progress import Progress, untold
from mutudesk.usecases.importing import (
    ImportReport,
    LineReport,
    import_file,
    import_folder,
    read_file,
)
from mutudesk.usecases.mayors import import_mayors

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mutudesk.usecases.session import Session

__all__ = [
    "FOLDER",
    "MAYORS",
    "ExchangeKind",
    "FilePreview",
    "ImportReport",
    "ImportWish",
    "LineReport",
    "guess_kind",
    "look_into",
    "run_import",
]

MAYORS = "rne-maires"
FOLDER = "all"
FIRST_LINES = 50
_MAYOR_COLUMNS = ("nom de l'élu", "date de début de la fonction")


@dataclass(frozen=True, slots=True)
class ImportWish:
    """What is to be taken in: a file of a kind, the list of mayors, or a folder of every kind.

    `close_previous` is for the list of mayors: the former mandates end the day before.
    """

    path: Path
    kind: ExchangeKind | str
    close_previous: bool = False


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What was seen of a file or folder.

    `lines` begin with their physical line number; `count` is that of all lines. Of a folder, each
    line is a file. `stamp` changes when the file does.
    """

    wish: ImportWish | None
    header: tuple[str, ...] = ()
    lines: tuple[tuple[str, ...], ...] = ()
    count: int = 0
    stamp: tuple[tuple[str, int, int], ...] = ()


def guess_kind(header: Sequence[str]) -> ExchangeKind | str | None:
    """The kind whose columns the header has best; None when it resembles none."""
    names = {column_key(name) for name in header}
    folded = {fold(name) for name in header}
    if {fold(name) for name in _MAYOR_COLUMNS} <= folded:
        return MAYORS
    best: ExchangeKind | None = None
    best_share = 0.5  # half of the columns are too few to guess from
    for kind in ExchangeKind:
        own = {column_key(name) for name in layout_of(kind).header}
        share = len(names & own) / len(names | own) if names else 0.0
        if share > best_share:
            best, best_share = kind, share
    return best


def look_into(path: Path, kind: ExchangeKind | str | None = None) -> FilePreview:
    """Read the first lines of a file, or the names of the files of a folder.

    `kind` is what the user says it is; without it the header is asked, and `wish` is None when it
    resembles nothing. Raises RefusedError for what cannot be read.
    """
    if path.is_dir():
        return _look_into_folder(path)
    data = read_file(path)
    stamp = _stamp(path)
    try:
        table = read_table(data)
    except TableError as refusal:
        if kind is not None:  # the trial says it, with its line
            return FilePreview(ImportWish(path, kind), stamp=stamp)
        problem = refusal.problem
        raise RefusedError(
            Finding(problem.code, Severity.REFUSAL, values=problem.values)
        ) from refusal
    found = kind if kind is not None else guess_kind(table.header)
    lines = tuple((str(number), *cells) for number, cells in table.rows[:FIRST_LINES])
    count = len(table.rows) + len(table.problems)
    wish = ImportWish(path, found) if found is not None else None
    return FilePreview(wish, table.header, lines, count, stamp=stamp)


def _look_into_folder(folder: Path) -> FilePreview:
    present = [
        (kind, path) for kind in ExchangeKind if (path := folder / f"{kind.value}.csv").is_file()
    ]
    if not present:
        raise refused("folder_without_files", path=str(folder))
    lines = tuple((kind.value, path.name) for kind, path in present)
    stamp = tuple(each for _, path in present for each in _stamp(path))
    return FilePreview(ImportWish(folder, FOLDER), (), lines, len(lines), stamp=stamp)


def _stamp(path: Path) -> tuple[tuple[str, int, int], ...]:
    try:
        stat = path.stat()
    except OSError:
        return ((path.name, 0, 0),)
    return ((path.name, stat.st_size, stat.st_mtime_ns),)


def run_import(
    session: Session, wish: ImportWish, *, dry_run: bool, progress: Progress = untold
) -> ImportReport:
    """Take what is wished for in, or only say what that would do.

    Raises RefusedError like `importing.import_file` and `import_folder`, and what `progress`
    raises.
    """
    if wish.kind == FOLDER:
        return import_folder(session, wish.path, dry_run=dry_run, progress=progress)
    if isinstance(wish.kind, ExchangeKind):
        return import_file(session, wish.kind, wish.path, dry_run=dry_run, progress=progress)
    return import_mayors(
        session,
        wish.path,
        close_previous=wish.close_previous,
        dry_run=dry_run,
        progress=progress,
    )
