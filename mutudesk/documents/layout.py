"""Pages: paper, frames, watermark, foot, and what the file says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from mutudesk.documents import engine, fonts
from mutudesk.documents.outlines import outline_of
from mutudesk.documents.styles import GREY, HAIRLINE, WATERMARK

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from io import BytesIO

_WATERMARK_SIZE = 150.0
_WINDING = 1  # how TrueType fills its outlines
_ELLIPSIS = "…"
_CLOSING = "\u00a0»"
_RULE = 11.0  # above the foot
# The last word, with signs before it that do not end a text: a dash, an opening quotation mark.
_WORDS = re.compile(r"(?<=\w)[^\w]*\s[^\w\s]*\w[^\s]*$")


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
    """What a file says of itself, and the words around its pages; no `watermark` = none.

    Of the foot, `foot_end` stays whole where both do not fit on the line; `blank_word` is read out
    for a gap to be filled in.
    """

    title: str
    subject: str
    author: str
    dated: date
    foot: str
    page_word: str
    foot_end: str = ""
    blank_word: str = ""
    watermark: str = ""


class FootedCanvas(Canvas):
    """A canvas that writes "Page x / y" under every page when the number of pages is known.

    The foot is added to the drawing of each page, which lies uncompressed in memory until the file
    is written: nothing is laid out or kept twice, and the line is one text for whoever reads it
    out.
    """

    paper: Paper
    footer = ""
    footer_end = ""
    page_word = ""
    blank_word = ""
    _curr_tx_info: Mapping[str, Any]  # set by reportlab while it calls what follows

    def save(self) -> None:
        """Draw the feet, then write the file."""
        if self._code:
            self.showPage()
        pages = self._doc.Pages.pages  # type: ignore[attr-defined]  # private, no stub
        widest = f"{self.page_word} {len(pages)} / {len(pages)}"
        for number, page in enumerate(pages, 1):
            self._code: list[str] = []
            self._draw_foot(f"{self.page_word} {number} / {len(pages)}", widest)
            page.stream += "\n".join(self._code) + "\n"
        self._code = []
        super().save()

    def date_file(self, day: date) -> None:
        """Give the file the date of the document; reportlab has no public way."""
        self._doc._timeStamp = engine.midnight(day)  # type: ignore[attr-defined]  # noqa: SLF001

    def begin_blank(self, *_given: object) -> None:
        """Say what is drawn next in words: a gap to be filled in shows nothing to a reader."""
        self._curr_tx_info["tx"]._code.append(_spoken(self.blank_word))  # noqa: SLF001

    def begin_blank_again(self, *_given: object) -> None:
        """Say nothing of what is drawn next: it goes on with a gap."""
        self._curr_tx_info["tx"]._code.append(_spoken(""))  # noqa: SLF001

    def end_blank(self, *_given: object) -> None:
        """Read the text as it is from here on."""
        self._curr_tx_info["tx"]._code.append("EMC")  # noqa: SLF001

    def announce_blank(self, x: float, y: float) -> None:
        """Put the words of a gap at a place of the page, unseen."""
        if self.blank_word:
            self._code.append(_spoken(self.blank_word))
            self.drawString(x, y, " ")
            self._code.append("EMC")

    def _draw_foot(self, number: str, widest: str) -> None:
        """Draw one foot, with as much of its text as on the page of the widest number."""
        paper = self.paper
        right, rule = paper.size[0] - paper.side, paper.foot + _RULE
        self.saveState()
        self.setStrokeColor(HAIRLINE)
        self.setLineWidth(0.4)
        self.line(paper.side, rule, right, rule)
        self.setFont(fonts.SANS, paper.foot_size)
        self.setFillColor(GREY)
        room = paper.width - stringWidth(widest, fonts.SANS, paper.foot_size) - 12
        shown = foot_line(self.footer, self.footer_end, room, paper.foot_size)
        self.drawString(paper.side, paper.foot, shown)
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
        canvas.footer, canvas.footer_end = self._facts.foot, self._facts.foot_end
        canvas.page_word, canvas.blank_word = self._facts.page_word, self._facts.blank_word
        for name in ("begin_blank", "begin_blank_again", "end_blank"):
            canvas.setNamedCB(name, getattr(canvas, name))
        canvas.date_file(self._facts.dated)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.showOutline()


def _spoken(words: str) -> str:
    """What begins a piece of a page that is read out as these words."""
    return f"/Span <</ActualText <FEFF{words.encode('utf-16-be').hex().upper()}>>> BDC"


def _frame(paper: Paper) -> Frame:
    return Frame(paper.side, paper.bottom, paper.width, paper.height, 0, 0, 0, 0)


def _draw_first(canvas: Canvas, pages: Pages) -> None:
    pages.draw_under(canvas, first=True)


def _draw_under(canvas: Canvas, pages: Pages) -> None:
    pages.draw_under(canvas, first=False)


def _draw_watermark(canvas: Canvas, paper: Paper, words: str) -> None:
    """Draw the words as outlines that belong to the page, not to its text."""
    code: list[str] = canvas._code  # type: ignore[attr-defined]  # noqa: SLF001 - no public way
    code.append("/Artifact <</Type /Pagination /Subtype /Watermark>> BDC")
    canvas.saveState()
    canvas.setFillColor(WATERMARK)
    canvas.translate(paper.size[0] / 2, paper.size[1] / 2)
    canvas.rotate(52)
    canvas.translate(0, -_WATERMARK_SIZE / 3)
    canvas.drawPath(
        outline_of(words, fonts.SANS_BOLD, _WATERMARK_SIZE),
        stroke=0,
        fill=1,
        fillMode=_WINDING,
    )
    canvas.restoreState()
    code.append("EMC")


def foot_line(text: str, end: str, room: float, size: float) -> str:
    """A text and its end on one line of `room` points: the text is shortened, hardly ever the end.

    A quotation that is cut is closed again.
    """
    left = room - stringWidth(end, fonts.SANS, size)
    if stringWidth(text, fonts.SANS, size) <= left:
        return text + end
    if left <= 0:
        return shortened(end, room, size)
    cut = _between_words(text, shortened(text, left, size))
    if _is_quoting(cut):
        less = left - stringWidth(_CLOSING, fonts.SANS, size)
        cut = _between_words(text, shortened(text, less, size))
    return cut + (_CLOSING if _is_quoting(cut) else "") + end


def _between_words(text: str, cut: str) -> str:
    """What is left of a text, without the part of a word at its end; a single word stays cut."""
    kept = cut.removesuffix(_ELLIPSIS)
    if text[len(kept) : len(kept) + 1].isspace() or not _WORDS.search(kept):
        return cut
    return _WORDS.sub("", kept) + _ELLIPSIS


def _is_quoting(text: str) -> bool:
    return text.rfind("«") > text.rfind("»")


def shortened(text: str, room: float, size: float) -> str:
    """The text, with an ellipsis where it is longer than `room` points at that size."""
    if stringWidth(text, fonts.SANS, size) <= room:
        return text
    length = len(text)
    while length and stringWidth(text[:length] + _ELLIPSIS, fonts.SANS, size) > room:
        length = length * 9 // 10 if length > 400 else length - 1  # noqa: PLR2004 - far from the end
    return text[:length].rstrip() + _ELLIPSIS
