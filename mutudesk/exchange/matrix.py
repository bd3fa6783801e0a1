"""The matrix of memberships as a file for a spreadsheet: one line a body, one column a service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.services import MembershipState
from mutudesk.exchange.table import write_table
from mutudesk.language.bodies import known_name
from mutudesk.language.matrix import cell_words, total_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mutudesk.domain.matrix import Matrix

BEFORE = ("situation_au", "siren", "organisme", "departement", "population")
TOTAL = "total"


def matrix_csv(matrix: Matrix) -> bytes:
    """The rows as they are shown, and a last line of totals; UTF-8 with BOM, ";" between cells."""
    header = (*BEFORE, *(each.name for each in matrix.services), TOTAL)
    return write_table(header, _lines(matrix))


def _lines(matrix: Matrix) -> Iterator[tuple[str, ...]]:
    day = matrix.on.isoformat()
    for body in matrix.bodies:
        population = "" if body.population is None else str(body.population)
        cells = [matrix.cell(body.siren, each.code) for each in matrix.services]
        words = ["" if each.state is MembershipState.NONE else cell_words(each) for each in cells]
        total = matrix.of_body(body.siren)
        yield (
            *(day, body.siren, known_name(body.name), body.departement, population),
            *words,
            total_words(total.joined, total.of),
        )
    totals = [matrix.of_service(each.code) for each in matrix.services]
    counts = [total_words(each.joined, each.of) for each in totals]
    whole = total_words(matrix.joined, len(matrix.bodies))
    yield (day, "", TOTAL, "", "", *counts, whole)
