"""Awkward files: encodings, separators, quotes, line numbers."""

from __future__ import annotations

import codecs

import pytest

from mutudesk.exchange.problems import TableError
from mutudesk.exchange.table import read_table, write_table

TEXT = "siren;nom\r\n216300145;Aubière\r\n216300193;L’Œuvre\r\n"
ROWS = [(2, ("216300145", "Aubière")), (3, ("216300193", "L’Œuvre"))]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.replace("\r\n", "\n").encode(),
        TEXT.replace("\r\n", "\r").encode(),
        TEXT.replace(";", ",").encode(),
        TEXT.replace(";", "\t").encode(),
        TEXT.rstrip("\r\n").encode(),
        TEXT.replace("nom", ' "nom" '.strip()).encode(),
        TEXT.replace("siren", "  siren ").encode(),
    ],
    ids=lambda data: repr(data[:14]),
)
def test_the_same_table_however_it_was_saved(data: bytes) -> None:
    table = read_table(data)
    assert table.header == ("siren", "nom")
    assert table.rows == ROWS
    assert table.problems == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a;b\n\n1;2\n\n\n3;4\n", [(3, ("1", "2")), (6, ("3", "4"))]),
        ("\n\na;b\n1;2\n", [(4, ("1", "2"))]),
        ("a;b\n;\n  ; \n1;2\n", [(4, ("1", "2"))]),
        ('a;b\n1;"x\ny\nz"\n2;t\n', [(2, ("1", "x\ny\nz")), (5, ("2", "t"))]),
        ('a;b\n1;"x ""y"" z"\n', [(2, ("1", 'x "y" z'))]),
        ('a;b\n1;"x;y"\n', [(2, ("1", "x;y"))]),
        ("a;b;;\n1;2;;\n3;4\n", [(2, ("1", "2")), (3, ("3", "4"))]),
        ("a;b\n1;\n", [(2, ("1", ""))]),
        # A separator of another kind inside the cells does not count, only the header does.
        ("a;b\nx,y,z;t,u,v\n", [(2, ("x,y,z", "t,u,v"))]),
        # The apostrophe that keeps a spreadsheet from running a text, and one that belongs to it.
        ("a;b\n'=1;''=1\n", [(2, ("=1", "'=1"))]),
        ("a;b\n'Aubière';'t Hooft\n", [(2, ("'Aubière'", "'t Hooft"))]),
    ],
)
def test_records_and_the_lines_they_begin_on(
    text: str, rows: list[tuple[int, tuple[str, ...]]]
) -> None:
    table = read_table(text.encode())
    assert table.rows == rows
    assert table.problems == []


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "table_empty", 1),
        (b"\n\n", "table_empty", 1),
        (b"\xef\xbb\xbf", "table_empty", 1),
        (b"a;b\n1;\x00\n", "control_character", 2),
        (b"a;b\r\n1;2\r\n3;\x1b[0m\r\n", "control_character", 3),
        (b"PK\x03\x04", "control_character", 1),
        (b"a;b\n1;\x81\n", "word_misread", 2),
        (b"\xef\xbb\xbfa;b\n1;\xe9\n", "word_misread", 2),
        (b"\xff\xfea", "encoding_unknown", 1),
        (b'a;b\n1;2\n3;"x\n4;y\n', "quote_unclosed", 3),
        (b'a;b\n1;2\n\n3;"x"y\n4;y\n', "quote_unclosed", 4),
        (b'a;b\n1;"' + b"x" * 140_000 + b'"\n', "cell_too_long", 2),
    ],
)
def test_files_that_are_no_table(data: bytes, code: str, line: int) -> None:
    with pytest.raises(TableError) as refusal:
        read_table(data)
    assert refusal.value.problem.code == code
    assert refusal.value.problem.line == line


def test_ragged_lines_are_all_named() -> None:
    table = read_table(b"a;b\n1\n2;3\n4;5;6\n7;8;\n")
    assert table.rows == [(3, ("2", "3"))]
    assert [(each.line, each.code, each.values) for each in table.problems] == [
        (2, "line_ragged", {"found": 1, "expected": 2}),
        (4, "line_ragged", {"found": 3, "expected": 2}),
        (5, "line_ragged", {"found": 3, "expected": 2}),
    ]


def test_what_is_written() -> None:
    written = write_table(["a", "b"], [["=1+1", 'un "mot"; deux'], ["", "é"]])
    assert written.decode("utf-8-sig") == 'a;b\r\n\'=1+1;"un ""mot""; deux"\r\n;é\r\n'
    assert written.startswith(codecs.BOM_UTF8)
