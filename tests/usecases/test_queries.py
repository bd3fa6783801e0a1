"""Lists on a date: what they hold, in which order, and one record with all that hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mutudesk.domain.listings import ListQuery
from mutudesk.domain.services import MembershipState
from mutudesk.usecases import queries
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    EPCI,
    ROYAT,
    day,
    during,
    make_register,
    reading,
    since,
)
from tests.usecases.listed_register import ON, facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mutudesk.domain.listings import ListSource
    from mutudesk.usecases.session import Session

    Listing = Callable[[Session, ListQuery], ListSource[Any]]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_register(tmp_path_factory.mktemp("listes"), facts())


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with reading(path) as opened:
        yield opened


LISTS: dict[str, tuple[Listing, list[str]]] = {
    "bodies": (
        queries.bodies,
        [
            "",
            "name",
            "siren",
            "insee_code",
            "kind",
            "departement",
            "municipal_population",
            "total_population",
        ],
    ),
    "services": (
        queries.services,
        ["", "code", "ground", "joined_count", "agent_count", "mission_count"],
    ),
    "memberships": (queries.memberships, ["", "body", "level", "decided_on", "valid_from"]),
    "agents": (
        queries.agents,
        [
            "",
            "matricule",
            "category",
            "cadre_emplois",
            "grade",
            "status",
            "working_time",
            "employer",
        ],
    ),
    "authorities": (
        queries.authorities,
        ["", "matricule", "mission", "share", "service", "beneficiary"],
    ),
}


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(
    ("name", "sort"), [(name, sort) for name, (_, sorts) in LISTS.items() for sort in sorts]
)
def test_count_first_ids_and_rows_agree(
    session: Session, name: str, sort: str, *, descending: bool
) -> None:
    source = LISTS[name][0](session, ListQuery(ON, sort=sort, descending=descending))
    ids = list(source.ids())
    assert source.count() == len(ids) == len(set(ids)) > 1
    rows = source.rows(ids)
    assert [row.id for row in rows] == ids
    assert source.first(1_000) == rows
    assert source.first(2) == rows[:2]
    assert source.rows(ids[::-1]) == rows[::-1]
    assert source.rows([ids[0], 99_999]) == rows[:1]
    assert source.rows([]) == []


@pytest.mark.parametrize(
    ("name", "sort"), [(name, sort) for name, (_, sorts) in LISTS.items() for sort in sorts if sort]
)
def test_descending_is_the_other_way_round(session: Session, name: str, sort: str) -> None:
    """Equal values keep the default order both ways."""
    listing = LISTS[name][0]
    up = listing(session, ListQuery(ON, sort=sort)).first(99)
    down = listing(session, ListQuery(ON, sort=sort, descending=True)).first(99)
    assert {row.id for row in up} == {row.id for row in down}
    if (name, sort) in {("agents", "matricule"), ("bodies", "siren"), ("services", "code")}:
        assert up == down[::-1]


@pytest.mark.parametrize("name", LISTS)
def test_an_unknown_column_sorts_like_none(session: Session, name: str) -> None:
    listing = LISTS[name][0]
    plain = listing(session, ListQuery(ON)).first(99)
    assert (
        listing(session, ListQuery(ON, sort="n'importe quoi; DROP TABLE agent")).first(99) == plain
    )


def names(source: ListSource[Any], field: str) -> list[str]:
    return [getattr(row, field) for row in source.first(99)]


@pytest.mark.parametrize(
    ("name", "search", "field", "found"),
    [
        ("agents", "oehler", "last_name", ["Œhler"]),
        ("agents", "ŒHLER ÉRIC", "last_name", ["Œhler"]),
        ("agents", "saint genes", "last_name", ["Saint-Genès"]),
        ("agents", "SAINT-GENÈS", "last_name", ["Saint-Genès"]),
        ("agents", "d’arc", "last_name", ["d'Arc_"]),
        ("agents", "100%", "last_name", ["d'Arc_"]),
        ("agents", "%", "last_name", ["d'Arc_"]),
        ("agents", "_", "last_name", ["d'Arc_"]),
        ("agents", "c-2", "last_name", ["Œhler"]),
        ("agents", "É-3", "last_name", ["Saint-Genès"]),
        ("agents", "nobody", "last_name", []),
        ("agents", "'; DROP TABLE agent; --", "last_name", []),
        ("bodies", "AUBIERE", "name", ["Aubière"]),
        ("bodies", "clermont ferrand", "name", ["Clermont-Ferrand"]),
        ("bodies", "63014", "name", ["Aubière"]),
        ("bodies", "216 300 145", "name", ["Aubière"]),
        ("bodies", "Clermont Communauté", "name", ["Clermont Auvergne Métropole"]),
        ("services", "oeuvre", "code", ["SIG"]),
        ("services", "sig", "code", ["SIG"]),
        ("memberships", "beaumont", "body", ["Beaumont"]),
        ("memberships", "service ads", "body", ["Aubière", "Beaumont", "Royat"]),
        ("authorities", "garnier", "matricule", ["A-1", "A-1", "A-1"]),
        ("authorities", "oehler", "matricule", []),
    ],
)
def test_words_are_found_without_accents_or_case(
    session: Session, name: str, search: str, field: str, found: list[str]
) -> None:
    source = LISTS[name][0](session, ListQuery(ON, search=search))
    assert names(source, field) == found
    assert source.count() == len(found)


@pytest.mark.parametrize(
    ("name", "filters", "field", "found"),
    [
        ("bodies", {"kind": "epci"}, "siren", [EPCI]),
        ("bodies", {"departement": "63", "kind": "epci"}, "siren", [EPCI]),
        ("bodies", {"departement": "03"}, "siren", []),
        ("bodies", {"member": "oui"}, "siren", [AUBIERE, BEAUMONT, CLERMONT]),
        ("services", {"ground": "L5211-4-1"}, "code", ["SIG"]),
        ("memberships", {"siren": BEAUMONT}, "siren", [BEAUMONT]),
        ("memberships", {"service": "SIG"}, "siren", []),
        ("memberships", {"level": "integree"}, "siren", [BEAUMONT]),
        ("memberships", {"in_force": "oui"}, "siren", [AUBIERE]),
        ("memberships", {"project": "oui"}, "siren", [ROYAT]),
        ("agents", {"employer": CLERMONT}, "matricule", ["C-2"]),
        ("agents", {"category": "B"}, "matricule", ["A-1"]),
        ("agents", {"service": "ADS"}, "matricule", ["A-1"]),
        ("agents", {"service": "ADS", "employer": CLERMONT}, "matricule", []),
        ("authorities", {"service": "ADS", "mission": "DP"}, "beneficiary_siren", [AUBIERE, EPCI]),
        ("authorities", {"mission": "PC"}, "beneficiary_siren", [AUBIERE]),
        ("authorities", {"commune": EPCI}, "mission", ["DP"]),
        ("authorities", {"agent": "C-2"}, "mission", []),
        ("authorities", {"service": "SIG"}, "mission", []),
        ("authorities", {"vacant": "oui"}, "mission", []),
    ],
)  # fmt: skip
def test_filters(
    session: Session, name: str, filters: dict[str, str], field: str, found: list[str]
) -> None:
    source = LISTS[name][0](session, ListQuery(ON, filters=filters))
    assert sorted(names(source, field)) == sorted(found)
    assert source.count() == len(found)


def test_names_are_in_the_order_of_a_reader(session: Session) -> None:
    assert names(queries.agents(session, ListQuery(ON)), "last_name") == [
        "d'Arc_",
        "Garnier",
        "Œhler",
        "Saint-Genès",
    ]
    found = names(queries.bodies(session, ListQuery(ON)), "name")
    assert found == [
        "Clermont Auvergne Métropole",
        "Aubière",
        "Beaumont",
        "Clermont-Ferrand",
        "Royat",
    ]
    found = names(queries.bodies(session, ListQuery(ON, descending=True)), "name")
    assert found == [
        "Clermont Auvergne Métropole",
        "Royat",
        "Clermont-Ferrand",
        "Beaumont",
        "Aubière",
    ]


def body_on(session: Session, siren: str, on: str) -> Any:  # noqa: ANN401
    (row,) = queries.bodies(session, ListQuery(day(on), search=siren)).first(9)
    return row


def test_a_body_is_shown_as_it_is_on_the_date(session: Session) -> None:
    before, after = (body_on(session, EPCI, on) for on in ("2016-12-31", "2017-01-01"))
    assert (before.name, after.name) == ("Clermont Communauté", "Clermont Auvergne Métropole")
    members = {on: body_on(session, ROYAT, on).is_member for on in ("2016-12-31", "2017-01-01")}
    assert members == {"2016-12-31": True, "2017-01-01": False}
    heads = {
        on: (row.head, row.acting)
        for on in ("2014-04-04", "2018-01-31", "2018-02-01", "2018-06-30", "2018-07-01")
        for row in [body_on(session, AUBIERE, on)]
    }
    assert heads == {
        "2014-04-04": ("", False),
        "2018-01-31": ("Sylvie Élue", False),
        "2018-02-01": ("Sylvie Intérimaire", True),
        "2018-06-30": ("Sylvie Intérimaire", True),
        "2018-07-01": ("Sylvie Élue", False),
    }


def test_populations_are_those_of_the_latest_year_known_by_then(session: Session) -> None:
    found = {
        on: (row.municipal_population, row.total_population, row.population_year)
        for on in ("2010-01-01", "2015-12-31", "2019-12-31", "2020-01-01")
        for row in [body_on(session, AUBIERE, on)]
    }
    assert found == {
        "2010-01-01": (10_000, 10_100, 2015),
        "2015-12-31": (10_000, 10_100, 2015),
        "2019-12-31": (10_000, 10_100, 2015),
        "2020-01-01": (10_300, None, 2020),
    }
    unknown = body_on(session, ROYAT, "2020-01-01")
    assert (unknown.municipal_population, unknown.population_year) == (None, None)


def test_services_are_counted_on_the_date(session: Session) -> None:
    rows = {row.code: row for row in queries.services(session, ListQuery(ON)).first(9)}
    ads, sig = rows["ADS"], rows["SIG"]
    assert (ads.running, ads.manager, ads.life) == (
        True,
        "Clermont Auvergne Métropole",
        since("2015-07-01"),
    )
    assert (ads.mission_count, ads.joined_count, ads.agent_count) == (2, 1, 1)
    assert (sig.running, sig.manager, sig.life) == (False, "", during("2016-09-01", "2017-12-31"))
    assert (sig.mission_count, sig.joined_count, sig.agent_count) == (1, 0, 0)
    earlier = {
        row.code: (row.joined_count, row.agent_count, row.running)
        for row in queries.services(session, ListQuery(day("2017-12-31"))).first(9)
    }
    assert earlier == {"ADS": (2, 1, True), "SIG": (0, 0, True)}


def test_memberships_with_their_missions(session: Session) -> None:
    rows = {row.siren: row for row in queries.memberships(session, ListQuery(ON)).first(9)}
    assert rows[AUBIERE].missions == ("DP", "PC")
    assert (rows[AUBIERE].mission_total, rows[AUBIERE].state) == (2, MembershipState.IN_FORCE)
    assert (rows[ROYAT].missions, rows[ROYAT].state, rows[ROYAT].decided_on) == (
        ("PC",),
        MembershipState.PROJECT,
        None,
    )
    assert rows[BEAUMONT].state is MembershipState.ENDED


def test_agents_with_the_position_of_the_date(session: Session) -> None:
    rows = {row.matricule: row for row in queries.agents(session, ListQuery(ON)).first(9)}
    assert (rows["A-1"].employer, rows["A-1"].services) == (
        "Clermont Auvergne Métropole",
        "Service ADS",
    )
    assert (rows["100%"].status, rows["100%"].working_time, rows["100%"].employer) == (
        None,
        None,
        "",
    )
    assert rows["C-2"].services == ""
    (row,) = queries.agents(session, ListQuery(day("2015-12-31"), search="100%")).first(9)
    assert (row.working_time, row.employer) == (5_000, "Clermont Communauté")
