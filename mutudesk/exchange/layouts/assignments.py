"""Files on who works where and for whom. The two authorities stand in two columns of two files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.assignments import (
    Assignment,
    AssignmentGround,
    HierarchicalSiren,
    MissionShare,
    OperationalSiren,
)
from mutudesk.domain.parsing import parse_choice
from mutudesk.domain.records import Kind
from mutudesk.exchange.layouts.cells import (
    CODE,
    FIRST_DAY,
    SHARE,
    SIREN,
    SIREN_OR_NONE,
    UNTIL,
    period_of,
    period_texts,
    required,
    share_text,
)
from mutudesk.exchange.layouts.layout import DATED, Column, Layout

if TYPE_CHECKING:
    from datetime import date


def _ground(text: str) -> AssignmentGround:
    return parse_choice(text, AssignmentGround)


def _assignment_line(
    matricule: str,
    service: str,
    ground: AssignmentGround,
    share: int,
    hierarchical_siren: HierarchicalSiren | None,
    first: date,
    end: date | None,
) -> tuple[Assignment]:
    period = period_of(first, end)
    # The file has no column for the reason: whoever records the line keeps the one it finds.
    return (Assignment(matricule, service, ground, share, hierarchical_siren, "", period),)


def _assignment_cells(assignment: Assignment) -> tuple[str, ...]:
    return (
        assignment.matricule,
        assignment.service,
        assignment.ground.value,
        share_text(assignment.share),
        assignment.hierarchical_siren or "",
        *period_texts(assignment.period),
    )


# hierarchique_siren empty = the employer of the date asked, recorded as such and never filled in.
ASSIGNMENTS = Layout(
    columns=(
        Column("matricule", CODE),
        Column("service", CODE),
        Column("fondement", required(_ground)),
        Column("quotite", SHARE),
        Column("hierarchique_siren", SIREN_OR_NONE),
        Column("debut", FIRST_DAY),
        Column("fin", UNTIL),
    ),
    build=_assignment_line,
    cells=_assignment_cells,
    places={
        Kind.ASSIGNMENT: {
            "matricule": "matricule",
            "service": "service",
            "ground": "fondement",
            "share": "quotite",
            "hierarchical_siren": "hierarchique_siren",
            **DATED,
        },
    },
)


def _mission_share_line(  # noqa: PLR0913, PLR0917 - one argument a column
    matricule: str,
    service: str,
    mission: str,
    beneficiary_siren: str,
    share: int,
    first: date,
    end: date | None,
    operational_siren: OperationalSiren | None,
) -> tuple[MissionShare]:
    return (
        MissionShare(
            matricule,
            service,
            mission,
            beneficiary_siren,
            share,
            operational_siren,
            period_of(first, end),
        ),
    )


def _mission_share_cells(share: MissionShare) -> tuple[str, ...]:
    return (
        share.matricule,
        share.service,
        share.mission,
        share.beneficiary_siren,
        share_text(share.share),
        *period_texts(share.period),
        share.operational_siren or "",
    )


# operationnelle_siren empty = the head of the beneficiary; older files do not have the column.
MISSION_SHARES = Layout(
    columns=(
        Column("matricule", CODE),
        Column("service", CODE),
        Column("mission", CODE),
        Column("beneficiaire_siren", SIREN),
        Column("part", SHARE),
        Column("debut", FIRST_DAY),
        Column("fin", UNTIL),
        Column("operationnelle_siren", SIREN_OR_NONE, may_be_missing=True),
    ),
    build=_mission_share_line,
    cells=_mission_share_cells,
    places={
        Kind.MISSION_SHARE: {
            "matricule": "matricule",
            "service": "service",
            "mission": "mission",
            "beneficiary_siren": "beneficiaire_siren",
            "share": "part",
            "operational_siren": "operationnelle_siren",
            **DATED,
        },
    },
)
