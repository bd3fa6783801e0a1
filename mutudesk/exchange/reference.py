"""The official lists shipped with the program: EPCI, their communes, cadres d'emplois."""

from __future__ import annotations

import csv
import gzip
import io
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.domain.bodies import (
    BodyKind,
    EpciMembership,
    LegalIdentity,
    Population,
    PublicBody,
)
from mutudesk.domain.codes import fold
from mutudesk.domain.period import ALWAYS
from mutudesk.language.french import spelled_epci_form, spelled_epci_name
from mutudesk.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mutudesk.domain.records import Fact

POPULATION_YEAR = 2022
VINTAGE = "2025-01-01"  # perimeters; the vintage of every column stands in SOURCES.toml


@dataclass(frozen=True, slots=True)
class ReferenceCommune:
    """A commune as the official lists know it."""

    insee_code: str
    name: str
    siren: str
    departement: str
    epci_siren: str
    municipal: int
    total: int


@dataclass(frozen=True, slots=True)
class ReferenceEpci:
    """An intercommunal body as the official lists know it, its form spelled out."""

    siren: str
    name: str
    legal_form: str
    member_count: int
    municipal: int
    total: int
    departement: str
    departements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CadreEmplois:
    """A cadre d'emplois with its category and grades, lowest first."""

    name: str
    category: str
    filiere: str
    grades: tuple[str, ...]


def _lines(name: str) -> Iterator[dict[str, str]]:
    data = gzip.decompress(resource_path("reference", f"{name}.csv.gz").read_bytes())
    yield from csv.DictReader(io.StringIO(data.decode("utf-8")))


def all_epci() -> list[ReferenceEpci]:
    """The 1,255 EPCI with own fiscality, by name."""
    found = [
        ReferenceEpci(
            siren=line["siren"],
            name=spelled_epci_name(line["name"], line["legal_form"]),
            legal_form=spelled_epci_form(line["legal_form"]),
            member_count=int(line["member_count"]),
            municipal=int(line["population_municipale_2022"]),
            total=int(line["population_totale_2022"]),
            departement=line["main_department"],
            departements=tuple(line["departments"].split()),
        )
        for line in _lines("epci")
    ]
    return sorted(found, key=lambda each: (fold(each.name), each.siren))


def all_communes() -> Iterator[ReferenceCommune]:
    """The 34,875 communes."""
    for line in _lines("communes"):
        yield ReferenceCommune(
            insee_code=line["insee_code"],
            name=line["name"],
            siren=line["siren"],
            departement=line["department"],
            epci_siren=line["epci_siren"],
            municipal=int(line["population_municipale_2022"] or 0),
            total=int(line["population_totale_2022"] or 0),
        )


def cadres_emplois() -> list[CadreEmplois]:
    """The 60 cadres d'emplois; suggestions only, free text is as good."""
    return [
        CadreEmplois(
            line["cadre_emplois"],
            line["category"],
            line["filiere"],
            tuple(grade.strip() for grade in line["grades"].split("|") if grade.strip()),
        )
        for line in _lines("cadres_emplois")
    ]


def sources() -> dict[str, object]:
    """Licence, attribution and vintages of the official lists, in French, for the About box."""
    return tomllib.loads(resource_path("reference", "SOURCES.toml").read_text(encoding="utf-8"))


def facts_of_epci(siren: str) -> list[Fact] | None:
    """What a new register starts from: the EPCI and its communes; None for an unknown SIREN."""
    epci = next((each for each in all_epci() if each.siren == siren), None)
    if epci is None:
        return None
    members = [each for each in all_communes() if each.epci_siren == siren]
    facts: list[Fact] = [
        PublicBody(epci.siren, BodyKind.EPCI, departement=epci.departement),
        *(
            PublicBody(each.siren, BodyKind.COMMUNE, each.insee_code, each.departement)
            for each in members
        ),
        LegalIdentity(epci.siren, epci.name, epci.legal_form, "", None, "", "", ALWAYS),
        *(
            LegalIdentity(each.siren, each.name, "commune", "", None, "", "", ALWAYS)
            for each in members
        ),
        *(EpciMembership(epci.siren, each.siren, ALWAYS) for each in members),
        Population(epci.siren, POPULATION_YEAR, epci.municipal, epci.total),
    ]
    facts += [
        Population(each.siren, POPULATION_YEAR, each.municipal, each.total) for each in members
    ]
    return facts
