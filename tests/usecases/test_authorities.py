"""Who commands whom: what SQL says against what the recorded facts say."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mutudesk.domain.assignments import AssignmentGround, HierarchicalSiren, OperationalSiren
from mutudesk.domain.authority import (
    assignment_on,
    head_of,
    hierarchical_of,
    operational_body,
    position_on,
)
from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.listings import AuthorityHolder, ListQuery
from mutudesk.storage.register_file import RegisterFile
from mutudesk.usecases import authorities, queries
from mutudesk.usecases.authority_exporting import export_authorities
from mutudesk.usecases.session import Session
from tests.builders import (
    AUBIERE,
    CLERMONT,
    EPCI,
    ROYAT,
    assignment,
    create_register,
    day,
    during,
    make_register,
    managing,
    mandate,
    membership,
    mission,
    mission_share,
    position,
    reading,
    since,
    world,
    world_with,
)
from tests.usecases.commanding_registers import (
    DAYS,
    SIRENS,
    first_in_force,
    is_planned,
    registers,
)

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.listings import AuthorityRow
    from mutudesk.domain.records import Fact


# Against the facts --------------------------------------------------------------------------------


def expected(base: FactBase, on: date) -> dict[tuple[object, ...], tuple[object, ...]]:
    """Line by line, as the domain has it."""
    lines: dict[tuple[object, ...], tuple[object, ...]] = {}
    for share in (each for shares in base.shares.values() for each in shares):
        if not share.period.holds(on) or is_planned(base, share, on):
            continue
        held = assignment_on(base, share.matricule, share.service, on)
        position = position_on(base, share.matricule, on)
        hierarchical = hierarchical_of(held.hierarchical_siren if held else None, position)
        lines[share.key] = (
            share.share,
            known(base, share.beneficiary_siren, on),
            held.ground if held else None,
            holder(base, hierarchical, on),
            holder(base, operational_body(share), on),
        )
    return lines


def known(base: FactBase, siren: str, on: date) -> str:
    identity = base.identity(siren, on)
    return identity.name if identity is not None else ""


def holder(base: FactBase, siren: str | None, on: date) -> AuthorityHolder:
    head = head_of(base, siren, on) if siren else None
    return AuthorityHolder(
        siren or "",
        known(base, siren, on) if siren else "",
        head.civility if head else "",
        head.full_name if head else "",
        head.quality if head else "",
        acting=head is not None and head.acting,
    )


def key(row: AuthorityRow) -> tuple[object, ...]:
    return (row.matricule, row.service, row.mission, row.beneficiary_siren, row.period.valid_from)


@pytest.mark.slow
@settings(max_examples=40)
@given(registers(), st.sampled_from([day("2020-01-31"), *DAYS, day("2020-03-01")]))
def test_every_line_says_what_the_facts_say(facts: list[Fact], on: date) -> None:
    base = FactBase(EPCI, facts)
    lines = expected(base, on)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "registre.mutu"
        create_register(path, facts)
        with RegisterFile.open_to_read(path) as register:
            session = Session(register)
            rows = queries.authority_lines(session, ListQuery(on))
            source = queries.authorities(session, ListQuery(on))
            listed = source.first(1_000)
            count = source.count()
            narrow = ListQuery(on, filters={"vacant": "oui"})
            vacant = queries.authority_lines(session, narrow)
            some = {
                siren: queries.authority_lines(session, ListQuery(on, filters={"commune": siren}))
                for siren in SIRENS
            }
            figures = authorities.figures(session, ListQuery(on))
            coming = authorities.next_day_with_shares(session, ListQuery(on))
            explained = [authorities.explain(session, row, on) for row in rows]
    found = {
        key(row): (row.share, row.beneficiary, row.ground, row.hierarchical, row.operational)
        for row in rows
    }
    assert found == lines
    assert [key(row) for row in rows] == sorted(lines, key=lambda each: [*map(str, each)])
    assert {key(row) for row in listed} == set(lines)
    assert count == len(lines)
    assert vacant == [row for row in rows if misses_a_head(row)]
    assert {siren: [*map(key, each)] for siren, each in some.items()} == {
        siren: [key(row) for row in rows if row.beneficiary_siren == siren] for siren in SIRENS
    }
    without = {
        each.siren
        for row in rows
        for each in (row.hierarchical, row.operational)
        if each.siren and each.is_vacant
    }
    assert (figures.agents, figures.vacant) == (len({row.matricule for row in rows}), len(without))
    later = [
        day_of
        for shares in base.shares.values()
        for fact in shares
        if (day_of := first_in_force(base, fact, on)) is not None
    ]
    assert coming == min(later, default=None)
    for row, why in zip(rows, explained, strict=True):
        assert why.share is not None
        assert why.share.key == key(row)
        assert (why.hierarchical.siren, why.operational.siren) == (
            row.hierarchical.siren,
            row.operational.siren,
        )
        for authority, shown in (
            (why.hierarchical, row.hierarchical),
            (why.operational, row.operational),
        ):
            name = authority.mandate.full_name if authority.mandate else ""
            assert name == shown.person


def misses_a_head(row: AuthorityRow) -> bool:
    return any(each.siren and each.is_vacant for each in (row.hierarchical, row.operational))


# By example ---------------------------------------------------------------------------------------


def lines_on(path: Path, on: str) -> list[AuthorityRow]:
    with reading(path) as session:
        return queries.authority_lines(session, ListQuery(day(on)))


def commands(path: Path, on: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """The two authorities of the only line: body and person."""
    (row,) = lines_on(path, on)
    return (
        (row.hierarchical.siren, row.hierarchical.person),
        (row.operational.siren, row.operational.person),
    )


def test_the_employer_and_the_beneficiary_where_nothing_else_is_recorded(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    assert commands(path, "2016-09-01") == (
        (EPCI, "Olivier Bianchet"),
        (AUBIERE, "Sylvie Aubière"),
    )


def test_an_agent_made_available_keeps_the_head_of_his_employer(tmp_path: Path) -> None:
    facts = world_with(
        position(employer_siren=CLERMONT), assignment(ground=AssignmentGround.PROVISION_BY_LAW)
    )
    path = make_register(tmp_path, facts)
    assert commands(path, "2016-09-01")[0] == (CLERMONT, "Sylvie Clermont-Ferrand")


def test_the_employer_is_that_of_the_date(tmp_path: Path) -> None:
    facts = world_with(
        position(period=during("2012-03-01", "2016-12-31"), employer_siren=CLERMONT),
        position(period=since("2017-01-01")),
    )
    path = make_register(tmp_path, facts)
    assert commands(path, "2016-12-31")[0][0] == CLERMONT
    assert commands(path, "2017-01-01")[0][0] == EPCI


def test_both_bodies_are_recorded_apart(tmp_path: Path) -> None:
    facts = world_with(
        assignment(hierarchical_siren=HierarchicalSiren(CLERMONT), hierarchical_reason="arrêté"),
        mission_share(operational_siren=OperationalSiren(EPCI)),
    )
    path = make_register(tmp_path, facts)
    hierarchical, operational = commands(path, "2016-09-01")
    assert (hierarchical[0], operational[0]) == (CLERMONT, EPCI)


def test_a_commune_that_manages_serves_itself(tmp_path: Path) -> None:
    facts = world_with(
        managing(siren=CLERMONT),
        position(employer_siren=CLERMONT),
        mission_share(beneficiary_siren=CLERMONT),
    )
    path = make_register(tmp_path, facts)
    mayor = (CLERMONT, "Sylvie Clermont-Ferrand")
    assert commands(path, "2016-09-01") == (mayor, mayor)


def test_acting_heads_and_vacancies_day_by_day(tmp_path: Path) -> None:
    facts = world_with(
        mandate(AUBIERE, during("2014-04-05", "2018-02-14"), last_name="Partie"),
        mandate(AUBIERE, during("2018-02-10", "2018-06-30"), acting=True, last_name="Adjointe"),
        mandate(AUBIERE, since("2018-07-02"), last_name="Nouvelle"),
    )
    path = make_register(tmp_path, facts)
    found = {
        on: commands(path, on)[1][1]
        for on in (
            "2018-02-09",
            "2018-02-10",
            "2018-02-15",
            "2018-06-30",
            "2018-07-01",
            "2018-07-02",
        )
    }
    assert found == {
        "2018-02-09": "Sylvie Partie",
        "2018-02-10": "Sylvie Adjointe",
        "2018-02-15": "Sylvie Adjointe",
        "2018-06-30": "Sylvie Adjointe",
        "2018-07-01": "",
        "2018-07-02": "Sylvie Nouvelle",
    }
    with reading(path) as session:
        on = day("2018-07-01")
        (row,) = queries.authority_lines(session, ListQuery(on))
        why = authorities.explain(session, row, on)
        assert row.operational.is_vacant
        assert why.operational.vacant_since == on
        assert why.hierarchical.vacant_since is None


def test_a_share_over_a_chain_of_memberships_is_one_line_each_day(tmp_path: Path) -> None:
    facts = world_with(
        membership(period=during("2015-07-01", "2016-12-31")),
        membership(period=since("2017-01-01")),
        assignment(period=during("2015-07-01", "2016-12-31")),
        assignment(period=since("2017-01-01"), ground=AssignmentGround.RECRUITMENT),
    )
    path = make_register(tmp_path, facts)
    found = {on: [row.ground for row in lines_on(path, on)] for on in ("2016-12-31", "2017-01-01")}
    assert found == {
        "2016-12-31": [AssignmentGround.INTERNAL],
        "2017-01-01": [AssignmentGround.RECRUITMENT],
    }
    assert lines_on(path, "2015-06-30") == []


def test_two_shares_alike_that_overlap_are_explained_apart(tmp_path: Path) -> None:
    facts = world_with(
        mission_share(share=4_000), mission_share(share=6_000, period=since("2016-01-01"))
    )
    path = make_register(tmp_path, facts)
    with reading(path) as session:
        on = day("2016-09-01")
        rows = queries.authority_lines(session, ListQuery(on))
        found = [authorities.explain(session, row, on).share for row in rows]
    assert [each.share for each in found if each] == [row.share for row in rows] == [4_000, 6_000]


def test_the_file_for_a_spreadsheet(tmp_path: Path) -> None:
    path = make_register(tmp_path / "r", world(mission("CU")))
    query = ListQuery(day("2016-09-01"))
    with reading(path) as session:
        assert export_authorities(session, query, tmp_path / "lignes.csv") == 1
        with pytest.raises(RefusedError) as refused:
            export_authorities(session, query, path)
    assert [each.code for each in refused.value.findings] == ["copy_onto_itself"]
    assert (tmp_path / "lignes.csv").read_bytes().startswith(b"\xef\xbb\xbfmatricule;nom;")
    assert ROYAT not in (tmp_path / "lignes.csv").read_text(encoding="utf-8")
