"""Facts of assignments and mission shares and their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import aliased

from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.storage.mappings.base import Ids, Mapping, Values, period_of, period_values, table_of
from mutudesk.storage.tables import (
    AgentRow,
    AssignmentRow,
    MissionRow,
    MissionShareRow,
    PublicBodyRow,
    SharedServiceRow,
)

if TYPE_CHECKING:
    from sqlalchemy import Row

_Hierarchical = aliased(PublicBodyRow)
_Operational = aliased(PublicBodyRow)


def _assignment(row: Row[Any]) -> Assignment:
    return Assignment(
        row.matricule,
        row.service,
        row.ground,
        row.share,
        row.hierarchical_siren,
        row.hierarchical_reason,
        period_of(row),
    )


def _assignment_values(assignment: Assignment, ids: Ids) -> Values:
    return {
        "agent_id": ids.agents[assignment.matricule],
        "service_id": ids.services[assignment.service],
        "ground": assignment.ground,
        "share": assignment.share,
        "hierarchical_body_id": ids.optional_body(assignment.hierarchical_siren),
        "hierarchical_reason": assignment.hierarchical_reason,
        **period_values(assignment.period),
    }


def _mission_share(row: Row[Any]) -> MissionShare:
    return MissionShare(
        row.matricule,
        row.service,
        row.mission,
        row.siren,
        row.share,
        row.operational_siren,
        period_of(row),
    )


def _mission_share_values(share: MissionShare, ids: Ids) -> Values:
    return {
        "agent_id": ids.agents[share.matricule],
        "mission_id": ids.mission(share.service, share.mission),
        "beneficiary_id": ids.bodies[share.beneficiary_siren],
        "share": share.share,
        "operational_body_id": ids.optional_body(share.operational_siren),
        **period_values(share.period),
    }


ASSIGNMENT = Mapping(
    table_of(AssignmentRow),
    select(
        AssignmentRow.__table__,
        AgentRow.matricule,
        SharedServiceRow.code.label("service"),
        _Hierarchical.siren.label("hierarchical_siren"),
    )
    .join_from(AssignmentRow, AgentRow)
    .join(SharedServiceRow)
    .join(_Hierarchical, AssignmentRow.hierarchical_body_id == _Hierarchical.id, isouter=True),
    _assignment,
    _assignment_values,
    AgentRow.matricule,
)
MISSION_SHARE = Mapping(
    table_of(MissionShareRow),
    select(
        MissionShareRow.__table__,
        AgentRow.matricule,
        SharedServiceRow.code.label("service"),
        MissionRow.code.label("mission"),
        PublicBodyRow.siren,
        _Operational.siren.label("operational_siren"),
    )
    .join_from(MissionShareRow, AgentRow)
    .join(MissionRow, MissionShareRow.mission_id == MissionRow.id)
    .join(SharedServiceRow, MissionRow.service_id == SharedServiceRow.id)
    .join(PublicBodyRow, MissionShareRow.beneficiary_id == PublicBodyRow.id)
    .join(_Operational, MissionShareRow.operational_body_id == _Operational.id, isouter=True),
    _mission_share,
    _mission_share_values,
    AgentRow.matricule,
)
