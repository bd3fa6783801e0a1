"""Files on shared services: managing bodies, missions, terms, former services, memberships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.parsing import parse_code
from mutudesk.domain.records import Kind
from mutudesk.domain.services import LegalGround, Level
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.layouts.cells import (
    CODE,
    COUNT_OR_NONE,
    DAY_OR_NONE,
    LONG_TEXT,
    NAME,
    SIREN,
    TEXT,
    count_text,
    day_text,
    one_of,
    unaccented,
    value_text,
)
from mutudesk.exchange.layouts.layout import BEGINS, ENDS, Column, layout

if TYPE_CHECKING:
    from collections.abc import Iterable

MISSION_SEPARATOR = "+"


def _bare(text: str) -> str:
    # Offices write L.5211-4-2 as well as L5211-4-2.
    return text.replace(".", "").replace(" ", "")


def _mission_codes(text: str) -> frozenset[str]:
    if not text:
        return frozenset()
    return frozenset(parse_code(code.strip()) for code in text.split(MISSION_SEPARATOR))


def _missions_text(codes: Iterable[str]) -> str:
    return MISSION_SEPARATOR.join(sorted(codes))


LAYOUTS = {
    ExchangeKind.SERVICES: layout(
        (Kind.SERVICE, Kind.MANAGING),
        Column("code", "code", CODE, also="service"),
        Column("nom", "name", NAME),
        Column("fondement", "ground", one_of(LegalGround, _bare), value_text),
        Column("gestionnaire_siren", "siren", SIREN),
        BEGINS,
        ENDS,
    ),
    ExchangeKind.ORIGINS: layout(
        (Kind.ORIGIN,),
        Column("service", "service", CODE),
        Column("siren", "siren", SIREN),
        Column("nom", "name", NAME),
    ),
    ExchangeKind.MISSIONS: layout(
        (Kind.MISSION,),
        Column("service", "service", CODE),
        Column("code", "code", CODE),
        Column("libelle", "label", NAME),
    ),
    # Empty = to be completed in the convention.
    ExchangeKind.TERMS: layout(
        (Kind.TERMS,),
        Column("service", "service", CODE),
        Column("duree", "duration", LONG_TEXT),
        Column("preavis_mois", "notice_months", COUNT_OR_NONE, count_text),
        Column("dispositions_financieres", "financial_terms", LONG_TEXT),
        Column("tribunal", "court", TEXT),
        BEGINS,
        ENDS,
    ),
    # Empty missions come out as an empty set: whoever records the line puts those of that moment.
    ExchangeKind.MEMBERSHIPS: layout(
        (Kind.MEMBERSHIP,),
        Column("service", "service", CODE),
        Column("siren", "siren", SIREN),
        Column("niveau", "level", one_of(Level, unaccented), value_text),
        Column("missions", "missions", _mission_codes, _missions_text),
        Column("decide_le", "decided_on", DAY_OR_NONE, day_text),
        BEGINS,
        ENDS,
        Column("duree", "duration", TEXT, may_be_missing=True),
    ),
}
