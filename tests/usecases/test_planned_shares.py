"""Planned mission shares through the acts, the lists and the files."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from mutudesk.domain.assignments import MissionShare
from mutudesk.domain.changes import correct, create
from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.listings import ListQuery
from mutudesk.domain.period import ONE_DAY
from mutudesk.domain.records import Kind, RecordRef, ref_to
from mutudesk.domain.services import Level, Membership
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.usecases import authorities, queries
from mutudesk.usecases.acts.memberships import JoiningTerms, join_together
from mutudesk.usecases.authority_exporting import export_authorities
from mutudesk.usecases.checking import check_register
from mutudesk.usecases.exporting import export_folder, export_kind
from mutudesk.usecases.exporting_on import in_force_on
from mutudesk.usecases.importing import import_folder
from mutudesk.usecases.recording import record
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    EPCI,
    OPENED,
    body,
    create_register,
    day,
    during,
    facts_in,
    identity,
    make_register,
    mandate,
    membership,
    mission_share,
    one_stored,
    reading,
    since,
    world_with,
    writing,
)
from tests.usecases.commanding_registers import first_in_force, is_planned, shared_registers

if TYPE_CHECKING:
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.records import Fact

FIRST, SECOND = during("2015-07-01", "2016-12-31"), since("2017-01-01")
ON = day("2020-01-31")
PROJECT = membership(decided_on=None)
TO_BEAUMONT = mission_share(beneficiary_siren=BEAUMONT, share=4_000)
SHARED: list[Fact] = [
    membership(),
    membership(BEAUMONT, decided_on=None),
    mission_share(),
    TO_BEAUMONT,
]


def corrected(path: Path, after: Membership) -> list[Finding]:
    """Correct the one membership of a body; what was refused, or nothing."""
    with writing(path) as session:
        seen = one_stored(session, Membership, siren=after.siren)
        try:
            record(session, [correct(seen, after)], "correct")
        except RefusedError as refused:
            return list(refused.findings)
    return []


# Acts ---------------------------------------------------------------------------------------------


def test_a_vote_brings_planned_shares_into_force_where_they_fit(tmp_path: Path) -> None:
    path = make_register(tmp_path, world_with(PROJECT))
    assert listed(path, "2016-09-01") == []
    assert corrected(path, membership()) == []
    assert listed(path, "2016-09-01") == [AUBIERE]
    # And back: what was in force is planned again.
    assert corrected(path, PROJECT) == []
    assert listed(path, "2016-09-01") == []
    assert mission_share() in facts_in(path)


def test_a_vote_that_brings_too_much_into_force_is_refused_whole(tmp_path: Path) -> None:
    path = make_register(tmp_path, world_with(*SHARED))
    (found,) = corrected(path, membership(BEAUMONT))
    assert found.code == "shares_exceed_assignment"
    assert found.values["period"] == OPENED
    shares = [each for each in found.records if each.kind is Kind.MISSION_SHARE]
    assert set(shares) == {ref_to(TO_BEAUMONT), ref_to(mission_share())}
    assert membership(BEAUMONT, decided_on=None) in facts_in(path)


def test_a_vote_for_some_days_is_judged_on_those(tmp_path: Path) -> None:
    """The project goes on after the first year; only what is voted counts."""
    facts = world_with(
        *SHARED[:1],
        membership(BEAUMONT, FIRST, decided_on=None),
        membership(BEAUMONT, SECOND, decided_on=None),
        mission_share(period=SECOND),
        TO_BEAUMONT,
        mission_share(period=FIRST, share=6_000, mission="DP"),
    )
    path = make_register(tmp_path, facts)
    with writing(path) as session:
        early = one_stored(session, Membership, siren=BEAUMONT, period=FIRST)
        record(session, [correct(early, membership(BEAUMONT, FIRST))], "correct")
        late = one_stored(session, Membership, siren=BEAUMONT, period=SECOND)
        with pytest.raises(RefusedError) as refused:
            record(session, [correct(late, membership(BEAUMONT, SECOND))], "correct")
    (found,) = refused.value.findings
    assert (found.code, found.values["period"]) == ("shares_exceed_assignment", SECOND)


def test_several_bodies_join_without_a_vote_and_work_is_planned(tmp_path: Path) -> None:
    path = make_register(tmp_path, world_with(mission_share(share=6_000)))
    terms = JoiningTerms(Level.USER, frozenset({"PC"}), None, "", OPENED)
    with writing(path) as session:
        record(session, join_together("ADS", [BEAUMONT], terms), "create")
        judged = record(session, [create(TO_BEAUMONT)], "create")
    assert judged.warnings == []
    assert listed(path, "2016-09-01") == [AUBIERE]


def test_a_vacancy_is_told_when_the_vote_is_recorded(tmp_path: Path) -> None:
    facts = world_with(PROJECT, mandate(AUBIERE, during("2014-04-05", "2020-05-24")))
    path = make_register(tmp_path, facts)
    with writing(path) as session:
        seen = one_stored(session, Membership)
        judged = record(session, [correct(seen, membership())], "correct")
    assert [(each.code, each.values["period"]) for each in judged.warnings] == [
        ("mandate_vacant_for_share", since("2020-05-25"))
    ]
    with reading(path) as session:
        codes = [each.code for each in check_register(session).findings]
    assert codes == ["mandate_vacant"]


def test_a_head_who_leaves_is_missed_only_for_what_is_in_force(tmp_path: Path) -> None:
    """The agents are not read with an act on a mandate: SQL says who commands them."""
    joined = [membership(period=FIRST), membership(period=SECOND, decided_on=None)]
    for last, expected in (("2016-12-31", []), ("2016-12-30", ["mandate_vacant"])):
        path = make_register(tmp_path / last, world_with(*joined))
        with writing(path) as session:
            seen = one_stored(session, type(mandate()), siren=AUBIERE)
            ended = mandate(AUBIERE, during("2014-04-05", last), last_name="Aubière")
            judged = record(session, [correct(seen, ended)], "correct")
        assert [each.code for each in judged.warnings] == expected
        assert all(RecordRef(Kind.BODY, (AUBIERE,)) in each.records for each in judged.warnings)


# Lists and files ----------------------------------------------------------------------------------


def listed(path: Path, on: str, **filters: str) -> list[str]:
    """The beneficiaries of the lines of a day."""
    with reading(path) as session:
        query = ListQuery(day(on), filters=filters)
        rows = queries.authority_lines(session, query)
        shown = queries.authorities(session, query)
        assert shown.count() == len(shown.ids()) == len(rows)
        return [row.beneficiary_siren for row in rows]


HALF = world_with(
    membership(period=FIRST, decided_on=None), membership(period=SECOND), mission_share(share=6_000)
)


@pytest.mark.parametrize(("on", "beneficiaries"), [("2016-12-31", []), ("2017-01-01", [AUBIERE])])
def test_lists_and_files_of_a_day_leave_out_what_is_planned(
    tmp_path: Path, on: str, beneficiaries: list[str]
) -> None:
    path = make_register(tmp_path, HALF)
    assert listed(path, on) == listed(path, on, commune=AUBIERE, service="ADS") == beneficiaries
    query = ListQuery(day(on))
    with reading(path) as session:
        count = export_authorities(session, query, tmp_path / "lignes.csv")
        figures = authorities.figures(session, query)
        coming = authorities.next_day_with_shares(session, query)
        export_kind(session, ExchangeKind.MISSION_SHARES, tmp_path / "parts.csv", day(on))
        export_folder(session, tmp_path / "jour", day(on))
        export_kind(session, ExchangeKind.MISSION_SHARES, tmp_path / "tout.csv")
    assert count == figures.agents == len(beneficiaries)
    assert coming == (None if beneficiaries else day("2017-01-01"))
    of_day = (tmp_path / "parts.csv").read_bytes()
    assert of_day.count(b"\n") == 1 + len(beneficiaries)
    assert (tmp_path / "jour" / "mission-shares.csv").read_bytes() == of_day
    assert (tmp_path / "tout.csv").read_bytes().count(b"\n") == 2


def test_the_next_day_with_shares_is_not_one_on_which_they_are_planned(tmp_path: Path) -> None:
    with reading(make_register(tmp_path, HALF)) as session:
        coming = authorities.next_day_with_shares(session, ListQuery(day("2015-01-01")))
    assert coming == day("2017-01-01")


def test_a_register_with_planned_shares_comes_back_from_its_files(tmp_path: Path) -> None:
    path = make_register(tmp_path, HALF)
    with reading(path) as session:
        export_folder(session, tmp_path / "export")
    fresh = tmp_path / "neuf.mutu"
    create_register(fresh, [body(EPCI), identity(EPCI)])
    with writing(fresh) as session:
        assert import_folder(session, tmp_path / "export").refusals == ()
        export_folder(session, tmp_path / "encore")
    assert facts_in(fresh) == facts_in(path)
    for file in (tmp_path / "export").iterdir():
        assert (tmp_path / "encore" / file.name).read_bytes() == file.read_bytes()


@pytest.mark.slow
@settings(max_examples=40)
@given(shared_registers())
def test_lists_and_files_agree_with_the_records_of_every_day(facts: list[Fact]) -> None:
    base = FactBase(EPCI, facts)
    shares = base.shares["A-1"]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "registre.mutu"
        create_register(path, facts)
        with reading(path) as session:
            for on in (ON + ONE_DAY * number for number in range(0, 32, 3)):
                counting = {
                    (each.mission, each.beneficiary_siren)
                    for each in shares
                    if each.period.holds(on) and not is_planned(base, each, on)
                }
                rows = queries.authority_lines(session, ListQuery(on))
                assert {(row.mission, row.beneficiary_siren) for row in rows} == counting
                assert len(rows) == queries.authorities(session, ListQuery(on)).count()
                coming = [first_in_force(base, each, on) for each in shares]
                first = min((each for each in coming if each is not None), default=None)
                assert authorities.next_day_with_shares(session, ListQuery(on)) == first
                held = {
                    (each.mission, each.beneficiary_siren)
                    for each in in_force_on(base, shares, on)
                    if isinstance(each, MissionShare)
                }
                assert held == counting
