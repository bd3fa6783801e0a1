"""Files are judged in their final state, and taken whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.assignments import MissionShare
from mutudesk.exchange.exchange_kind import ExchangeKind
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    EPCI,
    ROYAT,
    during,
    facts_in,
    make_register,
    mission_share,
    since,
    world,
)
from tests.usecases.taking import counts, places, take, take_all

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path / "registre", world())


MANDATES, AGENTS = ExchangeKind.MANDATES, ExchangeKind.AGENTS
MEMBERSHIPS, SHARES = ExchangeKind.MEMBERSHIPS, ExchangeKind.MISSION_SHARES
ROYAT_HEAD = f"{ROYAT};Maire;Mme;Sylvie;Royat;non;2014-04-05;"
A1 = f"A-1;Mme;Garnier;Paule;titulaire;B;Rédacteurs;Rédacteur;100;{EPCI};2012-03-01;"


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
