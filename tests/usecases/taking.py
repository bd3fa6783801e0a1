"""Taking lines in as an office does: tried first, then done, and told the same both times."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.kinds import layout_of
from mutudesk.usecases.importing import ImportReport, import_file, import_folder
from tests.builders import digest, reading, writing

if TYPE_CHECKING:
    from pathlib import Path


def csv_file(folder: Path, kind: ExchangeKind, *lines: str, name: str = "") -> Path:
    """A file of a kind with these lines under its header, without the last columns if they are."""
    folder.mkdir(exist_ok=True)
    path = folder / (name or f"{kind.value}.csv")
    columns = layout_of(kind).columns
    width = max((line.count(";") + 1 for line in lines), default=len(columns))
    header = ";".join(
        each.name
        for number, each in enumerate(columns, 1)
        if number <= width or not each.may_be_missing
    )
    path.write_text("\n".join([header, *lines, ""]), encoding="utf-8")
    return path


def take(path: Path, kind: ExchangeKind, *lines: str, dry_run: bool = False) -> ImportReport:
    """Import lines of one kind, after a trial that says the same and changes not a byte."""
    given = csv_file(path.parent / "fichiers", kind, *lines)
    before = digest(path)
    with reading(path) as session:
        trial = import_file(session, kind, given, dry_run=True)
        assert not session.changed
    assert digest(path) == before
    if dry_run:
        return trial
    with writing(path) as session:
        report = import_file(session, kind, given)
        assert session.changed == bool(report.created or report.corrected)
    assert report == trial
    assert report.is_refused == bool(report.refusals)
    if not session.changed:
        assert digest(path) == before
    return report


def take_all(path: Path, **lines: list[str]) -> ImportReport:
    """Import several kinds in one act."""
    folder = path.parent / "fichiers"
    for name, some in lines.items():
        csv_file(folder, ExchangeKind(name.replace("_", "-")), *some)
    with reading(path) as session:
        trial = import_folder(session, folder, dry_run=True)
    with writing(path) as session:
        report = import_folder(session, folder)
    assert report == trial
    return report


def counts(report: ImportReport) -> tuple[int, int, int]:
    assert report.refusals == ()
    return report.read, report.created, report.corrected


def places(report: ImportReport) -> list[tuple[str, int, str, str]]:
    """Where each refusal stands and what it is."""
    return [(each.file, each.line, each.column, each.finding.code) for each in report.refusals]


def journal_length(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM journal").fetchone()
    return int(count)
