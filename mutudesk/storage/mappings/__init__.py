"""How facts lie in their tables. Facts refer to each other by code, rows by id.

Nothing is said twice: how a kind is read and written follows from the fields of its facts
(`domain.records`) and the columns of its table (`storage.tables`). A field lies in the column of
its name; `columns` says what lies elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mutudesk.domain.records import KINDS, Kind
from mutudesk.storage.mappings.columns import table_of
from mutudesk.storage.mappings.ids import Ids
from mutudesk.storage.mappings.keyed import Keyed
from mutudesk.storage.mappings.reading import builder_of, reading_of
from mutudesk.storage.mappings.writing import writers_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Select, Table

    from mutudesk.domain.records import Fact, RecordKind
    from mutudesk.storage.mappings.writing import Facts, Writer

__all__ = ["MAPPINGS", "FactMapping", "Ids", "Keyed"]


@dataclass(frozen=True, slots=True)
class FactMapping:
    """One kind of fact: its table, how it is read (`select`, `build`) and written (`values`).

    `owned` reads the same by the codes of the bodies, services or agents that facts belong to, so
    that a part of the register can be read alone.
    """

    table: Table
    select: Select[Any]
    build: Callable[[Sequence[Any]], Fact]
    owned: Keyed
    writers: Mapping[str, Writer]

    def values(self, facts: Facts, ids: Ids) -> dict[str, list[Any]]:
        """The values of facts by column."""
        return {column: write(facts, ids) for column, write in self.writers.items()}


def _mapping(of: RecordKind) -> FactMapping:
    statement, columns = reading_of(of.kind)
    return FactMapping(
        table_of(of.kind),
        statement,
        builder_of(of.kind),
        Keyed(statement, columns[of.owner_field]),
        writers_of(of.kind),
    )


MAPPINGS: dict[Kind, FactMapping] = {each.kind: _mapping(each) for each in KINDS}
