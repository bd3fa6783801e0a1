"""How many records of each kind a register holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from mutudesk.domain.records import RECORDED, Kind
from mutudesk.storage.mappings import MAPPINGS

if TYPE_CHECKING:
    from sqlalchemy import Connection


def counts_of(connection: Connection) -> dict[Kind, int]:
    """The records of every kind that an office records."""
    statements = {kind: select(func.count()).select_from(MAPPINGS[kind].table) for kind in RECORDED}
    return {kind: connection.execute(each).scalar_one() for kind, each in statements.items()}
