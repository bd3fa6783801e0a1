"""Which names answer to what is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.codes import fold
from mutudesk.domain.searching import Search

FOUND = [
    ("durand luc", "Durand Luc"),
    ("luc durand", "Durand Luc"),
    ("LUC   Dur", "Durand Luc"),
    ("lhay", "L'Haÿ-les-Roses"),
    ("lhay les roses", "L\u02bcHaÿ\u2010les\u2011Roses"),
    ("l'haÿ", "L'Haÿ-les-Roses"),
    ("roses lhay", "L'Haÿ-les-Roses"),
    ("mesnil roch", "Mesnil-Roc'h"),
    ("roch", "Mesnil-Roc'h"),
    ("mesnil-roch", "Mesnil-Roc'h"),
    ("st rémy", "Saint-Rémy"),
    ("St-Rémy", "Saint-Rémy-de-Provence"),
    ("rémy st", "Saint-Rémy"),
    ("ste", "Sainte-Sigolène"),
    ("stes maries", "Saintes-Maries-de-la-Mer"),
    ("sts", "Val-des-Saints"),
    ("saint rémy", "St Rémy"),
    ("saint-rémy", "St-Rémy"),
    ("sainte sigo", "Ste-Sigolène"),
    ("st", "Christophe"),
    ("cournon dauvergne", "Cournon-d'Auvergne"),
    ("jourdheuil", "Jourd'heuil"),
    ("prudhomme", "Prud’homme"),
    ("obrien", "O'Brien"),
    ("dellagnola", "Dell'Agnola"),
    ("presquile", "La Presqu'île"),
    ("val doise", "Val-d'Oise"),
    ("", "Aubière"),
    (" - ", "Aubière"),
    ("bière", "Aubière"),
]
NOT_FOUND = [
    ("durand jean", "Durand Luc"),
    ("ucd", "Luc Durand"),
    ("rdlu", "Durand Luc"),
    ("saint", "Ernest Martin"),
    ("saint", "Best"),
    ("st rémy", "Rémy"),
    ("a.b", "axb"),
    ("%", "Aubière"),
    ("_", "Aubière"),
]


@pytest.mark.parametrize(("typed", "name"), FOUND)
def test_what_is_found(typed: str, name: str) -> None:
    assert Search(typed).finds(name)


@pytest.mark.parametrize(("typed", "name"), NOT_FOUND)
def test_what_is_not_found(typed: str, name: str) -> None:
    assert not Search(typed).finds(name)


def test_words_may_lie_in_several_texts_but_not_across_them() -> None:
    assert Search("durand ads").finds("Durand Luc", "ADS")
    assert not Search("cads").finds("Luc", "ADS")
    assert not Search("luc-ads").finds("Luc", "ADS")


@pytest.mark.parametrize(
    ("typed", "spellings"),
    [
        ("", [""]),
        ("roses", ["roses"]),
        ("st rémy", ["st remy", "saint remy"]),
        ("mesnil roch", ["mesnil roch", "mesnil roc h", "m esnil roch", "m esnil roc h"]),
    ],
)
def test_spellings(typed: str, spellings: list[str]) -> None:
    assert sorted(Search(typed).spellings()) == sorted(spellings)


def test_spellings_are_never_very_many() -> None:
    assert len(Search("lhay " * 60).spellings()) == 16


@given(st.text(alphabet="sSaintelLhdqu'’-. éÉœ\u2010", max_size=12), st.text(max_size=8))
def test_a_name_answers_to_itself_and_to_its_key(name: str, other: str) -> None:
    assert Search(name).finds(f"{other}{name}{other}") or name != name.strip()
    assert Search(fold(name)).finds(name)


@given(st.text(max_size=20), st.text(max_size=20))
def test_anything_can_be_typed(typed: str, name: str) -> None:
    assert Search(typed).finds(name) in {True, False}
    assert Search(typed).fits(fold(name)) is Search(typed).finds(name)
