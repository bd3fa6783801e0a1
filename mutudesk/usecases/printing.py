"""Printing documents: in memory, into one file, or many into a folder. It knows no document.

The facts are read before, in one short transaction, or page by page while a long list is laid out.
Printing records nothing.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from mutudesk.documents.render import render
from mutudesk.domain.findings import RefusedError, refused
from mutudesk.folders import make_folders, remove_folders
from mutudesk.storage.places import free_place
from mutudesk.storage.queries.journal import last_heads
from mutudesk.storage.write_errors import not_written
from mutudesk.usecases.exporting import require_elsewhere, write_new

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from mutudesk.documents.document import Document
    from mutudesk.domain.findings import Finding
    from mutudesk.usecases.session import Session

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class PrintJob(Generic[C]):
    """One document to be printed, or why it cannot be (`content` is None then).

    `siren` and `name` are those of the body that it is about; `effect` is the day from which what
    it says holds, where there is one. `points` are what might be contested: it prints all the same.
    """

    siren: str
    name: str
    file_name: str
    content: C | None
    findings: tuple[Finding, ...] = ()
    effect: date | None = None
    points: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedDocument:
    """One document that was not made: about which body, and why."""

    siren: str
    name: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """One file that was made, or was there with the very same bytes; `points` are to be settled."""

    path: Path
    effect: date | None
    name: str = ""
    points: tuple[Finding, ...] = ()


@dataclass(slots=True)
class BatchResult:
    """What was written, in order, and what was refused; `cancelled` = stopped before its end."""

    written: list[WrittenDocument] = field(default_factory=list)
    refused: list[RefusedDocument] = field(default_factory=list)
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class LeftBlank:
    """Something the paper leaves to be written by hand: what, and where ("article 7")."""

    label: str
    where: str


@dataclass(frozen=True, slots=True)
class Preview:
    """One document as it would be printed: its bytes, or why there can be none (`data` is empty).

    `name` is the body that it is about, `file_name` what the file would be called. `blanks` and
    `pieces` are what its last pages list under "À compléter": the blanks, and the pieces that the
    register does not hold. `readings` are sentences to read again, `points` what is to be settled.
    """

    siren: str
    name: str
    file_name: str
    data: bytes = b""
    findings: tuple[Finding, ...] = ()
    blanks: tuple[LeftBlank, ...] = ()
    pieces: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    points: tuple[Finding, ...] = ()


def preview_of(document: Document[C], job: PrintJob[C]) -> Preview:
    """The very bytes that printing writes, in memory; what is refused is said in it."""
    shown = Preview(job.siren, job.name, job.file_name, findings=job.findings)
    if job.content is None:
        return shown
    try:
        rendered = render(document, job.content)
    except RefusedError as problem:
        return replace(shown, findings=problem.findings)
    blanks = tuple(LeftBlank(each.label, each.where) for each in rendered.blanks)
    return replace(
        shown,
        data=rendered.data,
        blanks=blanks,
        pieces=rendered.pieces,
        readings=rendered.readings,
        points=job.points,
    )


def print_batch(
    document: Document[C],
    jobs: Sequence[PrintJob[C]],
    out_dir: Path,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    replace: bool = False,
) -> BatchResult:
    """Write one file for each job into a folder, made if need be.

    An existing file is replaced whole with `replace`, else refused by name; identical bytes count
    as done.

    `progress(done, total)` is called after each job; `cancelled()` is asked before each, and what
    is written by then stays. A link that leads out of the folder is refused like any document that
    cannot be written. Raises RefusedError when the folder takes no file.
    """
    result = BatchResult()
    is_needed = any(job.content is not None for job in jobs)
    made = _prepare(out_dir) if is_needed else []
    for done, job in enumerate(jobs, 1):
        if cancelled():
            result.cancelled = True
            break
        try:
            if job.content is None:
                raise RefusedError(*job.findings)  # noqa: TRY301 - one way out for both
            path = out_dir / job.file_name
            data = render(document, job.content).data
            write_new(path, data, replace=replace, inside=out_dir)
            result.written.append(WrittenDocument(path, job.effect, job.name, job.points))
        except RefusedError as problem:
            result.refused.append(RefusedDocument(job.siren, job.name, problem.findings))
        progress(done, len(jobs))
    if not result.written:
        remove_folders(made)
    return result


def print_file(
    session: Session, document: Document[C], read: Callable[[], C], path: Path, *, replace: bool
) -> None:
    """Write one document, whose content `read` reads, to a file; identical bytes count as done.

    Raises RefusedError for an existing file unless `replace` ("file_in_place"), for a register in
    any case ("copy_onto_itself", "register_in_place"), "changed_while_printing" when somebody
    wrote in the register meanwhile, and those of `put_bytes`.
    """
    require_elsewhere(session, path)
    free_place(path)
    before = _newest_act(session)
    data = render(document, read()).data
    if _newest_act(session) != before:
        raise refused("changed_while_printing", path=str(path))
    write_new(path, data, replace=replace)


def _newest_act(session: Session) -> list[int]:
    with session.register.read() as reading:
        return [each.act for each in last_heads(reading.connection, 1)]


def _prepare(folder: Path) -> list[Path]:
    """Find out before any work whether the folder takes files; return the folders made for it."""
    made: list[Path] = []
    try:
        made = make_folders(folder, private=False)
        with tempfile.TemporaryFile(dir=folder):
            return made
    except OSError as problem:
        remove_folders(made)
        raise not_written(problem, folder, field="out") from problem
