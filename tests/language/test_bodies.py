"""Public bodies and their heads in running text."""

from __future__ import annotations

import pytest

from mutudesk.language.bodies import held_quality
from mutudesk.language.french import (
    a_designation,
    de_designation,
    designation,
    head_title,
    le_form,
    le_head,
    person,
)

CA = "communauté d'agglomération"


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("commune", "la commune"),
        (CA, "la communauté d’agglomération"),
        ("Communauté urbaine", "la communauté urbaine"),
        ("métropole", "la métropole"),
        ("syndicat intercommunal", "le syndicat intercommunal"),
        ("établissement public", "l’établissement public"),
        ("office public de l'habitat", "l’office public de l’habitat"),
        ("centre communal d'action sociale", "le centre communal d’action sociale"),
        ("association", "l’association"),
        ("département", "le département"),
        ("région", "la région"),
        ("SIVOM", "le SIVOM"),
        ("EPCI", "l’EPCI"),
    ],
)
def test_forms_with_their_article(form: str, words: str) -> None:
    assert le_form(form) == words


@pytest.mark.parametrize(
    ("name", "form", "alone", "with_de", "with_a"),
    [
        (
            "Aubière",
            "commune",
            "la commune d’Aubière",
            "de la commune d’Aubière",
            "à la commune d’Aubière",
        ),
        (
            "Le Cendre",
            "Commune",
            "la commune du Cendre",
            "de la commune du Cendre",
            "à la commune du Cendre",
        ),
        (
            "Ville de Lyon",
            "commune",
            "la ville de Lyon",
            "de la ville de Lyon",
            "à la ville de Lyon",
        ),
        (
            "Communauté d'agglomération du Pays Basque",
            CA,
            "la communauté d’agglomération du Pays Basque",
            "de la communauté d’agglomération du Pays Basque",
            "à la communauté d’agglomération du Pays Basque",
        ),
        # The source and the form may use either apostrophe.
        (
            "Communauté d’agglomération de Nevers",
            CA,
            "la communauté d’agglomération de Nevers",
            "de la communauté d’agglomération de Nevers",
            "à la communauté d’agglomération de Nevers",
        ),
        (
            "Métropole Européenne de Lille",
            "métropole",
            "la métropole européenne de Lille",
            "de la métropole européenne de Lille",
            "à la métropole européenne de Lille",
        ),
        (
            "Eurométropole de Strasbourg",
            "métropole",
            "l’eurométropole de Strasbourg",
            "de l’eurométropole de Strasbourg",
            "à l’eurométropole de Strasbourg",
        ),
        (
            "Clermont Auvergne Métropole",
            "métropole",
            "Clermont Auvergne Métropole",
            "de Clermont Auvergne Métropole",
            "à Clermont Auvergne Métropole",
        ),
        ("Arlysère", CA, "Arlysère", "d’Arlysère", "à Arlysère"),
        ("Le Grand Chalon", CA, "Le Grand Chalon", "du Grand Chalon", "au Grand Chalon"),
        (
            "Pays de Montbéliard Agglomération",
            CA,
            "Pays de Montbéliard Agglomération",
            "de Pays de Montbéliard Agglomération",
            "à Pays de Montbéliard Agglomération",
        ),
        (
            "Centre Morbihan Communauté",
            "communauté de communes",
            "Centre Morbihan Communauté",
            "de Centre Morbihan Communauté",
            "à Centre Morbihan Communauté",
        ),
        (
            "Centre communal d'action sociale d'Aubière",
            "établissement public",
            "le centre communal d’action sociale d’Aubière",
            "du centre communal d’action sociale d’Aubière",
            "au centre communal d’action sociale d’Aubière",
        ),
        (
            "CCAS d'Aubière",
            "centre communal d'action sociale",
            "le CCAS d’Aubière",
            "du CCAS d’Aubière",
            "au CCAS d’Aubière",
        ),
    ],
)
def test_bodies_in_running_text(
    name: str, form: str, alone: str, with_de: str, with_a: str
) -> None:
    assert designation(name, form) == alone
    assert de_designation(name, form) == with_de
    assert a_designation(name, form) == with_a


@pytest.mark.parametrize(
    ("quality", "civility", "title", "with_article"),
    [
        ("Maire", "M.", "maire", "le maire"),
        ("Maire", "Mme", "maire", "la maire"),
        ("Maire", "", "maire", "le maire"),
        ("Présidente", "Mme", "présidente", "la présidente"),
        ("Présidente", "", "présidente", "la présidente"),
        ("Vice-présidente", "", "vice-présidente", "la vice-présidente"),
        ("Président", "M.", "président", "le président"),
        ("1er adjoint", "M.", "1er adjoint", "le 1er adjoint"),
        ("Adjointe au maire", "Mme", "adjointe au maire", "l’adjointe au maire"),
        ("DGS", "M.", "DGS", "le DGS"),
    ],
)
def test_heads(quality: str, civility: str, title: str, with_article: str) -> None:
    assert head_title(quality) == title
    assert le_head(quality, civility) == with_article


def test_a_person_keeps_the_civility_on_the_line() -> None:
    assert person("Mme", "Lucie", "Montel") == "Mme\u00a0Lucie Montel"
    assert person("", "Jeanne", "d'Arc") == "Jeanne d’Arc"


@pytest.mark.parametrize(
    ("quality", "acting", "shown"),
    [
        ("Maire", False, "Maire"),
        ("1re adjointe", True, "1re adjointe, par intérim"),
        ("Maire", True, "Maire, par intérim"),
        ("Maire par intérim", True, "Maire par intérim"),
        ("2e adjoint, par INTÉRIM", True, "2e adjoint, par INTÉRIM"),
    ],
)
def test_held_for_a_time(quality: str, *, acting: bool, shown: str) -> None:
    assert held_quality(quality, "par intérim", acting=acting) == shown
