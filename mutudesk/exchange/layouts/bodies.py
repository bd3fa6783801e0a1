"""Files on public bodies: identities, members, populations, heads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mutudesk.domain.bodies import BodyKind, LinkWord, PublicBody
from mutudesk.domain.codes import departement_of, is_insee_code
from mutudesk.domain.parsing import ParseError, parse_insee, parse_text, parse_year, parse_yes_no
from mutudesk.domain.records import Kind
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.layouts.cells import (
    COUNT_OR_NONE,
    DAY_OR_NONE,
    NAME,
    SIREN,
    TEXT,
    count_text,
    one_of,
    optional,
    optional_value_text,
    required,
    straight,
    value_text,
    yes_no_text,
)
from mutudesk.exchange.layouts.layout import BEGINS, ENDS, FileColumn, layout
from mutudesk.exchange.problems import LineError

if TYPE_CHECKING:
    from collections.abc import Callable


def _public_body(siren: str, kind: BodyKind, insee_code: str, departement: str) -> PublicBody:
    """A commune has an INSEE code, and its département follows from it where none is named."""
    if kind is BodyKind.COMMUNE and not insee_code:
        raise LineError("code_insee", ParseError("cell_required"))
    return PublicBody(siren, kind, insee_code, departement or departement_of(insee_code))


def _with_zero(length: int) -> Callable[[str], str]:
    """Give digits back the zero in front that spreadsheets drop ("1426" is 01426)."""

    def padded(text: str) -> str:
        is_cut = len(text) == length - 1 and text.isascii() and text.isdigit()
        return f"0{text}" if is_cut else text

    return padded


_insee_digits, _departement_digits = _with_zero(5), _with_zero(2)


def _insee_code(text: str) -> str:
    padded = _insee_digits(text)
    return parse_insee(padded if is_insee_code(padded) else text)


def _departement(text: str) -> str:
    return parse_text(_departement_digits(text))


_BEGINS_OR_UNKNOWN = replace(BEGINS, parse=DAY_OR_NONE)  # empty = since always

LAYOUTS = {
    ExchangeKind.BODIES: layout(
        (Kind.BODY, Kind.IDENTITY),
        FileColumn("type", "kind", one_of(BodyKind), value_text),
        FileColumn("siren", "siren", SIREN),
        FileColumn("code_insee", "insee_code", optional(_insee_code, "")),
        FileColumn("nom", "name", NAME),
        FileColumn("forme_juridique", "legal_form", NAME),
        FileColumn("siege", "seat", TEXT),
        FileColumn("departement", "departement", optional(_departement, "")),
        _BEGINS_OR_UNKNOWN,
        ENDS,
        # Empty = the official word.
        FileColumn(
            "liaison",
            "link_word",
            optional(one_of(LinkWord, straight), None),
            optional_value_text,
            may_be_missing=True,
        ),
        # Empty = by the legal form.
        FileColumn("nom_abrege", "short_name", TEXT, may_be_missing=True),
        FileColumn("organe", "council", TEXT, may_be_missing=True),
        made_by={Kind.BODY: _public_body},
    ),
    ExchangeKind.EPCI_MEMBERSHIPS: layout(
        (Kind.EPCI_MEMBERSHIP,),
        FileColumn("epci_siren", "epci_siren", SIREN),
        FileColumn("siren", "siren", SIREN),
        _BEGINS_OR_UNKNOWN,
        ENDS,
    ),
    ExchangeKind.POPULATIONS: layout(
        (Kind.POPULATION,),
        FileColumn("siren", "siren", SIREN),
        FileColumn("annee", "year", required(parse_year), str),
        FileColumn("municipale", "municipal", COUNT_OR_NONE, count_text),
        FileColumn("totale", "total", COUNT_OR_NONE, count_text),
    ),
    ExchangeKind.MANDATES: layout(
        (Kind.MANDATE,),
        FileColumn("siren", "siren", SIREN),
        FileColumn("qualite", "quality", NAME),
        FileColumn("civilite", "civility", TEXT),
        FileColumn("prenom", "first_name", NAME),
        FileColumn("nom", "last_name", NAME),
        FileColumn("interim", "acting", parse_yes_no, yes_no_text),
        BEGINS,
        ENDS,
    ),
}
