"""The reference tables that are shipped: their size, their invariants, their provenance."""

from __future__ import annotations

import gzip
import tomllib
from copy import deepcopy
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.codes import departement_of
from mutudesk.resources import resource_path
from tools import reference_data

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.reference_data import Row

pytestmark = pytest.mark.slow

ROWS = {"communes": 34_875, "epci": 1_255, "cadres_emplois": 60}


@pytest.fixture(scope="module")
def communes() -> list[Row]:
    return reference_data.read("communes")


@pytest.fixture(scope="module")
def epci() -> list[Row]:
    return reference_data.read("epci")


@pytest.fixture(scope="module")
def cadres() -> list[Row]:
    return reference_data.read("cadres_emplois")


def test_row_counts(communes: list[Row], epci: list[Row], cadres: list[Row]) -> None:
    assert [len(communes), len(epci), len(cadres)] == list(ROWS.values())


def test_invariants(communes: list[Row], epci: list[Row], cadres: list[Row]) -> None:
    assert reference_data.problems(communes, epci, cadres) == []


def test_known_totals(communes: list[Row], epci: list[Row], cadres: list[Row]) -> None:
    assert sum(bool(row["epci_siren"]) for row in communes) == 34_871
    assert sum(row["population"] == "0" for row in communes) == 6
    assert sum(len(row["postal_codes"].split()) > 1 for row in communes) == 359
    assert sum(len(row["departments"].split()) > 1 for row in epci) == 89
    assert [sum(row["category"] == each for row in cadres) for each in "ABC"] == [33, 13, 14]
    assert sum(bool(row["status"]) for row in cadres) == 5


def test_clermont(communes: list[Row], epci: list[Row]) -> None:
    members = [row for row in communes if row["epci_siren"] == "246300701"]
    (body,) = [row for row in epci if row["siren"] == "246300701"]
    assert len(members) == 21
    assert body["legal_form"] == "METRO"
    assert body["population_municipale_2022"] == "296677"
    assert body["population_totale_2022"] == "302259"
    assert body["population"] == "295488"


def test_a_departement_follows_from_the_insee_code(communes: list[Row]) -> None:
    told = {row["insee_code"]: row["department"] for row in communes}
    assert {code: departement_of(code) for code in told} == told


def _set(row: Row, column: str, value: str) -> None:
    row[column] = value


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda c, _e, _k: _set(c[0], "insee_code", "20001"), "wrong code 20001"),
        (lambda c, _e, _k: _set(c[0], "insee_code", c[1]["insee_code"]), "used twice"),
        (lambda c, _e, _k: _set(c[0], "postal_codes", " "), "no postal code"),
        (lambda c, _e, _k: _set(c[0], "epci_siren", ""), "without EPCI"),
        (lambda c, _e, _k: _set(c[0], "epci_siren", "123456789"), "unknown body"),
        (lambda c, _e, _k: _set(c[0], "siren", "210100013"), "siren: wrong"),
        (lambda c, _e, _k: _set(c[0], "siren", c[1]["siren"]), "used twice"),
        (lambda c, _e, _k: _set(c[0], "population", "1"), "not the sum"),
        (lambda _c, e, _k: _set(e[0], "member_count", "1"), "not 1"),
        (lambda _c, _e, k: _set(k[0], "category", "D"), "category"),
        (lambda _c, _e, k: _set(k[0], "grades", ""), "no grade"),
        (lambda _c, _e, k: k.append(k[0]), "given twice"),
    ],
)
def test_a_broken_table_is_refused(
    change: Callable[[list[Row], list[Row], list[Row]], None],
    said: str,
    communes: list[Row],
    epci: list[Row],
    cadres: list[Row],
) -> None:
    tables = deepcopy((communes[:50], epci, cadres))
    change(*tables)
    assert any(said in problem for problem in reference_data.problems(*tables))


def test_the_files_depend_on_their_content_only() -> None:
    for name in ROWS:
        path = resource_path("reference", f"{name}.csv.gz")
        with path.open("rb") as stream:
            header = stream.read(10)
        assert header[3] == 0, "no file name in the header"
        assert header[4:8] == bytes(4), "no date in the header"
        plain = gzip.decompress(path.read_bytes())
        assert gzip.decompress(reference_data.compress(plain)) == plain
        assert b"\r" not in plain


def test_every_column_has_its_source() -> None:
    sources = tomllib.loads(resource_path("reference", "SOURCES.toml").read_text(encoding="utf-8"))
    tables = {table["file"].removesuffix(".csv.gz"): table for table in sources["table"]}
    assert set(tables) == set(ROWS) == set(reference_data.TABLES)
    for name, table in tables.items():
        columns = list(reference_data.read(name)[0])
        assert list(table["columns"]) == columns
        assert table["rows"] == ROWS[name]
        assert table["licence"]
        assert table["attribution"]
    assert "Licence Ouverte 2.0" in tables["communes"]["attribution"]
