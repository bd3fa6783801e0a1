"""Facts of public bodies and their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import aliased

from mutudesk.domain.codes import fold
from mutudesk.domain.territory import EpciMembership, LegalIdentity, Mandate, Population, PublicBody
from mutudesk.storage.mappings.base import Ids, Mapping, Values, period_of, period_values, table_of
from mutudesk.storage.tables import (
    EpciMembershipRow,
    LegalIdentityRow,
    MandateRow,
    PopulationRow,
    PublicBodyRow,
)

if TYPE_CHECKING:
    from sqlalchemy import Row

_Epci = aliased(PublicBodyRow)


def _body(row: Row[Any]) -> PublicBody:
    return PublicBody(row.siren, row.kind, row.insee_code, row.departement)


def _body_values(body: PublicBody, _ids: Ids) -> Values:
    return {
        "siren": body.siren,
        "kind": body.kind,
        "insee_code": body.insee_code,
        "departement": body.departement,
    }


def _identity(row: Row[Any]) -> LegalIdentity:
    return LegalIdentity(row.siren, row.name, row.legal_form, row.seat, period_of(row))


def _identity_values(identity: LegalIdentity, ids: Ids) -> Values:
    return {
        "body_id": ids.bodies[identity.siren],
        "name": identity.name,
        "name_fold": fold(identity.name),
        "legal_form": identity.legal_form,
        "seat": identity.seat,
        **period_values(identity.period),
    }


def _epci_membership(row: Row[Any]) -> EpciMembership:
    return EpciMembership(row.epci_siren, row.siren, period_of(row))


def _epci_membership_values(membership: EpciMembership, ids: Ids) -> Values:
    return {
        "epci_id": ids.bodies[membership.epci_siren],
        "body_id": ids.bodies[membership.siren],
        **period_values(membership.period),
    }


def _population(row: Row[Any]) -> Population:
    return Population(row.siren, row.year, row.municipal, row.total)


def _population_values(population: Population, ids: Ids) -> Values:
    return {
        "body_id": ids.bodies[population.siren],
        "year": population.year,
        "municipal": population.municipal,
        "total": population.total,
    }


def _mandate(row: Row[Any]) -> Mandate:
    return Mandate(
        row.siren,
        row.quality,
        row.civility,
        row.last_name,
        row.first_name,
        row.acting,
        period_of(row),
    )


def _mandate_values(mandate: Mandate, ids: Ids) -> Values:
    return {
        "body_id": ids.bodies[mandate.siren],
        "quality": mandate.quality,
        "civility": mandate.civility,
        "last_name": mandate.last_name,
        "first_name": mandate.first_name,
        "acting": mandate.acting,
        **period_values(mandate.period),
    }


BODY = Mapping(
    table_of(PublicBodyRow),
    select(PublicBodyRow.__table__),
    _body,
    _body_values,
    PublicBodyRow.siren,
)
IDENTITY = Mapping(
    table_of(LegalIdentityRow),
    select(LegalIdentityRow.__table__, PublicBodyRow.siren).join_from(
        LegalIdentityRow, PublicBodyRow
    ),
    _identity,
    _identity_values,
    PublicBodyRow.siren,
)
EPCI_MEMBERSHIP = Mapping(
    table_of(EpciMembershipRow),
    select(EpciMembershipRow.__table__, PublicBodyRow.siren, _Epci.siren.label("epci_siren"))
    .join_from(EpciMembershipRow, PublicBodyRow, EpciMembershipRow.body_id == PublicBodyRow.id)
    .join(_Epci, EpciMembershipRow.epci_id == _Epci.id),
    _epci_membership,
    _epci_membership_values,
    PublicBodyRow.siren,
)
POPULATION = Mapping(
    table_of(PopulationRow),
    select(PopulationRow.__table__, PublicBodyRow.siren).join_from(PopulationRow, PublicBodyRow),
    _population,
    _population_values,
    PublicBodyRow.siren,
)
MANDATE = Mapping(
    table_of(MandateRow),
    select(MandateRow.__table__, PublicBodyRow.siren).join_from(MandateRow, PublicBodyRow),
    _mandate,
    _mandate_values,
    PublicBodyRow.siren,
)
