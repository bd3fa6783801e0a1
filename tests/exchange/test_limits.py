"""Files made to hurt: refused in words before they cost memory, and no good file with them."""

from __future__ import annotations

import csv
import io
import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.exchange import table
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.kinds import layout_of
from mutudesk.exchange.lines import LONGEST_RECORD, MOST_BLANK_LINES
from mutudesk.exchange.problems import TableError
from mutudesk.exchange.reader import read_kind
from mutudesk.exchange.rne import read_mayors
from mutudesk.exchange.table import MOST_COLUMNS, read_table

LONG = LONGEST_RECORD + 1
BLANK = MOST_BLANK_LINES
NAMES = ";".join(f"c{number}" for number in range(MOST_COLUMNS))
QUOTED = '"\n";'


def _refusal(text: str) -> tuple[str, int]:
    with pytest.raises(TableError) as refusal:
        read_table(text.encode())
    return refusal.value.problem.code, refusal.value.problem.line


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (";" * LONG, "line_too_long", 1),
        ("a;b\n1;2\n" + ";" * LONG, "line_too_long", 3),
        ("a;b\n1;2\n" + ";" * LONG + "\n3;4\n", "line_too_long", 3),
        ("a;b\n1;" + "x" * LONG, "line_too_long", 2),
        ("a;b\n1;2\n" + QUOTED * (LONG // len(QUOTED) + 1), "line_too_long", 3),
        (f"{NAMES};more\n", "columns_too_many", 1),
        ("a;b\n1;2\nx" + ";" * MOST_COLUMNS, "columns_too_many", 3),
        ("a;b\n1;2\n" + "\n" * BLANK + "3;4\n", "blank_lines_too_many", 3 + BLANK),
        ("a;b\r\n1;2\r\n" + ";\r\n" * (BLANK + 5) + "3;4\r\n", "blank_lines_too_many", 8 + BLANK),
        ("\r" * BLANK + "a;b\r1;2\r", "blank_lines_too_many", 1 + BLANK),
    ],
)
def test_what_no_list_holds_is_refused_with_its_line(text: str, code: str, line: int) -> None:
    assert _refusal(text) == (code, line)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"{NAMES}\n" + ";" * (MOST_COLUMNS - 1) + "x\n", 1),
        ("a;b\n1;2\n" + "\n" * (BLANK - 1) + "3;4\n", 2),
        ("a;b\n" + ("1;2\n" + "\n" * (BLANK - 1)) * 3 + "3;4\n", 4),
        # What a spreadsheet leaves below the table says nothing.
        ("a;b\n1;2\n" + "\n" * (3 * BLANK), 1),
        ("a;b\n1;2\n" + ' ; \n"";\n' * BLANK, 1),
        ('a;b\n1;"' + ";" * 100_000 + '"\n', 1),
        (f'a;b\n1;"{NAMES}"\n', 1),
        # One record after the other may have a lot.
        ("a;b\n" + ("x" * 60_000 + ";" + "y" * 60_000 + "\n") * 20, 20),
    ],
)
def test_what_is_large_and_no_harm_is_read(text: str, count: int) -> None:
    assert len(read_table(text.encode()).rows) == count


def test_the_cells_of_a_file_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_CELLS", 6)
    assert len(read_table(b"a;b\n1;2\n3;4\n5;6\n").rows) == 3
    assert _refusal("a;b\n1;2\n3;4\n5;6\n7;8\n") == ("table_too_large", 5)
    # Those of lines that have too many, or too few, as well.
    assert _refusal("a;b\n1\n2\n3\n4;5;6;7\n") == ("table_too_large", 5)


BYTES = 4_000_000
AGENTS = ";".join(layout_of(ExchangeKind.AGENTS).header) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        ";" * BYTES,
        AGENTS + ";" * BYTES,
        AGENTS + "x" + ";" * BYTES,
        AGENTS + "\n" * BYTES,
        AGENTS + ";;;;;;;;;;;\n" * (BYTES // 12),
        AGENTS + QUOTED * (BYTES // len(QUOTED)),
        NAMES + "\n" + ("x" + ";" * (MOST_COLUMNS - 1) + "\n") * (BYTES // MOST_COLUMNS),
    ],
    ids=["header", "blank line", "line", "lines", "separators", "quoted", "wide"],
)
def test_separators_do_not_cost_many_times_their_size(text: str) -> None:
    data = text.encode()
    tracemalloc.start()
    try:
        read_kind(ExchangeKind.AGENTS, data)
        read_mayors(data, {"63113"})
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 4 * BYTES


CELLS = st.text(st.sampled_from("a1é;,\t'\" \n\r=")) | st.just("")
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=6)
)


@given(TABLES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_records_are_those_of_the_library(rows: list[list[str]], end: str) -> None:
    """Whatever is in the cells: the lines handed out are those that the library would make."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";", lineterminator=end).writerows([["a"] * 4, *rows])
    text = stream.getvalue()
    library = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    expected = [cells for cells in library if any(map(str.strip, cells))]
    found = [cells for _, cells in table._records(text.replace("'", "x"), ";")]  # noqa: SLF001
    assert found == [[cell.replace("'", "x") for cell in cells] for cells in expected]


@given(st.binary(max_size=300) | st.text(st.sampled_from("a;\n\r\",'\x00é")).map(str.encode))
def test_any_bytes_are_a_table_or_refused(data: bytes) -> None:
    with suppress(TableError):
        found = read_table(data)
        assert all(len(cells) == len(found.header) for _, cells in found.rows)
