"""A service is entered with its manager and missions, and deleted with what describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.usecases.acts.services import (
    correct_service,
    create_service,
    delete_service,
    missions_of,
)
from tests.builders import (
    managing,
    membership,
    mission,
    origin,
    service,
    terms,
    world,
)
from tests.usecases.acts.changing import record_of, told

if TYPE_CHECKING:
    from mutudesk.domain.records import Fact


def test_a_new_service_brings_its_manager_and_missions() -> None:
    missions = [mission("PAIE", "RH"), mission("M1", "RH")]
    changes = create_service(service("RH"), managing("RH"), missions)
    assert told(changes) == [(None, each) for each in (service("RH"), managing("RH"), *missions)]


def test_a_correction_is_of_the_service_alone() -> None:
    record = record_of(*world(), service("RH"), managing("RH"))
    other = service("RH", name="Ressources humaines")
    assert told(correct_service(record, "RH", other)) == [(service("RH"), other)]


def test_a_deletion_takes_along_what_describes_the_service_and_no_other() -> None:
    own: list[Fact] = [
        service("RH"),
        managing("RH"),
        terms("RH"),
        origin("RH"),
        mission("PAIE", "RH"),
    ]
    record = record_of(*world(), terms(), origin(), *own, membership(service="RH"))
    assert told(delete_service(record, "RH")) == [(fact, None) for fact in own]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PC : Permis\n\nDP: Déclarations", [("PC", "Permis"), ("DP", "Déclarations")]),
        ("Paie\nCarrières", [("M1", "Paie"), ("M2", "Carrières")]),
        ("M1 : Paie\nCarrières", [("M1", "Paie"), ("M2", "Carrières")]),
        ("A+B : Pas un code", [("M1", "A+B : Pas un code")]),
    ],
)
def test_missions_typed_quickly(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.code, each.label) for each in missions_of("RH", text)] == expected
