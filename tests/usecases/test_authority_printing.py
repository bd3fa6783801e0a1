"""Printing who commands whom from a register: what is read, grouped, written and refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.documents.authorities import AUTHORITIES
from mutudesk.domain.changes import create
from mutudesk.domain.findings import RefusedError
from mutudesk.usecases.authority_printing import Grouping, print_authorities, read_authority_list
from mutudesk.usecases.creation import create_demonstration
from mutudesk.usecases.opening import open_to_read
from mutudesk.usecases.printing import print_file
from mutudesk.usecases.recording import record
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    EPCI,
    agent,
    assignment,
    day,
    during,
    make_register,
    mandate,
    membership,
    mission,
    mission_share,
    position,
    reading,
    service,
    since,
    world,
    world_with,
    writing,
)
from tests.documents.places import rows_of
from tests.documents.test_authorities import (
    AGENT,
    BENEFICIARY,
    HEADS,
    HIERARCHICAL,
    MISSION,
    OPERATIONAL,
    SHARE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mutudesk.documents.authorities import AuthorityList
    from mutudesk.usecases.session import Session

pytestmark = pytest.mark.slow

ON = day("2016-09-01")


@pytest.fixture
def demonstration(tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "demo.mutu"
    create_demonstration(path)
    with open_to_read(path) as session:
        yield session


def printed(session: Session, path: Path, **options: object) -> list[dict[str, str]]:
    print_authorities(session, ON, path, replace=True, **options)  # type: ignore[arg-type]
    return rows_of(path.read_bytes(), HEADS)


def code_of(problem: pytest.ExceptionInfo[RefusedError]) -> list[str]:
    return [each.code for each in problem.value.findings]


def test_the_authorities_are_those_recorded_each_by_its_own_way(tmp_path: Path) -> None:
    """One is lent by Clermont and works for Aubière; the president commands by derogation."""
    path = make_register(
        tmp_path,
        world_with(
            assignment(hierarchical_siren=CLERMONT, hierarchical_reason="mise à disposition"),
            mission_share(share=6_000),
            mission_share(mission="DP", share=4_000, operational_siren=EPCI),
        ),
    )
    with reading(path) as session:
        band, first, second = printed(session, tmp_path / "list.pdf")
    assert band == {AGENT: "ADS – Service ADS"}
    lent = "Clermont-Ferrand Mme Sylvie Clermont-Ferrand, Maire"
    assert first == {
        AGENT: "Garnier Paule A-1",
        MISSION: "Mission DP ADS",
        BENEFICIARY: "Aubière",
        SHARE: "40 %",
        HIERARCHICAL: lent,
        OPERATIONAL: "Clermont Communauté Mme Olivier Bianchet, Président",
    }
    assert second == first | {
        MISSION: "Mission PC ADS",
        SHARE: "60 %",
        OPERATIONAL: "Aubière Mme Sylvie Aubière, Maire",
    }


def test_the_whole_demonstration_is_there_once(demonstration: Session, tmp_path: Path) -> None:
    found = {}
    for grouping in Grouping:
        content = read_authority_list(demonstration, ON, None, grouping)
        rows = printed(demonstration, tmp_path / "list.pdf", grouping=grouping)
        listed = [row for row in rows if len(row) == len(HEADS)]
        assert len(listed) == content.count == 37
        found[grouping] = sorted(
            (row[AGENT], row[BENEFICIARY], row[SHARE], row[HIERARCHICAL], row[OPERATIONAL])
            for row in listed
        )
    assert found[Grouping.SERVICE] == found[Grouping.MAYOR]


def test_by_mayor_every_line_is_under_its_own_operational_authority(
    demonstration: Session, tmp_path: Path
) -> None:
    bands, band = [], ""
    for row in printed(demonstration, tmp_path / "list.pdf", grouping=Grouping.MAYOR):
        if len(row) == 1:
            band = row[AGENT].removesuffix(" (suite)")
            bands += [band] if band not in bands else []
        else:
            body, _, head = band.partition(" – ")
            assert row[OPERATIONAL] == f"{body} {head}"
    assert bands[:3] == [
        "Aubière – M. Christian Sauret (exemple), Maire",
        "Beaumont – M. Alain Dumeil (exemple), Maire",
        "Cébazat – M. Bernard Aubray (exemple), Maire",
    ]


def test_one_service_alone(demonstration: Session, tmp_path: Path) -> None:
    rows = printed(demonstration, tmp_path / "list.pdf", service="SIG")
    assert {row[AGENT] for row in rows if len(row) == 1} == {
        "SIG – Information géographique (exemple)"
    }
    assert all(row[MISSION].endswith(" SIG") for row in rows if len(row) > 1)


def test_services_of_one_name_are_two_groups(tmp_path: Path) -> None:
    path = make_register(
        tmp_path,
        world(
            service("B", name="Service ADS"),
            mission("X", "B"),
            agent("A-0", last_name="Zola"),
            position("A-0"),
            assignment("A-0", service="B"),
            mission_share("A-0", service="B", mission="X"),
            agent("A-2", last_name="Abel"),
            position("A-2"),
            assignment("A-2", service="B"),
            mission_share("A-2", service="B", mission="X"),
        ),
    )
    with reading(path) as session:
        rows = printed(session, tmp_path / "list.pdf")
    assert [row[AGENT] for row in rows] == [
        "ADS – Service ADS",
        "Garnier Paule A-1",
        "B – Service ADS",
        "Abel Paule A-2",
        "Zola Paule A-0",
    ]


def test_names_and_heads_are_those_of_the_date(demonstration: Session) -> None:
    named = {}
    for on in (ON, day("2017-06-01"), day("2019-01-01")):
        content = read_authority_list(demonstration, on, None, Grouping.SERVICE)
        rows = [row for group in content.groups for row in group.lines()]
        named[on] = content.owner
        assert content.dated == on
        assert {row.hierarchical.body for row in rows} >= {content.owner}
    assert list(named.values()) == [
        "Clermont Communauté",
        "Clermont Auvergne Métropole",
        "Clermont Auvergne Métropole",
    ]


def test_a_vacant_mandate_is_a_group_and_a_cell(tmp_path: Path) -> None:
    facts = world_with(mandate(AUBIERE, during("2008-03-01", "2014-03-01")))
    with reading(make_register(tmp_path, facts)) as session:
        band, row = printed(session, tmp_path / "list.pdf", grouping=Grouping.MAYOR)
    assert band[AGENT] == "Aubière – mandat vacant"
    assert row[OPERATIONAL] == "Aubière mandat vacant"
    assert "vacant" not in row[HIERARCHICAL]


def test_no_line_in_force_is_a_page_all_the_same(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    with reading(path) as session:
        print_authorities(session, day("1990-01-01"), tmp_path / "list.pdf")
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")


def test_an_unknown_service_is_refused(demonstration: Session, tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as problem:
        print_authorities(demonstration, ON, tmp_path / "list.pdf", service="NOPE")
    assert code_of(problem) == ["service_unknown"]
    assert not (tmp_path / "list.pdf").exists()


def test_a_missing_glyph_leaves_no_file(tmp_path: Path) -> None:
    path = make_register(tmp_path, world_with(agent(first_name="Zoé 😀")))
    with reading(path) as session, pytest.raises(RefusedError) as problem:
        print_authorities(session, ON, tmp_path / "list.pdf")
    assert code_of(problem) == ["character_unprintable"]
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_an_existing_file_stays_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    path, out = make_register(tmp_path, world()), tmp_path / "list.pdf"
    with reading(path) as session:
        print_authorities(session, ON, out)
        first, made = out.read_bytes(), out.stat().st_mtime_ns
        print_authorities(session, ON, out)  # the very same bytes: done already
        assert out.stat().st_mtime_ns == made
        with pytest.raises(RefusedError) as problem:
            print_authorities(session, day("2016-09-02"), out)
        assert code_of(problem) == ["file_in_place"]
        assert out.read_bytes() == first
        print_authorities(session, day("2016-09-02"), out, replace=True)
        assert out.read_bytes() != first


@pytest.mark.parametrize("size", [None, 200])
def test_no_register_is_ever_replaced(tmp_path: Path, size: int | None) -> None:
    path, other = make_register(tmp_path, world()), make_register(tmp_path / "o", world())
    other.write_bytes(other.read_bytes()[:size])  # cut short, it may still be mended
    before = other.read_bytes()
    with reading(path) as session:
        for out, code in ((path, "copy_onto_itself"), (other, "register_in_place")):
            with pytest.raises(RefusedError) as problem:
                print_authorities(session, ON, out, replace=True)
            assert code_of(problem) == [code]
    assert other.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "code"), [("no/list.pdf", "folder_missing"), ("folder", "folder_in_place")]
)
def test_a_place_that_takes_no_file_is_refused(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "folder").mkdir()
    with (
        reading(make_register(tmp_path, world())) as session,
        pytest.raises(RefusedError) as problem,
    ):
        print_authorities(session, ON, tmp_path / name, replace=True)
    assert code_of(problem) == [code]


def test_a_register_that_changes_meanwhile_is_not_printed_half(tmp_path: Path) -> None:
    path, out = make_register(tmp_path, world()), tmp_path / "list.pdf"

    def read() -> AuthorityList:
        with writing(path) as other:
            record(other, [create(membership(BEAUMONT, since("2018-01-01")))], "create")
        return read_authority_list(session, ON, None, Grouping.SERVICE)

    with reading(path) as session, pytest.raises(RefusedError) as problem:
        print_file(session, AUTHORITIES, read, out, replace=False)
    assert code_of(problem) == ["changed_while_printing"]
    assert not out.exists()


def test_printing_records_nothing(demonstration: Session, tmp_path: Path) -> None:
    before = demonstration.register.path.read_bytes()
    print_authorities(demonstration, ON, tmp_path / "list.pdf")
    assert demonstration.register.path.read_bytes() == before
    assert not demonstration.changed
