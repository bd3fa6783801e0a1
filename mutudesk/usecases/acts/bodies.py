"""Acts on public bodies: a body together with its identities, and its belonging at first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mutudesk.domain.bodies import BodyKind, EpciMembership, LegalIdentity, PublicBody
from mutudesk.domain.codes import departement_of
from mutudesk.domain.period import Period
from mutudesk.usecases.acts.records import correct_record, delete_records, enter_record

if TYPE_CHECKING:
    from mutudesk.domain.changes import AnyChange
    from mutudesk.usecases.queries import Record


def create_body(
    body: PublicBody, identity: LegalIdentity, *, member_of: str | None = None
) -> list[AnyChange]:
    """A body with its first identity; `member_of` = the SIREN of the EPCI a commune belongs to.

    The commune belongs to it from the day its identity begins. Other bodies belong to none.
    """
    changes = [*enter_record(_located(body)), *enter_record(identity)]
    if member_of and body.kind is BodyKind.COMMUNE:
        period = Period(identity.period.valid_from)
        changes += enter_record(EpciMembership(member_of, body.siren, period))
    return changes


def correct_body(record: Record, siren: str, body: PublicBody) -> list[AnyChange]:
    """Type and codes of a body as they should have been."""
    (stored,) = record.owned(PublicBody, siren)
    return correct_record(stored, _located(body))


def delete_body(record: Record, siren: str) -> list[AnyChange]:
    """A body that should never have been, with its identities; all else stands against it."""
    own = record.owned(PublicBody, siren)
    return delete_records([*own, *record.owned(LegalIdentity, siren)])


def _located(body: PublicBody) -> PublicBody:
    """The body with the département of its INSEE code, where none is given."""
    return replace(body, departement=body.departement or departement_of(body.insee_code))
