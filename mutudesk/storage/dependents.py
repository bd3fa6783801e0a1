"""Who refers to a record: asked before it is deleted, so that the refusal can name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from mutudesk.domain.records import Fact, Kind, RecordRef, Stored, kind_of, ref_to
from mutudesk.storage.mappings import MAPPINGS

if TYPE_CHECKING:
    from sqlalchemy import Connection

_KIND_OF_TABLE = {mapping.table.name: kind for kind, mapping in MAPPINGS.items()}
# A link of a membership is named by its membership; the register itself by its agglomeration.
_OWNER = {"membership_mission": ("membership", "membership_id")}


def dependents(connection: Connection, stored: Stored[Fact]) -> list[RecordRef]:
    """The records whose rows point at this one, in the order of their kinds."""
    target = MAPPINGS[kind_of(stored.fact)].table
    found: dict[Kind, set[int]] = {}
    refs: list[RecordRef] = []
    for table in target.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table is not target:
                continue
            owner, id_column = _OWNER.get(table.name, (table.name, "id"))
            ids = set(connection.scalars(select(table.c[id_column]).where(key.parent == stored.id)))
            if not ids:
                continue
            if owner in _KIND_OF_TABLE:
                found.setdefault(_KIND_OF_TABLE[owner], set()).update(ids)
            elif owner == "register":
                refs.append(RecordRef(Kind.BODY, stored.fact.key))
    for kind, ids in found.items():
        mapping = MAPPINGS[kind]
        rows = connection.execute(mapping.select.where(mapping.table.c.id.in_(ids)))
        refs.extend(ref_to(mapping.build(row)) for row in rows)
    return refs
