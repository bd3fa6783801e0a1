"""Printing conventions: the facts are read in one short transaction, then laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.documents.convention.document import CONVENTION
from mutudesk.domain.fact_base import FactBase
from mutudesk.storage.loading import Scope
from mutudesk.usecases.conventions.jobs import convention_jobs
from mutudesk.usecases.printing import preview_of, print_batch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from mutudesk.usecases.conventions.jobs import ConventionJob
    from mutudesk.usecases.printing import BatchResult, Preview
    from mutudesk.usecases.session import Session


def print_conventions(
    jobs: Sequence[ConventionJob],
    out: Path,
    *,
    replace: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> BatchResult:
    """Print the projects that were read into a folder.

    An existing file with other contents is refused by name unless `replace`. Raises
    RefusedError where the folder takes no file; nothing is written then.
    """
    return print_batch(CONVENTION, jobs, out, progress, cancelled, replace=replace)


def files_in_place(jobs: Iterable[ConventionJob], out: Path) -> list[Path]:
    """The files of a folder that printing these projects there would replace."""
    paths = [out / each.file_name for each in jobs if each.content is not None]
    return [path for path in paths if path.exists()]


def read_jobs(
    session: Session,
    service_code: str,
    sirens: Iterable[str] | None,
    on: date,
    effect: date | None = None,
) -> list[ConventionJob]:
    """What would be printed, without laying anything out: of the bodies named, or of all that join.

    `effect` names the membership that begins on that day. A body named twice is printed once; one
    that cannot have a convention, or that the register does not know, is refused by name and
    hinders no other.

    Raises RefusedError("service_unknown", "convention_other_ground", "convention_nobody").
    """
    wanted = None if sirens is None else list(dict.fromkeys(sirens))
    base = _facts(session, service_code, wanted or ())
    return convention_jobs(base, service_code, wanted, on, effect)


def preview(
    session: Session, service_code: str, siren: str, on: date, effect: date | None = None
) -> Preview:
    """One convention in memory, the very bytes that printing writes; what is refused is said in it.

    Raises RefusedError("service_unknown", "convention_other_ground", "body_unknown").
    """
    (job,) = read_jobs(session, service_code, [siren], on, effect)
    return preview_of(CONVENTION, job)


def _facts(session: Session, service_code: str, sirens: Iterable[str]) -> FactBase:
    """The service, its bodies and agents, and the agglomeration: all that its conventions hold."""
    with session.register.read() as reading:
        epci = reading.epci_siren()
        scope = Scope(sirens=frozenset({epci, *sirens}), services=frozenset({service_code}))
        stored = reading.scoped(scope)
    return FactBase(epci, (each.fact for each in stored))
