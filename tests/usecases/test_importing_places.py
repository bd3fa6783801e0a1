"""Every refusal stands at the line and column where it is to be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.exchange.exchange_kind import ExchangeKind
from tests.builders import (
    AUBIERE,
    EPCI,
    assignment,
    during,
    make_register,
    membership,
    mission_share,
    since,
    world,
    world_with,
)
from tests.usecases.taking import places, take, take_all

if TYPE_CHECKING:
    from pathlib import Path

AGENTS, MEMBERSHIPS = ExchangeKind.AGENTS, ExchangeKind.MEMBERSHIPS
A1 = f"A-1;Mme;Garnier;Paule;titulaire;B;Rédacteurs;Rédacteur;100;{EPCI};2012-03-01;"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path / "registre", world())


def test_a_position_that_ends_under_an_assignment(path: Path) -> None:
    other = A1.replace("A-1", "A-2")
    assert places(take(path, AGENTS, other, f"{A1}2016-12-31")) == [
        ("agents.csv", 3, "fin", "no_position")
    ]


def test_the_position_that_ends_last_before_the_gap(path: Path) -> None:
    one, two = f"{A1}2014-12-31", A1.replace("2012-03-01", "2015-01-01") + "2016-12-31"
    assert places(take(path, AGENTS, two, one)) == [("agents.csv", 2, "fin", "no_position")]


def test_a_position_that_begins_after_an_assignment(tmp_path: Path) -> None:
    late = since("2018-01-01")
    path = make_register(tmp_path, world_with(assignment(period=late), mission_share(period=late)))
    # The one that was there ends before the assignment, a new one begins too late.
    lines = [f"{A1}2016-12-31", A1.replace("2012-03-01", "2018-02-01")]
    report = take(path, AGENTS, *lines)
    assert {(each.line, each.finding.code) for each in report.refusals} == {(3, "no_position")}
    assert [each.column for each in report.refusals] == ["debut"]


def test_a_position_that_ends_long_before_the_gap(tmp_path: Path) -> None:
    late = since("2018-01-01")
    path = make_register(tmp_path, world_with(assignment(period=late), mission_share(period=late)))
    assert places(take(path, AGENTS, f"{A1}2016-12-31")) == [
        ("agents.csv", 2, "fin", "no_position")
    ]


def test_missions_that_are_narrowed(path: Path) -> None:
    line = f"ADS;{AUBIERE};adherente;DP;2015-05-21;2015-07-01;"
    assert places(take(path, MEMBERSHIPS, line)) == [
        ("memberships.csv", 2, "missions", "beneficiary_not_joined")
    ]


def test_missions_that_are_narrowed_from_a_day_on(path: Path) -> None:
    lines = [
        f"ADS;{AUBIERE};adherente;DP+PC;2015-05-21;2015-07-01;2016-12-31",
        f"ADS;{AUBIERE};adherente;DP;2016-12-01;2017-01-01;",
    ]
    assert places(take(path, MEMBERSHIPS, *lines)) == [
        ("memberships.csv", 3, "missions", "beneficiary_not_joined")
    ]


def test_a_membership_that_ends_is_told_at_its_end(tmp_path: Path) -> None:
    closed = during("2015-07-01", "2019-12-31")
    path = make_register(
        tmp_path, world_with(membership(period=closed), mission_share(period=closed))
    )
    line = f"ADS;{AUBIERE};adherente;DP+PC;2015-05-21;2015-07-01;2016-12-31"
    assert places(take(path, MEMBERSHIPS, line)) == [
        ("memberships.csv", 2, "fin", "beneficiary_not_joined")
    ]


def test_the_membership_of_the_days_concerned(tmp_path: Path) -> None:
    periods = [("2015-07-01", "2015-12-31"), ("2016-01-01", "2016-12-31")]
    facts = [membership(period=during(*each)) for each in periods]
    path = make_register(tmp_path, world_with(*facts, membership(period=since("2017-01-01"))))
    lines = [
        f"ADS;{AUBIERE};adherente;DP;2015-05-21;2017-01-01;",
        f"ADS;{AUBIERE};adherente;DP+PC;2015-05-21;2015-07-01;2015-11-30",
    ]
    assert places(take(path, MEMBERSHIPS, *lines)) == [
        ("memberships.csv", 3, "fin", "beneficiary_not_joined")
    ]


SHARE = f"A-1;ADS;PC;{AUBIERE};100;2015-07-01;;"
ASSIGNMENT = "A-1;ADS;affectation_interne;100;;2015-07-01;;"
JOINED = f"ADS;{AUBIERE};adherente;DP+PC;2015-05-21;2015-07-01;"


@pytest.mark.parametrize(
    ("files", "place"),
    [
        # One line of a whole folder is changed each time: it is the one that is told.
        ({"agents": [f"{A1}2016-12-31"]}, ("agents.csv", 2, "fin")),
        (
            {"memberships": [JOINED.replace("DP+PC", "DP")]},
            ("memberships.csv", 2, "missions"),
        ),
        ({"memberships": [f"{JOINED}2016-12-31"]}, ("memberships.csv", 2, "fin")),
        (
            {"mission_shares": [SHARE, SHARE.replace("PC", "CU").replace("2015", "2016")]},
            ("mission-shares.csv", 3, "mission"),
        ),
        (
            {"assignments": [ASSIGNMENT.replace(";100;", ";50;")]},
            ("assignments.csv", 2, "quotite"),
        ),
    ],
)
def test_what_a_folder_changes_is_told(
    path: Path, files: dict[str, list[str]], place: tuple[str, int, str]
) -> None:
    folder = {
        "agents": [A1],
        "memberships": [JOINED],
        "assignments": [ASSIGNMENT],
        "mission_shares": [SHARE],
    }
    report = take_all(path, **{**folder, **files})
    assert place in [each[:3] for each in places(report)]
    assert {each[0] for each in places(report)} == {place[0]}


def test_a_line_in_another_file_of_the_folder(path: Path) -> None:
    report = take_all(
        path,
        services=[f"ADS;Droit des sols;L5211-4-2;{EPCI};2015-07-01;"],
        agents=[f"{A1}2016-12-31"],
    )
    assert [place for place in places(report) if place[3] == "no_position"] == [
        ("agents.csv", 2, "fin", "no_position")
    ]
