"""Reading one file of one kind: all its lines as facts, and all its problems at once.

A file is judged as a whole by whoever records it; here every line is only held against its own
columns and against the other lines of the same file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import getitem, itemgetter
from typing import TYPE_CHECKING, NamedTuple

from mutudesk.collector import collector_paused
from mutudesk.domain.codes import clean
from mutudesk.domain.parsing import ParseError
from mutudesk.exchange.kinds import layout_of
from mutudesk.exchange.layouts.cells import SHARE
from mutudesk.exchange.problems import (
    LineError,
    LineProblem,
    ProblemList,
    Reason,
    TableError,
    line_problem,
)
from mutudesk.exchange.table import Table, column_key, read_table
from mutudesk.progress import Progress, no_progress, reporting

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from mutudesk.domain.records import Fact, Key
    from mutudesk.exchange.exchange_kind import ExchangeKind
    from mutudesk.exchange.layouts.layout import Layout

# Basis points: what a share is at most in a file where 1 stands for a full post.
_ONE_PERCENT = 100
_SHOWN = 5


class ParsedLine(NamedTuple):
    """One line: the physical line number and its facts, in the order of `record_kinds`."""

    number: int
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """What a file says, and what is wrong with it; with a problem, nothing of it may be recorded.

    A line that repeats an earlier one in all values is not in `lines` again. `unlisted` counts the
    problems beyond those of `problems`, by reason. `warnings` are about the file as a whole (line
    0). `absent` are the columns that the file does without: what is recorded there stays.
    """

    kind: ExchangeKind
    lines: list[ParsedLine] = field(default_factory=list)
    problems: list[LineProblem] = field(default_factory=list)
    unlisted: Mapping[Reason, int] = field(default_factory=dict)
    warnings: tuple[LineProblem, ...] = ()
    absent: frozenset[str] = frozenset()


def read_kind(
    kind: ExchangeKind,
    data: bytes,
    progress: Progress = no_progress,
    *,
    encoding: str | None = None,
    held: Callable[[], Container[str]] = tuple,
) -> ParsedFile:
    """Read a file of a kind. What cannot be read is in `problems`, in line order.

    `encoding` and `held` are those of `encodings.decoded`. Raises nothing but what `progress`
    raises, and ParseError("encoding_name_unknown").
    """
    with collector_paused():
        layout = layout_of(kind)
        try:
            table = read_table(
                data,
                layout.header,
                encoding=encoding,
                held=held,
                wanted=lambda header: not _header_problems(layout, header, 0),
            )
        except TableError as refusal:
            return ParsedFile(kind, problems=[refusal.problem])
        problems = _header_problems(layout, table.header, table.header_line)
        if problems:
            return ParsedFile(kind, problems=problems)
        return _read_rows(kind, table, progress)


def _read_rows(kind: ExchangeKind, table: Table, progress: Progress) -> ParsedFile:
    layout = layout_of(kind)
    reading = _Reading(layout)
    pick = _picker(layout, table)
    for number, row in reporting(table.rows, progress):
        reading.read(number, pick(row))
    given = {column_key(name) for name in table.header}
    return ParsedFile(
        kind,
        reading.lines,
        sorted([*table.problems, *reading.problems.kept], key=lambda each: each.line),
        {**table.unlisted, **reading.problems.unlisted},
        tuple(reading.fractions()),
        frozenset(name for name in layout.header if column_key(name) not in given),
    )


class _Parsed(dict[str, object]):
    """The values of one column by the text of the cell: dates, SIREN and shares repeat a lot."""

    def __init__(self, parse: Callable[[str], object]) -> None:
        super().__init__()
        self._parse = parse

    def __missing__(self, text: str) -> object:
        value = self[text] = self._parse(clean(text))
        return value


class _Reading:
    """The lines read so far, by key and by what they belong to."""

    def __init__(self, layout: Layout) -> None:
        self.lines: list[ParsedLine] = []
        self.problems = ProblemList()
        self._layout = layout
        self._columns = [_Parsed(column.parse) for column in layout.columns]
        self._seen: dict[Key, ParsedLine] = {}
        self._owners: dict[Key, ParsedLine] = {}
        self._owned = len(layout.record_kinds) > 1
        owner_columns = set(layout.places[layout.record_kinds[0]].values())
        self._owner_columns = owner_columns if self._owned else set()

    def read(self, number: int, cells: Sequence[str]) -> None:
        """Read one line, or note what is wrong with it."""
        try:
            facts = self._layout.build(tuple(map(getitem, self._columns, cells)))
        except (ParseError, LineError) as problem:
            self.problems.extend(self._cell_problems(number, cells, problem))
            return
        line = ParsedLine(number, facts)
        first = self._seen.setdefault(facts[-1].key, line)
        if first is line:
            self.lines.append(line)
        elif first.facts[-1] != facts[-1]:
            self._differs(line, first)
        if self._owned:
            owner = self._owners.setdefault(facts[0].key, line)
            if owner.facts[0] != facts[0]:
                self._disagrees(line, owner)

    def fractions(self) -> Iterator[LineProblem]:
        """The columns of percentages in which no value is above 1: fractions of a post, it seems.

        One warning for the file as a whole, with the values as they stand there.
        """
        for column, parsed in zip(self._layout.columns, self._columns, strict=True):
            if column.parse is not SHARE or not parsed:
                continue
            if all(isinstance(value, int) and value <= _ONE_PERCENT for value in parsed.values()):
                yield line_problem(
                    0, column.name, "shares_as_fractions", columns=(column.name,), text=_few(parsed)
                )

    def _cell_problems(
        self, number: int, cells: Sequence[str], problem: ParseError | LineError
    ) -> Iterator[LineProblem]:
        if isinstance(problem, LineError):
            yield _cell_problem(number, problem.column, problem.cause)
            return
        for column, parsed, cell in zip(self._layout.columns, self._columns, cells, strict=True):
            try:
                parsed[cell]
            except ParseError as cause:
                yield _cell_problem(number, column.name, cause)

    def _differs(self, line: ParsedLine, first: ParsedLine) -> None:
        columns = tuple(
            name for name, _, _ in self._differences(line, first) if name not in self._owner_columns
        )
        self.problems.add(
            line_problem(
                line.number, columns[0], "line_repeated", other_line=first.number, columns=columns
            )
        )

    def _disagrees(self, line: ParsedLine, owner: ParsedLine) -> None:
        for name, text, other in self._differences(line, owner):
            if name in self._owner_columns:
                self.problems.add(
                    line_problem(
                        line.number,
                        name,
                        "lines_disagree",
                        text=text,
                        other=other,
                        other_line=owner.number,
                    )
                )

    def _differences(self, line: ParsedLine, other: ParsedLine) -> Iterator[tuple[str, str, str]]:
        """The columns in which two lines differ, with both texts."""
        here, there = self._layout.cells(*line.facts), self._layout.cells(*other.facts)
        for name, text, other_text in zip(self._layout.header, here, there, strict=True):
            if text != other_text:
                yield name, text, other_text


def _few(texts: Iterable[str]) -> str:
    """The first values, and that there are more."""
    shown = list(dict.fromkeys(map(clean, texts)))
    more = ["…"] if len(shown) > _SHOWN else []
    return " ; ".join([*shown[:_SHOWN], *more])


def _cell_problem(number: int, column: str, cause: ParseError) -> LineProblem:
    return LineProblem(number, column, cause.code, cause.values)


def _header_problems(layout: Layout, header: Sequence[str], line: int) -> list[LineProblem]:
    """Columns that are missing, unknown or there twice, each kind of trouble with all its names."""
    wanted = {column_key(column.name): column for column in layout.columns}
    given = [column_key(name) for name in header]
    missing = [
        column.name
        for key, column in wanted.items()
        if key not in given and not column.may_be_missing
    ]
    unknown = [name for name, key in zip(header, given, strict=True) if key not in wanted]
    twice = [column.name for key, column in wanted.items() if given.count(key) > 1]
    expected = layout.header
    problems = []
    if not set(given) & wanted.keys():
        text = " ; ".join(header)
        return [line_problem(line, "", "header_missing", line=line, text=text, expected=expected)]
    if missing:
        problems.append(
            line_problem(line, "", "columns_missing", columns=tuple(missing), expected=expected)
        )
    if unknown:
        problems.append(
            line_problem(line, "", "columns_unknown", columns=tuple(unknown), expected=expected)
        )
    if twice:
        problems.append(line_problem(line, "", "columns_twice", columns=tuple(twice)))
    return problems


def _picker(layout: Layout, table: Table) -> Callable[[Sequence[str]], Sequence[str]]:
    """Put the cells of a line into the order of the layout; an absent column reads as empty."""
    given = {column_key(name): number for number, name in enumerate(table.header)}
    absent = len(table.header)
    places = [given.get(column_key(column.name), absent) for column in layout.columns]
    pick: Callable[[Sequence[str]], tuple[str, ...]] = itemgetter(*places)
    if absent in places:
        return lambda row: pick([*row, ""])
    return pick
