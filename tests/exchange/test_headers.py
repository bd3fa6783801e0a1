"""Where the names of the columns stand, and which names are the same."""

from __future__ import annotations

import pytest

from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.kinds import layout_of
from mutudesk.exchange.reader import read_kind
from mutudesk.exchange.table import column_key

EPCI, AUBIERE = "246300701", "216300145"
LINE = f"{EPCI};2022;1;2"
HEADER = "siren;annee;municipale;totale"
POPULATIONS = ExchangeKind.POPULATIONS


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("", 2),
        ("Populations au 1er janvier 2022\n", 3),
        ("Populations, par commune, de l'année, et de la population\n\n\n", 5),
        ("sep=;\n", 3),
        ("Titre;;;\nService;SIREN;;\n;;;\n", 5),
        ('"Un titre\nsur deux lignes"\n', 4),
        ("\n" * 18 + "siren\n", 21),
        ("x;y\n" * 19, 21),
    ],
)
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_what_stands_above_the_header_is_skipped(above: str, line: int, separator: str) -> None:
    text = above + f"{HEADER}\n{LINE}\n".replace(";", separator)
    parsed = read_kind(POPULATIONS, text.encode())
    assert parsed.problems == []
    assert [each.number for each in parsed.lines] == [line]


def test_no_further_than_the_twentieth_line() -> None:
    parsed = read_kind(POPULATIONS, ("x\n" * 20 + f"{HEADER}\n{LINE}\n").encode())
    (problem,) = parsed.problems
    assert (problem.line, problem.code) == (1, "header_missing")
    assert problem.values["text"] == "x"
    assert problem.values["expected"] == tuple(HEADER.split(";"))


def test_a_file_without_a_header_says_what_was_taken_for_it() -> None:
    (problem,) = read_kind(POPULATIONS, f"\n{LINE}\n".encode()).problems
    assert (problem.line, problem.code) == (2, "header_missing")
    assert problem.values["line"] == 2
    assert problem.values["text"] == LINE.replace(";", " ; ")


def test_the_line_that_holds_most_names_is_the_header() -> None:
    text = f"Siren;nom\n{HEADER.replace('totale', 'totales')}\n{LINE}\n"
    parsed = read_kind(POPULATIONS, text.encode())
    assert [(each.line, each.code, each.values["columns"]) for each in parsed.problems] == [
        (2, "columns_missing", ("totale",)),
        (2, "columns_unknown", ("totales",)),
    ]


def test_lines_are_counted_from_the_top_below_a_title() -> None:
    parsed = read_kind(
        POPULATIONS, f"Titre\n\n{HEADER}\n{LINE}\n\n{LINE.replace('2022', 'x')}".encode()
    )
    assert [(each.line, each.column) for each in parsed.problems] == [(6, "annee")]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Code INSEE", "code_insee"),
        ("code.insee", "code_insee"),
        ("CODE-INSEE ", "code_insee"),
        ("Siège", "siege"),
        ("sie\u0300ge", "siege"),
        ("Forme juridique", "forme_juridique"),
        ("Cadre_emplois", "cadre_emplois"),
        ("CADRE  EMPLOIS", "cadre_emplois"),
        ("Bénéficiaire SIREN", "beneficiaire_siren"),
        ("Décidé le", "decide_le"),
        ("Début", "debut"),
    ],
)
def test_names_that_are_the_same(given: str, name: str) -> None:
    assert column_key(given) == column_key(name)


def test_no_kind_has_two_columns_of_one_name() -> None:
    for kind in ExchangeKind:
        header = layout_of(kind).header
        assert len(set(map(column_key, header))) == len(header)


def test_a_header_as_people_write_it() -> None:
    header = "Type;SIREN;Code INSEE;Nom;Forme juridique;Siège;Département;Début;Fin"
    line = f"commune;{AUBIERE};63014;Aubière;commune;;63;;"
    parsed = read_kind(ExchangeKind.BODIES, f"{header}\n{line}\n".encode())
    assert parsed.problems == []
    assert len(parsed.lines) == 1
