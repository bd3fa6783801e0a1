"""Text tables as offices exchange them: where the columns are named, separator, quotes, lines.

The separator is the one that the line of the names holds most often; that line is the one of the
first twenty that holds most of the names which the reader expects.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mutudesk.domain.codes import clean, fold
from mutudesk.exchange.encodings import decoded
from mutudesk.exchange.lines import (
    LONGEST_RECORD,
    MOST_BLANK_LINES,
    Lines,
    RecordTooLongError,
    first_lines,
    line_of,
)
from mutudesk.exchange.problems import LineProblem, ProblemList, Reason, TableError, line_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

SEPARATORS = ";,\t"
LAST_HEADER_LINE = 20
MOST_COLUMNS = 1_000
# What a million agents need, twice; each takes some bytes of memory, be it empty.
MOST_CELLS = 20_000_000

_LONGEST_CELL = csv.field_size_limit()
_LINES_BEFORE_HEADER = 100  # of the file's first words, which show its separator

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BETWEEN_WORDS = re.compile(r"[\s_.\-]+")

# A spreadsheet takes such a text for a formula (CWE-1236). The apostrophes in front are counted in,
# so that a text which really begins with '= comes back as it was.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")

# CRLF is what RFC 4180 asks and what the spreadsheets of offices write themselves.
_LINE_TERMINATOR = "\r\n"


@dataclass(frozen=True, slots=True)
class Table:
    """The records of a file, as text.

    `rows` hold the physical line on which each record begins and exactly as many cells as the
    header; records that have more or fewer are in `problems` instead, the first of them, and
    counted in `unlisted` from then on. `header` is trimmed.
    """

    header: tuple[str, ...]
    header_line: int
    rows: list[tuple[int, tuple[str, ...]]]
    problems: list[LineProblem] = field(default_factory=list)
    unlisted: Mapping[Reason, int] = field(default_factory=dict)


def read_table(
    data: bytes,
    expected: Iterable[str] = (),
    *,
    encoding: str | None = None,
    judged: bool = True,
    held: Callable[[], Container[str]] = tuple,
    wanted: Callable[[Sequence[str]], bool] = bool,
) -> Table:
    """Read a delimited file with one header line; blank lines are skipped.

    `expected` are the names that columns may have, in any spelling that `column_key` takes for the
    same: the header is the line among the first twenty that holds most of them, and what stands
    above it is skipped; without any, the first line that is not blank. `encoding`, `judged` and
    `held` are those of `encodings.decoded`. `wanted` is asked with the header: no record is read
    where it says no. Raises TableError when the file as a whole cannot be read: empty, unknown
    encoding, control characters, a quote that is not closed, more than a list can have.
    """
    text = decoded(data, encoding, judged=judged, held=held)
    _refuse_controls(text)
    separator, first_line = _header_place(text, {column_key(name) for name in expected})
    records = _records(text, separator)
    header_line, header = next((each for each in records if each[0] >= first_line), (1, []))
    if not header:
        raise TableError(line_problem(1, "", "table_empty"))
    width = _width(header)
    names = tuple(clean(name) for name in header[:width])
    if not wanted(names):
        return Table(names, header_line, [])
    rows: list[tuple[int, tuple[str, ...]]] = []
    problems = ProblemList()
    room = MOST_CELLS
    for number, cells in records:
        room -= len(cells)
        if room < 0:
            raise TableError(line_problem(number, "", "table_too_large", most=MOST_CELLS))
        if len(cells) != width:
            # A header that ends with separators has columns without a name, and empty cells too.
            if width < len(cells) <= len(header) and not any(cells[width:]):
                del cells[width:]
            else:
                problems.add(
                    line_problem(number, "", "line_ragged", found=len(cells), expected=width)
                )
                continue
        # Tuples of text cost the garbage collector nothing, unlike lists.
        rows.append((number, tuple(cells)))
    return Table(names, header_line, rows, problems.kept, problems.unlisted)


def write_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a file that `read_table` gives back cell by cell and that no spreadsheet runs.

    UTF-8 with a byte order mark (else spreadsheets take it for cp1252), semicolons, CRLF.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator=_LINE_TERMINATOR)
    writer.writerow(header)
    guard = _FORMULA.match
    writer.writerows(["'" + cell if guard(cell) else cell for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def column_key(name: str) -> str:
    """How two column names are compared: without accents, case and signs between words.

    "Code INSEE", "code.insee" and "code_insee" are one name.
    """
    return _BETWEEN_WORDS.sub("", fold(clean(name)))


def _refuse_controls(text: str) -> None:
    found = _CONTROL.search(text)
    if found is not None:
        line = line_of(text, found.start())
        raise TableError(line_problem(line, "", "control_character"))


def _header_place(text: str, expected: set[str]) -> tuple[str, int]:
    """The separator, and the physical line of the header: the best of the first twenty lines."""
    usual = _separator(text)
    best, place = 0, (usual, 1)
    head = "".join(first_lines(text, LAST_HEADER_LINE))
    # Where one name alone is found, every separator finds it: the usual one comes first.
    for separator in sorted(SEPARATORS, key=usual.__ne__) if expected else ():
        try:
            for line, cells in _records(head, separator):
                found = len(expected.intersection(map(column_key, cells)))
                if found > best:
                    best, place = found, (separator, line)
        except TableError:
            continue  # said when the whole is read
    return place


def _records(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """The records that are not blank, with the physical line on which each begins.

    What follows many blank lines is blank too, or refused: the rest of a sheet is not looked for.
    """
    lines = Lines(text)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    guarded = _GUARDED.match
    # Few files hold a guarded cell, and then all cells need not be looked at.
    may_be_guarded = "'" in text
    line, blank = 1, 0
    try:
        for cells in reader:
            if cells and (cells[0].strip() or any(map(str.strip, cells))):
                if len(cells) > MOST_COLUMNS:
                    raise TableError(_too_many_columns(line, len(cells)))
                if may_be_guarded:
                    cells = [cell[1:] if guarded(cell) else cell for cell in cells]  # noqa: PLW2901
                yield line, cells
                blank = 0
            elif (blank := blank + 1) == MOST_BLANK_LINES:
                _require_blank(text, lines.next_filled(separator))
                return
            line = reader.line_num + 1
            lines.record_ends()
    except csv.Error as problem:
        raise TableError(_of_library(line, problem)) from None
    except RecordTooLongError:
        raise TableError(line_problem(line, "", "line_too_long", most=LONGEST_RECORD)) from None


def _of_library(line: int, problem: csv.Error) -> LineProblem:
    if "field larger" in str(problem):
        return line_problem(line, "", "cell_too_long", most=_LONGEST_CELL)
    return line_problem(line, "", "quote_unclosed")


def _too_many_columns(line: int, found: int) -> LineProblem:
    return line_problem(line, "", "columns_too_many", found=found, most=MOST_COLUMNS)


def _require_blank(text: str, place: int | None) -> None:
    if place is not None:
        line = line_of(text, place)
        raise TableError(line_problem(line, "", "blank_lines_too_many", most=MOST_BLANK_LINES))


def _separator(text: str) -> str:
    lines = first_lines(text, _LINES_BEFORE_HEADER)
    header = next((line for line in lines if line.strip()), "")
    return max(SEPARATORS, key=header.count)


def _width(header: Sequence[str]) -> int:
    named = [number for number, name in enumerate(header, 1) if name.strip()]
    return named[-1]
