"""What makes a convention contestable is told, with the record where it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.assignments import AssignmentGround
from mutudesk.domain.bodies import BodyKind
from mutudesk.domain.convention_points import points_of
from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.findings import Severity
from mutudesk.domain.legal_forms import Family, family_of, is_urban
from mutudesk.domain.records import Kind
from mutudesk.domain.services import Level
from mutudesk.language.catalogue import catalogue
from tests.builders import (
    AUBIERE,
    CLERMONT,
    EPCI,
    agent,
    assignment,
    body,
    day,
    during,
    identity,
    managing,
    member,
    membership,
    position,
    since,
    world_with,
)

if TYPE_CHECKING:
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.records import Fact

EFFECT = "2016-01-01"
OTHER = "200069177"


def points(
    *facts: Fact,
    on: str = "2015-12-15",
    effect: str = EFFECT,
    siren: str = AUBIERE,
    manager: str = EPCI,
) -> dict[str, Finding]:
    base = FactBase(EPCI, world_with(*facts))
    (found,) = [
        each
        for each in base.memberships["ADS"]
        if each.siren == siren and each.period.valid_from == day(effect)
    ]
    return {each.code: each for each in points_of(base, found, manager, day(on), day(effect))}


def joined(effect: str = EFFECT, **fields: object) -> Fact:
    return membership(period=since(effect), decided_on=day("2015-12-01"), **fields)  # type: ignore[arg-type]


def test_a_clean_convention_has_none() -> None:
    assert points(joined()) == {}


TRANSFERRED = (
    agent("T-1"),
    position("T-1", during("2010-01-01", "2015-12-31"), employer_siren=AUBIERE),
    position("T-1", since(EFFECT)),
    assignment("T-1", period=since(EFFECT), ground=AssignmentGround.TRANSFER_BY_LAW),
)


@pytest.mark.parametrize(
    ("code", "facts", "options", "kind"),
    [
        (
            "membership_outside_epci",
            (joined(), member(AUBIERE, during("2000-01-01", "2015-12-31"))),
            {},
            Kind.MEMBERSHIP,
        ),
        (
            "retroactive_effect",
            (membership(period=since(EFFECT), decided_on=day("2016-02-01")),),
            {},
            Kind.MEMBERSHIP,
        ),
        ("effect_before_convention", (joined(),), {"on": "2016-01-02"}, Kind.MEMBERSHIP),
        (
            "duration_and_end",
            (
                membership(
                    period=during(EFFECT, "2020-12-31"),
                    decided_on=day("2015-12-01"),
                    duration="trois ans",
                ),
            ),
            {},
            Kind.MEMBERSHIP,
        ),
        ("user_gave_staff", (joined(), *TRANSFERRED), {}, Kind.MEMBERSHIP),
        ("integrated_gave_no_staff", (joined(level=Level.INTEGRATED),), {}, Kind.MEMBERSHIP),
        (
            "manager_changed",
            (
                joined(),
                managing(period=during("2015-07-01", "2015-12-31"), siren=CLERMONT),
                managing(period=since(EFFECT)),
            ),
            {},
            Kind.MANAGING,
        ),
        (
            "missions_of_closed_list",
            (joined("2015-08-31"),),
            {"on": "2015-08-01", "effect": "2015-08-31"},
            Kind.MEMBERSHIP,
        ),
        (
            "commune_managed_early",
            (joined("2015-08-31"), managing(siren=CLERMONT)),
            {"on": "2015-08-01", "effect": "2015-08-31", "manager": CLERMONT},
            Kind.MANAGING,
        ),
    ],
)
def test_each_point(
    code: str, facts: tuple[Fact, ...], options: dict[str, str], kind: Kind
) -> None:
    found = points(*facts, **options)
    assert code in found
    assert found[code].severity is Severity.WARNING
    assert found[code].records[0].kind is kind
    for language in ("fr", "en"):
        assert catalogue(language).sources[code].startswith("CGCT, art.")


def test_only_attached_bodies_join() -> None:
    other = (
        body(OTHER, kind=BodyKind.OTHER),
        identity(OTHER, legal_form="syndicat mixte"),
        membership(OTHER, period=since(EFFECT), decided_on=day("2015-12-01")),
    )
    found = points(*other, siren=OTHER)
    assert found["body_not_attached"].records[0].key == (OTHER,)


@pytest.mark.parametrize(
    ("form", "told"),
    [("communauté d'agglomération", True), ("communauté urbaine", False), ("métropole", False)],
)
def test_until_august_2015_a_commune_managed_only_in_urban_bodies(form: str, told: bool) -> None:
    facts = (
        joined("2015-08-31"),
        managing(siren=CLERMONT),
        identity(EPCI, legal_form=form),
    )
    found = points(*facts, on="2015-08-01", effect="2015-08-31", manager=CLERMONT)
    assert ("commune_managed_early" in found) is told


def test_from_september_2015_nothing_is_said_of_the_former_text() -> None:
    found = points(
        joined("2015-09-01"),
        managing(siren=CLERMONT),
        effect="2015-09-01",
        on="2015-08-15",
        manager=CLERMONT,
    )
    assert not found.keys() & {"commune_managed_early", "missions_of_closed_list"}


@pytest.mark.parametrize(
    ("kind", "form", "family"),
    [
        (BodyKind.EPCI, "communauté de communes", Family.COMMUNITY),
        (BodyKind.EPCI, "Communauté urbaine", Family.COMMUNITY),
        (BodyKind.EPCI, "métropole", Family.METROPOLIS),
        (BodyKind.EPCI, "Eurométropole", Family.METROPOLIS),
        (BodyKind.EPCI, "EPCI à fiscalité propre", Family.OTHER_EPCI),
        (BodyKind.COMMUNE, "commune nouvelle", Family.COMMUNE),
        (BodyKind.CCAS, "établissement public", Family.CCAS),
        (BodyKind.OTHER, "centre intercommunal d'action sociale", Family.CCAS),
        (BodyKind.OTHER, "syndicat mixte ouvert", Family.SYNDICATE),
        (BodyKind.OTHER, "établissement public", Family.OTHER),
    ],
)
def test_the_families_of_legal_forms(kind: BodyKind, form: str, family: Family) -> None:
    assert family_of(kind, form) is family


def test_urban_forms() -> None:
    assert is_urban("Communauté urbaine")
    assert is_urban("Métropole")
    assert not is_urban("communauté d'agglomération")
