"""Printing conventions from a register: the facts are read in one short transaction, then laid out.

Printing records nothing. Also what the window shows of a convention before it is printed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mutudesk.domain.codes import fold
from mutudesk.domain.factbase import FactBase
from mutudesk.domain.findings import RefusedError
from mutudesk.storage.loading import Scope
from mutudesk.usecases.conventions import (
    BatchResult,
    ConventionJob,
    convention_jobs,
    print_batch,
    render_whole,
)
from mutudesk.usecases.conventions.building import not_ended, shared_service

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from mutudesk.domain.findings import Finding
    from mutudesk.domain.services import Membership, MembershipState
    from mutudesk.usecases.session import Session


@dataclass(frozen=True, slots=True)
class JoiningBody:
    """A body whose membership of a service is not ended: what its convention would be about."""

    siren: str
    name: str
    state: MembershipState
    membership: Membership


@dataclass(frozen=True, slots=True)
class LeftBlank:
    """Something the paper leaves to be written by hand: what, and where ("article 7")."""

    label: str
    where: str


@dataclass(frozen=True, slots=True)
class Preview:
    """One convention as it would be printed: its bytes, or why there can be none (`data` is empty).

    `name` is the body that joins, `file_name` what the file would be called. `blanks` and `pieces`
    are what its last page lists under "À compléter": the blanks, and the compulsory pieces that the
    register does not hold.
    """

    service: str
    siren: str
    name: str
    file_name: str
    data: bytes = b""
    findings: tuple[Finding, ...] = ()
    blanks: tuple[LeftBlank, ...] = ()
    pieces: tuple[str, ...] = ()


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
    return print_batch(jobs, out, progress, cancelled)


def read_jobs(
    session: Session, service_code: str, sirens: Iterable[str] | None, on: date
) -> list[ConventionJob]:
    """What would be printed, without laying anything out.

    Raises RefusedError("service_unknown", "convention_other_ground").
    """
    wanted = None if sirens is None else list(dict.fromkeys(sirens))
    base = _facts(session, service_code, wanted or ())
    return convention_jobs(base, service_code, wanted, on)


def joining_bodies(session: Session, service_code: str, on: date) -> list[JoiningBody]:
    """The bodies of which a convention can be asked, by name: the latest membership of each.

    Raises RefusedError("service_unknown", "convention_other_ground").
    """
    with session.register.read() as reading:
        stored = reading.scoped(Scope(services_seen=frozenset({service_code})))
        base = FactBase(reading.epci_siren(), (each.fact for each in stored))
    shared_service(base, service_code)
    missions = len(base.missions.get(service_code, {}))
    latest = {each.siren: each for each in not_ended(base, service_code, on)}
    bodies = [
        JoiningBody(siren, base.name(siren, on), membership.state_on(on, missions), membership)
        for siren, membership in latest.items()
        if siren != base.epci_siren
    ]
    return sorted(bodies, key=lambda each: (fold(each.name), each.siren))


def preview(session: Session, service_code: str, siren: str, on: date) -> Preview:
    """One convention in memory, the very bytes that printing writes; what is refused is said in it.

    Raises RefusedError("service_unknown", "convention_other_ground", "body_unknown").
    """
    (job,) = read_jobs(session, service_code, [siren], on)
    shown = Preview(job.service, job.siren, job.name, job.file_name, findings=job.findings)
    if job.content is None:
        return shown
    try:
        rendered = render_whole(job.content)
    except RefusedError as problem:
        return replace(shown, findings=problem.findings)
    blanks = tuple(LeftBlank(each.label, each.where) for each in rendered.blanks)
    return replace(shown, data=rendered.data, blanks=blanks, pieces=rendered.pieces)


def _facts(session: Session, service_code: str, sirens: Iterable[str]) -> FactBase:
    """The service, its bodies and agents, and the agglomeration: all that its conventions hold."""
    with session.register.read() as reading:
        epci = reading.epci_siren()
        scope = Scope(sirens=frozenset({epci, *sirens}), services=frozenset({service_code}))
        stored = reading.scoped(scope)
    return FactBase(epci, (each.fact for each in stored))
