"""Tables: a plain string where the text fits its column, a paragraph only where it must wrap.

A paragraph in every cell costs more than twice the time of the whole document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Table

from mutudesk.documents import fonts
from mutudesk.documents.breaking import widest
from mutudesk.documents.flowables import Text, paragraph
from mutudesk.documents.markup import escaped
from mutudesk.documents.styles import (
    HAIRLINE,
    INK,
    SHADE,
    SMALLER_SIZES,
    TABLE_LEADING,
    TABLE_SIZE,
    TEXT_WIDTH,
    styles,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Command: TypeAlias = tuple[str, tuple[int, int], tuple[int, int], *tuple[Any, ...]]

_PADDING = 5.0
_TALL = 600  # letters: half a page in a narrow column
# The default, Helvetica, is not embedded; a table asks for its face even around paragraphs.
FACE: Command = ("FONT", (0, 0), (-1, -1), fonts.SANS, TABLE_SIZE, TABLE_LEADING)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its head, its share of the text width, and whether it holds figures."""

    head: str
    width: float
    figures: bool = False


def table(columns: Sequence[TableColumn], rows: Iterable[Sequence[str]]) -> Table:
    """A table whose head is repeated on each page; texts are shown letter by letter."""
    commands: list[Command] = [
        FACE,
        ("FONT", (0, 0), (-1, 0), fonts.SANS_BOLD, TABLE_SIZE, TABLE_LEADING),
        ("TEXTCOLOR", (0, 0), (-1, -1), INK),
        ("BACKGROUND", (0, 0), (-1, 0), SHADE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, HAIRLINE),
        ("LINEABOVE", (0, 0), (-1, 0), 0.8, INK),
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
    ]
    for place, column in enumerate(columns):
        if column.figures:
            commands.append(("ALIGN", (place, 0), (place, -1), "RIGHT"))
    data: list[list[object]] = [[_cell(each.head, each, "cell-head") for each in columns]]
    data += [
        [_cell(text, column) for text, column in zip(row, columns, strict=True)] for row in rows
    ]
    made = Table(
        data,
        colWidths=[each.width * TEXT_WIDTH for each in columns],
        repeatRows=1,
        style=commands,
        # Rows stay whole, unless one would not fit on a page.
        splitInRow=int(any(map(_is_tall, data))),
    )
    made.spaceBefore, made.spaceAfter = 4, 10
    return made


def _is_tall(row: list[object]) -> bool:
    """Whether a row is so tall that it can leave a page half empty."""
    return any(isinstance(cell, Text) and len(cell.getPlainText()) > _TALL for cell in row)


def _cell(text: str, column: TableColumn, style: str = "") -> object:
    face = fonts.SANS_BOLD if style else fonts.SANS
    room = column.width * TEXT_WIDTH - 2 * _PADDING
    if stringWidth(text, face, TABLE_SIZE) <= room and "1er" not in text:
        return text
    name = style or ("cell-right" if column.figures else cell_style(text, room))
    return paragraph(escaped(text), styles()[name])


def cell_style(text: str, room: float) -> str:
    """The style of a text in a column: as large as lets its widest word stand on one line."""
    for size in (TABLE_SIZE, *SMALLER_SIZES):
        if widest(text.replace("\n", " "), fonts.SANS, size) <= room:
            break
    return "cell" if size == TABLE_SIZE else f"cell-{size}"
