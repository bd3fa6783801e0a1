"""Taking files in: judged in their final state, taken whole or not at all.

An import never closes, shortens or deletes by itself. Same key and same values: nothing. Same key
and other values: a correction. New key: a new record.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from mutudesk.collector import collector_paused
from mutudesk.domain.assignments import Assignment
from mutudesk.domain.codes import clean
from mutudesk.domain.findings import Finding, Severity
from mutudesk.domain.records import Fact, Key, Stored, field_names, kind_of
from mutudesk.domain.services import Membership
from mutudesk.exchange.kinds import as_read, fields_without, record_kinds
from mutudesk.exchange.misreading import misread_words
from mutudesk.exchange.plain_files import read_plain
from mutudesk.exchange.reader import ParsedFile, read_kind
from mutudesk.progress import WHOLE, Progress, no_progress, part
from mutudesk.usecases.acts.records import take_record
from mutudesk.usecases.backing_up import back_up_quietly
from mutudesk.usecases.folder_files import files_of
from mutudesk.usecases.import_foreseen import foreseen_in
from mutudesk.usecases.import_places import Places
from mutudesk.usecases.import_reports import ImportReport, LineReport
from mutudesk.usecases.recording import Judged, judge_changes

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from mutudesk.domain.changes import AnyChange
    from mutudesk.exchange.exchange_kind import ExchangeKind
    from mutudesk.exchange.problems import LineProblem
    from mutudesk.storage.unit_of_work import ReadTransaction
    from mutudesk.usecases.session import Session

__all__ = [
    "ImportReport",
    "LineReport",
    "SourceFile",
    "file_name",
    "held_words",
    "import_file",
    "import_folder",
    "import_parsed",
]

# By its type, not its kind: looking up an enumeration costs Python code for every line of a file.
_Place: TypeAlias = tuple[type[Fact], Key]

# How far an import is when each of its parts ends, in thousandths of the time that it takes.
_READ, _COMPARED, _JUDGED, _WRITTEN = 250, 400, 600, 750


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
    encoding: str | None = None,
    why: str = "",
    progress: Progress = no_progress,
) -> ImportReport:
    """Take one file in; nothing is changed when the report has refusals or `dry_run` is set.

    `encoding` reads the file as the user says it is written; `why` is the reason of the act, else
    it is the name of the file. Raises RefusedError like `read_plain` for the file
    itself, those of the environment while writing, and what `progress` raises: nothing is taken
    then. Raises ParseError("encoding_name_unknown").
    """
    held = held_words(session)
    source = _source(kind, path, encoding, held, part(progress, 0, _READ))
    return import_parsed(session, [source], dry_run=dry_run, why=why, progress=progress)


def import_folder(
    session: Session,
    folder: Path,
    *,
    dry_run: bool = False,
    encoding: str | None = None,
    why: str = "",
    progress: Progress = no_progress,
) -> ImportReport:
    """Take every `<kind>.csv` of a folder in, in one transaction; missing kinds are left alone.

    Files that look like a kind and are not named so are told in the warnings. Raises what
    `import_file` raises, and RefusedError("folder_missing"), ("folder_without_files").
    """
    present, notes = files_of(folder)
    bounds = [round(_READ * number / len(present)) for number in range(len(present) + 1)]
    held = held_words(session)
    sources = [
        _source(kind, path, encoding, held, part(progress, first, last))
        for (kind, path), (first, last) in zip(present.items(), pairwise(bounds), strict=True)
    ]
    return import_parsed(session, sources, dry_run=dry_run, why=why, notes=notes, progress=progress)


def _source(
    kind: ExchangeKind,
    path: Path,
    encoding: str | None,
    held: Callable[[], Container[str]],
    progress: Progress,
) -> SourceFile:
    parsed = read_kind(kind, read_plain(path), progress, encoding=encoding, held=held)
    return SourceFile(file_name(path), parsed)


def held_words(session: Session) -> Callable[[], Container[str]]:
    """What gives the words recorded that look misread: an export of them must come back.

    Looked for once, and only when asked.
    """

    @cache
    def held() -> frozenset[str]:
        with session.register.read() as reading:
            return frozenset(
                found.word
                for stored in reading.facts()
                for name in field_names(kind_of(stored.fact))
                if isinstance(text := getattr(stored.fact, name), str)
                for found in misread_words(text)
            )

    return held


def file_name(path: Path) -> str:
    """The name of a file as text that can be recorded: old disks hold bytes that are none."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def import_parsed(
    session: Session,
    sources: Sequence[SourceFile],
    *,
    dry_run: bool = False,
    why: str = "",
    notes: Sequence[LineReport] = (),
    progress: Progress = no_progress,
) -> ImportReport:
    """Take files in that were read before, as one act; `notes` are warnings to add."""
    with collector_paused():
        warned = [*notes, *_about_files(sources)]
        if not dry_run:
            warned += [LineReport("", 0, "", each) for each in back_up_quietly(session)]
        report = _import(session, sources, dry_run=dry_run, why=why, progress=progress)
        return replace(report, warnings=(*warned, *report.warnings))


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
        _of_file(source, problem, Severity.REFUSAL)
        for source in sources
        for problem in source.parsed.problems
    )
    if unreadable:
        unlisted = {
            (source.name, *reason): count
            for source in sources
            for reason, count in source.parsed.unlisted.items()
        }
        return ImportReport(read, 0, 0, unreadable, (), unlisted)
    if dry_run:
        with session.register.read() as reading:
            judged = _judge(session, reading, sources, part(progress, _COMPARED, WHOLE))
            report = _report(sources, read, judged)
            return report if report.is_refused else foreseen_in(reading, report, sources, judged)
    with session.register.write() as unit:
        judged = _judge(session, unit, sources, part(progress, _COMPARED, _JUDGED))
        report = _report(sources, read, judged)
        if not report.is_refused:
            names = ", ".join(source.name for source in sources)
            act = session.act("import", why or names)
            unit.apply(act, judged.changes, part(progress, _WRITTEN, WHOLE))
    session.changed = session.changed or bool(report.created or report.corrected)
    return report


def _about_files(sources: Iterable[SourceFile]) -> Iterator[LineReport]:
    for source in sources:
        for problem in source.parsed.warnings:
            yield _of_file(source, problem, Severity.WARNING)


def _of_file(source: SourceFile, problem: LineProblem, severity: Severity) -> LineReport:
    finding = Finding(problem.code, severity, (), problem.column, problem.values)
    return LineReport(source.name, problem.line, problem.column, finding)


def _judge(
    session: Session, reading: ReadTransaction, sources: Sequence[SourceFile], progress: Progress
) -> Judged:
    kinds = {kind for source in sources for kind in record_kinds(source.parsed.kind)}
    stored = {_cleaned(_place(each.fact)): each for each in reading.facts(kinds)}
    return judge_changes(reading, list(_changes(stored, sources)), session.today, progress)


def _place(fact: Fact) -> _Place:
    return type(fact), fact.key


def _cleaned(place: _Place) -> _Place:
    """The place as files write it: a recorded name may hold signs that nobody sees."""
    fact_type, key = place
    return fact_type, tuple(clean(each) if isinstance(each, str) else each for each in key)


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
                absent = source.parsed.absent
                after = fact if before is None else _kept(before.fact, fact, absent)
                if before is None or after != before.fact:
                    yield from take_record(before, after)


def _kept(before: Fact, fact: Fact, absent: Container[str]) -> Fact:
    """The fact with what its file does not say otherwise.

    That is what it has no column for, texts that differ in what a file cannot show, and the
    missions that a council voted. The reason of a hierarchical body is not that of another one.
    """
    kind = kind_of(fact)
    kept: dict[str, Any] = {name: getattr(before, name) for name in fields_without(kind, absent)}
    for name in field_names(kind):
        old, new = getattr(before, name), getattr(fact, name)
        if old != new and isinstance(old, str) and as_read(kind, name, old) == new:
            kept[name] = old
    if isinstance(before, Membership) and isinstance(fact, Membership) and not fact.missions:
        kept["missions"] = before.missions
    if _is_of_another_body(before, fact):
        kept.pop("hierarchical_reason", None)
    return replace(fact, **kept) if kept else fact


def _is_of_another_body(before: Fact, fact: Fact) -> bool:
    return (
        isinstance(before, Assignment)
        and isinstance(fact, Assignment)
        and before.hierarchical_siren != fact.hierarchical_siren
    )


def _places(sources: Iterable[SourceFile], changes: Iterable[AnyChange]) -> Places:
    return Places(sources, frozenset(change.ref for change in changes))


def _report(sources: Sequence[SourceFile], read: int, judged: Judged) -> ImportReport:
    places = _places(sources, judged.changes) if judged.findings else Places((), ())
    taken = () if judged.refusals else judged.changes
    created = sum(change.before is None for change in taken)
    return ImportReport(
        read,
        created,
        len(taken) - created,
        tuple(map(places.located, judged.refusals)),
        tuple(map(places.located, judged.warnings)),
    )
