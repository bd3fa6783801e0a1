"""What a file has no column for, or leaves empty, keeps what is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.assignments import HierarchicalSiren
from mutudesk.domain.bodies import LegalIdentity
from mutudesk.exchange.exchange_kind import ExchangeKind
from tests.builders import (
    AUBIERE,
    CLERMONT,
    EPCI,
    ROYAT,
    assignment,
    during,
    facts_in,
    identity,
    make_register,
    membership,
    mission,
    world,
    world_with,
)
from tests.usecases.taking import counts, journal_length, take

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path / "registre", world())


MEMBERSHIPS = ExchangeKind.MEMBERSHIPS


def test_the_reason_of_a_hierarchical_body_is_kept(tmp_path: Path) -> None:
    recorded = assignment(hierarchical_siren=CLERMONT, hierarchical_reason="arrêté du 3 mars")
    path = make_register(tmp_path, world_with(recorded))
    line = f"A-1;ADS;affectation_interne;100;{CLERMONT};2015-07-01;"
    assert counts(take(path, ExchangeKind.ASSIGNMENTS, line)) == (1, 0, 0)
    assert counts(take(path, ExchangeKind.ASSIGNMENTS, line.replace("interne", "interne"))) == (
        1,
        0,
        0,
    )
    changed = line.replace("affectation_interne", "recrutement")
    assert counts(take(path, ExchangeKind.ASSIGNMENTS, changed)) == (1, 0, 1)
    kept = [f for f in facts_in(path) if type(f) is type(recorded)]
    assert [fact.hierarchical_reason for fact in kept] == ["arrêté du 3 mars"]
    assert [fact.hierarchical_siren for fact in kept] == [HierarchicalSiren(CLERMONT)]


def test_an_empty_hierarchical_body_is_the_employer_and_not_filled_in(path: Path) -> None:
    take(path, ExchangeKind.ASSIGNMENTS, "A-1;ADS;affectation_interne;100;;2015-07-01;")
    assert assignment() in facts_in(path)


def test_no_missions_are_those_of_the_day_it_is_recorded(path: Path) -> None:
    line = f"ADS;{ROYAT};adherente;;2015-05-21;2015-07-01;"
    assert counts(take(path, MEMBERSHIPS, line)) == (1, 1, 0)
    assert membership(ROYAT) in facts_in(path)
    take(path, ExchangeKind.MISSIONS, "ADS;CU;Certificats")
    assert counts(take(path, MEMBERSHIPS, line)) == (1, 0, 0)
    assert membership(ROYAT) in facts_in(path)
    assert mission("CU", label="Certificats") in facts_in(path)


def test_missions_in_another_order_are_the_same(path: Path) -> None:
    line = f"ADS;{AUBIERE};Adhérente;PC + DP;21/05/2015;01/07/2015;"
    assert counts(take(path, MEMBERSHIPS, line)) == (1, 0, 0)


BODIES = [
    f"epci;{EPCI};;Clermont Communauté;communauté d'agglomération;;63;;",
    f"epci;{EPCI};;Clermont Auvergne Métropole;métropole;;63;2018-01-01;",
]


def test_since_always_ends_when_another_identity_is_imported(path: Path) -> None:
    report = take(path, ExchangeKind.BODIES, BODIES[1])
    assert counts(report) == (1, 1, 1)
    assert {fact.name for fact in facts_in(path) if isinstance(fact, LegalIdentity)} >= {
        "Clermont Communauté",
        "Clermont Auvergne Métropole",
    }
    assert identity(EPCI, during(None, "2017-12-31")) in facts_in(path)


def test_importing_the_same_file_again_changes_nothing(path: Path) -> None:
    assert counts(take(path, ExchangeKind.BODIES, *BODIES)) == (2, 1, 1)
    before = journal_length(path)
    assert counts(take(path, ExchangeKind.BODIES, *BODIES)) == (2, 0, 0)
    assert journal_length(path) == before


def test_members_leave_and_come_back(path: Path) -> None:
    kind = ExchangeKind.EPCI_MEMBERSHIPS
    assert counts(
        take(path, kind, f"{EPCI};{ROYAT};;2016-12-31", f"{EPCI};{ROYAT};2018-01-01;")
    ) == (
        2,
        1,
        1,
    )
