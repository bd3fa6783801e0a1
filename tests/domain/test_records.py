from __future__ import annotations

import pytest

from mutudesk.domain.assignments import MissionShare
from mutudesk.domain.authority import head_of
from mutudesk.domain.bodies import Mandate
from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.findings import RefusedError, refused
from mutudesk.domain.records import FACT_TYPES, Kind, body_fields, field_names, kind_of, ref_to
from mutudesk.domain.register import new_register
from mutudesk.domain.services import Membership
from tests.builders import (
    AUBIERE,
    EPCI,
    act,
    agent,
    base_of,
    body,
    day,
    during,
    identity,
    mandate,
    origin,
    population,
    since,
    terms,
    world,
)

ROMAGNAT = "216303073"


def test_every_kind_of_fact_is_told_by_its_type() -> None:
    own = new_register(EPCI, "2025-01-01", act().at)
    found = {kind_of(fact) for fact in (*world(population(), terms(), origin()), own)}
    assert found == set(Kind) == set(FACT_TYPES)


def test_the_key_of_a_fact_is_made_of_its_own_fields() -> None:
    assert ref_to(mandate()).key == (AUBIERE, False, day("2014-04-05"))
    assert ref_to(identity()).key == (AUBIERE, None)


@pytest.mark.parametrize("kind", list(Kind))
def test_fields_that_hold_a_siren(kind: Kind) -> None:
    assert set(body_fields(kind)) == {
        name for name in field_names(kind) if name == "siren" or name.endswith("_siren")
    }


def test_the_name_of_a_body_is_that_of_the_date_and_never_borrowed() -> None:
    base = base_of(
        identity(EPCI, during("2000-01-01", "2016-12-31"), name="Clermont Communauté"),
        identity(EPCI, during("2017-01-01", "2017-12-31"), name="Clermont Auvergne Métropole"),
        identity(EPCI, since("2019-01-01"), name="Autre"),
    )
    expected = {
        "1999-12-31": EPCI,
        "2016-12-31": "Clermont Communauté",
        "2017-01-01": "Clermont Auvergne Métropole",
        "2018-06-01": EPCI,
        "2019-01-01": "Autre",
    }
    assert {on: base.name(EPCI, day(on)) for on in expected} == expected
    assert base.name(EPCI) == "Autre"
    assert base.name(ROMAGNAT) == ROMAGNAT
    assert base.identity(EPCI, day("2018-06-01")) is None
    found = base.identity(EPCI, day("2017-01-01"))
    assert found is not None
    assert found.name == "Clermont Auvergne Métropole"


def test_names_of_what_nobody_recorded_are_their_codes() -> None:
    base = FactBase(EPCI, [body(), agent()])
    assert base.service_name("XX") == "XX"
    assert base.agent_name("XX") == "XX"
    assert base.agent_name("A-1") == "Paule Garnier (A-1)"
    assert head_of(base, AUBIERE, day("2016-09-01")) is None


def test_asking_a_base_records_nothing() -> None:
    base = FactBase(EPCI, [])
    base.name(ROMAGNAT)
    head_of(base, ROMAGNAT, day("2016-09-01"))
    base.service_life("XX")
    assert not base.of(Mandate, ROMAGNAT)
    assert not base.identities
    assert not base.mandates
    assert not base.managing


def test_a_base_holds_every_kind_that_is_no_header() -> None:
    base = FactBase(EPCI, world())
    assert base.of(Mandate, AUBIERE) == base.mandates[AUBIERE] != []
    assert base.of(Membership, "ADS") == base.memberships["ADS"] != []
    assert base.of(MissionShare, "A-1") == base.shares["A-1"] != []


def test_a_refusal_is_known_by_its_codes() -> None:
    error = RefusedError(*refused("file_missing", path="x").findings, *refused("in_use").findings)
    assert str(error) == "file_missing, in_use"
    assert [each.code for each in error.findings] == ["file_missing", "in_use"]
