"""Facts of shared services and their rows.

The missions of a membership lie in a table of their own; they are read as one text of codes joined
by ";", a sign that no code may hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from mutudesk.domain.codes import fold
from mutudesk.domain.services import (
    ManagingPeriod,
    Membership,
    Mission,
    Origin,
    ServiceTerms,
    SharedService,
)
from mutudesk.storage.mappings.base import Ids, Mapping, Values, period_of, period_values, table_of
from mutudesk.storage.tables import (
    ManagingPeriodRow,
    MembershipMissionRow,
    MembershipRow,
    MissionRow,
    OriginRow,
    PublicBodyRow,
    ServiceTermsRow,
    SharedServiceRow,
)

if TYPE_CHECKING:
    from sqlalchemy import Row

_SEPARATOR = ";"


def _service(row: Row[Any]) -> SharedService:
    return SharedService(row.code, row.name, row.ground)


def _service_values(service: SharedService, _ids: Ids) -> Values:
    return {
        "code": service.code,
        "name": service.name,
        "name_fold": fold(service.name),
        "ground": service.ground,
    }


def _managing(row: Row[Any]) -> ManagingPeriod:
    return ManagingPeriod(row.service, row.siren, period_of(row))


def _managing_values(managing: ManagingPeriod, ids: Ids) -> Values:
    return {
        "service_id": ids.services[managing.service],
        "body_id": ids.bodies[managing.siren],
        **period_values(managing.period),
    }


def _terms(row: Row[Any]) -> ServiceTerms:
    return ServiceTerms(
        row.service,
        row.duration,
        row.notice_months,
        row.financial_terms,
        row.court,
        period_of(row),
    )


def _terms_values(terms: ServiceTerms, ids: Ids) -> Values:
    return {
        "service_id": ids.services[terms.service],
        "duration": terms.duration,
        "notice_months": terms.notice_months,
        "financial_terms": terms.financial_terms,
        "court": terms.court,
        **period_values(terms.period),
    }


def _origin(row: Row[Any]) -> Origin:
    return Origin(row.service, row.siren, row.name)


def _origin_values(origin: Origin, ids: Ids) -> Values:
    return {
        "service_id": ids.services[origin.service],
        "body_id": ids.bodies[origin.siren],
        "name": origin.name,
    }


def _mission(row: Row[Any]) -> Mission:
    return Mission(row.service, row.code, row.label)


def _mission_values(mission: Mission, ids: Ids) -> Values:
    return {
        "service_id": ids.services[mission.service],
        "code": mission.code,
        "label": mission.label,
    }


def _membership(row: Row[Any]) -> Membership:
    codes = row.missions.split(_SEPARATOR) if row.missions else ()
    return Membership(
        row.service, row.siren, row.level, frozenset(codes), row.decided_on, period_of(row)
    )


def _membership_values(membership: Membership, ids: Ids) -> Values:
    return {
        "service_id": ids.services[membership.service],
        "body_id": ids.bodies[membership.siren],
        "level": membership.level,
        "decided_on": membership.decided_on,
        **period_values(membership.period),
    }


_service_code = SharedServiceRow.code.label("service")
_mission_codes = (
    select(func.aggregate_strings(MissionRow.code, _SEPARATOR))
    .join_from(MembershipMissionRow, MissionRow)
    .where(MembershipMissionRow.membership_id == MembershipRow.id)
    .correlate(MembershipRow)
    .scalar_subquery()
    .label("missions")
)

SERVICE = Mapping(
    table_of(SharedServiceRow),
    select(SharedServiceRow.__table__),
    _service,
    _service_values,
    SharedServiceRow.code,
)
MANAGING = Mapping(
    table_of(ManagingPeriodRow),
    select(ManagingPeriodRow.__table__, _service_code, PublicBodyRow.siren)
    .join_from(ManagingPeriodRow, SharedServiceRow)
    .join(PublicBodyRow),
    _managing,
    _managing_values,
    SharedServiceRow.code,
)
TERMS = Mapping(
    table_of(ServiceTermsRow),
    select(ServiceTermsRow.__table__, _service_code).join_from(ServiceTermsRow, SharedServiceRow),
    _terms,
    _terms_values,
    SharedServiceRow.code,
)
ORIGIN = Mapping(
    table_of(OriginRow),
    select(OriginRow.__table__, _service_code, PublicBodyRow.siren)
    .join_from(OriginRow, SharedServiceRow)
    .join(PublicBodyRow),
    _origin,
    _origin_values,
    SharedServiceRow.code,
)
MISSION = Mapping(
    table_of(MissionRow),
    select(MissionRow.__table__, _service_code).join_from(MissionRow, SharedServiceRow),
    _mission,
    _mission_values,
    SharedServiceRow.code,
)
MEMBERSHIP = Mapping(
    table_of(MembershipRow),
    select(MembershipRow.__table__, _service_code, PublicBodyRow.siren, _mission_codes)
    .join_from(MembershipRow, SharedServiceRow)
    .join(PublicBodyRow),
    _membership,
    _membership_values,
    SharedServiceRow.code,
)
