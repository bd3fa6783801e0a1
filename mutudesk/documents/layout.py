"""Pages: frames, stamp zone, watermark, foot, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from mutudesk.documents import engine, fonts
from mutudesk.documents.styles import (
    FOOTER_HEIGHT,
    GREY,
    HAIRLINE,
    MARGIN_BOTTOM,
    MARGIN_SIDE,
    MARGIN_TOP,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    STAMP_HEIGHT,
    STAMP_WIDTH,
    TEXT_WIDTH,
    WATERMARK,
)

if TYPE_CHECKING:
    from datetime import date
    from io import BytesIO

_FOOTER_SIZE = 8.0
_WATERMARK_SIZE = 150.0
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file says of itself, and the words around its pages."""

    title: str
    subject: str
    author: str
    dated: date
    page_word: str
    watermark: str


class FootedCanvas(Canvas):
    """A canvas that writes "Page x / y" under every page when the number of pages is known.

     The foot is added to the drawing of each page, which lies uncompressed in memory until the file
    is written: nothing is laid out or kept twice, and the line is one text for whoever reads it
    out.
    """

    footer = ""
    page_word = ""

    def save(self) -> None:
        """Draw the feet, then write the file."""
        if self._code:
            self.showPage()
        pages = self._doc.Pages.pages  # type: ignore[attr-defined]  # private, no stub
        for number, page in enumerate(pages, 1):
            self._code: list[str] = []
            self._draw_foot(f"{self.page_word} {number} / {len(pages)}")
            page.stream += "\n".join(self._code) + "\n"
        self._code = []
        super().save()

    def date_file(self, day: date) -> None:
        """Give the file the date of the document; reportlab has no public way."""
        self._doc._timeStamp = engine.midnight(day)  # type: ignore[attr-defined]  # noqa: SLF001

    def _draw_foot(self, number: str) -> None:
        right, rule = PAGE_WIDTH - MARGIN_SIDE, FOOTER_HEIGHT + 11
        self.saveState()
        self.setStrokeColor(HAIRLINE)
        self.setLineWidth(0.4)
        self.line(MARGIN_SIDE, rule, right, rule)
        self.setFont(fonts.SANS, _FOOTER_SIZE)
        self.setFillColor(GREY)
        room = TEXT_WIDTH - stringWidth(number, fonts.SANS, _FOOTER_SIZE) - 12
        self.drawString(MARGIN_SIDE, FOOTER_HEIGHT, shortened(self.footer, room))
        self.drawRightString(right, FOOTER_HEIGHT, number)
        self.restoreState()


class LegalDocument(BaseDocTemplate):
    """The pages of one document: all alike, but the first has room for the prefecture's stamp."""

    def __init__(self, out: BytesIO, facts: FileFacts) -> None:
        fonts.register_fonts()
        super().__init__(
            out,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            title=facts.title,
            subject=facts.subject,
            author=facts.author,
            creator="MutuDesk",
            lang="fr-FR",
            initialFontName=fonts.SERIF,
        )
        self.watermark = facts.watermark
        self._facts = facts
        self.addPageTemplates(
            [
                PageTemplate("first", [_frame()], onPage=_first_page, autoNextPageTemplate="next"),
                PageTemplate("next", [_frame()], onPage=_watermarked),
            ]
        )

    def beforeDocument(self) -> None:  # noqa: N802 - a hook of reportlab
        """Date the file as the document is dated, and let readers show title and bookmarks."""
        canvas = self.canv
        if not isinstance(canvas, FootedCanvas):
            raise TypeError("a legal document is drawn on a FootedCanvas")
        # Said in plain text too: who reads or searches the text does not meet a word drawn aslant.
        canvas.footer = f"{self._facts.watermark} – {self._facts.title}"
        canvas.page_word = self._facts.page_word
        canvas.date_file(self._facts.dated)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.showOutline()


def _frame() -> Frame:
    height = PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM
    return Frame(MARGIN_SIDE, MARGIN_BOTTOM, TEXT_WIDTH, height, 0, 0, 0, 0)


def _first_page(canvas: Canvas, document: LegalDocument) -> None:
    _watermarked(canvas, document)
    canvas.saveState()
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.4)
    canvas.setDash(2, 2)
    right, top = PAGE_WIDTH - MARGIN_SIDE, PAGE_HEIGHT - MARGIN_TOP
    canvas.rect(right - STAMP_WIDTH, top - STAMP_HEIGHT, STAMP_WIDTH, STAMP_HEIGHT)
    canvas.restoreState()


def _watermarked(canvas: Canvas, document: LegalDocument) -> None:
    """Draw the watermark before anything else, so that the text lies above it."""
    canvas.saveState()
    canvas.setFillColor(WATERMARK)
    canvas.setFont(fonts.SANS_BOLD, _WATERMARK_SIZE)
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(52)
    canvas.drawCentredString(0, -_WATERMARK_SIZE / 3, document.watermark)
    canvas.restoreState()


def shortened(text: str, room: float) -> str:
    """The text, with an ellipsis where it is longer than `room` points at footer size."""
    if stringWidth(text, fonts.SANS, _FOOTER_SIZE) <= room:
        return text
    length = len(text)
    while length and stringWidth(text[:length] + _ELLIPSIS, fonts.SANS, _FOOTER_SIZE) > room:
        length = length * 9 // 10 if length > 400 else length - 1  # noqa: PLR2004 - far from the end
    return text[:length].rstrip() + _ELLIPSIS
