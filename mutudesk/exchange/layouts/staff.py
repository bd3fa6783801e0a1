"""The file on agents, one line per position."""

from __future__ import annotations

from mutudesk.domain.records import Kind
from mutudesk.domain.staff import AgentStatus
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.layouts.cells import (
    CODE,
    NAME,
    SHARE,
    SIREN,
    TEXT,
    one_of,
    share_text,
    unaccented,
    value_text,
)
from mutudesk.exchange.layouts.layout import BEGINS, ENDS, Column, layout

LAYOUTS = {
    # Category, cadre d'emplois and grade are free text and may be empty: a contract may have none.
    ExchangeKind.AGENTS: layout(
        (Kind.AGENT, Kind.POSITION),
        Column("matricule", "matricule", CODE),
        Column("civilite", "civility", TEXT),
        Column("nom", "last_name", NAME),
        Column("prenom", "first_name", NAME),
        Column("statut", "status", one_of(AgentStatus, unaccented), value_text),
        Column("categorie", "category", TEXT),
        Column("cadre_emplois", "cadre_emplois", TEXT),
        Column("grade", "grade", TEXT),
        Column("temps_travail", "working_time", SHARE, share_text),
        Column("employeur_siren", "employer_siren", SIREN),
        BEGINS,
        ENDS,
    ),
}
