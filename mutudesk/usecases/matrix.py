"""The matrix of memberships: read on a date, exported, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.codes import fold
from mutudesk.domain.listings import ListQuery
from mutudesk.exchange.matrix import matrix_csv
from mutudesk.language.bodies import known_name
from mutudesk.storage.placing import put_bytes
from mutudesk.storage.queries.matrix import matrix_on
from mutudesk.usecases.exporting import require_elsewhere
from mutudesk.usecases.queries import authority_lines
from mutudesk.usecases.register_name import register_name

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from mutudesk.domain.matrix import Matrix
    from mutudesk.usecases.session import Session


def read_matrix(session: Session, on: date) -> Matrix:
    """The matrix on a date, in one short read transaction."""
    with session.register.read() as reading:
        return matrix_on(reading.connection, reading.epci_siren(), on)


def export_matrix(session: Session, matrix: Matrix, path: Path) -> int:
    """Write the matrix as it is shown to a CSV file, replacing it whole; how many bodies.

    Raises RefusedError("copy_onto_itself") for the path of the register, and those of `put_bytes`.
    """
    require_elsewhere(session, path)
    put_bytes(path, matrix_csv(matrix))
    return len(matrix.bodies)


def print_matrix(session: Session, matrix: Matrix, path: Path) -> int:
    """Write the matrix as it is shown to a PDF file, replacing it whole; how many bodies.

    Raises RefusedError("copy_onto_itself"), ("character_unprintable"), and those of `put_bytes`.
    """
    # reportlab is slow to import
    from mutudesk.documents.matrix import MATRIX, MatrixContent
    from mutudesk.documents.render import render

    require_elsewhere(session, path)
    content = MatrixContent(matrix, known_name(register_name(session, matrix.on)))
    put_bytes(path, render(MATRIX, content).data)
    return len(matrix.bodies)


def agents_working_for(session: Session, service: str, siren: str, on: date) -> list[str]:
    """The agents with a share of a mission for a body on the date: they depend on it."""
    query = ListQuery(on, filters={"service": service, "commune": siren})
    rows = authority_lines(session, query)
    names = {each.matricule: each.full_name for each in rows}
    return sorted(names.values(), key=fold)
