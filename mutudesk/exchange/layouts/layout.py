"""What a layout is: columns in order, a line to facts, facts to cells, fields to columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mutudesk.domain.records import Fact, Kind

# The columns of a period, by the names that findings give to its two ends.
DATED = {"period": "debut", "valid_from": "debut", "valid_until": "fin"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `parse` gets the trimmed text, also when empty, and raises ParseError.

    `may_be_missing`: a file without this column reads as if its cells were empty.
    """

    name: str
    parse: Callable[[str], object]
    may_be_missing: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of file.

    `build` takes the parsed cells in the order of the columns and returns the facts of the line:
    first what the line belongs to (body, service, agent), where there is such a thing. It raises
    LineError when the cells contradict each other. `cells` takes these facts and returns the line.
    `places` names the column of each field of each kind of record that a line holds.
    """

    columns: tuple[Column, ...]
    build: Callable[..., tuple[Fact, ...]]
    cells: Callable[..., tuple[str, ...]]
    places: Mapping[Kind, Mapping[str, str]]

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def record_kinds(self) -> tuple[Kind, ...]:
        """The kinds of the facts of one line, in the order of `build`."""
        return tuple(self.places)
