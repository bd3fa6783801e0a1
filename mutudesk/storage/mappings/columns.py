"""Where the fields of a kind of fact lie: its table, and the names of columns that differ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mutudesk.domain.records import FACT_TYPES, Kind
from mutudesk.storage.tables import Base

if TYPE_CHECKING:
    from sqlalchemy import Table

PERIOD = ("valid_from", "valid_until")
_FOLD = "_fold"

# Named otherwise than the class of the facts in them.
_TABLES = {Kind.ORIGIN: "service_origin"}
# A code of another record lies as its id: epci_siren in epci_id, service in service_id, but
_IDS = {
    "siren": "body_id",
    "hierarchical_siren": "hierarchical_body_id",
    "operational_siren": "operational_body_id",
    "matricule": "agent_id",
}
# What is folded into a column *_fold, where it is not the field before that ending.
_FOLDED = {"agent": ("last_name", "first_name")}


def table_of(kind: Kind) -> Table:
    """The table of the facts of a kind: PublicBody lies in public_body."""
    words = re.findall(r"[A-Z][a-z]*", FACT_TYPES[kind].__name__)
    return Base.metadata.tables[_TABLES.get(kind, "_".join(words).lower())]


def id_column_of(name: str) -> str:
    """The column with the id of the record that a field names."""
    return _IDS.get(name, name.removesuffix("_siren") + "_id")


def folded_in(table: str, column: str) -> tuple[str, ...]:
    """The fields whose text a column holds in folded form, for sorting and finding; else none."""
    if not column.endswith(_FOLD):
        return ()
    return _FOLDED.get(table, (column.removesuffix(_FOLD),))
