"""Text tables as offices exchange them: encoding, separator, quotes, line numbers.

The rules are fixed and not guessed from the contents: byte order mark, else strict UTF-8, else
cp1252; the separator is the one that the header line holds most often.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mutudesk.domain.codes import clean
from mutudesk.exchange.problems import LineProblem, TableError, line_problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SEPARATORS = ";,\t"

# Longest first: the mark of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LINE_END = re.compile(r"\r\n|\r|\n")

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
    header; records that have more or fewer are in `problems` instead. `header` is trimmed.
    """

    header: tuple[str, ...]
    header_line: int
    rows: list[tuple[int, tuple[str, ...]]]
    problems: list[LineProblem] = field(default_factory=list)


def read_table(data: bytes) -> Table:
    """Read a delimited file with one header line; blank lines are skipped.

    Raises TableError when the file as a whole cannot be read: empty, unknown encoding, control
    characters, a quote that is not closed.
    """
    text = _decoded(data)
    _refuse_controls(text)
    records = _records(text)
    header_line, header = next(records, (1, []))
    if not header:
        raise TableError(line_problem(1, "", "table_empty"))
    width = _width(header)
    rows: list[tuple[int, tuple[str, ...]]] = []
    problems: list[LineProblem] = []
    for number, cells in records:
        if len(cells) != width:
            # A header that ends with separators has columns without a name, and empty cells too.
            if width < len(cells) <= len(header) and not any(cells[width:]):
                del cells[width:]
            else:
                problems.append(
                    line_problem(number, "", "line_ragged", found=len(cells), expected=width)
                )
                continue
        # Tuples of text cost the garbage collector nothing, unlike lists.
        rows.append((number, tuple(cells)))
    names = tuple(clean(name) for name in header[:width])
    return Table(names, header_line, rows, problems)


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
    """How two column names are compared: without case or spaces around."""
    return clean(name).casefold()


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(data, "cp1252")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        # Counted in what the codec looked at, which is without the byte order mark.
        line = problem.object.count(b"\n", 0, problem.start) + 1
        raise TableError(line_problem(line, "", "encoding_unknown")) from None


def _refuse_controls(text: str) -> None:
    found = _CONTROL.search(text)
    if found is not None:
        line = len(_LINE_END.findall(text, 0, found.start())) + 1
        raise TableError(line_problem(line, "", "control_character"))


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """The records that are not blank, with the physical line on which each begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    guarded = _GUARDED.match
    # Few files hold a guarded cell, and then all cells need not be looked at.
    may_be_guarded = "'" in text
    line = 1
    try:
        for cells in reader:
            if cells and (cells[0].strip() or any(map(str.strip, cells))):
                if may_be_guarded:
                    cells = [cell[1:] if guarded(cell) else cell for cell in cells]  # noqa: PLW2901
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as problem:
        code = "cell_too_long" if "field larger" in str(problem) else "quote_unclosed"
        raise TableError(line_problem(line, "", code)) from None


def _separator(text: str) -> str:
    header = next((line for line in _LINE_END.split(text, 100) if line.strip()), "")
    return max(SEPARATORS, key=header.count)


def _width(header: Sequence[str]) -> int:
    named = [number for number, name in enumerate(header, 1) if name.strip()]
    return named[-1]
