"""Printing conventions from a register: what is read, written and refused."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from mutudesk.domain.codes import fold
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.services import LegalGround, MembershipState
from mutudesk.usecases.conventions import (
    joining_bodies,
    preview,
    print_conventions,
    read_jobs,
)
from mutudesk.usecases.opening import open_to_read
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    ROYAT,
    day,
    identity,
    make_register,
    membership,
    reading,
    service,
    terms,
    world,
    world_with,
)
from tests.demonstration import demonstration
from tests.documents.contents import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mutudesk.usecases.session import Session

pytestmark = pytest.mark.slow

ON = day("2016-09-01")
OF_AUBIERE = f"convention-ADS-aubiere-{AUBIERE}-effet-2015-07-01.pdf"
INFO_OF_AUBIERE = f"convention-INFO-aubiere-{AUBIERE}-effet-2016-09-01.pdf"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_to_read(demonstration(tmp_path)) as session:
        yield session


def code_of(problem: pytest.ExceptionInfo[RefusedError]) -> list[str]:
    return [each.code for each in problem.value.findings]


def test_every_body_that_joins_is_printed_once(session: Session, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    out = tmp_path / "out"
    result = print_conventions(
        read_jobs(session, "ADS", None, ON),
        out,
        progress=lambda done, total: seen.append((done, total)),
    )
    assert len(result.written) == 13
    assert sorted(out.iterdir()) == sorted(each.path for each in result.written)
    assert result.refused == []
    assert seen == [(done, 13) for done in range(1, 14)]
    assert all(each.path.read_bytes().startswith(b"%PDF") for each in result.written)


def test_a_body_named_twice_is_printed_once(session: Session, tmp_path: Path) -> None:
    result = print_conventions(
        read_jobs(session, "ADS", [AUBIERE, ROYAT, AUBIERE], ON), tmp_path / "o"
    )
    assert [each.path.name for each in result.written] == [
        OF_AUBIERE,
        f"convention-ADS-royat-{ROYAT}-effet-2015-07-01.pdf",
    ]


def test_one_person_heading_two_parties_signs_once(session: Session) -> None:
    shown = preview(session, "ADS", CLERMONT, ON)
    text = text_of(shown.data)
    assert "représente déjà" in text
    assert any("eprésentant" in each.label for each in shown.blanks)


def test_the_preview_holds_the_bytes_of_the_file(session: Session, tmp_path: Path) -> None:
    shown = preview(session, "INFO", AUBIERE, ON)
    (written,) = print_conventions(
        read_jobs(session, "INFO", [AUBIERE], ON), tmp_path / "out"
    ).written
    path = written.path
    assert path.name == shown.file_name
    assert path.read_bytes() == shown.data


def test_what_is_left_blank_is_what_the_last_page_lists(session: Session) -> None:
    shown = preview(session, "INFO", AUBIERE, ON)
    pages = [each.extract_text() for each in PdfReader(BytesIO(shown.data)).pages]
    text = " ".join(" ".join(pages).replace("\u00a0", " ").split())
    last = text[text.index("À compléter Les mentions") :]
    assert shown.blanks
    assert shown.pieces
    for each in shown.blanks:
        assert each.where.replace("\u00a0", " ") in last
    for piece in shown.pieces:
        assert " ".join(piece.replace("\u00a0", " ").split())[:30] in last


def test_identities_are_those_of_the_date(session: Session) -> None:
    text = text_of(preview(session, "INFO", AUBIERE, day("2019-01-01")).data)
    assert "Clermont Auvergne Métropole" in text
    assert "Clermont Communauté" not in text


def test_line_breaks_of_the_terms_are_printed_as_spaces(tmp_path: Path) -> None:
    facts = world_with(terms(financial_terms="au prorata\ndes actes", duration="trois\nans"))
    with reading(make_register(tmp_path, facts)) as session:
        shown = preview(session, "ADS", AUBIERE, ON)
    text = " ".join(text_of(shown.data).split())
    assert "Au prorata des actes." in text
    assert "Trois ans." in text


def test_an_unknown_service_is_refused(session: Session, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(RefusedError) as problem:
        print_conventions(read_jobs(session, "NOPE", None, ON), out)
    assert code_of(problem) == ["service_unknown"]
    assert not out.exists()


def test_an_unknown_body_hinders_no_other(session: Session, tmp_path: Path) -> None:
    out = tmp_path / "out"
    unknown = "732829320"
    result = print_conventions(read_jobs(session, "ADS", [unknown], ON), out)
    assert [(each.siren, each.findings[0].code) for each in result.refused] == [
        (unknown, "body_unknown")
    ]
    assert not out.exists()
    result = print_conventions(read_jobs(session, "ADS", [AUBIERE, unknown], ON), out)
    assert [each.siren for each in result.refused] == [unknown]
    assert [path.name for path in out.iterdir()] == [OF_AUBIERE]


def test_another_legal_ground_is_refused_with_the_reason(tmp_path: Path) -> None:
    path = make_register(tmp_path, world_with(service(ground=LegalGround.SERVICE_PROVISION)))
    with reading(path) as session, pytest.raises(RefusedError) as problem:
        preview(session, "ADS", AUBIERE, ON)
    assert code_of(problem) == ["convention_other_ground"]


def test_a_known_body_that_did_not_join_is_named_and_hinders_nobody(
    session: Session, tmp_path: Path
) -> None:
    result = print_conventions(read_jobs(session, "INFO", [ROYAT, AUBIERE], ON), tmp_path / "out")
    assert [each.path.name for each in result.written] == [INFO_OF_AUBIERE]
    (refused,) = result.refused
    assert refused.name == "Royat"
    assert [each.code for each in refused.findings] == ["convention_without_membership"]


def test_a_refused_preview_says_why_and_holds_no_bytes(tmp_path: Path) -> None:
    formless = identity(BEAUMONT, legal_form="")
    facts = world(membership(BEAUMONT))
    facts = [formless if fact == identity(BEAUMONT) else fact for fact in facts]
    path = make_register(tmp_path, facts)
    with reading(path) as session:
        shown = preview(session, "ADS", BEAUMONT, ON)
    assert shown.data == b""
    assert [each.code for each in shown.findings] == ["convention_form_missing"]
    assert shown.findings[0].records


def test_a_cancelled_batch_keeps_what_is_written(session: Session, tmp_path: Path) -> None:
    done: list[int] = []
    result = print_conventions(
        read_jobs(session, "ADS", None, ON),
        tmp_path / "out",
        progress=lambda number, _total: done.append(number),
        cancelled=lambda: len(done) == 2,
    )
    assert result.cancelled
    assert len(result.written) == 2


def test_only_what_the_service_needs_is_read(session: Session) -> None:
    jobs = read_jobs(session, "SIG", None, ON)
    assert {job.content.service_code for job in jobs if job.content} == {"SIG"}
    assert len(jobs) == 5


def test_printing_records_nothing(session: Session, tmp_path: Path) -> None:
    before = session.register.path.read_bytes()
    print_conventions(read_jobs(session, "SIG", None, ON), tmp_path / "out")
    assert session.register.path.read_bytes() == before
    assert not session.changed


def test_bodies_are_listed_with_what_is_known_on_the_date(session: Session) -> None:
    listed = {each.siren: each.state for each in joining_bodies(session, "ADS", ON)}
    assert len(listed) == 13
    assert listed[AUBIERE] is MembershipState.IN_FORCE
    # Its council votes on 24 November 2016 for 1 January 2017.
    late = "216300756"
    assert listed[late] is MembershipState.PROJECT
    listed = {each.siren: each.state for each in joining_bodies(session, "ADS", day("2016-12-01"))}
    assert listed[late] is MembershipState.DECIDED


def test_bodies_are_sorted_by_name_without_accents(session: Session) -> None:
    names = [each.name for each in joining_bodies(session, "ADS", ON)]
    assert names == sorted(names, key=fold)


def test_bodies_of_another_ground_are_refused(tmp_path: Path) -> None:
    path = make_register(tmp_path, world_with(service(ground=LegalGround.OTHER)))
    with reading(path) as session, pytest.raises(RefusedError) as problem:
        joining_bodies(session, "ADS", ON)
    assert code_of(problem) == ["convention_other_ground"]
