"""What is written can be read back, and nothing is lost or changed on the way."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.kinds import layout_of
from mutudesk.exchange.reader import read_kind
from mutudesk.exchange.table import read_table, write_table
from mutudesk.exchange.writer import write_kind
from tests.exchange.register_facts import LINES, Line

if TYPE_CHECKING:
    from mutudesk.domain.records import Key

EVERY_KIND = pytest.mark.parametrize("kind", ExchangeKind, ids=lambda kind: kind.value)


def _one_by_key(lines: list[Line]) -> dict[Key, Line]:
    """Lines that may stand in one file: one for each key, and one owner for all its lines."""
    owners = {line[0].key: line[0] for line in lines}
    return {line[-1].key: (owners[line[0].key], *line[1:]) for line in lines}


@EVERY_KIND
@given(data=st.data())
def test_reading_what_was_written(kind: ExchangeKind, data: st.DataObject) -> None:
    lines = _one_by_key(data.draw(st.lists(LINES[kind], max_size=5)))
    written = write_kind(kind, [fact for line in lines.values() for fact in line])
    # Any sign beside any other: by the rules, some of these words would be taken for misread.
    parsed = read_kind(kind, written, encoding="utf-8")
    assert parsed.problems == []
    assert {line.facts[-1].key: line.facts for line in parsed.lines} == lines
    facts = [fact for line in parsed.lines for fact in line.facts]
    assert write_kind(kind, reversed(facts)) == written


@EVERY_KIND
def test_the_header_is_written_even_without_a_line(kind: ExchangeKind) -> None:
    written = write_kind(kind, [])
    assert written.decode("utf-8-sig") == ";".join(layout_of(kind).header) + "\r\n"
    assert read_kind(kind, written).lines == []


@EVERY_KIND
def test_every_column_holds_a_field(kind: ExchangeKind) -> None:
    layout = layout_of(kind)
    held = [column for fields in layout.places.values() for column in fields.values()]
    assert set(layout.header) == set(held)
    for each in layout.places.values():
        own = {name: column for name, column in each.items() if name != "period"}
        assert len(set(own.values())) == len(own)


CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])
    | st.sampled_from("\t\n\r'=+-@;\""),
    max_size=12,
)


@given(st.integers(2, 4).flatmap(lambda n: st.lists(st.tuples(*[CELLS] * n), max_size=5)))
def test_any_text_survives_a_table(rows: list[tuple[str, ...]]) -> None:
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    header = [f"c{number}" for number in range(len(rows[0]) if rows else 2)]
    table = read_table(write_table(header, rows), encoding="utf-8")
    assert table.header == tuple(header)
    assert [row for _, row in table.rows] == rows
    assert table.problems == []


@example('"')
@example('"=1')
@given(CELLS)
def test_no_cell_is_a_formula_for_a_spreadsheet(cell: str) -> None:
    written = write_table(["a", "b"], [["x", cell]]).decode("utf-8-sig")
    # As a spreadsheet reads it: the quotes around a cell are no part of it.
    _header, (_first, shown) = csv.reader(io.StringIO(written, newline=""), delimiter=";")
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r"))
