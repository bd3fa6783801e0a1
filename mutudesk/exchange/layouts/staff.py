"""The file on agents, one line per position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.parsing import parse_choice
from mutudesk.domain.records import Kind
from mutudesk.domain.staff import Agent, AgentStatus, Position
from mutudesk.exchange.layouts.cells import (
    CODE,
    FIRST_DAY,
    NAME,
    SHARE,
    SIREN,
    TEXT,
    UNTIL,
    period_of,
    period_texts,
    required,
    share_text,
)
from mutudesk.exchange.layouts.layout import DATED, Column, Layout

if TYPE_CHECKING:
    from datetime import date


def _status(text: str) -> AgentStatus:
    return parse_choice(text.casefold().replace("é", "e"), AgentStatus)


def _agent_line(  # noqa: PLR0913, PLR0917 - one argument a column
    matricule: str,
    civility: str,
    last_name: str,
    first_name: str,
    status: AgentStatus,
    category: str,
    cadre_emplois: str,
    grade: str,
    working_time: int,
    employer_siren: str,
    first: date,
    end: date | None,
) -> tuple[Agent, Position]:
    return (
        Agent(matricule, civility, last_name, first_name),
        Position(
            matricule,
            status,
            category,
            cadre_emplois,
            grade,
            working_time,
            employer_siren,
            period_of(first, end),
        ),
    )


def _agent_cells(agent: Agent, position: Position) -> tuple[str, ...]:
    return (
        agent.matricule,
        agent.civility,
        agent.last_name,
        agent.first_name,
        position.status.value,
        position.category,
        position.cadre_emplois,
        position.grade,
        share_text(position.working_time),
        position.employer_siren,
        *period_texts(position.period),
    )


# Category, cadre d'emplois and grade are free text and may be empty: a contract may have none.
AGENTS = Layout(
    columns=(
        Column("matricule", CODE),
        Column("civilite", TEXT),
        Column("nom", NAME),
        Column("prenom", NAME),
        Column("statut", required(_status)),
        Column("categorie", TEXT),
        Column("cadre_emplois", TEXT),
        Column("grade", TEXT),
        Column("temps_travail", SHARE),
        Column("employeur_siren", SIREN),
        Column("debut", FIRST_DAY),
        Column("fin", UNTIL),
    ),
    build=_agent_line,
    cells=_agent_cells,
    places={
        Kind.AGENT: {
            "matricule": "matricule",
            "civility": "civilite",
            "last_name": "nom",
            "first_name": "prenom",
        },
        Kind.POSITION: {
            "matricule": "matricule",
            "status": "statut",
            "category": "categorie",
            "cadre_emplois": "cadre_emplois",
            "grade": "grade",
            "working_time": "temps_travail",
            "employer_siren": "employeur_siren",
            **DATED,
        },
    },
)
