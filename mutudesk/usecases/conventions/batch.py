"""Printing conventions: what can be made is written whole, what cannot is named with its reasons.

Nothing here reads the register: the facts were read before, in one short transaction.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mutudesk.documents.render import lay_out, render_convention
from mutudesk.domain.findings import RefusedError, refused
from mutudesk.usecases.conventions.building import build_convention, not_ended, shared_service
from mutudesk.usecases.conventions.file_names import file_stem
from mutudesk.usecases.exporting import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from mutudesk.documents.content.convention import ConventionContent
    from mutudesk.documents.render import Rendered
    from mutudesk.domain.factbase import FactBase
    from mutudesk.domain.findings import Finding


@dataclass(frozen=True, slots=True)
class RefusedConvention:
    """One convention that was not made: for which body, and why."""

    siren: str
    name: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ConventionJob:
    """One convention to be printed, or why it cannot be (`content` is None then)."""

    service: str
    siren: str
    name: str
    file_name: str  # holds the service code and the SIREN
    content: ConventionContent | None
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class BatchResult:
    """What was written, in order, and what was refused; `cancelled` = stopped before its end."""

    written: list[Path] = field(default_factory=list)
    refused: list[RefusedConvention] = field(default_factory=list)
    cancelled: bool = False


def convention_jobs(
    base: FactBase, service: str, sirens: Iterable[str] | None, on: date
) -> list[ConventionJob]:
    """The conventions of a service dated `on`: of the bodies named, or of all that join it.

    A body that cannot have one is a job with findings and does not hinder the others. Raises
    RefusedError when the service itself can have no such convention.
    """
    shared_service(base, service)
    if sirens is None:
        sirens = [each.siren for each in not_ended(base, service, on)]
    return [_job(base, service, siren, on) for siren in dict.fromkeys(sirens)]


def _job(base: FactBase, service: str, siren: str, on: date) -> ConventionJob:
    name = base.name(siren, on)
    file_name = f"{file_stem('convention', service, siren)}.pdf"
    try:
        content = build_convention(base, service, siren, on)
    except RefusedError as problem:
        return ConventionJob(service, siren, name, file_name, None, problem.findings)
    return ConventionJob(service, siren, name, file_name, content)


def render_preview(content: ConventionContent) -> bytes:
    """The very bytes that printing writes. Raises RefusedError."""
    return render_convention(content)


def render_whole(content: ConventionContent) -> Rendered:
    """The same bytes with what their last page lists. Raises RefusedError."""
    return lay_out(content)


def print_batch(
    jobs: Sequence[ConventionJob],
    out_dir: Path,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> BatchResult:
    """Write one file for each job into a folder, made if need be; existing ones are replaced whole.

    `progress(done, total)` is called after each job; `cancelled()` is asked before each, and what
    is written by then stays. Raises RefusedError("file_not_written") when the folder takes no file.
    """
    result = BatchResult()
    if any(job.content is not None for job in jobs):
        _prepare(out_dir)
    for done, job in enumerate(jobs, 1):
        if cancelled():
            result.cancelled = True
            break
        try:
            if job.content is None:
                raise RefusedError(*job.findings)  # noqa: TRY301 - one way out for both
            path = out_dir / job.file_name
            write_whole(path, render_convention(job.content))
            result.written.append(path)
        except RefusedError as problem:
            result.refused.append(RefusedConvention(job.siren, job.name, problem.findings))
        progress(done, len(jobs))
    return result


def _prepare(folder: Path) -> None:
    """Find out before any work whether the folder takes files."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as problem:
        raise refused("file_not_written", field="out", path=str(folder)) from problem
