"""From the bytes of a file to its text: fixed rules, and a refusal of what they read wrongly.

A byte order mark decides, else strict UTF-8, else cp1252; or the encoding that the user names.
Nothing is guessed: a text in which a word shows that the rules do not fit is refused.
"""

from __future__ import annotations

import codecs
import io
from typing import TYPE_CHECKING

from mutudesk.domain.parsing import ParseError
from mutudesk.exchange.lines import line_of
from mutudesk.exchange.misreading import first_misread
from mutudesk.exchange.problems import LineProblem, TableError, line_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Container

# Longest first: the mark of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NEAR = 60  # signs around a bad byte in which its word stands
# Python calls them encodings of text, but no file is written in them.
_NO_FILES = frozenset(
    {"charmap", "idna", "mbcs", "oem", "palmos", "punycode", "raw_unicode_escape", "undefined"}
    | {"unicode_escape", "raw-unicode-escape", "unicode-escape"}
)


def text_encoding(name: str) -> str:
    """The encoding of that name, as Python calls it.

    Raises ParseError("encoding_name_unknown") for a name that Python does not know or that is no
    encoding of text (base64, rot13).
    """
    try:
        found = codecs.lookup(name).name
        io.TextIOWrapper(io.BytesIO(), encoding=name).detach()  # refuses what is none of text
    except (LookupError, ValueError):
        found = ""
    if not found or found in _NO_FILES:
        raise ParseError("encoding_name_unknown", text=name)
    return found


def decoded(
    data: bytes,
    encoding: str | None = None,
    *,
    judged: bool = True,
    held: Callable[[], Container[str]] = tuple,
) -> str:
    """The text of a file, without a byte order mark.

    `encoding` reads the whole file as the user says it is written, and is taken at its word. Else
    words that only a wrong encoding leaves are refused if `judged`, save those in `held` (see
    `misreading.first_misread`). Raises TableError with the line, and the word where there is one.
    """
    if encoding is not None:
        return _named(data, encoding)
    text = _marked(data)
    is_utf8 = text is not None
    if text is None:
        text, is_utf8 = _unmarked(data)
    if judged and (found := first_misread(text, held)) is not None:
        line = line_of(text, found.place)
        problem = line_problem(line, "", "word_misread", text=found.word)
        raise TableError(problem if is_utf8 else _explained(data, problem))
    return text


def _named(data: bytes, encoding: str) -> str:
    name = text_encoding(encoding)
    try:
        text = data.decode("utf-8-sig" if name == "utf-8" else name)
    except UnicodeError as problem:
        before = data[: getattr(problem, "start", 0)].decode(name, "ignore")
        line = line_of(before, len(before))
        raise TableError(line_problem(line, "", "encoding_unfit", detail=name)) from None
    return text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if not data.startswith(mark):
            continue
        if encoding == "utf-8-sig":  # a byte that is none stands out as a word
            return data.decode(encoding, "replace")
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as problem:
            before = problem.object[: problem.start].decode(problem.encoding, "ignore")
            line = line_of(before, len(before))
            raise TableError(line_problem(line, "", "encoding_unknown")) from None
    return None


def _unmarked(data: bytes) -> tuple[str, bool]:
    """The text, and whether it is UTF-8."""
    try:
        return data.decode("utf-8"), True
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), False


def _explained(data: bytes, problem: LineProblem) -> LineProblem:
    """The same, naming the first byte that is not UTF-8 where most of the file is."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    rest = sum(not sign.isascii() for sign in text) - lost
    if not 0 < lost <= rest:
        return problem
    bad = text.index("\N{REPLACEMENT CHARACTER}")
    found = first_misread(text[max(bad - _NEAR, 0) : bad + _NEAR])
    other = found.word if found is not None else "\N{REPLACEMENT CHARACTER}"
    return line_problem(
        problem.line,
        "",
        "encodings_mixed",
        text=problem.values["text"],
        other=other,
        other_line=line_of(text, bad),
    )
