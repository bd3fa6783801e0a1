"""The register's own line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import literal, select

from mutudesk.domain.register import Register
from mutudesk.storage.mappings.base import Ids, Mapping, Values, table_of
from mutudesk.storage.tables import PublicBodyRow, RegisterRow

if TYPE_CHECKING:
    from sqlalchemy import Row


def _register(row: Row[Any]) -> Register:
    return Register(row.siren, row.reference_vintage, row.created_at, row.identity)


def _register_values(register: Register, ids: Ids) -> Values:
    return {
        "epci_id": ids.bodies[register.epci_siren],
        "reference_vintage": register.reference_vintage,
        "created_at": register.created_at,
        "identity": register.identity,
    }


REGISTER = Mapping(
    table_of(RegisterRow),
    # Nothing corrects it, so that it has no version.
    select(RegisterRow.__table__, literal(1).label("row_version"), PublicBodyRow.siren).join_from(
        RegisterRow, PublicBodyRow
    ),
    _register,
    _register_values,
    PublicBodyRow.siren,
)
