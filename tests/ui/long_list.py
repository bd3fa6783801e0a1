"""A list of any length, its rows made on demand."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mutudesk.ui.widgets.columns import Align, Column
from mutudesk.ui.widgets.signs import AuthorityKind

if TYPE_CHECKING:
    from collections.abc import Sequence


MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    name: str
    number: str
    head: str = "Mme Hélène Astier"


@dataclass
class Source:
    """Rows made on demand; remembers what was asked."""

    total: int
    shift: int = 0
    said: int | None = None  # what `count` says, if it is not the truth
    fetched: int = 0
    snapshots: int = 0
    broken: bool = False
    gone: set[int] = field(default_factory=set)

    def count(self) -> int:
        return self.total if self.said is None else self.said

    def first(self, limit: int) -> Sequence[Row]:
        return self._make(range(1, min(limit, self.total) + 1))

    def ids(self) -> array[int]:
        self.snapshots += 1
        return array("q", range(1 + self.shift, self.total + 1 + self.shift))

    def rows(self, ids: Sequence[int]) -> Sequence[Row]:
        if self.broken:
            raise OSError("the file is gone")
        return self._make(each for each in ids if each not in self.gone)

    def _make(self, ids: object) -> list[Row]:
        made = [
            Row(
                each + (self.shift if isinstance(ids, range) else 0),
                f"Agent {each // 2}",
                f"A-{each}",
            )
            for each in ids  # type: ignore[attr-defined]
        ]
        self.fetched += len(made)
        return made


def _name(row: Row) -> str:
    return row.name


def _number(row: Row) -> str:
    return row.number


def _head(row: Row) -> str:
    return row.head


def _nobody(row: Row) -> bool:
    return row.id % 5 == 0


COLUMNS = (
    Column("name", "Agent", _name, _number, width=200, strong=True, repeat_key=_name),
    Column("number", "Number", _number, width=80, align=Align.RIGHT, sortable=False),
    Column(
        "head",
        "Hierarchical authority",
        _head,
        _number,
        stretch=True,
        authority=AuthorityKind.HIERARCHICAL,
        vacant=_nobody,
    ),
)
