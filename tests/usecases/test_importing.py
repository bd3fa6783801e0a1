"""Taking files in: by key, judged in their final state, whole or not at all."""

from __future__ import annotations

import sqlite3
import unicodedata
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.agents import Agent, Position
from mutudesk.domain.assignments import MissionShare
from mutudesk.domain.bodies import Mandate
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.records import ref_to
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.storage.journal import broken_links
from mutudesk.usecases.importing import (
    import_file,
    import_folder,
)
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    EPCI,
    ROYAT,
    agent,
    all_stored,
    day,
    during,
    facts_in,
    make_register,
    mandate,
    membership,
    mission_share,
    one_stored,
    position,
    reading,
    since,
    world,
    world_with,
    writing,
)
from tests.usecases.taking import counts, csv_file, journal_length, places, take, take_all

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path / "registre", world())


MANDATES, AGENTS = ExchangeKind.MANDATES, ExchangeKind.AGENTS
MEMBERSHIPS, SHARES = ExchangeKind.MEMBERSHIPS, ExchangeKind.MISSION_SHARES
ROYAT_HEAD = f"{ROYAT};Maire;Mme;Sylvie;Royat;non;2014-04-05;"
A1 = f"A-1;Mme;Garnier;Paule;titulaire;B;Rédacteurs;Rédacteur;100;{EPCI};2012-03-01;"


# By key -------------------------------------------------------------------------------------------


def test_same_key_and_values_is_nothing(path: Path) -> None:
    before = journal_length(path)
    assert counts(take(path, MANDATES, ROYAT_HEAD)) == (1, 0, 0)
    assert counts(take(path, AGENTS, A1)) == (1, 0, 0)
    assert journal_length(path) == before


@pytest.mark.parametrize(
    "line",
    [
        f"{ROYAT};Maire;Mme;Sylvie;Royat;;05/04/2014;31/12/2999",
        f"  {ROYAT} ; Maire ;Mme;Sylvie;Royat;NON;5/4/2014;9999",
        '216 303 081;Maire;Mme;Sylvie;"Royat";Non;2014-04-05;',
    ],
)
def test_another_way_of_writing_is_no_other_value(path: Path, line: str) -> None:
    assert counts(take(path, MANDATES, line)) == (1, 0, 0)


def test_same_key_and_other_values_is_a_correction(path: Path) -> None:
    before = journal_length(path)
    line = f"{ROYAT};Maire;Mme;Anne;Royat;non;2014-04-05;"
    assert counts(take(path, MANDATES, line)) == (1, 0, 1)
    assert facts_in(path) == set(world_with(mandate(ROYAT, last_name="Royat", first_name="Anne")))
    assert journal_length(path) == before + 1
    with writing(path) as session:
        assert one_stored(session, Mandate, siren=ROYAT).row_version == 2


def test_a_new_key_is_a_new_record(path: Path) -> None:
    line = f"{ROYAT};2e adjoint, par intérim;M.;Éric;D'Œil;oui;2016-01-01;2016-06-30"
    assert counts(take(path, MANDATES, line)) == (1, 1, 0)
    new = mandate(
        ROYAT,
        during("2016-01-01", "2016-06-30"),
        acting=True,
        quality="2e adjoint, par intérim",
        civility="M.",
        last_name="D'Œil",
        first_name="Éric",
    )
    assert facts_in(path) == set(world(new))


def test_what_a_file_does_not_name_stays(path: Path) -> None:
    line = f"{ROYAT};Maire;Mme;Sylvie;Royat;non;2014-04-05;2020-05-24"
    take(path, MANDATES, line)
    assert facts_in(path) == set(
        world_with(mandate(ROYAT, during("2014-04-05", "2020-05-24"), last_name="Royat"))
    )


def test_the_key_fields_of_an_agent_are_corrected_for_all_his_positions(path: Path) -> None:
    line = A1.replace("Garnier;Paule", "Garnier-Œil;Paule").replace(
        "2012-03-01;", "2012-03-01;2016-12-31"
    )
    second = A1.replace("Garnier;Paule", "Garnier-Œil;Paule").replace("2012-03-01", "2017-01-01")
    assert counts(take(path, AGENTS, line, second)) == (2, 1, 2)
    found = facts_in(path)
    assert agent(last_name="Garnier-Œil") in found
    assert {fact for fact in found if isinstance(fact, Position)} == {
        position(period=during("2012-03-01", "2016-12-31")),
        position(period=since("2017-01-01")),
    }


def test_accents_composed_or_not_are_one_key(path: Path) -> None:
    code = "É-1"
    line = f"{code};Mme;Garnier;Zoé;titulaire;B;;;100;{EPCI};2012-03-01;"
    assert counts(take(path, AGENTS, line)) == (1, 2, 0)
    apart = unicodedata.normalize("NFD", line)
    assert apart != line
    assert counts(take(path, AGENTS, apart)) == (1, 0, 0)
    assert agent(code, first_name="Zoé", last_name="Garnier") in facts_in(path)


def test_signs_of_other_languages_are_text_like_any_other(path: Path) -> None:
    line = f'R&D;;"<b>&""\'";\'=cmd();cdi;;;;12,5;{EPCI};2012-03-01;'
    assert counts(take(path, AGENTS, line)) == (1, 2, 0)
    assert {
        agent("R&D", civility="", last_name="<b>&\"'", first_name="=cmd()"),
    } <= facts_in(path)
    assert counts(take(path, AGENTS, line)) == (1, 0, 0)


# Never closing anything by itself -----------------------------------------------------------------


def test_an_overlap_is_refused_where_it_stands(path: Path) -> None:
    line = f"{ROYAT};Maire;M.;Jean;Neuf;non;2020-05-25;"
    report = take(path, MANDATES, f"{BEAUMONT};Maire;Mme;Sylvie;Beaumont;non;2014-04-05;", line)
    assert places(report) == [("mandates.csv", 3, "debut", "mandate_overlap")]
    assert facts_in(path) == set(world())


def test_a_period_is_closed_by_importing_its_line_with_its_end(path: Path) -> None:
    lines = [ROYAT_HEAD + "2020-05-24", f"{ROYAT};Maire;M.;Jean;Neuf;non;2020-05-25;"]
    for given in (lines, lines[::-1]):
        report = take(path, MANDATES, *given)
        assert report.refusals == ()
    assert {fact for fact in facts_in(path) if getattr(fact, "siren", "") == ROYAT} >= {
        mandate(ROYAT, during("2014-04-05", "2020-05-24"), last_name="Royat"),
        mandate(ROYAT, since("2020-05-25"), civility="M.", first_name="Jean", last_name="Neuf"),
    }


def test_a_closed_period_is_opened_again_by_its_line(path: Path) -> None:
    take(path, MANDATES, ROYAT_HEAD + "2020-05-24")
    assert counts(take(path, MANDATES, ROYAT_HEAD)) == (1, 0, 1)
    assert facts_in(path) == set(world())


def test_a_shared_boundary_moves_in_one_file(tmp_path: Path) -> None:
    facts = world_with(
        mandate(ROYAT, during("2014-04-05", "2020-05-24"), last_name="Une"),
        mandate(ROYAT, during("2020-05-25", "2026-03-21"), last_name="Deux"),
        mandate(ROYAT, since("2026-03-22"), last_name="Trois"),
    )
    path = make_register(tmp_path, facts)
    report = take(
        path,
        MANDATES,
        f"{ROYAT};Maire;Mme;Sylvie;Trois;non;2026-03-22;2026-03-22",
        f"{ROYAT};Maire;Mme;Sylvie;Deux;non;2020-05-25;2021-01-01",
        f"{ROYAT};Maire;Mme;Sylvie;Une;non;2014-04-05;2014-04-05",
    )
    assert counts(report) == (3, 0, 3)


def test_two_lines_exchange_what_they_hold(tmp_path: Path) -> None:
    one, two = during("2014-04-05", "2020-05-24"), since("2020-05-25")
    path = make_register(
        tmp_path,
        world_with(mandate(ROYAT, one, last_name="Une"), mandate(ROYAT, two, last_name="Deux")),
    )
    report = take(
        path,
        MANDATES,
        f"{ROYAT};Maire;Mme;Sylvie;Deux;non;2014-04-05;2020-05-24",
        f"{ROYAT};Maire;Mme;Sylvie;Une;non;2020-05-25;",
    )
    assert counts(report) == (2, 0, 2)
    assert facts_in(path) == set(
        world_with(mandate(ROYAT, two, last_name="Une"), mandate(ROYAT, one, last_name="Deux"))
    )


# Files and folders --------------------------------------------------------------------------------


def test_what_cannot_be_read(path: Path, tmp_path: Path) -> None:
    for given, code in ((tmp_path / "absent.csv", "file_missing"), (tmp_path, "folder_given")):
        with writing(path) as session, pytest.raises(RefusedError) as refused:
            import_file(session, AGENTS, given)
        assert [each.code for each in refused.value.findings] == [code]
    for folder, code in (
        (tmp_path / "absent", "folder_missing"),
        (tmp_path / "registre", "folder_without_files"),
    ):
        with writing(path) as session, pytest.raises(RefusedError) as refused:
            import_folder(session, folder)
        assert [each.code for each in refused.value.findings] == [code]


def test_a_file_that_is_too_large(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = csv_file(tmp_path / "f", AGENTS, A1)
    monkeypatch.setattr("mutudesk.exchange.plain_files.LARGEST_FILE", 10)
    with writing(path) as session, pytest.raises(RefusedError) as refused:
        import_file(session, AGENTS, given)
    assert [each.code for each in refused.value.findings] == ["file_too_large"]


def test_a_folder_is_one_act_with_all_its_files_for_reason(path: Path) -> None:
    take_all(
        path,
        agents=[A1.replace("A-1", "A-2")],
        assignments=["A-2;ADS;affectation_interne;100;;2015-07-01;"],
    )
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT DISTINCT act, action, why FROM journal WHERE action = 'import'"
        ).fetchall()
    assert [row[1:] for row in rows] == [("import", "agents.csv, assignments.csv")]


def test_a_folder_with_one_bad_file_changes_nothing(path: Path) -> None:
    report = take_all(
        path,
        agents=[A1.replace("A-1", "A-2")],
        assignments=["A-3;ADS;affectation_interne;100;;2015-07-01;"],
    )
    assert places(report) == [("assignments.csv", 2, "matricule", "agent_unknown")]
    assert facts_in(path) == set(world())


def test_the_name_of_a_file_may_be_no_text_at_all(path: Path, tmp_path: Path) -> None:
    """Old disks hold names in cp1252, which Python reads as lone surrogates."""
    given = csv_file(tmp_path / "f", AGENTS, A1.replace("A-1", "A-2"), name="agents \udce9.csv")
    with writing(path) as session:
        assert counts(import_file(session, AGENTS, given)) == (1, 2, 0)
    with reading(path) as session, session.register.read() as unit:
        assert list(broken_links(unit.connection)) == []


def test_a_refused_import_leaves_no_trace_in_the_session(path: Path, tmp_path: Path) -> None:
    given = csv_file(tmp_path / "f", MANDATES, f"{ROYAT};Maire;M.;Jean;Neuf;non;2020-05-25;")
    with writing(path) as session:
        assert import_file(session, MANDATES, given).is_refused
        assert not session.changed


def test_two_thousand_agents(path: Path) -> None:
    names = ["N'Guyen", "Œhler", "d'Arc", "Le Goff", "García-Ruiz"]
    many = [(f"P-{number:04}", number, 1 + number % 100) for number in range(2_000)]
    report = take_all(
        path,
        agents=[
            f"{code};M.;{names[number % 5]} {number};Éric;cdi;C;;;{share};{EPCI};2010-01-01;"
            for code, number, share in many
        ],
        assignments=[f"{code};ADS;recrutement;{share};;2016-01-01;" for code, _, share in many],
        mission_shares=[
            f"{code};ADS;PC;{AUBIERE if number % 2 else EPCI};{share};2016-01-01;;"
            for code, number, share in many
        ],
    )
    assert counts(report) == (6_000, 8_000, 0)
    assert report.warnings == ()
    with writing(path) as session:
        stored = all_stored(session)
        assert sum(isinstance(each.fact, Agent) for each in stored) == 2_001
        assert sum(isinstance(each.fact, MissionShare) for each in stored) == 2_001
        again = import_folder(session, path.parent / "fichiers")
        assert not session.changed
    assert counts(again) == (6_000, 0, 0)


def test_the_import_of_a_vote_judges_what_was_planned(path: Path) -> None:
    project = f"ADS;{ROYAT};adherente;PC;;2015-07-01;"
    assert counts(take(path, MEMBERSHIPS, project)) == (1, 1, 0)
    assert counts(take(path, SHARES, f"A-1;ADS;PC;{ROYAT};40;2015-07-01;;")) == (1, 1, 0)
    voted = project.replace("PC;;", "PC;2015-06-01;")
    (refused,) = take(path, MEMBERSHIPS, voted).refusals
    share = mission_share(beneficiary_siren=ROYAT, share=4_000)
    assert refused.finding.code == "shares_exceed_assignment"
    assert ref_to(share) in refused.finding.records
    assert counts(take(path, SHARES, f"A-1;ADS;PC;{AUBIERE};60;2015-07-01;;")) == (1, 0, 1)
    assert counts(take(path, MEMBERSHIPS, voted)) == (1, 0, 1)
    joined = membership(ROYAT, missions=frozenset({"PC"}), decided_on=day("2015-06-01"))
    assert {joined, share, mission_share(share=6_000)} <= facts_in(path)
