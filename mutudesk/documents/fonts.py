"""The two families of every document, registered once, and which characters they can print."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from mutudesk.documents import engine
from mutudesk.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterable

SERIF, SERIF_BOLD, SERIF_ITALIC = "Serif", "Serif-Bold", "Serif-Italic"
SANS, SANS_BOLD, SANS_ITALIC = "Sans", "Sans-Bold", "Sans-Italic"

_FACES = {
    SERIF: "SourceSerif4-Regular.ttf",
    SERIF_BOLD: "SourceSerif4-Semibold.ttf",
    SERIF_ITALIC: "SourceSerif4-It.ttf",
    SANS: "SourceSans3-Regular.ttf",
    SANS_BOLD: "SourceSans3-Semibold.ttf",
    SANS_ITALIC: "SourceSans3-It.ttf",
}
# Written by an office without meaning to (copied from a web page): they show nothing, and drop out.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


@lru_cache(maxsize=1)
def register_fonts() -> frozenset[str]:
    """Register the faces with reportlab; return the characters that every one of them can print."""
    engine.configure()
    printable: set[int] | None = None
    for name, file in _FACES.items():
        font = TTFont(name, str(resource_path("fonts", file)))
        pdfmetrics.registerFont(font)
        known = {code for code in font.face.charToGlyph if unicodedata.category(chr(code)) != "Co"}
        printable = known if printable is None else printable & known
    for regular, bold, italic in (
        (SERIF, SERIF_BOLD, SERIF_ITALIC),
        (SANS, SANS_BOLD, SANS_ITALIC),
    ):
        pdfmetrics.registerFontFamily(
            regular, normal=regular, bold=bold, italic=italic, boldItalic=bold
        )
    signs = frozenset(chr(code) for code in printable or ())
    # A few signs are composed into another one (U+0374 into U+02B9) that the fonts may not have.
    return frozenset(sign for sign in signs if signs.issuperset(printed_form(sign)))


def printed_form(text: str) -> str:
    """The text as it goes on paper: composed (NFC), without signs that show nothing."""
    return unicodedata.normalize("NFC", text).translate(_INVISIBLE)


@lru_cache(maxsize=4096)
def missing_characters(text: str) -> tuple[str, ...]:
    """The characters of a text that the fonts cannot print, each once, in order.

    A line break is laid out and never printed.
    """
    return _missing(printed_form(text).replace("\n", " "), register_fonts())


def _missing(text: Iterable[str], printable: frozenset[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sign for sign in text if sign not in printable))
