"""The matrix of memberships on paper: lying pages, the heading repeated, the date on each of them.

Up to `ON_A4` services fit an A4 page, more an A3 page; still more are put on further pages, where
the names of the bodies come again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor, white
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import PageBreak, Table

from mutudesk.documents import fonts
from mutudesk.documents.document import Document
from mutudesk.documents.filling import FilledTemplate
from mutudesk.documents.flow import flow, heading
from mutudesk.documents.flowables import paragraph
from mutudesk.documents.layout import FileFacts, Paper
from mutudesk.documents.markup import escaped
from mutudesk.documents.papers import lying
from mutudesk.documents.styles import HAIRLINE, INK, SHADE, styles
from mutudesk.documents.template_checks import TemplateShape
from mutudesk.documents.template_choice import TemplateFamily, template_for
from mutudesk.domain.services import MembershipState
from mutudesk.language.bodies import known_name
from mutudesk.language.elision import printed_name
from mutudesk.language.matrix import cell_label, column_words, total_words
from mutudesk.language.typography import number, short_date, typographic

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reportlab.platypus import Flowable

    from mutudesk.documents.filling import Given
    from mutudesk.documents.tables import Command
    from mutudesk.documents.templates import Template
    from mutudesk.domain.matrix import Cell, Matrix, MatrixService

ON_A4, ON_A3 = 12, 20  # services side by side
_SIZE, _SMALL, _LEADING, _PADDING = 7.5, 6.0, 9.0, 2.5
_NAME, _NUMBER, _SUM, _WIDEST = 112.0, 44.0, 46.0, 92.0
_FIRST = 2  # columns before the services
_EMPTY = "–"
_SOFT, _SOFT_INK = HexColor("#E2EDF9"), HexColor("#174F90")
_STRONG, _AMBER, _AMBER_INK = HexColor("#143A66"), HexColor("#FFF2D9"), HexColor("#8A4B00")

_TEMPLATES = TemplateFamily(
    "matrix",
    TemplateShape(
        sections=frozenset({"file_title", "title", "foot", "situation", "legend"}),
        words=frozenset({"page", "body", "population", "sum", "decided"}),
    ),
)


@dataclass(frozen=True, slots=True)
class MatrixContent:
    """A matrix as it is shown, and whose register it is from."""

    matrix: Matrix
    owner: str


def blocks(services: Sequence[MatrixService]) -> list[Sequence[MatrixService]]:
    """The services that stand side by side, as evenly as possible on as few blocks as possible."""
    if not services:
        return []
    most = ON_A4 if len(services) <= ON_A4 else ON_A3
    count = -(-len(services) // most)
    share = -(-len(services) // count)
    return [services[place : place + share] for place in range(0, len(services), share)]


def _template(content: MatrixContent) -> Template:
    return template_for(_TEMPLATES, content.matrix.on)


def _fill(content: MatrixContent, template: Template) -> FilledTemplate:
    matrix = content.matrix
    values: dict[str, Given] = {
        "owner": typographic(content.owner),
        "day": short_date(matrix.on),
        "joined": number(matrix.joined),
        "several": matrix.joined > 1,
        "total": number(len(matrix.bodies)),
        "part": total_words(3, 5),
    }
    return FilledTemplate(template, values)


def _facts(content: MatrixContent, filled: FilledTemplate) -> FileFacts:
    template = filled.template
    return FileFacts(
        title=filled.text(template.sections["file_title"]),
        subject=filled.text(template.sections["situation"]),
        author=content.owner,
        dated=content.matrix.on,
        foot=filled.text(template.sections["foot"]),
        page_word=template.words["page"],
    )


def _paper(content: MatrixContent) -> Paper:
    return lying(A4 if len(content.matrix.services) <= ON_A4 else A3)


def _story(content: MatrixContent, filled: FilledTemplate) -> Iterator[Flowable]:
    yield heading(filled.text(filled.template.sections["title"]), "list-title")
    yield from flow(filled.section("situation"), filled, "list-body")
    yield from flow(filled.section("legend"), filled, "list-body")
    width = _paper(content).width
    for place, services in enumerate(blocks(content.matrix.services)):
        if place:
            yield PageBreak()
        yield _table(content.matrix, services, width, filled.template.words)


def _table(
    matrix: Matrix, services: Sequence[MatrixService], width: float, words: Mapping[str, str]
) -> Table:
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
    data: list[list[object]] = [_head(services, widths[_FIRST], words)]
    for row, body in enumerate(matrix.bodies, 1):
        population = "" if body.population is None else number(body.population)
        line: list[object] = [_fitted(printed_name(known_name(body.name)), _NAME), population]
        for column, service in enumerate(services, _FIRST):
            cell = matrix.cell(body.siren, service.code)
            line.append(_wrapped(_printed(cell, words), widths[column]))
            commands += _cell_colours(cell, (column, row))
        total = matrix.of_body(body.siren)
        data.append([*line, total_words(total.joined, total.of)])
    totals = [column_words(each, matrix.of_service(each.code)) for each in services]
    whole = total_words(matrix.joined, len(matrix.bodies))
    wrapped = [_wrapped(each, widths[_FIRST]) for each in totals]
    data.append([words["sum"], "", *wrapped, whole])
    commands.append(("FONT", (0, -1), (-1, -1), fonts.SANS_BOLD, _SIZE, _LEADING))
    return Table(data, colWidths=widths, repeatRows=1, style=commands, hAlign="LEFT")


def _head(
    services: Sequence[MatrixService], width: float, words: Mapping[str, str]
) -> list[object]:
    """The names, smaller where a word would have to be cut."""
    parts = {part for each in services for part in typographic(each.name).split()}
    longest = max((stringWidth(part, fonts.SANS_BOLD, _SIZE) for part in parts), default=0)
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
        words["body"],
        words["population"],
        *names,
        words["sum"],
    ]


def _printed(cell: Cell, words: Mapping[str, str]) -> str:
    """The words of a cell where there are no signs beside them."""
    if cell.state is MembershipState.NONE:
        return _EMPTY
    label = cell_label(cell)
    if cell.state is MembershipState.DECIDED:
        return f"{words['decided']} {label}"
    return label


def _cell_colours(cell: Cell, at: tuple[int, int]) -> Iterator[Command]:
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


MATRIX: Document[MatrixContent] = Document(_template, _fill, _facts, _paper, _story)
