"""Finding one's agglomeration among all."""

from __future__ import annotations

import pytest

from mutudesk.usecases.departements import DEPARTEMENTS
from mutudesk.usecases.reference import epci_count, load_reference, search_epci
from tests.builders import EPCI


def test_the_list_holds_them_all() -> None:
    load_reference()
    assert epci_count() == 1_255
    assert len(DEPARTEMENTS) == 101


@pytest.mark.parametrize(
    "text",
    [
        "Clermont Auvergne Métropole",
        "clermont auvergne",
        "CLERMONT-AUVERGNE",
        "246300701",
        "246 300 701",
        "2463",
        "clermont 63",
        "Aubière",
        "cournon d'auvergne",
        "saint genes champanelle",
    ],
)
def test_it_is_among_the_first(text: str) -> None:
    found = search_epci(text)
    assert EPCI in [each.siren for each in found.choices[:10]]
    assert found.count >= len(found.choices)


def test_a_member_commune_is_named_by_which_it_was_found() -> None:
    (found,) = search_epci("pérignat lès sarliève").choices
    assert (found.siren, found.commune) == (EPCI, "Pérignat-lès-Sarliève")
    assert len(found.communes) == 21
    assert found.departement == "63"


@pytest.mark.parametrize(
    ("text", "commune"),
    [
        ("lhay les roses", "L'Haÿ-les-Roses"),
        ("roses lhay", "L'Haÿ-les-Roses"),
        ("mesnil roch", "Mesnil-Roc'h"),
        ("st genes champanelle", "Saint-Genès-Champanelle"),
        ("champanelle 63 genes", "Saint-Genès-Champanelle"),
        ("Ste Geneviève des Bois", "Sainte-Geneviève-des-Bois"),
        ("Saint\u2010Genès\u2011Champanelle", "Saint-Genès-Champanelle"),
    ],
)
def test_as_offices_type_it(text: str, commune: str) -> None:
    found = search_epci(text).choices[:5]
    assert commune in [each.commune.replace("’", "'") for each in found]


def test_names_that_repeat_are_told_by_their_departement() -> None:
    names = [(each.name, each.departement) for each in search_epci("pays").choices]
    assert len(names) == len(set(names))


def test_a_departement_alone_or_beside_words() -> None:
    alone = search_epci("63")
    assert alone.count > 5
    assert {each.departement for each in search_epci("63 communauté").choices} <= {
        "63",
        "03",
        "15",
        "43",
    }
    assert search_epci("2A").count >= 1
    assert search_epci("puy de dome").count >= alone.count - 5


@pytest.mark.parametrize("text", ["", " ", "-", "zzzzzz", "999999999", "'; --", "%", "_", "\0"])
def test_nothing(text: str) -> None:
    assert search_epci(text).choices == ()
    assert search_epci(text).count == 0


def test_a_long_list_is_cut_and_counted() -> None:
    found = search_epci("communauté")
    assert found.count > len(found.choices) == 60
