"""De and à before the names of places."""

from __future__ import annotations

import csv
import gzip

import pytest

from mutudesk.language.french import a_name, de_name
from mutudesk.resources import resource_path


@pytest.mark.parametrize(
    ("name", "with_de", "with_a"),
    [
        ("Aubière", "d’Aubière", "à Aubière"),
        ("Clermont-Ferrand", "de Clermont-Ferrand", "à Clermont-Ferrand"),
        ("Le Cendre", "du Cendre", "au Cendre"),
        ("Les Abymes", "des Abymes", "aux Abymes"),
        ("La Rochelle", "de La Rochelle", "à La Rochelle"),
        ("L'Haÿ-les-Roses", "de L’Haÿ-les-Roses", "à L’Haÿ-les-Roses"),
        ("L’Île-Rousse", "de L’Île-Rousse", "à L’Île-Rousse"),
        ("Cournon-d'Auvergne", "de Cournon-d’Auvergne", "à Cournon-d’Auvergne"),
        ("Œuilly", "d’Œuilly", "à Œuilly"),
        ("Étampes", "d’Étampes", "à Étampes"),
        # h mute
        ("Hérouville-Saint-Clair", "d’Hérouville-Saint-Clair", "à Hérouville-Saint-Clair"),
        ("Hyères", "d’Hyères", "à Hyères"),
        ("Hendaye", "d’Hendaye", "à Hendaye"),
        ("Huriel", "d’Huriel", "à Huriel"),
        ("Hénin-Beaumont", "d’Hénin-Beaumont", "à Hénin-Beaumont"),
        # h aspirate
        ("Le Havre", "du Havre", "au Havre"),
        ("Honfleur", "de Honfleur", "à Honfleur"),
        ("Houilles", "de Houilles", "à Houilles"),
        ("Haute-Goulaine", "de Haute-Goulaine", "à Haute-Goulaine"),
        ("Haguenau", "de Haguenau", "à Haguenau"),
        ("Huttenheim", "de Huttenheim", "à Huttenheim"),
        ("Hunspach", "de Hunspach", "à Hunspach"),
        # y as a vowel, y as a consonant
        ("Yvetot", "d’Yvetot", "à Yvetot"),
        ("Yssingeaux", "d’Yssingeaux", "à Yssingeaux"),
        ("Y", "d’Y", "à Y"),
        ("Yerres", "d’Yerres", "à Yerres"),
        ("Yutz", "de Yutz", "à Yutz"),
        ("Yenne", "de Yenne", "à Yenne"),
        ("Ouistreham", "de Ouistreham", "à Ouistreham"),
        ("Oye-Plage", "d’Oye-Plage", "à Oye-Plage"),
        # not articles
        ("Lens", "de Lens", "à Lens"),
        ("Lalouvesc", "de Lalouvesc", "à Lalouvesc"),
        ("Leers", "de Leers", "à Leers"),
        ("", "de ", "à "),
    ],
)
def test_prepositions(name: str, with_de: str, with_a: str) -> None:
    assert de_name(name) == with_de
    assert a_name(name) == with_a


def test_every_commune_gets_a_preposition_that_can_be_said() -> None:
    with gzip.open(resource_path("reference", "communes.csv.gz"), "rt", encoding="utf-8") as file:
        names = {row["name"] for row in csv.DictReader(file)}
    assert len(names) > 30_000
    for name in names:
        words = de_name(name)
        assert "de Le " not in words
        assert "de Les " not in words
        assert "'" not in words
        assert words.startswith(("de ", "d’", "du ", "des "))
        assert not words.startswith(("de A", "de E", "de I", "de É", "de Î", "d’B", "d’L"))
