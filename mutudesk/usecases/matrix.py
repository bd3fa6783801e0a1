"""The matrix of memberships: read on a date, joined by several at once, exported, printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.domain.changes import create
from mutudesk.domain.codes import fold
from mutudesk.domain.listings import ListQuery
from mutudesk.domain.records import Kind
from mutudesk.domain.services import Membership
from mutudesk.exchange.matrix import matrix_csv
from mutudesk.storage.queries.matrix import matrix_on
from mutudesk.usecases.browsing import authority_lines
from mutudesk.usecases.exporting import require_elsewhere, write_whole
from mutudesk.usecases.heading import register_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.matrix import Matrix
    from mutudesk.domain.period import Period
    from mutudesk.domain.services import Level
    from mutudesk.usecases.session import Session


@dataclass(frozen=True, slots=True)
class Terms:
    """What several bodies join for: the same level, missions, vote and effect."""

    level: Level
    missions: frozenset[str]
    decided_on: date | None
    period: Period


def read_matrix(session: Session, on: date) -> Matrix:
    """The matrix on a date, in one short read transaction."""
    with session.register.read() as reading:
        return matrix_on(reading.connection, reading.epci_siren(), on)


def joining_together(service: str, sirens: Iterable[str], terms: Terms) -> list[AnyChange]:
    """The changes by which bodies join a service in one act, on the same terms."""
    return [
        create(
            Membership(service, siren, terms.level, terms.missions, terms.decided_on, terms.period)
        )
        for siren in dict.fromkeys(sirens)
    ]


def refusals_by_body(
    findings: Iterable[Finding], service: str, sirens: Sequence[str]
) -> dict[str, list[Finding]]:
    """The refusals of such an act by the body that each concerns, "" for what concerns them all."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        concerned = [
            str(ref.key[1])
            for ref in finding.records
            if ref.kind is Kind.MEMBERSHIP and ref.key[0] == service and ref.key[1] in sirens
        ]
        found.setdefault(concerned[0] if concerned else "", []).append(finding)
    return found


def export_matrix(session: Session, matrix: Matrix, path: Path) -> int:
    """Write the matrix as it is shown to a CSV file, replacing it whole; how many bodies.

    Raises RefusedError("file_not_written"), ("copy_onto_itself") for the path of the register.
    """
    require_elsewhere(session, path)
    write_whole(path, matrix_csv(matrix))
    return len(matrix.bodies)


def print_matrix(session: Session, matrix: Matrix, path: Path) -> int:
    """Write the matrix as it is shown to a PDF file, replacing it whole; how many bodies.

    Raises RefusedError("file_not_written"), ("copy_onto_itself"), ("character_unprintable").
    """
    # reportlab is slow to import
    from mutudesk.documents.matrix import MATRIX, MatrixContent
    from mutudesk.documents.render import render

    require_elsewhere(session, path)
    content = MatrixContent(matrix, register_name(session, matrix.on))
    write_whole(path, render(MATRIX, content).data)
    return len(matrix.bodies)


def agents_working_for(session: Session, service: str, siren: str, on: date) -> list[str]:
    """The agents with a share of a mission for a body on the date: they depend on it."""
    query = ListQuery(on, filters={"service": service, "commune": siren})
    rows = authority_lines(session, query)
    names = {each.matricule: each.full_name for each in rows}
    return sorted(names.values(), key=fold)
