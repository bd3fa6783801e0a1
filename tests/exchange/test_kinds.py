"""Kinds of files, their columns, and where a finding is shown."""

from __future__ import annotations

from datetime import date

import pytest

from mutudesk.domain.bodies import EpciMembership
from mutudesk.domain.period import Period
from mutudesk.domain.records import RECORDED, Kind, field_names
from mutudesk.domain.services import ManagingPeriod, Mission
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.kinds import (
    column_of,
    exchange_kind_of,
    fields_without,
    layout_of,
    record_kinds,
)
from mutudesk.exchange.layouts.cells import share_text
from mutudesk.exchange.writer import write_kind

HEADERS = {
    "bodies": "type;siren;code_insee;nom;forme_juridique;siege;departement;debut;fin;liaison"
    ";nom_abrege;organe",
    "members": "epci_siren;siren;debut;fin",
    "populations": "siren;annee;municipale;totale",
    "mandates": "siren;qualite;civilite;prenom;nom;interim;debut;fin",
    "services": "code;nom;fondement;gestionnaire_siren;debut;fin",
    "origins": "service;siren;nom",
    "missions": "service;code;libelle",
    "terms": "service;duree;preavis_mois;dispositions_financieres;tribunal;debut;fin;preambule"
    ";locaux;biens;contrats;reglement;comite_suivi;assurances;donnees_personnelles",
    "memberships": "service;siren;niveau;missions;decide_le;debut;fin;duree",
    "agents": (
        "matricule;civilite;nom;prenom;statut;categorie;cadre_emplois;grade;temps_travail;"
        "employeur_siren;debut;fin"
    ),
    "assignments": "matricule;service;fondement;quotite;hierarchique_siren;debut;fin;motif",
    "mission-shares": (
        "matricule;service;mission;beneficiaire_siren;part;debut;fin;operationnelle_siren"
    ),
}


def test_columns_by_name_and_order() -> None:
    assert {kind.value: ";".join(layout_of(kind).header) for kind in ExchangeKind} == HEADERS


def test_kinds_come_after_those_they_refer_to() -> None:
    order = [kind.value for kind in ExchangeKind]
    assert order == list(HEADERS)


def test_every_record_travels_in_one_file() -> None:
    carried = [record_kind for kind in ExchangeKind for record_kind in record_kinds(kind)]
    assert sorted(carried, key=lambda kind: kind.value) == sorted(
        RECORDED, key=lambda kind: kind.value
    )
    assert exchange_kind_of(Kind.IDENTITY) is ExchangeKind.BODIES
    assert exchange_kind_of(Kind.MANAGING) is ExchangeKind.SERVICES


@pytest.mark.parametrize("record_kind", RECORDED)
def test_every_field_has_a_column_that_exists(record_kind: Kind) -> None:
    kind = exchange_kind_of(record_kind)
    assert fields_without(record_kind) == ()
    for field in field_names(record_kind):
        assert column_of(kind, record_kind, field) in layout_of(kind).header


def test_fields_of_absent_columns() -> None:
    absent = {"motif", "debut", "departement"}
    assert fields_without(Kind.ASSIGNMENT, absent) == ("hierarchical_reason",)
    assert fields_without(Kind.IDENTITY, absent) == ()
    assert fields_without(Kind.BODY, absent) == ("departement",)


def test_columns_of_findings() -> None:
    assert column_of(ExchangeKind.MANDATES, Kind.MANDATE, "valid_until") == "fin"
    assert column_of(ExchangeKind.SERVICES, Kind.MANAGING, "siren") == "gestionnaire_siren"
    assert column_of(ExchangeKind.SERVICES, Kind.MANDATE, "siren") == ""
    assert column_of(ExchangeKind.SERVICES, Kind.SERVICE, "") == ""


@pytest.mark.parametrize(
    ("share", "text"),
    [(10_000, "100"), (3750, "37.5"), (1234, "12.34"), (1, "0.01"), (10, "0.1"), (1000, "10")],
)
def test_one_text_for_a_share(share: int, text: str) -> None:
    assert share_text(share) == text


def test_an_unknown_beginning_comes_first() -> None:
    sirens = ("216300145", "216301135")
    periods = (Period(date(2016, 1, 1)), Period(None, date(2016, 1, 1)))
    facts = [EpciMembership("246300701", siren, each) for siren in sirens for each in periods]
    lines = write_kind(ExchangeKind.EPCI_MEMBERSHIPS, facts).decode("utf-8-sig").split("\r\n")
    assert lines[1:] == [
        "246300701;216300145;;2015-12-31",
        "246300701;216300145;2016-01-01;",
        "246300701;216301135;;2015-12-31",
        "246300701;216301135;2016-01-01;",
        "",
    ]


def test_facts_that_a_file_does_not_hold() -> None:
    with pytest.raises(ValueError, match="Mission does not belong in a file of members"):
        write_kind(ExchangeKind.EPCI_MEMBERSHIPS, [Mission("ADS", "PC", "Permis")])
    orphan = ManagingPeriod("ADS", "246300701", Period(date(2016, 1, 1)))
    with pytest.raises(ValueError, match="SharedService missing for ADS"):
        write_kind(ExchangeKind.SERVICES, [orphan])
