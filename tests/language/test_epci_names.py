"""All names of the official list of EPCI, spelled out."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from itertools import pairwise

import pytest

from mutudesk.domain.codes import fold
from mutudesk.language.french import designation, spelled_epci_form, spelled_epci_name
from mutudesk.resources import resource_path


@pytest.mark.parametrize(
    ("name", "code", "spelled"),
    [
        ("CA du Pays Basque", "CA", "Communauté d'agglomération du Pays Basque"),
        ("CC Faucigny - Glières", "CC", "Communauté de communes Faucigny - Glières"),
        ("CC Le Grésivaudan", "CC", "Communauté de communes Le Grésivaudan"),
        ("CC de l'Ile de Ré", "CC", "Communauté de communes de l'Ile de Ré"),
        ("CU d'Arras", "CU", "Communauté urbaine d'Arras"),
        ("CU Caen la Mer", "CU", "Communauté urbaine Caen la Mer"),
        ("CA CAP Excellence", "CA", "Communauté d'agglomération CAP Excellence"),
        ("CA Communauté Paris-Saclay", "CA", "Communauté Paris-Saclay"),
        ("CA Vitré Communauté", "CA", "Vitré Communauté"),
        ("CU Angers Loire Métropole", "CU", "Angers Loire Métropole"),
        ("CA Agglomération d'Agen", "CA", "Agglomération d'Agen"),
        ("CA L'Agglo Foix-Varilhes", "CA", "L'Agglo Foix-Varilhes"),
        ("CA de Nîmes Métropole", "CA", "Communauté d'agglomération de Nîmes Métropole"),
        (
            "CA du Pays de Saint Malo Agglomération",
            "CA",
            "Communauté d'agglomération du Pays de Saint Malo",
        ),
        ("CA de Blois ''Agglopolys''", "CA", 'Communauté d\'agglomération de Blois "Agglopolys"'),
        (
            'CA "Saintes - Grandes Rives - L\'Agglo"',
            "CA",
            "Saintes - Grandes Rives - L'Agglo",
        ),
        (
            "CC de Domme- Villefranche du Périgord",
            "CC",
            "Communauté de communes de Domme-Villefranche du Périgord",
        ),
        (
            "CA ECLA  (Espace Communautaire Lons Agglomération)",
            "CA",
            "ECLA (Espace Communautaire Lons Agglomération)",
        ),
        ("Clermont Auvergne Métropole", "METRO", "Clermont Auvergne Métropole"),
        ("Métropole de Lyon", "MET69", "Métropole de Lyon"),
        ("Un nom à soi", "CC", "Un nom à soi"),
    ],
)
def test_spelled_names(name: str, code: str, spelled: str) -> None:
    assert spelled_epci_name(name, code) == spelled


@pytest.mark.parametrize(
    ("code", "form"),
    [
        ("CC", "communauté de communes"),
        ("CA", "communauté d'agglomération"),
        ("CU", "communauté urbaine"),
        ("METRO", "métropole"),
        ("MET69", "métropole"),
        ("SIVU", "SIVU"),
    ],
)
def test_spelled_forms(code: str, form: str) -> None:
    assert spelled_epci_form(code) == form


def test_every_name_of_the_official_list() -> None:
    with gzip.open(resource_path("reference", "epci.csv.gz"), "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 1_255
    for row in rows:
        code = row["legal_form"]
        name = spelled_epci_name(row["name"], code)
        assert name.split()[0] not in {"CA", "CC", "CU"}
        assert "  " not in name
        assert name[0].isupper()
        words = Counter(fold(name.replace("(", " ").replace(")", " ")).split())
        for word in ("communaute", "agglomeration", "metropole", "urbaine"):
            assert words[word] <= 1, name
        neighbours = fold(name).split()
        assert all(a != b for a, b in pairwise(neighbours)), name
        shown = designation(name, spelled_epci_form(code))
        assert "'" not in shown
        assert not shown.startswith(("le ", "la Communauté"))
