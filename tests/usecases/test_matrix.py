"""The matrix of the demonstration: against the lists, exported, printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from mutudesk.documents.matrix import MATRIX, ON_A3, ON_A4, MatrixContent, blocks
from mutudesk.documents.render import render
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.listings import ListQuery
from mutudesk.domain.matrix import MatrixFilter
from mutudesk.domain.services import MembershipState
from mutudesk.exchange.table import read_table
from mutudesk.usecases import queries
from mutudesk.usecases.matrix import (
    agents_working_for,
    export_matrix,
    print_matrix,
    read_matrix,
)
from mutudesk.usecases.opening import open_to_write
from tests.builders import AUBIERE
from tests.demonstration import AULNAT, CHAMALIERES, ORCINES, TODAY, demonstration
from tests.documents.contents import pages_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mutudesk.domain.matrix import Matrix
    from mutudesk.usecases.session import Session


def printed(matrix: Matrix) -> bytes:
    return render(MATRIX, MatrixContent(matrix, "Clermont")).data


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_to_write(demonstration(tmp_path)) as made:
        yield made


@pytest.mark.parametrize("on", [date(2010, 1, 1), date(2015, 7, 1), date(2016, 9, 1), TODAY])
def test_totals_are_those_of_the_list_of_services(session: Session, on: date) -> None:
    matrix = read_matrix(session, on)
    source = queries.services(session, ListQuery(on))
    counts = {row.code: row.joined_count for row in source.first(100)}
    for service in matrix.services:
        assert matrix.of_service(service.code).joined == counts[service.code]
    listed = queries.memberships(session, ListQuery(on, filters={"in_force": "oui"}))
    joined = sum(matrix.of_body(each.siren).joined for each in matrix.bodies)
    assert joined == listed.count()


def test_the_agglomeration_has_no_row_and_members_have_one(session: Session) -> None:
    matrix = read_matrix(session, TODAY)
    assert len(matrix.bodies) == 21
    assert all(each.is_member for each in matrix.bodies)
    assert [each.name for each in matrix.bodies][:2] == ["Aubière", "Aulnat"]


@pytest.mark.parametrize(
    ("siren", "service", "on", "state"),
    [
        (AULNAT, "ADS", TODAY, MembershipState.NONE),
        (AUBIERE, "ADS", TODAY, MembershipState.IN_FORCE),
        (CHAMALIERES, "ADS", date(2016, 11, 23), MembershipState.PROJECT),
        (CHAMALIERES, "ADS", date(2016, 11, 24), MembershipState.DECIDED),
        (CHAMALIERES, "ADS", date(2017, 1, 1), MembershipState.IN_FORCE),
        (ORCINES, "SIG", TODAY, MembershipState.PROJECT),
        (ORCINES, "SIG", date(2027, 1, 1), MembershipState.PROJECT),
    ],
)
def test_cells_of_the_demonstration(
    session: Session, siren: str, service: str, on: date, state: MembershipState
) -> None:
    assert read_matrix(session, on).cell(siren, service).state is state


def test_agents_who_depend_on_a_membership_are_named(session: Session) -> None:
    assert len(agents_working_for(session, "INFO", AUBIERE, TODAY)) == 2
    assert agents_working_for(session, "INFO", AULNAT, TODAY) == []


def test_the_file_holds_what_is_shown(session: Session, tmp_path: Path) -> None:
    matrix = read_matrix(session, TODAY).narrowed(MatrixFilter(search="au"))
    path = tmp_path / "matrice.csv"
    path.write_text("what was there before")
    assert export_matrix(session, matrix, path) == len(matrix.bodies)
    table = read_table(path.read_bytes())
    names = [row[2] for _number, row in table.rows]
    assert names == [*(each.name for each in matrix.bodies), "total"]
    cells = dict(zip(table.header, table.rows[0][1], strict=True))
    assert cells["situation_au"] == "2026-11-23"
    assert cells["Informatique et téléphonie (exemple)"] == (
        "en vigueur depuis le 01/09/2016, 2\u00a0missions sur 3"
    )
    assert cells["total"] == "2 sur 4"


def test_a_file_is_written_whole_or_not_at_all(session: Session, tmp_path: Path) -> None:
    matrix = read_matrix(session, TODAY)
    for write in (export_matrix, print_matrix):
        with pytest.raises(RefusedError, match="folder_missing"):
            write(session, matrix, tmp_path / "no" / "file")
        with pytest.raises(RefusedError, match="copy_onto_itself"):
            write(session, matrix, session.register.path)
    assert [each.name for each in tmp_path.iterdir() if "partial" in each.name] == []


def test_the_paper_names_date_bodies_services_and_totals(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "matrice.pdf"
    print_matrix(session, read_matrix(session, TODAY), path)
    text = text_of(path.read_bytes())
    for words in ("23/11/2026", "Saint-Genès-Champanelle", "13 sur 21", "Intégrée", "Page 1 / 1"):
        assert words in text.replace("\u00a0", " ")
    matrix = read_matrix(session, TODAY)
    assert printed(matrix) == printed(matrix)


def test_a_long_matrix_repeats_its_heading(session: Session) -> None:
    matrix = read_matrix(session, TODAY)
    copies = tuple(replace(each, siren=f"{n}") for n in range(6) for each in matrix.bodies)
    pages = pages_of(printed(replace(matrix, bodies=copies)))
    assert len(pages) > 2
    assert all("Organisme" in page for page in pages)


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, []), (ON_A4, [ON_A4]), (ON_A3, [ON_A3]), (ON_A3 + 2, [11, 11])]
)
def test_services_stand_side_by_side_as_far_as_they_fit(
    session: Session, count: int, sizes: list[int]
) -> None:
    one = read_matrix(session, TODAY).services[0]
    assert [len(each) for each in blocks([one] * count)] == sizes
