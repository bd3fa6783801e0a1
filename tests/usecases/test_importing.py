"""Taking files in: by key, judged in their final state, whole or not at all."""

from __future__ import annotations

import sqlite3
import unicodedata
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.assignments import HierarchicalSiren, MissionShare
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.records import ref_to
from mutudesk.domain.staff import Agent, Position
from mutudesk.domain.territory import LegalIdentity, Mandate
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.storage.journal import broken_links
from mutudesk.usecases.importing import (
    import_file,
    import_folder,
)
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    EPCI,
    ROYAT,
    agent,
    all_stored,
    assignment,
    day,
    during,
    facts_in,
    identity,
    make_register,
    mandate,
    membership,
    mission,
    mission_share,
    one_stored,
    position,
    reading,
    since,
    world,
    world_with,
    writing,
)
from tests.usecases.taking import counts, csv_file, places, take, take_all

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path / "registre", world())


def journal_length(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM journal").fetchone()
    return int(count)


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


# The final state is judged ------------------------------------------------------------------------


def test_a_file_that_is_only_right_as_a_whole(path: Path) -> None:
    """Each of these lines alone is refused, in any order."""
    lines = [
        f"A-1;ADS;DP;{AUBIERE};40;2015-07-01;;",
        f"A-1;ADS;PC;{AUBIERE};60;2015-07-01;;",
    ]
    assert places(take(path, SHARES, lines[0])) == [
        ("mission-shares.csv", 2, "part", "shares_exceed_assignment")
    ]
    assert counts(take(path, SHARES, *lines)) == (2, 1, 1)


def test_a_membership_changes_and_its_shares_with_it_in_one_act(path: Path) -> None:
    """Closing one membership, opening the next, and giving the work another beneficiary."""
    report = take_all(
        path,
        memberships=[
            f"ADS;{AUBIERE};adherente;DP+PC;2015-05-21;2015-07-01;2016-12-31",
            f"ADS;{AUBIERE};adherente;DP;2016-12-01;2017-01-01;",
            f"ADS;{ROYAT};intégrée;PC;2016-12-01;2017-01-01;",
        ],
        mission_shares=[
            f"A-1;ADS;PC;{AUBIERE};100;2015-07-01;2016-12-31;",
            f"A-1;ADS;PC;{ROYAT};70;2017-01-01;;",
            f"A-1;ADS;DP;{AUBIERE};30;2017-01-01;;{EPCI}",
        ],
    )
    assert counts(report) == (6, 4, 2)
    assert report.warnings == ()
    found = facts_in(path)
    assert {fact for fact in found if isinstance(fact, MissionShare)} == {
        mission_share(period=during("2015-07-01", "2016-12-31")),
        mission_share(period=since("2017-01-01"), beneficiary_siren=ROYAT, share=7_000),
        mission_share(
            period=since("2017-01-01"), mission="DP", share=3_000, operational_siren=EPCI
        ),
    }


def test_a_refusal_points_at_the_line_that_causes_it(path: Path) -> None:
    """The share stands in no file: the membership that ends under it does."""
    report = take(
        path, MEMBERSHIPS, f"ADS;{AUBIERE};adherente;DP+PC;2015-05-21;2015-07-01;2016-12-31"
    )
    assert places(report) == [("memberships.csv", 2, "fin", "beneficiary_not_joined")]


def test_a_share_spans_two_memberships_that_follow(path: Path) -> None:
    new_year = f"ADS;{AUBIERE};adherente;PC;2016-12-01;2017-01-01;"
    late = new_year.replace("2017-01-01", "2017-01-02")
    first = f"ADS;{AUBIERE};adherente;DP+PC;2015-05-21;2015-07-01;31/12/2016"
    assert places(take(path, MEMBERSHIPS, first, late)) == [
        ("memberships.csv", 2, "fin", "beneficiary_not_joined")
    ]
    assert counts(take(path, MEMBERSHIPS, first, new_year)) == (2, 1, 1)


def test_one_bad_line_and_nothing_is_taken(path: Path) -> None:
    good = f"{ROYAT};Adjoint;M.;Jean;Bon;oui;2016-01-01;2016-06-30"
    report = take(
        path,
        MANDATES,
        good,
        f"{ROYAT};Adjoint;M.;Jean;Bon;oui;2017-02-30;",
        good.replace(ROYAT, "216302547"),
        f"{BEAUMONT};;M.;Jean;Bon;peut-être;2016-01-01;2015-01-01",
    )
    assert places(report) == [
        ("mandates.csv", 3, "debut", "date_invalid"),
        ("mandates.csv", 5, "qualite", "cell_required"),
        ("mandates.csv", 5, "interim", "choice_unknown"),
    ]
    assert (report.created, report.corrected) == (0, 0)
    assert facts_in(path) == set(world())
    report = take(path, MANDATES, good, good.replace(ROYAT, "216302547"))
    assert places(report) == [("mandates.csv", 3, "siren", "body_unknown")]
    assert facts_in(path) == set(world())


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("x" * 10_000, "text_too_long"),
        ("a\0b", "control_character"),
        ("\u200b", "cell_required"),
        ("\ue000", "text_unprintable"),
    ],
    ids=["10,000 characters", "NUL", "nothing to see", "private use"],
)
def test_cells_that_cannot_be_kept(path: Path, cell: str, code: str) -> None:
    report = take(path, MANDATES, ROYAT_HEAD.replace("Sylvie", cell))
    assert [each.finding.code for each in report.refusals] == [code]


def test_what_belongs_to_the_agent_agrees_on_all_his_lines(path: Path) -> None:
    first = A1 + "2016-12-31"
    second = A1.replace("2012-03-01", "2017-01-01").replace("Garnier;Paule", "Garnier;Paula")
    assert places(take(path, AGENTS, first, second)) == [
        ("agents.csv", 3, "prenom", "lines_disagree")
    ]
    third = A1.replace("2012-03-01", "2017-01-01")
    assert counts(take(path, AGENTS, first, third)) == (2, 1, 1)


def test_a_line_that_stands_there_twice(path: Path) -> None:
    new = f"{ROYAT};Adjoint;M.;Jean;Bon;oui;2016-01-01;2016-06-30"
    assert counts(take(path, MANDATES, new, new))[1:] == (1, 0)
    report = take(path, MANDATES, new, new.replace("Bon", "Mal"))
    assert places(report) == [("mandates.csv", 3, "nom", "line_repeated")]


def test_warnings_are_told_with_their_line(path: Path) -> None:
    report = take(path, MEMBERSHIPS, f"ADS;{ROYAT};adherente;PC;2016-01-01;2015-07-01;")
    assert counts(report) == (1, 1, 0)
    assert [(each.line, each.column, each.finding.code) for each in report.warnings] == [
        (2, "decide_le", "retroactive_effect")
    ]


# What a file has no column for, or leaves empty ---------------------------------------------------


def test_the_reason_of_a_hierarchical_body_is_kept(tmp_path: Path) -> None:
    recorded = assignment(hierarchical_siren=CLERMONT, hierarchical_reason="arrêté du 3 mars")
    path = make_register(tmp_path, world_with(recorded))
    line = f"A-1;ADS;affectation_interne;100;{CLERMONT};2015-07-01;"
    assert counts(take(path, ExchangeKind.ASSIGNMENTS, line)) == (1, 0, 0)
    assert counts(take(path, ExchangeKind.ASSIGNMENTS, line.replace("interne", "interne"))) == (
        1,
        0,
        0,
    )
    changed = line.replace("affectation_interne", "recrutement")
    assert counts(take(path, ExchangeKind.ASSIGNMENTS, changed)) == (1, 0, 1)
    kept = [f for f in facts_in(path) if type(f) is type(recorded)]
    assert [fact.hierarchical_reason for fact in kept] == ["arrêté du 3 mars"]
    assert [fact.hierarchical_siren for fact in kept] == [HierarchicalSiren(CLERMONT)]


def test_an_empty_hierarchical_body_is_the_employer_and_not_filled_in(path: Path) -> None:
    take(path, ExchangeKind.ASSIGNMENTS, "A-1;ADS;affectation_interne;100;;2015-07-01;")
    assert assignment() in facts_in(path)


def test_no_missions_are_those_of_the_day_it_is_recorded(path: Path) -> None:
    line = f"ADS;{ROYAT};adherente;;2015-05-21;2015-07-01;"
    assert counts(take(path, MEMBERSHIPS, line)) == (1, 1, 0)
    assert membership(ROYAT) in facts_in(path)
    take(path, ExchangeKind.MISSIONS, "ADS;CU;Certificats")
    assert counts(take(path, MEMBERSHIPS, line)) == (1, 0, 0)
    assert membership(ROYAT) in facts_in(path)
    assert mission("CU", label="Certificats") in facts_in(path)


def test_missions_in_another_order_are_the_same(path: Path) -> None:
    line = f"ADS;{AUBIERE};Adhérente;PC + DP;21/05/2015;01/07/2015;"
    assert counts(take(path, MEMBERSHIPS, line)) == (1, 0, 0)


BODIES = [
    f"epci;{EPCI};;Clermont Communauté;communauté d'agglomération;;63;;",
    f"epci;{EPCI};;Clermont Auvergne Métropole;métropole;;63;2018-01-01;",
]


def test_since_always_ends_when_another_identity_is_imported(path: Path) -> None:
    report = take(path, ExchangeKind.BODIES, BODIES[1])
    assert counts(report) == (1, 1, 1)
    assert {fact.name for fact in facts_in(path) if isinstance(fact, LegalIdentity)} >= {
        "Clermont Communauté",
        "Clermont Auvergne Métropole",
    }
    assert identity(EPCI, during(None, "2017-12-31")) in facts_in(path)


def test_importing_the_same_file_again_changes_nothing(path: Path) -> None:
    assert counts(take(path, ExchangeKind.BODIES, *BODIES)) == (2, 1, 1)
    before = journal_length(path)
    assert counts(take(path, ExchangeKind.BODIES, *BODIES)) == (2, 0, 0)
    assert journal_length(path) == before


def test_members_leave_and_come_back(path: Path) -> None:
    kind = ExchangeKind.MEMBERS
    assert counts(
        take(path, kind, f"{EPCI};{ROYAT};;2016-12-31", f"{EPCI};{ROYAT};2018-01-01;")
    ) == (
        2,
        1,
        1,
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
