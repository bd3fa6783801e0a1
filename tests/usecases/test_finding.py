"""Every list finds a name as offices type it, and sorts as a reader expects."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, String, Table, create_engine, select

from mutudesk.domain.changes import create
from mutudesk.domain.codes import fold
from mutudesk.domain.listings import ListQuery
from mutudesk.domain.matrix import MatrixFilter
from mutudesk.domain.searching import Search
from mutudesk.storage.queries.paged import all_words, having
from mutudesk.usecases import history, queries
from mutudesk.usecases.matrix import read_matrix
from mutudesk.usecases.recording import record
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    ROYAT,
    agent,
    day,
    during,
    identity,
    make_register,
    managing,
    mission,
    position,
    reading,
    service,
    since,
    world_with,
    writing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mutudesk.domain.records import Fact
    from mutudesk.usecases.session import Session

ON = day("2016-09-01")
NAMES = {AUBIERE: "L'Haÿ-les-Roses", BEAUMONT: "Mesnil-Roc'h", ROYAT: "Saint-Rémy"}


def facts() -> list[Fact]:
    return [
        *world_with(
            *(identity(siren, name=name) for siren, name in NAMES.items()),
            service(name="Droit des sols"),
            agent(last_name="Durand", first_name="Luc"),
        ),
        agent("B-2", last_name="Saint-Rémy", first_name="Anne"),
        position("B-2", employer_siren=CLERMONT, grade="écrivain", cadre_emplois="Éducateurs"),
        agent("C-3", last_name="Zola", first_name="Émile"),
        position("C-3", employer_siren=AUBIERE, grade="Zélateur", cadre_emplois="Attachés"),
        service("VOI", name="Voirie d'intérêt commun"),
        managing("VOI"),
        mission("X", "VOI"),
    ]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path, facts())


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with reading(path) as opened:
        yield opened


def agents(session: Session, search: str = "", sort: str = "", *, down: bool = False) -> list[str]:
    query = ListQuery(ON, search=search, sort=sort, descending=down)
    source = queries.agents(session, query)
    found = [each.matricule for each in source.first(99)]
    assert source.count() == len(found)
    return found


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("luc durand", ["A-1"]),
        ("durand luc", ["A-1"]),
        ("luc a-1", ["A-1"]),
        ("a-1 durand", ["A-1"]),
        ("luc b-2", []),
        ("st rémy", ["B-2"]),
        ("St\u2010Rémy anne", ["B-2"]),
        ("-", ["A-1", "B-2", "C-3"]),
        ("%", []),
        ("_", []),
    ],
)
def test_agents(session: Session, search: str, found: list[str]) -> None:
    assert agents(session, search) == found


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("lhay", [AUBIERE]),
        ("roses l'hay", [AUBIERE]),
        ("mesnil roch", [BEAUMONT]),
        ("St Rémy", [ROYAT]),
        ("63308 remy", [ROYAT]),
        ("216 303 081", [ROYAT]),
        ("63014", [AUBIERE]),
        ("remy 63014", []),
    ],
)
def test_bodies_and_the_matrix(session: Session, search: str, found: list[str]) -> None:
    source = queries.bodies(session, ListQuery(ON, search=search))
    assert [each.siren for each in source.first(99)] == found
    if not any(sign.isdigit() for sign in search):
        shown = read_matrix(session, ON).narrowed(MatrixFilter(search=search))
        assert [each.siren for each in shown.bodies] == found


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("sols droit", ["ADS"]),
        ("dinteret voirie", ["VOI"]),
        ("voi", ["VOI"]),
        ("ads droit", ["ADS"]),
        ("ads voirie", []),
    ],
)
def test_services(session: Session, search: str, found: list[str]) -> None:
    source = queries.services(session, ListQuery(ON, search=search))
    assert [each.code for each in source.first(99)] == found


@pytest.mark.parametrize(
    ("search", "count"), [("sols lhay", 1), ("lhay droit", 1), ("lhay voirie", 0), ("roch", 0)]
)
def test_memberships(session: Session, search: str, count: int) -> None:
    assert queries.memberships(session, ListQuery(ON, search=search)).count() == count


@pytest.mark.parametrize(("search", "count"), [("luc durand", 1), ("A-1 luc", 1), ("luc zola", 0)])
def test_authorities(session: Session, search: str, count: int) -> None:
    assert queries.authorities(session, ListQuery(ON, search=search)).count() == count


@pytest.mark.parametrize(
    ("search", "count"),
    [("martin zoe", 1), ("zoé martin", 1), ("lhay", 1), ("double SAISIE", 1), ("zola martin", 0)],
)
def test_the_history(path: Path, search: str, count: int) -> None:
    with writing(path) as session:
        new = agent("D-4", last_name="Martin", first_name="Zoé")
        record(session, [create(new), create(position("D-4"))], "create", "Saisie en double")
        found = history.acts(session, ListQuery(ON, search=search))
        assert found.count() == count


def test_keys_of_an_older_version_are_found_too(path: Path) -> None:
    """It kept other dashes and apostrophes in the keys as they were."""
    with closing(sqlite3.connect(path)) as connection:
        for old, new in (
            ("l hay les roses", "l\u02bchay\u2010les\u2010roses"),
            ("mesnil roc h", "mesnil\u2013roc\u2032h"),
        ):
            done = connection.execute(
                "UPDATE legal_identity SET name_fold = ? WHERE name_fold = ?", (new, old)
            )
            assert done.rowcount == 1
        connection.commit()
    with reading(path) as session:
        for search, siren in (
            ("lhay", AUBIERE),
            ("L'Haÿ-les-Roses", AUBIERE),
            ("l'hay", AUBIERE),
            ("mesnil roch", BEAUMONT),
        ):
            source = queries.bodies(session, ListQuery(ON, search=search))
            assert [each.siren for each in source.first(9)] == [siren], search


# Order --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("employer", ["A-1", "B-2", "C-3"]),  # Clermont Communauté, Clermont-Ferrand, L'Haÿ
        ("grade", ["B-2", "A-1", "C-3"]),  # écrivain, Rédacteur, Zélateur
        ("cadre_emplois", ["C-3", "B-2", "A-1"]),  # Attachés, Éducateurs, Rédacteurs
    ],
)
def test_agents_sort_by_names_as_they_are_read(
    session: Session, sort: str, order: list[str]
) -> None:
    assert agents(session, sort=sort) == order
    assert agents(session, sort=sort, down=True) == order[::-1]


def test_the_employer_is_named_as_on_the_date(tmp_path: Path) -> None:
    """Sorted by the number it got in the file, or by its present name, it would stand elsewhere."""
    renamed = [
        identity(AUBIERE, during(None, "2016-12-31"), name="Zuydcoote"),
        identity(AUBIERE, since("2017-01-01"), name="Abbeville"),
    ]
    more: list[Fact] = [agent("B-2"), position("B-2", employer_siren=AUBIERE)]
    path = make_register(tmp_path, [*world_with(*renamed), *more])
    with reading(path) as opened:
        for on, order in (("2016-12-31", ["A-1", "B-2"]), ("2017-01-01", ["B-2", "A-1"])):
            source = queries.agents(opened, ListQuery(day(on), sort="employer"))
            assert [each.matricule for each in source.first(9)] == order


# The two ways of asking ---------------------------------------------------------------------------

_TABLE = Table("t", MetaData(), Column("key", String))
_ENGINE = create_engine("sqlite://")
_TYPED = st.text(alphabet="stSaindelhqucr'’-_%/\\ é\u2010", max_size=10)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(_TYPED, _TYPED)
def test_sqlite_finds_what_a_search_finds(typed: str, name: str) -> None:
    search = Search(typed)
    with _ENGINE.begin() as connection:
        _TABLE.create(connection, checkfirst=True)
        connection.execute(_TABLE.delete())
        connection.execute(_TABLE.insert().values(key=fold(name)))
        wanted = all_words(search, lambda word: having(_TABLE.c.key, word))
        found = connection.scalar(select(_TABLE.c.key).where(wanted))
    assert (found is not None) is search.finds(name)
