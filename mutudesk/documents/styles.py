"""The look of a legal document: sizes in points, styles named by what they are for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from mutudesk.documents import fonts
from mutudesk.documents.hyphenation import hyphenate

if TYPE_CHECKING:
    from reportlab.lib.colors import Color

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM = 25 * mm, 22 * mm, 24 * mm
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN_SIDE
# Where the prefecture stamps: "Envoyé en préfecture le … / Reçu le … / Publié le … / ID : …".
STAMP_WIDTH, STAMP_HEIGHT = 72 * mm, 30 * mm
FOOTER_HEIGHT = 13 * mm

INK: Color = HexColor("#1a1a1a")
GREY: Color = HexColor("#5c6066")
HAIRLINE: Color = HexColor("#a8adb5")
SHADE: Color = HexColor("#eef1f5")
WATERMARK: Color = HexColor("#ebebeb")

BODY_SIZE, TABLE_SIZE, TABLE_LEADING = 10.5, 9.0, 11.5
SMALLER_SIZES = (8, 7, 6)  # of cells whose widest word does not fit otherwise


@lru_cache(maxsize=1)
def styles() -> dict[str, ParagraphStyle]:
    """The styles by name; made once, after the fonts are registered."""
    fonts.register_fonts()
    body = _body()
    plain = ParagraphStyle(
        "unhyphenated",
        body,
        alignment=TA_LEFT,
        hyphenationLang="",
        # In a narrow column a name that is wider begins a line, to be broken after its hyphens.
        embeddedHyphenation=2,
    )
    heading, cell = _heading(plain), _cell(plain)
    item = ParagraphStyle("item", body, leftIndent=14, bulletIndent=2, spaceAfter=3)
    found = (
        body,
        ParagraphStyle("lead-in", body, keepWithNext=1),
        ParagraphStyle("annex-intro", body, alignment=TA_LEFT),
        item,
        ParagraphStyle("first-item", item, keepWithNext=1),
        heading,
        ParagraphStyle("annex", heading, fontSize=13.5, leading=17, spaceBefore=20, spaceAfter=8),
        ParagraphStyle("signer", plain, leading=13.5, spaceAfter=2),
        ParagraphStyle("checklist", plain, leftIndent=16, bulletIndent=0, spaceAfter=4),
        *_of_first_page(plain, heading),
        *_of_lists(heading, cell),
    )
    return {style.name: style for style in found}


def _body() -> ParagraphStyle:
    return ParagraphStyle(
        "body",
        fontName=fonts.SERIF,
        fontSize=BODY_SIZE,
        leading=14,
        textColor=INK,
        alignment=TA_JUSTIFY,
        spaceAfter=6,
        hyphenationLang=hyphenate,  # type: ignore[arg-type]  # a callable is as good
        allowWidows=0,
        allowOrphans=0,
        # Names are not hyphenated, but may go on after a hyphen of their own.
        embeddedHyphenation=1,
        # Not hyphenated, but cut at the margin rather than printed beyond it.
        splitLongWords=1,
        # The default, Helvetica, is not embedded.
        bulletFontName=fonts.SERIF,
        bulletFontSize=BODY_SIZE,
    )


def _heading(plain: ParagraphStyle) -> ParagraphStyle:
    return ParagraphStyle(
        "heading",
        plain,
        fontName=fonts.SERIF_BOLD,
        fontSize=12,
        leading=15,
        spaceBefore=11,
        spaceAfter=5,
        keepWithNext=1,
    )


def _cell(plain: ParagraphStyle) -> ParagraphStyle:
    return ParagraphStyle(
        "cell",
        plain,
        fontName=fonts.SANS,
        fontSize=TABLE_SIZE,
        leading=TABLE_LEADING,
        spaceAfter=0,
    )


def _of_first_page(plain: ParagraphStyle, heading: ParagraphStyle) -> tuple[ParagraphStyle, ...]:
    centred = ParagraphStyle("centred", plain, alignment=TA_CENTER)
    return (
        ParagraphStyle(
            "subheading",
            heading,
            fontName=fonts.SERIF_ITALIC,
            fontSize=BODY_SIZE,
            leading=14,
            spaceBefore=7,
            spaceAfter=3,
        ),
        ParagraphStyle(
            "title",
            centred,
            fontName=fonts.SERIF_BOLD,
            fontSize=18,
            leading=23,
            spaceBefore=16,
            spaceAfter=2,
        ),
        ParagraphStyle(
            "service", centred, fontName=fonts.SERIF_BOLD, fontSize=15, leading=20, spaceAfter=2
        ),
        ParagraphStyle("ground", centred, textColor=GREY, spaceBefore=6, spaceAfter=14),
        ParagraphStyle("between", centred, spaceBefore=0, spaceAfter=6),
        ParagraphStyle(
            "masthead",
            plain,
            fontName=fonts.SANS_BOLD,
            fontSize=BODY_SIZE,
            leading=14,
            spaceAfter=2,
        ),
        ParagraphStyle(
            "dateline",
            plain,
            fontName=fonts.SANS,
            fontSize=TABLE_SIZE,
            leading=TABLE_LEADING,
            textColor=GREY,
            spaceBefore=4,
        ),
    )


def _of_lists(heading: ParagraphStyle, cell: ParagraphStyle) -> tuple[ParagraphStyle, ...]:
    return (
        cell,
        *(
            ParagraphStyle(f"cell-{size}", cell, fontSize=size, leading=size + 2.5)
            for size in SMALLER_SIZES
        ),
        ParagraphStyle("cell-right", cell, alignment=TA_RIGHT),
        ParagraphStyle("cell-head", cell, fontName=fonts.SANS_BOLD),
        ParagraphStyle(
            "list-title", heading, fontName=fonts.SANS_BOLD, spaceBefore=0, spaceAfter=2
        ),
        ParagraphStyle("list-band", cell, fontName=fonts.SANS_BOLD, fontSize=10, leading=13),
        ParagraphStyle("list-date", cell, fontSize=10.5, leading=14, spaceAfter=7),
        ParagraphStyle("list-body", cell, leading=12, spaceAfter=5),
    )
