"""Printing conventions: the facts are read in one short transaction, then laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.documents.convention.document import CONVENTION
from mutudesk.domain.factbase import FactBase
from mutudesk.storage.loading import Scope
from mutudesk.usecases.conventions.jobs import convention_jobs
from mutudesk.usecases.printing import preview_of, print_batch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from mutudesk.usecases.conventions.jobs import ConventionJob
    from mutudesk.usecases.printing import BatchResult, Preview
    from mutudesk.usecases.session import Session


def print_conventions(
    session: Session,
    service_code: str,
    sirens: Iterable[str] | None,
    on: date,
    out: Path,
    *,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> BatchResult:
    """Print the projects of one service, of the bodies named or of all that join it, into a folder.

    A body named twice is printed once; one that cannot have a convention, or that the register
    does not know, is refused by name and hinders no other. Raises RefusedError for what concerns
    them all ("service_unknown", "convention_other_ground", "file_not_written"); nothing is written
    then.
    """
    jobs = read_jobs(session, service_code, sirens, on)
    return print_batch(CONVENTION, jobs, out, progress, cancelled)


def read_jobs(
    session: Session, service_code: str, sirens: Iterable[str] | None, on: date
) -> list[ConventionJob]:
    """What would be printed, without laying anything out.

    Raises RefusedError("service_unknown", "convention_other_ground").
    """
    wanted = None if sirens is None else list(dict.fromkeys(sirens))
    base = _facts(session, service_code, wanted or ())
    return convention_jobs(base, service_code, wanted, on)


def preview(session: Session, service_code: str, siren: str, on: date) -> Preview:
    """One convention in memory, the very bytes that printing writes; what is refused is said in it.

    Raises RefusedError("service_unknown", "convention_other_ground", "body_unknown").
    """
    (job,) = read_jobs(session, service_code, [siren], on)
    return preview_of(CONVENTION, job)


def _facts(session: Session, service_code: str, sirens: Iterable[str]) -> FactBase:
    """The service, its bodies and agents, and the agglomeration: all that its conventions hold."""
    with session.register.read() as reading:
        epci = reading.epci_siren()
        scope = Scope(sirens=frozenset({epci, *sirens}), services=frozenset({service_code}))
        stored = reading.scoped(scope)
    return FactBase(epci, (each.fact for each in stored))
