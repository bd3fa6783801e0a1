"""The matrix of memberships on paper: lying pages, the heading repeated, the date on each of them.

Up to `ON_A4` services fit an A4 page, more an A3 page; still more are put on further pages, where
the names of the bodies come again.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor, white
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Table

from mutudesk.documents import fonts
from mutudesk.documents.flowables import paragraph
from mutudesk.documents.layout import FootedCanvas, shortened
from mutudesk.documents.markup import escaped
from mutudesk.documents.styles import FOOTER_HEIGHT, GREY, HAIRLINE, INK, SHADE, styles
from mutudesk.domain.findings import RefusedError, refusal
from mutudesk.domain.services import MembershipState
from mutudesk.language.matrix import cell_label, column_words, total_words
from mutudesk.language.messages import sentence
from mutudesk.language.typography import number, short_date, typographic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.platypus import Flowable

    from mutudesk.documents.tables import Command
    from mutudesk.domain.findings import FindingValue
    from mutudesk.domain.matrix import Cell, Matrix, MatrixService

ON_A4, ON_A3 = 12, 20  # services side by side
_MARGIN, _TOP, _BOTTOM = 12 * mm, 12 * mm, 18 * mm
_SIZE, _SMALL, _LEADING, _PADDING = 7.5, 6.0, 9.0, 2.5
_NAME, _NUMBER, _SUM, _WIDEST = 112.0, 44.0, 46.0, 92.0
_FIRST = 2  # columns before the services
_EMPTY = "–"
_SOFT, _SOFT_INK = HexColor("#E2EDF9"), HexColor("#174F90")
_STRONG, _AMBER, _AMBER_INK = HexColor("#143A66"), HexColor("#FFF2D9"), HexColor("#8A4B00")


class WideCanvas(FootedCanvas):
    """The same feet, under a page that lies."""

    def _draw_foot(self, number: str) -> None:
        width = self._pagesize[0]  # type: ignore[attr-defined]  # private, no stub
        self.saveState()
        self.setStrokeColor(HAIRLINE)
        self.setLineWidth(0.4)
        self.line(_MARGIN, FOOTER_HEIGHT, width - _MARGIN, FOOTER_HEIGHT)
        self.setFont(fonts.SANS, _SIZE)
        self.setFillColor(GREY)
        room = width - 2 * _MARGIN - stringWidth(number, fonts.SANS, _SIZE) - 12
        self.drawString(_MARGIN, FOOTER_HEIGHT - 11, shortened(self.footer, room))
        self.drawRightString(width - _MARGIN, FOOTER_HEIGHT - 11, number)
        self.restoreState()


class MatrixDocument(BaseDocTemplate):
    """Lying pages of one size."""

    def __init__(self, out: BytesIO, size: tuple[float, float], matrix: Matrix, owner: str) -> None:
        fonts.register_fonts()
        title = sentence("matrix_title")
        super().__init__(
            out,
            pagesize=size,
            title=title,
            author=owner,
            creator="MutuDesk",
            lang="fr-FR",
            initialFontName=fonts.SANS,
        )
        self._dated = matrix.on
        self._foot = f"{title} – {owner} – {short_date(matrix.on)}"
        width, height = size[0] - 2 * _MARGIN, size[1] - _TOP - _BOTTOM
        frame = Frame(_MARGIN, _BOTTOM, width, height, 0, 0, 0, 0)
        self.addPageTemplates([PageTemplate("matrix", [frame])])

    def beforeDocument(self) -> None:  # noqa: N802 - a hook of reportlab
        """Date the file as the matrix is dated, and say what it is under every page."""
        canvas = self.canv
        if not isinstance(canvas, WideCanvas):
            raise TypeError("a matrix is drawn on a WideCanvas")
        canvas.footer = self._foot
        canvas.page_word = sentence("matrix_page")
        canvas.date_file(self._dated)
        canvas.setViewerPreference("DisplayDocTitle", "true")


def render_matrix(matrix: Matrix, owner: str) -> bytes:
    """The PDF of a matrix: the same bytes for the same matrix, everywhere.

    Raises RefusedError for characters that the fonts cannot print ("character_unprintable").
    """
    _refuse_unprintable(matrix, owner)
    size = landscape(A4 if len(matrix.services) <= ON_A4 else A3)
    out = BytesIO()
    MatrixDocument(out, size, matrix, owner).build(
        list(_story(matrix, owner, size[0] - 2 * _MARGIN)), canvasmaker=WideCanvas
    )
    return out.getvalue()


def blocks(services: Sequence[MatrixService]) -> list[Sequence[MatrixService]]:
    """The services that stand side by side, as evenly as possible on as few blocks as possible."""
    if not services:
        return []
    most = ON_A4 if len(services) <= ON_A4 else ON_A3
    count = -(-len(services) // most)
    share = -(-len(services) // count)
    return [services[place : place + share] for place in range(0, len(services), share)]


def _story(matrix: Matrix, owner: str, width: float) -> Iterator[Flowable]:
    found = styles()
    body = ParagraphStyle(
        "matrix", found["cell"], fontSize=9, leading=12, spaceAfter=5, textColor=INK
    )
    heading = ParagraphStyle(
        "matrix-title", found["heading"], fontName=fonts.SANS_BOLD, spaceBefore=0, spaceAfter=2
    )
    yield paragraph(escaped(f"{sentence('matrix_title')} – {typographic(owner)}"), heading)
    counts: dict[str, FindingValue] = {
        "day": matrix.on,
        "count": matrix.joined,
        "total": len(matrix.bodies),
    }
    part = total_words(3, 5)
    for words in (sentence("matrix_situation", counts), sentence("matrix_legend", {"part": part})):
        yield paragraph(escaped(words), body)
    for place, services in enumerate(blocks(matrix.services)):
        if place:
            yield PageBreak()
        yield _table(matrix, services, width)


def _table(matrix: Matrix, services: Sequence[MatrixService], width: float) -> Table:
    room = (width - _NAME - _NUMBER - _SUM) / len(services)
    widths = [_NAME, _NUMBER, *([min(room, _WIDEST)] * len(services)), _SUM]
    commands: list[Command] = [
        ("FONT", (0, 0), (-1, -1), fonts.SANS, _SIZE, _LEADING),
        ("FONT", (0, 0), (-1, 0), fonts.SANS_BOLD, _SIZE, _LEADING),
        ("TEXTCOLOR", (0, 0), (-1, -1), INK),
        ("BACKGROUND", (0, 0), (-1, 0), SHADE),
        ("BACKGROUND", (0, -1), (-1, -1), SHADE),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("ALIGN", (_FIRST, 0), (-1, -1), "CENTER"),
        ("ALIGN", (1, 0), (1, -1), "RIGHT"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.3, HAIRLINE),
        ("LINEAFTER", (0, 0), (-2, -1), 0.3, HAIRLINE),
        ("LINEABOVE", (0, 0), (-1, 0), 0.8, INK),
        ("LINEABOVE", (0, -1), (-1, -1), 0.8, INK),
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ]
    data: list[list[object]] = [_head(services, widths[_FIRST])]
    for row, body in enumerate(matrix.bodies, 1):
        population = "" if body.population is None else number(body.population)
        line: list[object] = [_fitted(typographic(body.name), _NAME), population]
        for column, service in enumerate(services, _FIRST):
            cell = matrix.cell(body.siren, service.code)
            line.append(_wrapped(_printed(cell), widths[column]))
            commands += _dress(cell, (column, row))
        total = matrix.of_body(body.siren)
        data.append([*line, total_words(total.joined, total.of)])
    totals = [column_words(each, matrix.of_service(each.code)) for each in services]
    whole = total_words(matrix.joined, len(matrix.bodies))
    wrapped = [_wrapped(each, widths[_FIRST]) for each in totals]
    data.append([sentence("matrix_sum"), "", *wrapped, whole])
    commands.append(("FONT", (0, -1), (-1, -1), fonts.SANS_BOLD, _SIZE, _LEADING))
    return Table(data, colWidths=widths, repeatRows=1, style=commands, hAlign="LEFT")


def _head(services: Sequence[MatrixService], width: float) -> list[object]:
    """The names, smaller where a word would have to be cut."""
    words = {word for each in services for word in typographic(each.name).split()}
    longest = max((stringWidth(word, fonts.SANS_BOLD, _SIZE) for word in words), default=0)
    size = _SIZE if longest <= width - 2 * _PADDING else _SMALL
    style = ParagraphStyle(
        f"matrix-head-{size}",
        styles()["cell-head"],
        fontSize=size,
        leading=_LEADING,
        alignment=TA_CENTER,
        splitLongWords=1,
    )
    names = [paragraph(escaped(typographic(each.name)), style) for each in services]
    return [
        sentence("matrix_body"),
        sentence("matrix_population"),
        *names,
        sentence("matrix_sum"),
    ]


def _printed(cell: Cell) -> str:
    """The words of a cell where there are no signs beside them."""
    if cell.state is MembershipState.NONE:
        return _EMPTY
    label = cell_label(cell)
    if cell.state is MembershipState.DECIDED:
        return sentence("matrix_short_decided", {"text": label})
    return label


def _dress(cell: Cell, at: tuple[int, int]) -> Iterator[Command]:
    ground, ink = None, None
    if cell.conflict is not None:
        ground, ink = _AMBER, _AMBER_INK
    elif cell.state is MembershipState.INTEGRATED:
        ground, ink = _STRONG, white
    elif cell.is_joined:
        ground, ink = _SOFT, _SOFT_INK
    if ground is not None:
        yield ("BACKGROUND", at, at, ground)
        yield ("TEXTCOLOR", at, at, ink)


def _wrapped(text: str, width: float) -> str:
    """The text on two lines where one does not hold it."""
    if stringWidth(text, fonts.SANS, _SIZE) <= width - 2 * _PADDING:
        return text
    return text.replace(" ", "\n", 1).replace("\u00a0", "\n", 1) if "\n" not in text else text


def _fitted(text: str, width: float) -> object:
    if stringWidth(text, fonts.SANS, _SIZE) <= width - 2 * _PADDING:
        return text
    style = ParagraphStyle("matrix-name", styles()["cell"], fontSize=_SIZE, leading=_LEADING)
    return paragraph(escaped(text), style)


def _refuse_unprintable(matrix: Matrix, owner: str) -> None:
    texts = [owner, *(each.name for each in matrix.bodies), *(s.name for s in matrix.services)]
    findings = [
        refusal(
            "character_unprintable",
            character=sign,
            codepoint=f"U+{ord(sign):04X}",
            text=text,
        )
        for text in texts
        for sign in fonts.missing_characters(text)
    ]
    if findings:
        raise RefusedError(*findings)
