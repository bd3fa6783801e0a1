"""From bytes to text: what is read, what is refused, and where."""

from __future__ import annotations

import codecs

import pytest

from mutudesk.domain.parsing import ParseError
from mutudesk.exchange.encodings import decoded, text_encoding
from mutudesk.exchange.problems import LineProblem, TableError


def refused(data: bytes, encoding: str | None = None) -> LineProblem:
    with pytest.raises(TableError) as refusal:
        decoded(data, encoding)
    return refusal.value.problem


@pytest.mark.parametrize(
    ("data", "line", "word"),
    [
        ("siren;nom\r\n1;Aubière\r\n2;Zoé\r\n".encode("cp850"), 2, "AubiŠre"),
        ("siren;nom\n1;Aubiere\n2;Benoît\n".encode("cp850"), 3, "BenoŒt"),
        ("nom\nÉric\n".encode("mac_roman"), 2, "ƒric"),
        ("nom\nDurand\nLefèvre\n".encode().decode("cp1252").encode(), 3, "LefÃ¨vre"),
        (codecs.BOM_UTF8 + "nom\nZoÃ©\n".encode(), 2, "ZoÃ©"),
        ("nom\nZoÃ©\n".encode("utf-16"), 2, "ZoÃ©"),
        (codecs.BOM_UTF8 + b"nom\nDurand\nLef\xe8vre\n", 3, "Lef�vre"),
        (b"nom\n\x90ric\n", 2, "�ric"),
        ("nom\nLef�vre\n".encode(), 2, "Lef�vre"),
    ],
)
def test_a_misread_word_is_named_with_its_line(data: bytes, line: int, word: str) -> None:
    problem = refused(data)
    assert (problem.code, problem.line) == ("word_misread", line)
    assert problem.values["text"] == word


@pytest.mark.parametrize(
    "text", ["½ poste", "5 ‰", "suite… et", "un “mot” ici", "JOÃO GUIMARÃES", "Šimon", "L’Œuvre"]
)
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_what_a_spreadsheet_saves_passes(text: str, encoding: str) -> None:
    assert decoded(f"nom\n{text};Zoé\n".encode(encoding)) == f"nom\n{text};Zoé\n"


def test_a_mixture_names_both_places() -> None:
    """One byte of cp1252 in a file that is UTF-8: read as cp1252 all the rest is spoilt."""
    data = "nom\nLefèvre\nZoé\n".encode() + "Dupré\n".encode("cp1252") + "Éric\n".encode()
    problem = refused(data)
    assert (problem.code, problem.line, problem.values["text"]) == (
        "encodings_mixed",
        2,
        "LefÃ¨vre",
    )
    assert (problem.values["other"], problem.values["other_line"]) == ("Dupr�", 4)


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman", "cp1252", "utf-8", "latin-1", "cp437"])
def test_the_encoding_that_is_named(encoding: str) -> None:
    assert decoded("Zoé;Benoît".encode(encoding), encoding) == "Zoé;Benoît"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32-be"])
def test_a_mark_is_no_part_of_the_text(encoding: str) -> None:
    data = "Zoé".encode(encoding)
    marks = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE}
    marks["utf-32-be"] = codecs.BOM_UTF32_BE
    assert decoded(marks.get(encoding, b"") + data, encoding) == "Zoé"


def test_an_encoding_is_taken_at_its_word() -> None:
    assert decoded("ZoÃ©".encode(), "UTF8") == "ZoÃ©"
    assert decoded(b"Zo\x82", "cp1252") == "Zo‚"


@pytest.mark.parametrize(
    ("data", "encoding", "line"),
    [
        (b"a\nb\xe9\n", "utf-8", 2),
        (b"a\r\nb\r\nc\x81\n", "cp1252", 3),
        ("aé".encode(), "ascii", 1),
        (b"a\x00b", "utf-16-le", 1),
    ],
)
def test_an_encoding_that_does_not_fit(data: bytes, encoding: str, line: int) -> None:
    problem = refused(data, encoding)
    assert (problem.code, problem.line) == ("encoding_unfit", line)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "klingon",
        "base64",
        "rot13",
        "hex",
        "zip",
        "bz2",
        "uu",
        "quopri",
        "undefined",
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "charmap",
        "mbcs",
        "é",
        "a\x00b",
        "x" * 999,
    ],
)
def test_what_is_no_encoding_of_files(name: str) -> None:
    with pytest.raises(ParseError, match="encoding_name_unknown"):
        text_encoding(name)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("UTF8", "utf-8"),
        ("Windows-1252", "cp1252"),
        ("IBM850", "cp850"),
        ("macintosh", "mac-roman"),
        ("latin1", "iso8859-1"),
        ("utf-16", "utf-16"),
        ("shift_jis", "shift_jis"),
    ],
)
def test_encodings_that_python_knows(name: str, known: str) -> None:
    assert text_encoding(name) == known
