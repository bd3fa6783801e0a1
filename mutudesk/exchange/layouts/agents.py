"""The file on agents, one line per position."""

from __future__ import annotations

from mutudesk.domain.agents import AgentStatus
from mutudesk.domain.records import Kind
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
from mutudesk.exchange.layouts.layout import BEGINS, ENDS, FileColumn, layout

LAYOUTS = {
    # Category, cadre d'emplois and grade are free text and may be empty: a contract may have none.
    ExchangeKind.AGENTS: layout(
        (Kind.AGENT, Kind.POSITION),
        FileColumn("matricule", "matricule", CODE),
        FileColumn("civilite", "civility", TEXT),
        FileColumn("nom", "last_name", NAME),
        FileColumn("prenom", "first_name", NAME),
        FileColumn("statut", "status", one_of(AgentStatus, unaccented), value_text),
        FileColumn("categorie", "category", TEXT),
        FileColumn("cadre_emplois", "cadre_emplois", TEXT),
        FileColumn("grade", "grade", TEXT),
        FileColumn("temps_travail", "working_time", SHARE, share_text),
        FileColumn("employeur_siren", "employer_siren", SIREN),
        BEGINS,
        ENDS,
    ),
}
