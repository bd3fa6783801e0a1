"""How facts of one kind are written: the values of each column of their table, column by column."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from mutudesk.domain.codes import fold
from mutudesk.domain.records import REFERENCES, Kind, field_names
from mutudesk.storage.mappings.columns import PERIOD, folded_in, id_column_of, table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mutudesk.storage.mappings.ids import Ids

Facts: TypeAlias = "Sequence[Any]"
Writer: TypeAlias = "Callable[[Facts, Ids], list[Any]]"


def writers_of(kind: Kind) -> dict[str, Writer]:
    """What gives the values of each column but those of the record itself, id and version."""
    table = table_of(kind)
    names = field_names(kind)
    referring = {id_column_of(name): name for name in names if name in REFERENCES}
    writers: dict[str, Writer] = {}
    for column in (each.name for each in table.c):
        if column in names:
            writers[column] = _as_they_are(column)
        elif column in PERIOD:
            writers[column] = _as_they_are(f"period.{column}")
        elif sources := folded_in(table.name, column):
            writers[column] = _folded(sources)
        elif column in referring:
            writers[column] = _ids(referring[column])
    return writers


def _as_they_are(name: str) -> Writer:
    read = attrgetter(name)
    return lambda facts, _ids: list(map(read, facts))


def _folded(names: tuple[str, ...]) -> Writer:
    reads = [attrgetter(name) for name in names]
    return lambda facts, _ids: [fold(" ".join(read(fact) for read in reads)) for fact in facts]


def _ids(name: str) -> Writer:
    if REFERENCES[name] is Kind.MISSION:
        return lambda facts, ids: [ids.mission(fact.service, fact.mission) for fact in facts]
    read = attrgetter(name)
    return lambda facts, ids: ids.referred_to(name, list(map(read, facts)))
