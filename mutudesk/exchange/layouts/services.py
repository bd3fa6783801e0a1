"""Files on shared services: managing bodies, missions, terms, former services, memberships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.parsing import parse_code
from mutudesk.domain.records import Kind
from mutudesk.domain.services import LegalGround, Level, Settlement
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
    optional,
    optional_value_text,
    unaccented,
    value_text,
)
from mutudesk.exchange.layouts.layout import BEGINS, ENDS, FileColumn, layout

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
        FileColumn("code", "code", CODE, also="service"),
        FileColumn("nom", "name", NAME),
        FileColumn("fondement", "ground", one_of(LegalGround, _bare), value_text),
        FileColumn("gestionnaire_siren", "siren", SIREN),
        BEGINS,
        ENDS,
    ),
    ExchangeKind.ORIGINS: layout(
        (Kind.ORIGIN,),
        FileColumn("service", "service", CODE),
        FileColumn("siren", "siren", SIREN),
        FileColumn("nom", "name", NAME),
    ),
    ExchangeKind.MISSIONS: layout(
        (Kind.MISSION,),
        FileColumn("service", "service", CODE),
        FileColumn("code", "code", CODE),
        FileColumn("libelle", "label", NAME),
    ),
    # Empty = to be completed in the convention, or in the words of its template.
    ExchangeKind.TERMS: layout(
        (Kind.TERMS,),
        FileColumn("service", "service", CODE),
        FileColumn("duree", "duration", LONG_TEXT),
        FileColumn("preavis_mois", "notice_months", COUNT_OR_NONE, count_text),
        FileColumn("dispositions_financieres", "financial_terms", LONG_TEXT),
        FileColumn("tribunal", "court", TEXT),
        BEGINS,
        ENDS,
        FileColumn("preambule", "preamble", LONG_TEXT, may_be_missing=True),
        FileColumn("locaux", "premises", LONG_TEXT, may_be_missing=True),
        FileColumn("biens", "assets", LONG_TEXT, may_be_missing=True),
        FileColumn("contrats", "contracts", LONG_TEXT, may_be_missing=True),
        FileColumn(
            "reglement",
            "settlement",
            optional(one_of(Settlement, unaccented), None),
            optional_value_text,
            may_be_missing=True,
        ),
        FileColumn("comite_suivi", "committee", LONG_TEXT, may_be_missing=True),
        FileColumn("assurances", "liability", LONG_TEXT, may_be_missing=True),
        FileColumn("donnees_personnelles", "data_protection", LONG_TEXT, may_be_missing=True),
    ),
    # Empty missions come out as an empty set: whoever records the line puts those of that moment.
    ExchangeKind.MEMBERSHIPS: layout(
        (Kind.MEMBERSHIP,),
        FileColumn("service", "service", CODE),
        FileColumn("siren", "siren", SIREN),
        FileColumn("niveau", "level", one_of(Level, unaccented), value_text),
        FileColumn("missions", "missions", _mission_codes, _missions_text),
        FileColumn("decide_le", "decided_on", DAY_OR_NONE, day_text),
        BEGINS,
        ENDS,
        FileColumn("duree", "duration", TEXT, may_be_missing=True),
    ),
}
