"""Pages: paper, frames, watermark, foot, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from mutudesk.documents import engine, fonts
from mutudesk.documents.styles import GREY, HAIRLINE, WATERMARK

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from io import BytesIO

_WATERMARK_SIZE = 150.0
_ELLIPSIS = "…"
_RULE = 11.0  # above the foot


@dataclass(frozen=True, slots=True)
class Paper:
    """The sheets of a document, in points.

    `face` is what is not said otherwise; `foot` the height of the foot's letters; `first` draws on
    the first page, below its text.
    """

    size: tuple[float, float]
    side: float
    top: float
    bottom: float
    face: str
    foot: float
    foot_size: float
    first: Callable[[Canvas], None] | None = None

    @property
    def width(self) -> float:
        """The room for text, from side to side."""
        return self.size[0] - 2 * self.side

    @property
    def height(self) -> float:
        """The room for text, from top to bottom."""
        return self.size[1] - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file says of itself, and the words around its pages; no `watermark` = none."""

    title: str
    subject: str
    author: str
    dated: date
    foot: str
    page_word: str
    watermark: str = ""


class FootedCanvas(Canvas):
    """A canvas that writes "Page x / y" under every page when the number of pages is known.

    The foot is added to the drawing of each page, which lies uncompressed in memory until the file
    is written: nothing is laid out or kept twice, and the line is one text for whoever reads it
    out.
    """

    paper: Paper
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
        paper = self.paper
        right, rule = paper.size[0] - paper.side, paper.foot + _RULE
        self.saveState()
        self.setStrokeColor(HAIRLINE)
        self.setLineWidth(0.4)
        self.line(paper.side, rule, right, rule)
        self.setFont(fonts.SANS, paper.foot_size)
        self.setFillColor(GREY)
        room = paper.width - stringWidth(number, fonts.SANS, paper.foot_size) - 12
        self.drawString(paper.side, paper.foot, shortened(self.footer, room, paper.foot_size))
        self.drawRightString(right, paper.foot, number)
        self.restoreState()


class Pages(BaseDocTemplate):
    """The pages of one document: all alike, but for what its paper draws on the first."""

    def __init__(self, out: BytesIO, paper: Paper, facts: FileFacts) -> None:
        fonts.register_fonts()
        super().__init__(
            out,
            pagesize=paper.size,
            title=facts.title,
            subject=facts.subject,
            author=facts.author,
            creator="MutuDesk",
            lang="fr-FR",
            initialFontName=paper.face,
        )
        self._paper, self._facts = paper, facts
        self.addPageTemplates(
            [
                PageTemplate(
                    "first", [_frame(paper)], onPage=_draw_first, autoNextPageTemplate="next"
                ),
                PageTemplate("next", [_frame(paper)], onPage=_draw_under),
            ]
        )

    def draw_under(self, canvas: Canvas, *, first: bool) -> None:
        """Draw what lies below the text of a page."""
        if self._facts.watermark:
            _draw_watermark(canvas, self._paper, self._facts.watermark)
        if first and self._paper.first is not None:
            self._paper.first(canvas)

    def beforeDocument(self) -> None:  # noqa: N802 - a hook of reportlab
        """Date the file as the document is dated, and let readers show title and bookmarks."""
        canvas = self.canv
        if not isinstance(canvas, FootedCanvas):
            raise TypeError("pages are drawn on a FootedCanvas")
        canvas.paper = self._paper
        canvas.footer = self._facts.foot
        canvas.page_word = self._facts.page_word
        canvas.date_file(self._facts.dated)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.showOutline()


def _frame(paper: Paper) -> Frame:
    return Frame(paper.side, paper.bottom, paper.width, paper.height, 0, 0, 0, 0)


def _draw_first(canvas: Canvas, pages: Pages) -> None:
    pages.draw_under(canvas, first=True)


def _draw_under(canvas: Canvas, pages: Pages) -> None:
    pages.draw_under(canvas, first=False)


def _draw_watermark(canvas: Canvas, paper: Paper, words: str) -> None:
    canvas.saveState()
    canvas.setFillColor(WATERMARK)
    canvas.setFont(fonts.SANS_BOLD, _WATERMARK_SIZE)
    canvas.translate(paper.size[0] / 2, paper.size[1] / 2)
    canvas.rotate(52)
    canvas.drawCentredString(0, -_WATERMARK_SIZE / 3, words)
    canvas.restoreState()


def shortened(text: str, room: float, size: float) -> str:
    """The text, with an ellipsis where it is longer than `room` points at that size."""
    if stringWidth(text, fonts.SANS, size) <= room:
        return text
    length = len(text)
    while length and stringWidth(text[:length] + _ELLIPSIS, fonts.SANS, size) > room:
        length = length * 9 // 10 if length > 400 else length - 1  # noqa: PLR2004 - far from the end
    return text[:length].rstrip() + _ELLIPSIS
