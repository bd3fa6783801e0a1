"""Files on who works where and for whom. The two authorities stand in two columns of two files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.assignments import Assignment, AssignmentGround, HierarchicalSiren
from mutudesk.domain.parsing import ParseError
from mutudesk.domain.records import Kind
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.layouts.cells import (
    CODE,
    SHARE,
    SIREN,
    SIREN_OR_NONE,
    TEXT,
    one_of,
    share_text,
    siren_text,
    value_text,
)
from mutudesk.exchange.layouts.layout import BEGINS, ENDS, FileColumn, layout
from mutudesk.exchange.problems import LineError

if TYPE_CHECKING:
    from mutudesk.domain.period import Period


def _assignment(
    matricule: str,
    service: str,
    ground: AssignmentGround,
    share: int,
    hierarchical_siren: HierarchicalSiren | None,
    reason: str,
    period: Period,
) -> Assignment:
    """A reason is that of a recorded body."""
    if reason and hierarchical_siren is None:
        raise LineError("motif", ParseError("reason_without_body", column="hierarchique_siren"))
    return Assignment(matricule, service, ground, share, hierarchical_siren, reason, period)


LAYOUTS = {
    # hierarchique_siren empty = the employer of the date asked, recorded as such and never filled
    # in. motif is why one is recorded; older files do not have the column.
    ExchangeKind.ASSIGNMENTS: layout(
        (Kind.ASSIGNMENT,),
        FileColumn("matricule", "matricule", CODE),
        FileColumn("service", "service", CODE),
        FileColumn("fondement", "ground", one_of(AssignmentGround), value_text),
        FileColumn("quotite", "share", SHARE, share_text),
        FileColumn("hierarchique_siren", "hierarchical_siren", SIREN_OR_NONE, siren_text),
        BEGINS,
        ENDS,
        FileColumn("motif", "hierarchical_reason", TEXT, may_be_missing=True),
        made_by={Kind.ASSIGNMENT: _assignment},
    ),
    # operationnelle_siren empty = the head of the beneficiary; older files do not have the column.
    ExchangeKind.MISSION_SHARES: layout(
        (Kind.MISSION_SHARE,),
        FileColumn("matricule", "matricule", CODE),
        FileColumn("service", "service", CODE),
        FileColumn("mission", "mission", CODE),
        FileColumn("beneficiaire_siren", "beneficiary_siren", SIREN),
        FileColumn("part", "share", SHARE, share_text),
        BEGINS,
        ENDS,
        FileColumn(
            "operationnelle_siren",
            "operational_siren",
            SIREN_OR_NONE,
            siren_text,
            may_be_missing=True,
        ),
    ),
}
