"""What a layout is: columns in order, a line to facts, facts to cells, fields to columns.

A kind of file is its columns; how a line becomes facts and back follows from the fields in which
they lie and from the dataclasses of the facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any

from mutudesk.domain.records import FACT_TYPES, Fact, Kind, field_names
from mutudesk.exchange.layouts.cells import FIRST_DAY, UNTIL, day_text, last_day_text, period_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_PERIOD = ("valid_from", "valid_until")


@dataclass(frozen=True, slots=True)
class FileColumn:
    """One column, and the field that lies in it.

    `field` is a field of a fact, or "valid_from" or "valid_until" of its period. It serves every
    fact of the line that has it; `also` is what the other fact calls the same. `parse` gets the
    trimmed text, also when empty, and raises ParseError; `text` is its inverse, None for a text.
    `may_be_missing`: a file without this column keeps what is recorded, and a new record reads as
    if the cell were empty.
    """

    name: str
    field: str
    parse: Callable[[str], object]
    text: Callable[[Any], str] | None = None
    also: str = ""
    may_be_missing: bool = False


BEGINS = FileColumn("debut", "valid_from", FIRST_DAY, day_text)
ENDS = FileColumn("fin", "valid_until", UNTIL, last_day_text)


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of file.

    `build` takes the parsed cells in the order of the columns and returns the facts of the line:
    first what the line belongs to (body, service, agent), where there is such a thing. It raises
    LineError when the cells contradict each other. `cells` takes these facts and returns the line.
    `places` names the column of each field of each kind of record that a line holds.
    """

    columns: tuple[FileColumn, ...]
    build: Callable[[Sequence[Any]], tuple[Fact, ...]]
    cells: Callable[..., Sequence[str]]
    places: Mapping[Kind, Mapping[str, str]]

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def record_kinds(self) -> tuple[Kind, ...]:
        """The kinds of the facts of one line, in the order of `build`."""
        return tuple(self.places)


def layout(
    kinds: tuple[Kind, ...],
    *columns: FileColumn,
    made_by: Mapping[Kind, Callable[..., Fact]] | None = None,
) -> Layout:
    """The layout of a kind of file whose lines hold facts of these kinds.

    `made_by` makes facts of a kind that are more than their cells; it takes the values of their
    fields in order, and may raise LineError.
    """
    makers = {**{kind: FACT_TYPES[kind] for kind in kinds}, **(made_by or {})}
    places = {kind: _places(kind, columns) for kind in kinds}
    return Layout(columns, _build(makers, columns), _cells(kinds, columns), places)


def _numbers(kind: Kind, columns: Sequence[FileColumn]) -> dict[str, int]:
    """The number of the column of each field of a kind, and of both ends of its period."""
    names = field_names(kind)
    wanted = {*names, *_PERIOD} if "period" in names else {*names}
    return {
        name: number
        for number, column in enumerate(columns)
        for name in (column.field, column.also)
        if name in wanted
    }


def _places(kind: Kind, columns: Sequence[FileColumn]) -> dict[str, str]:
    places = {name: columns[number].name for name, number in _numbers(kind, columns).items()}
    if "valid_from" in places:
        places["period"] = places["valid_from"]
    return places


def _build(
    makers: Mapping[Kind, Callable[..., Fact]], columns: Sequence[FileColumn]
) -> Callable[[Sequence[Any]], tuple[Fact, ...]]:
    """What makes the facts of the values of a line: an owner and its dated fact, or one fact.

    One call of Python for each line: files have hundreds of thousands.
    """
    *owners, kind = makers
    make, pick = makers[kind], _fields_of(kind, columns)
    numbers = _numbers(kind, columns)
    if "valid_from" not in numbers:
        return lambda values: (make(*pick(values)),)
    first, end = numbers["valid_from"], numbers["valid_until"]
    if not owners:
        return lambda values: (make(*pick(values), period_of(values[first], values[end])),)
    (owner,) = owners
    make_owner, pick_owner = makers[owner], _fields_of(owner, columns)
    return lambda values: (
        make_owner(*pick_owner(values)),
        make(*pick(values), period_of(values[first], values[end])),
    )


def _fields_of(
    kind: Kind, columns: Sequence[FileColumn]
) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    """What picks the fields but the period; one without a column is an empty text."""
    numbers = _numbers(kind, columns)
    names = [name for name in field_names(kind) if name != "period"]
    pick = _picker([numbers.get(name, len(columns)) for name in names])
    return pick if numbers.keys() >= set(names) else lambda values: pick((*values, ""))


def _cells(kinds: Sequence[Kind], columns: Sequence[FileColumn]) -> Callable[..., list[str]]:
    """What gives the cells of a line; of two facts that have a field, the first one's is taken."""
    order: list[int] = []
    reads = []
    for kind in kinds:
        numbers = {number: name for name, number in _numbers(kind, columns).items()}
        mine = sorted(numbers.keys() - set(order))
        order += mine
        reads.append(_reader([numbers[number] for number in mine]))
    texts = [(number, column.text) for number, column in enumerate(columns) if column.text]
    sort = _picker([order.index(number) for number in range(len(columns))])

    def worded(line: list[Any]) -> list[str]:
        for number, text in texts:
            line[number] = text(line[number])
        return line

    first, *others = reads
    if not others:
        return lambda fact: worded(list(first(fact)))
    (second,) = others
    return lambda owner, dated: worded(list(sort(first(owner) + second(dated))))


def _picker(numbers: Sequence[int]) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    pick: Callable[[Sequence[Any]], Any] = itemgetter(*numbers)
    return pick if len(numbers) > 1 else lambda values: (pick(values),)


def _reader(names: Sequence[str]) -> Callable[[Fact], tuple[Any, ...]]:
    paths = [f"period.{name}" if name in _PERIOD else name for name in names]
    read: Callable[[Fact], Any] = attrgetter(*paths)
    return read if len(names) > 1 else lambda fact: (read(fact),)
