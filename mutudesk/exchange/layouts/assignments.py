"""Files on who works where and for whom. The two authorities stand in two columns of two files."""

from __future__ import annotations

from mutudesk.domain.assignments import AssignmentGround
from mutudesk.domain.records import Kind
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.layouts.cells import (
    CODE,
    SHARE,
    SIREN,
    SIREN_OR_NONE,
    one_of,
    share_text,
    siren_text,
    value_text,
)
from mutudesk.exchange.layouts.layout import BEGINS, ENDS, Column, layout

LAYOUTS = {
    # hierarchique_siren empty = the employer of the date asked, recorded as such and never filled
    # in. There is no column for the reason: whoever records the line keeps the one it finds.
    ExchangeKind.ASSIGNMENTS: layout(
        (Kind.ASSIGNMENT,),
        Column("matricule", "matricule", CODE),
        Column("service", "service", CODE),
        Column("fondement", "ground", one_of(AssignmentGround), value_text),
        Column("quotite", "share", SHARE, share_text),
        Column("hierarchique_siren", "hierarchical_siren", SIREN_OR_NONE, siren_text),
        BEGINS,
        ENDS,
    ),
    # operationnelle_siren empty = the head of the beneficiary; older files do not have the column.
    ExchangeKind.MISSION_SHARES: layout(
        (Kind.MISSION_SHARE,),
        Column("matricule", "matricule", CODE),
        Column("service", "service", CODE),
        Column("mission", "mission", CODE),
        Column("beneficiaire_siren", "beneficiary_siren", SIREN),
        Column("part", "share", SHARE, share_text),
        BEGINS,
        ENDS,
        Column(
            "operationnelle_siren",
            "operational_siren",
            SIREN_OR_NONE,
            siren_text,
            may_be_missing=True,
        ),
    ),
}
