"""Looking into a file before it is taken in: what kind it may be, its first lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.domain.findings import Finding, RefusedError, Severity
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.guessing import KNOWN_COLUMNS, MAYORS, guess_kind
from mutudesk.exchange.kinds import layout_of
from mutudesk.exchange.plain_files import read_plain
from mutudesk.exchange.problems import TableError
from mutudesk.exchange.table import read_table
from mutudesk.progress import Progress, no_progress
from mutudesk.usecases.folder_files import files_of
from mutudesk.usecases.import_reports import Foreseen, ImportReport, LineReport, ReportGroup
from mutudesk.usecases.importing import import_file, import_folder
from mutudesk.usecases.mayors import import_mayors

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.usecases.session import Session

__all__ = [
    "FOLDER",
    "MAYORS",
    "ExchangeKind",
    "FilePreview",
    "Foreseen",
    "ImportReport",
    "ImportRequest",
    "LineReport",
    "ReportGroup",
    "guess_kind",
    "look_into",
    "run_import",
]

FOLDER = "all"
FIRST_LINES = 50


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What is to be taken in: a file of a kind, the list of mayors, or a folder of every kind.

    `close_previous` is for the list of mayors: the former mandates end the day before. `encoding`
    reads the file as the user says it is written; None = by the rules of files.
    """

    path: Path
    kind: ExchangeKind | str
    close_previous: bool = False
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What was seen of a file or folder.

    `lines` begin with their physical line number; `count` is that of all lines. Of a folder, each
    line is a file. `stamp` changes when the file does.
    """

    request: ImportRequest | None
    header: tuple[str, ...] = ()
    lines: tuple[tuple[str, ...], ...] = ()
    count: int = 0
    stamp: tuple[tuple[str, int, int], ...] = ()


def look_into(
    path: Path, kind: ExchangeKind | str | None = None, encoding: str | None = None
) -> FilePreview:
    """Read the first lines of a file, or the names of the files of a folder.

    `kind` is what the user says it is; without it the header is asked, and `request` is None when
    it resembles nothing. Words that were read wrongly are shown: the trial says it, with their
    line. Raises RefusedError for what cannot be read, ParseError("encoding_name_unknown").
    """
    if path.is_dir():
        return _look_into_folder(path, encoding)
    data = read_plain(path)
    stamp = _stamp(path)
    try:
        expected = layout_of(kind).header if isinstance(kind, ExchangeKind) else KNOWN_COLUMNS
        table = read_table(data, expected, encoding=encoding, judged=False)
    except TableError as refusal:
        if kind is not None:  # the trial says it, with its line
            return FilePreview(ImportRequest(path, kind, encoding=encoding), stamp=stamp)
        problem = refusal.problem
        raise RefusedError(
            Finding(problem.code, Severity.REFUSAL, values=problem.values)
        ) from refusal
    found = kind if kind is not None else guess_kind(table.header)
    lines = tuple((str(number), *cells) for number, cells in table.rows[:FIRST_LINES])
    count = len(table.rows) + len(table.problems) + sum(table.unlisted.values())
    request = ImportRequest(path, found, encoding=encoding) if found is not None else None
    return FilePreview(request, table.header, lines, count, stamp=stamp)


def _look_into_folder(folder: Path, encoding: str | None) -> FilePreview:
    present = files_of(folder).taken
    lines = tuple((kind.value, path.name) for kind, path in present.items())
    stamp = tuple(each for path in present.values() for each in _stamp(path))
    return FilePreview(
        ImportRequest(folder, FOLDER, encoding=encoding), (), lines, len(lines), stamp=stamp
    )


def _stamp(path: Path) -> tuple[tuple[str, int, int], ...]:
    try:
        stat = path.stat()
    except OSError:
        return ((path.name, 0, 0),)
    return ((path.name, stat.st_size, stat.st_mtime_ns),)


def run_import(
    session: Session, request: ImportRequest, *, dry_run: bool, progress: Progress = no_progress
) -> ImportReport:
    """Take what is wished for in, or only say what that would do.

    Raises RefusedError like `importing.import_file` and `import_folder`, and what `progress`
    raises.
    """
    if request.kind == FOLDER:
        return import_folder(
            session, request.path, dry_run=dry_run, encoding=request.encoding, progress=progress
        )
    if isinstance(request.kind, ExchangeKind):
        return import_file(
            session,
            request.kind,
            request.path,
            dry_run=dry_run,
            encoding=request.encoding,
            progress=progress,
        )
    return import_mayors(
        session,
        request.path,
        close_previous=request.close_previous,
        dry_run=dry_run,
        encoding=request.encoding,
        progress=progress,
    )
