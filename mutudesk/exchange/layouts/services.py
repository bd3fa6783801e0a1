"""Files on shared services: managing bodies, missions, terms, former services, memberships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.parsing import parse_choice, parse_code
from mutudesk.domain.records import Kind
from mutudesk.domain.services import (
    LegalGround,
    Level,
    ManagingPeriod,
    Membership,
    Mission,
    Origin,
    ServiceTerms,
    SharedService,
)
from mutudesk.exchange.layouts.cells import (
    CODE,
    COUNT_OR_NONE,
    DAY_OR_NONE,
    FIRST_DAY,
    NAME,
    SIREN,
    TEXT,
    UNTIL,
    count_text,
    day_text,
    period_of,
    period_texts,
    required,
)
from mutudesk.exchange.layouts.layout import DATED, Column, Layout

if TYPE_CHECKING:
    from datetime import date

MISSION_SEPARATOR = "+"


def _legal_ground(text: str) -> LegalGround:
    # Offices write L.5211-4-2 as well as L5211-4-2.
    return parse_choice(text.replace(".", "").replace(" ", ""), LegalGround)


def _service_line(
    code: str, name: str, ground: LegalGround, manager: str, first: date, end: date | None
) -> tuple[SharedService, ManagingPeriod]:
    return (
        SharedService(code, name, ground),
        ManagingPeriod(code, manager, period_of(first, end)),
    )


def _service_cells(service: SharedService, managing: ManagingPeriod) -> tuple[str, ...]:
    return (
        service.code,
        service.name,
        service.ground.value,
        managing.siren,
        *period_texts(managing.period),
    )


SERVICES = Layout(
    columns=(
        Column("code", CODE),
        Column("nom", NAME),
        Column("fondement", required(_legal_ground)),
        Column("gestionnaire_siren", SIREN),
        Column("debut", FIRST_DAY),
        Column("fin", UNTIL),
    ),
    build=_service_line,
    cells=_service_cells,
    places={
        Kind.SERVICE: {"code": "code", "name": "nom", "ground": "fondement"},
        Kind.MANAGING: {"service": "code", "siren": "gestionnaire_siren", **DATED},
    },
)


def _origin_line(service: str, siren: str, name: str) -> tuple[Origin]:
    return (Origin(service, siren, name),)


def _origin_cells(origin: Origin) -> tuple[str, ...]:
    return (origin.service, origin.siren, origin.name)


ORIGINS = Layout(
    columns=(Column("service", CODE), Column("siren", SIREN), Column("nom", NAME)),
    build=_origin_line,
    cells=_origin_cells,
    places={Kind.ORIGIN: {"service": "service", "siren": "siren", "name": "nom"}},
)


def _mission_line(service: str, code: str, label: str) -> tuple[Mission]:
    return (Mission(service, code, label),)


def _mission_cells(mission: Mission) -> tuple[str, ...]:
    return (mission.service, mission.code, mission.label)


MISSIONS = Layout(
    columns=(Column("service", CODE), Column("code", CODE), Column("libelle", NAME)),
    build=_mission_line,
    cells=_mission_cells,
    places={Kind.MISSION: {"service": "service", "code": "code", "label": "libelle"}},
)


def _terms_line(
    service: str,
    duration: str,
    notice_months: int | None,
    financial_terms: str,
    court: str,
    first: date,
    end: date | None,
) -> tuple[ServiceTerms]:
    period = period_of(first, end)
    return (ServiceTerms(service, duration, notice_months, financial_terms, court, period),)


def _terms_cells(terms: ServiceTerms) -> tuple[str, ...]:
    return (
        terms.service,
        terms.duration,
        count_text(terms.notice_months),
        terms.financial_terms,
        terms.court,
        *period_texts(terms.period),
    )


# Empty = to be completed in the convention.
TERMS = Layout(
    columns=(
        Column("service", CODE),
        Column("duree", TEXT),
        Column("preavis_mois", COUNT_OR_NONE),
        Column("dispositions_financieres", TEXT),
        Column("tribunal", TEXT),
        Column("debut", FIRST_DAY),
        Column("fin", UNTIL),
    ),
    build=_terms_line,
    cells=_terms_cells,
    places={
        Kind.TERMS: {
            "service": "service",
            "duration": "duree",
            "notice_months": "preavis_mois",
            "financial_terms": "dispositions_financieres",
            "court": "tribunal",
            **DATED,
        },
    },
)


def _level(text: str) -> Level:
    # The French words carry an accent that files often keep.
    return parse_choice(text.casefold().replace("é", "e"), Level)


def _mission_codes(text: str) -> frozenset[str]:
    if not text:
        return frozenset()
    return frozenset(parse_code(code.strip()) for code in text.split(MISSION_SEPARATOR))


def _membership_line(
    service: str,
    siren: str,
    level: Level,
    missions: frozenset[str],
    decided_on: date | None,
    first: date,
    end: date | None,
) -> tuple[Membership]:
    return (Membership(service, siren, level, missions, decided_on, period_of(first, end)),)


def _membership_cells(membership: Membership) -> tuple[str, ...]:
    return (
        membership.service,
        membership.siren,
        membership.level.value,
        MISSION_SEPARATOR.join(sorted(membership.missions)),
        day_text(membership.decided_on),
        *period_texts(membership.period),
    )


# Empty missions come out as an empty set: whoever records the line puts those of that moment.
MEMBERSHIPS = Layout(
    columns=(
        Column("service", CODE),
        Column("siren", SIREN),
        Column("niveau", required(_level)),
        Column("missions", _mission_codes),
        Column("decide_le", DAY_OR_NONE),
        Column("debut", FIRST_DAY),
        Column("fin", UNTIL),
    ),
    build=_membership_line,
    cells=_membership_cells,
    places={
        Kind.MEMBERSHIP: {
            "service": "service",
            "siren": "siren",
            "level": "niveau",
            "missions": "missions",
            "decided_on": "decide_le",
            **DATED,
        },
    },
)
