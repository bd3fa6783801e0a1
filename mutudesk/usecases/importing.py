"""Taking files in: judged in their final state, taken whole or not at all.

An import never closes, shortens or deletes by itself. Same key and same values: nothing. Same key
and other values: a correction. New key: a new record.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from mutudesk.collector import collector_paused
from mutudesk.domain.findings import Finding, Severity, refused
from mutudesk.domain.records import Fact, Key, RecordRef, Stored, kind_of, ref_to
from mutudesk.domain.services import Membership
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.kinds import (
    column_of,
    exchange_kind_of,
    record_kinds,
    unwritten_fields,
)
from mutudesk.exchange.reader import ParsedFile, read_kind
from mutudesk.progress import WHOLE, Progress, part, untold
from mutudesk.usecases.acts.records import take_record
from mutudesk.usecases.recording import Judged, judge_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from mutudesk.domain.changes import AnyChange
    from mutudesk.storage.unit_of_work import Reading
    from mutudesk.usecases.session import Session

# By its type, not its kind: looking up an enumeration costs Python code for every line of a file.
_Place: TypeAlias = tuple[type[Fact], Key]

LARGEST_FILE = 200_000_000  # bytes; a larger one is not a list of agents
# How far an import is when each of its parts ends, in thousandths of the time that it takes.
_READ, _COMPARED, _JUDGED, _WRITTEN = 250, 400, 600, 750


@dataclass(frozen=True, slots=True)
class LineReport:
    """What is wrong, or to be known, about one line of one file; line 0 = the file as a whole."""

    file: str
    line: int
    column: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do; a refused one takes nothing.

    `closings` are the records that it ends because it was asked to, apart from those corrected.
    """

    read: int
    created: int
    corrected: int
    refusals: tuple[LineReport, ...]
    warnings: tuple[LineReport, ...]
    closings: tuple[LineReport, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Tell whether nothing was taken."""
        return bool(self.refusals)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as it was given: its name for reports, and what it says.

    `columns` are the file's own names for columns of its kind, where they differ. `changes` are
    what its lines mean, where that was decided before; without them, the keys decide.
    """

    name: str
    parsed: ParsedFile
    columns: Mapping[str, str] = field(default_factory=dict)
    changes: tuple[AnyChange, ...] | None = None


def import_file(
    session: Session,
    kind: ExchangeKind,
    path: Path,
    *,
    dry_run: bool = False,
    progress: Progress = untold,
) -> ImportReport:
    """Take one file in; nothing is changed when the report has refusals or `dry_run` is set.

    Raises RefusedError("file_missing", "file_unreachable", "file_too_large") for the file itself,
    those of the environment while writing, and what `progress` raises: nothing is taken then.
    """
    source = _source(kind, path, part(progress, 0, _READ))
    return import_parsed(session, [source], dry_run=dry_run, progress=progress)


def import_folder(
    session: Session, folder: Path, *, dry_run: bool = False, progress: Progress = untold
) -> ImportReport:
    """Take every `<kind>.csv` of a folder in, in one transaction; missing kinds are left alone.

    Raises RefusedError("folder_missing"), ("folder_without_files").
    """
    if not folder.is_dir():
        raise refused("folder_missing", path=str(folder))
    present = [kind for kind in ExchangeKind if (folder / f"{kind.value}.csv").is_file()]
    if not present:
        raise refused("folder_without_files", path=str(folder))
    paths = [folder / f"{kind.value}.csv" for kind in present]
    bounds = [round(_READ * number / len(paths)) for number in range(len(paths) + 1)]
    sources = [
        _source(kind, path, part(progress, first, last))
        for kind, path, (first, last) in zip(present, paths, pairwise(bounds), strict=True)
    ]
    return import_parsed(session, sources, dry_run=dry_run, progress=progress)


def read_file(path: Path) -> bytes:
    """The bytes of a file to take in.

    Raises RefusedError("file_missing", "file_unreachable", "file_too_large").
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise refused("file_too_large", path=str(path))
        return path.read_bytes()
    except FileNotFoundError:
        raise refused("file_missing", path=str(path)) from None
    except OSError:
        raise refused("file_unreachable", path=str(path)) from None


def _source(kind: ExchangeKind, path: Path, progress: Progress) -> SourceFile:
    return SourceFile(file_name(path), read_kind(kind, read_file(path), progress))


def file_name(path: Path) -> str:
    """The name of a file as text that can be recorded: old disks hold bytes that are none."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def import_parsed(
    session: Session,
    sources: Sequence[SourceFile],
    *,
    dry_run: bool = False,
    why: str = "",
    progress: Progress = untold,
) -> ImportReport:
    """Take files in that were read before, as one act."""
    with collector_paused():
        return _import(session, sources, dry_run=dry_run, why=why, progress=progress)


def _import(
    session: Session,
    sources: Sequence[SourceFile],
    *,
    dry_run: bool,
    why: str,
    progress: Progress,
) -> ImportReport:
    read = sum(len(source.parsed.lines) for source in sources)
    unreadable = tuple(
        LineReport(
            source.name,
            problem.line,
            problem.column,
            Finding(problem.code, Severity.REFUSAL, (), problem.column, problem.values),
        )
        for source in sources
        for problem in source.parsed.problems
    )
    if unreadable:
        return ImportReport(read, 0, 0, unreadable, ())
    if dry_run:
        with session.register.read() as reading:
            judged = _judge(session, reading, sources, part(progress, _COMPARED, WHOLE))
            return _report(sources, read, judged)
    with session.register.write() as unit:
        judged = _judge(session, unit, sources, part(progress, _COMPARED, _JUDGED))
        report = _report(sources, read, judged)
        if not report.is_refused:
            names = ", ".join(source.name for source in sources)
            act = session.act("import", why or names)
            unit.apply(act, judged.changes, part(progress, _WRITTEN, WHOLE))
    session.changed = session.changed or bool(report.created or report.corrected)
    return report


def _judge(
    session: Session, reading: Reading, sources: Sequence[SourceFile], progress: Progress
) -> Judged:
    kinds = {kind for source in sources for kind in record_kinds(source.parsed.kind)}
    stored = {_place(each.fact): each for each in reading.facts(kinds)}
    return judge_changes(reading, list(_changes(stored, sources)), session.today, progress)


def _place(fact: Fact) -> _Place:
    return type(fact), fact.key


def _changes(
    stored: Mapping[_Place, Stored[Fact]], sources: Iterable[SourceFile]
) -> Iterator[AnyChange]:
    seen: set[_Place] = set()
    for source in sources:
        if source.changes is not None:
            yield from source.changes
            continue
        for line in source.parsed.lines:
            for fact in line.facts:
                place = _place(fact)
                before = stored.get(place)
                if place in seen or (before is not None and before.fact == fact):
                    continue
                seen.add(place)
                after = fact if before is None else _kept(before.fact, fact)
                if before is None or after != before.fact:
                    yield from take_record(before, after)


def _kept(before: Fact, fact: Fact) -> Fact:
    """The fact with what its file has no column for, and with the missions its council voted."""
    if isinstance(before, Membership) and isinstance(fact, Membership) and not fact.missions:
        return replace(fact, missions=before.missions)
    unwritten = {name: getattr(before, name) for name in unwritten_fields(kind_of(fact))}
    return replace(fact, **unwritten) if unwritten else fact


def _report(sources: Sequence[SourceFile], read: int, judged: Judged) -> ImportReport:
    lines: dict[RecordRef, tuple[SourceFile, int]] = {}
    if judged.findings:
        lines = {
            ref_to(fact): (source, line.number)
            for source in sources
            for line in source.parsed.lines
            for fact in line.facts
        }
    taken = () if judged.refusals else judged.changes
    created = sum(change.before is None for change in taken)
    return ImportReport(
        read,
        created,
        len(taken) - created,
        tuple(_located(each, lines) for each in judged.refusals),
        tuple(_located(each, lines) for each in judged.warnings),
    )


def _located(finding: Finding, lines: Mapping[RecordRef, tuple[SourceFile, int]]) -> LineReport:
    """The finding at the line of the first of its records that the files hold."""
    for ref in finding.records:
        if ref in lines:
            source, number = lines[ref]
            same_kind = ref.kind is finding.records[0].kind
            field_name = finding.field if same_kind else finding.also
            column = column_of(exchange_kind_of(ref.kind), ref.kind, field_name)
            named = source.columns.get(column, column)
            return LineReport(source.name, number, named, finding)
    return LineReport("", 0, "", finding)
