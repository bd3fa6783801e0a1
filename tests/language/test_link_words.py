"""The word before the name of a commune: recorded, checked, official, or read off the name."""

from __future__ import annotations

import pickle
import tomllib

import pytest

from mutudesk.domain.bodies import BodyKind, BodyName, LinkWord
from mutudesk.domain.codes import fold
from mutudesk.language.bodies import (
    a_designation,
    de_designation,
    designation,
    que_designation,
    short_designation,
)
from mutudesk.language.elision import a_name, de_name
from mutudesk.resources import resource_path
from mutudesk.storage.queries.bodies import heads_on
from mutudesk.storage.queries.journal import names_today
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    base_of,
    body,
    day,
    identity,
    make_register,
    reading,
    territory,
)
from tools import reference_data

# As they begin; of the article the table says what stands in the name.
BEGINNINGS = {
    "de": ("de ",),
    "d'": ("d’",),
    "du": ("du ",),
    "de la": ("de La ",),
    "de l'": ("de L’",),
    "des": ("des ",),
}


def exceptions() -> dict[str, dict[str, str]]:
    path = resource_path("language", "link_exceptions.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def named(name: str, insee_code: str = "", word: LinkWord | None = None) -> BodyName:
    return BodyName(name, "commune", word, insee_code)


@pytest.mark.parametrize(
    ("code", "name", "with_de", "with_a", "with_que"),
    [
        ("59295", "Hazebrouck", "d’Hazebrouck", "à Hazebrouck", "qu’Hazebrouck"),
        ("57283", "Hagondange", "d’Hagondange", "à Hagondange", "qu’Hagondange"),
        ("29081", "Huelgoat", "de Huelgoat", "à Huelgoat", "que Huelgoat"),
        ("60703", "Aux Marais", "des Marais", "aux Marais", "qu’Aux Marais"),
        ("66104", "Los Masos", "de Los Masos", "à Los Masos", "que Los Masos"),
        ("63448", "Le Vernet-Chaméane", "du Vernet-Chaméane", "au Vernet-Chaméane", "que Le Vern"),
        ("63069", "Le Cendre", "du Cendre", "au Cendre", "que Le Cendre"),
        ("97101", "Les Abymes", "des Abymes", "aux Abymes", "que Les Abymes"),
        ("17300", "La Rochelle", "de La Rochelle", "à La Rochelle", "que La Rochelle"),
        ("94038", "L'Haÿ-les-Roses", "de L’Haÿ-les-Roses", "à L’Haÿ-les-Roses", "que L’Haÿ"),
        # What the communes themselves write, against the table.
        ("78311", "Houilles", "de Houilles", "à Houilles", "que Houilles"),
        ("57757", "Yutz", "de Yutz", "à Yutz", "que Yutz"),
        ("57306", "Hayange", "de Hayange", "à Hayange", "que Hayange"),
        ("14488", "Ouistreham", "de Ouistreham", "à Ouistreham", "que Ouistreham"),
        # Of another name than the official one the letters count: a commune may change its name.
        ("59295", "Bourg-Hazebrouck", "de Bourg-Hazebrouck", "à Bourg-Hazebrouck", "que Bourg"),
        ("29081", "Argoat", "d’Argoat", "à Argoat", "qu’Argoat"),
        # Without a code too.
        ("", "Hazebrouck", "de Hazebrouck", "à Hazebrouck", "que Hazebrouck"),
    ],
)
def test_the_official_word(code: str, name: str, with_de: str, with_a: str, with_que: str) -> None:
    commune = named(name, code)
    assert de_name(commune) == with_de
    assert a_name(commune) == with_a
    assert que_designation(commune).startswith(with_que)
    assert designation(commune, "commune") == f"la commune {with_de}"
    assert de_designation(commune) == with_de
    assert a_designation(commune) == with_a
    assert de_designation(commune, "commune") == f"de la commune {with_de}"


@pytest.mark.parametrize(
    ("word", "name", "with_de", "with_a"),
    [
        (LinkWord.DE, "Hazebrouck", "de Hazebrouck", "à Hazebrouck"),
        (LinkWord.D, "Huelgoat", "d’Huelgoat", "à Huelgoat"),
        (LinkWord.DU, "Le Cendre", "du Cendre", "au Cendre"),
        (LinkWord.DU, "Grand Paris", "du Grand Paris", "au Grand Paris"),
        (LinkWord.DES, "Les Abymes", "des Abymes", "aux Abymes"),
        (LinkWord.DES, "Deux Caps", "des Deux Caps", "aux Deux Caps"),
        (LinkWord.DE_LA, "La Rochelle", "de La Rochelle", "à La Rochelle"),
        (LinkWord.DE_LA, "Porte du Hainaut", "de la Porte du Hainaut", "à la Porte du Hainaut"),
        (LinkWord.DE_L, "L'Isle", "de L’Isle", "à L’Isle"),
        (LinkWord.DE_L, "Île de Ré", "de l’Île de Ré", "à l’Île de Ré"),
        (LinkWord.DE, "Le Cendre", "de Le Cendre", "à Le Cendre"),
    ],
)
def test_the_word_recorded_counts_first(
    word: LinkWord, name: str, with_de: str, with_a: str
) -> None:
    assert de_name(named(name, "29081", word)) == with_de
    assert a_name(named(name, "29081", word)) == with_a


def test_every_commune_gets_the_word_of_the_official_list() -> None:
    checked, wrong = exceptions(), []
    for row in reference_data.read("communes"):
        word = row["link_word"]
        if row["insee_code"] in checked:
            word = checked[row["insee_code"]]["word"]
        elif row["name"] == "Le Vernet-Chaméane":  # the list says "de" of it
            word = "du"
        words = de_name(named(row["name"], row["insee_code"]))
        if not words.startswith(BEGINNINGS[word]):
            wrong.append((row["insee_code"], words))
    assert wrong == []


def test_what_is_kept_follows_from_the_table() -> None:
    kept = resource_path("language", "link_words.toml").read_text(encoding="utf-8")
    assert kept == reference_data.link_words(reference_data.read("communes"))


def test_every_exception_has_a_source_and_says_something_else() -> None:
    communes = {row["insee_code"]: row for row in reference_data.read("communes")}
    for code, each in exceptions().items():
        assert each["source"]
        assert communes[code]["name"] == each["name"]
        assert communes[code]["link_word"] != each["word"]
        assert int(communes[code]["population"]) > 2_000
        assert fold(each["name"])[0] in "hyo"


def test_a_name_goes_on_through_other_processes() -> None:
    name = BodyName("Huelgoat", "commune", LinkWord.D, "29081")
    again = pickle.loads(pickle.dumps(name))  # noqa: S301 - our own
    assert (again, again.legal_form, again.link_word, again.insee_code) == (
        "Huelgoat",
        "commune",
        LinkWord.D,
        "29081",
    )
    assert de_name(again) == "d’Huelgoat"


@pytest.mark.parametrize(
    ("kind", "expected"), [(BodyKind.COMMUNE, "d’Hazebrouck"), (BodyKind.OTHER, "de Hazebrouck")]
)
def test_only_the_name_of_a_commune_is_one_that_insee_knows(kind: BodyKind, expected: str) -> None:
    base = base_of(
        body(AUBIERE, kind=kind, insee_code="59295"), identity(AUBIERE, name="Hazebrouck")
    )
    assert de_name(base.name(AUBIERE)) == expected


def test_names_read_from_a_register_know_their_word(tmp_path: object) -> None:
    facts = [
        *(each for each in territory() if getattr(each, "siren", "") not in {AUBIERE, BEAUMONT}),
        body(AUBIERE, insee_code="59295"),
        identity(AUBIERE, name="Hazebrouck"),
        body(BEAUMONT, insee_code="29081"),
        identity(BEAUMONT, name="Huelgoat", link_word=LinkWord.D),
    ]
    path = make_register(tmp_path, facts)  # type: ignore[arg-type] # a Path
    with reading(path) as session, session.register.read() as unit:
        by_siren = {
            each.siren: each.body
            for each in heads_on(unit.connection, day("2016-09-01")).by_body.values()
        }
        for names in (by_siren, names_today(unit.connection, ()).bodies):
            assert de_name(names[AUBIERE]) == "d’Hazebrouck"
            assert de_name(names[BEAUMONT]) == "d’Huelgoat"


@pytest.mark.parametrize(
    ("name", "short", "with_de", "with_a", "with_que"),
    [
        (
            "Centre communal d'action sociale de Lille",
            "le centre communal d’action sociale de Lille",
            "du centre communal d’action sociale de Lille",
            "au centre communal d’action sociale de Lille",
            "que le centre communal d’action sociale de Lille",
        ),
        ("CCAS d'Aubière", "le CCAS d’Aubière", "du CCAS d’A", "au CCAS d’A", "que le CCAS"),
        (
            "Communauté de communes des Villes Soeurs",
            "la communauté de communes des Villes Sœurs",
            "de la communauté de communes des Villes Sœurs",
            "à la communauté de communes des Villes Sœurs",
            "que la communauté de communes des Villes Sœurs",
        ),
        ("Coeur de Savoie", "Cœur de Savoie", "de Cœur de Savoie", "à Cœur de", "que Cœur"),
        ("Établissement X", "l’établissement X", "de l’établissement X", "à l’ét", "que l’établ"),
        ("Arlysère", "Arlysère", "d’Arlysère", "à Arlysère", "qu’Arlysère"),
        (
            "Agglo du Pays de Dreux",
            "l’Agglo du Pays de Dreux",
            "de l’Agglo du Pays de Dreux",
            "à l’Agglo du Pays de Dreux",
            "que l’Agglo du Pays de Dreux",
        ),
        (
            "Intercom Bernay Terres de Normandie",
            "l’Intercom Bernay Terres de Normandie",
            "de l’Intercom Bernay",
            "à l’Intercom Bernay",
            "que l’Intercom Bernay",
        ),
    ],
)
def test_other_bodies(name: str, short: str, with_de: str, with_a: str, with_que: str) -> None:
    assert short_designation(name) == short
    assert de_designation(name).startswith(with_de)
    assert a_designation(name).startswith(with_a)
    assert que_designation(name).startswith(with_que)


def test_a_commune_called_like_a_body_takes_no_article() -> None:
    commune = named("Ville en Blaisois")
    assert short_designation(commune) == "Ville en Blaisois"
    assert de_designation(commune) == "de Ville en Blaisois"
