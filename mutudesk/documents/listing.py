"""A long list in groups: the head on every page, a band where a group begins or goes on.

Lines are made while pages are laid out and let go with their page. Each page is a table of its own:
one for the whole list would be cut anew, with all its lines to come, at every page.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, PageBreak, Table

from mutudesk.documents import fonts
from mutudesk.documents.flowables import Heading, Text, paragraph
from mutudesk.documents.markup import escaped
from mutudesk.documents.styles import HAIRLINE, INK, SHADE, TABLE_LEADING, TABLE_SIZE, styles
from mutudesk.documents.tables import FACE, cell_style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mutudesk.documents.layout import Paper
    from mutudesk.documents.tables import Command

_PADDING, _ABOVE, _BELOW = 5.0, 3.0, 4.0


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: its head, its share of the paper's width, and whether it holds figures.

    `apart` draws a line before it.
    """

    head: str
    width: float
    figures: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class ListGroup:
    """Lines that belong together: plain texts, one a column; a cell may have several lines."""

    title: str
    rows: Iterable[Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the table and its height; `band` is the title of a group that begins here."""

    cells: list[object]
    height: float
    band: str = ""


class Listing(Flowable):
    """The groups on as many pages as they need; a group without rows is left out.

    `going_on` stands behind the title of a group that goes on from the page before.
    """

    def __init__(
        self,
        columns: Sequence[ListColumn],
        groups: Iterable[ListGroup],
        paper: Paper,
        going_on: str,
    ) -> None:
        super().__init__()
        self._columns, self._paper, self._going_on = columns, paper, going_on
        self._head = self._row([each.head for each in columns], is_head=True)
        self._source = self._lines(groups)
        self._ahead: deque[_Line] = deque()
        self._group = ""  # whose line was laid out last

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """The height of all that is left, or more than there is."""
        _, height, is_whole = self._fitting(availHeight)
        return availWidth, height if is_whole else availHeight + 1

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """A table of the lines that fit, and the rest."""
        count, _, _ = self._fitting(availHeight)
        if count:
            return [self._table(count), *self._rest()]
        height, count = sum(each.height for each in self._top()), 0
        for line in self._coming():
            height, count = height + line.height, count + 1
            if not line.band:
                break
        if height <= self._paper.height:
            return []  # the next page holds it
        # Rows stay whole, unless one would not fit on a page.
        parts = self._table(count, cut=True).split(availWidth, availHeight)
        return [*parts, *self._rest()]

    def draw(self) -> None:
        """Draw all that is left."""
        count, height, _ = self._fitting(self._paper.height)
        table = self._table(count)
        table.wrapOn(self.canv, self._paper.width, height)
        table.drawOn(self.canv, 0, 0)

    # ----------------------------------------------------------------------------------------------

    def _lines(self, groups: Iterable[ListGroup]) -> Iterator[_Line]:
        for group in groups:
            is_begun = False
            for cells in group.rows:
                if not is_begun:
                    yield self._band(group.title)
                    is_begun = True
                yield self._row(cells)

    def _coming(self) -> Iterator[_Line]:
        """The lines that are not laid out yet; only those asked for are made."""
        place = 0
        while True:
            if place == len(self._ahead):
                line = next(self._source, None)
                if line is None:
                    return
                self._ahead.append(line)
            yield self._ahead[place]
            place += 1

    def _rest(self) -> list[Flowable]:
        """What comes on the next page, as this one is full."""
        return [PageBreak(), self] if next(self._coming(), None) is not None else []

    def _top(self) -> list[_Line]:
        """What stands above the first line of a page."""
        following = next(self._coming(), None)
        if not self._group or following is None or following.band:
            return [self._head]
        return [self._head, self._band(self._group, self._going_on)]

    def _fitting(self, room: float) -> tuple[int, float, bool]:
        """How many lines fit, how tall a table they make, whether they are all that are left.

        A band is never the last.
        """
        used = sum(each.height for each in self._top())
        count, height = 0, used
        for place, line in enumerate(self._coming(), 1):
            used += line.height
            if used > room:
                return count, height, False
            if not line.band:
                count, height = place, used
        return count, height, True

    def _table(self, count: int, *, cut: bool = False) -> Table:
        """The next lines as a table, which are then laid out; `cut` lets a row be cut by a page."""
        top = self._top()
        lines = [*top, *(self._ahead.popleft() for _ in range(count))]
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
            ("TOPPADDING", (0, 0), (-1, -1), _ABOVE),
            ("BOTTOMPADDING", (0, 0), (-1, -1), _BELOW),
        ]
        for place, column in enumerate(self._columns):
            if column.figures:
                commands.append(("ALIGN", (place, 0), (place, -1), "RIGHT"))
            if column.apart:
                commands.append(("LINEBEFORE", (place, 0), (place, -1), 0.4, HAIRLINE))
        for place, line in enumerate(lines):
            if line.band:
                self._group = line.band
                commands.append(("SPAN", (0, place), (-1, place)))
                commands.append(("LINEBELOW", (0, place), (-1, place), 0.8, INK))
        return Table(
            [each.cells for each in lines],
            colWidths=[each.width * self._paper.width for each in self._columns],
            rowHeights=None if cut else [each.height for each in lines],
            repeatRows=len(top),
            style=commands,
            splitInRow=int(cut),
        )

    def _band(self, title: str, going_on: str = "") -> _Line:
        style = styles()["list-band"]
        shown = fonts.printed_form(title)
        made: Text = (
            paragraph(escaped(shown + going_on), style)
            if going_on
            else Heading.bookmarked(escaped(shown), style, shown)
        )
        height = made.wrap(self._paper.width - 2 * _PADDING, self._paper.height)[1]
        empty = [""] * (len(self._columns) - 1)
        return _Line([made, *empty], height + _ABOVE + _BELOW, title)

    def _row(self, texts: Sequence[str], *, is_head: bool = False) -> _Line:
        cells: list[object] = []
        height = 0.0
        for text, column in zip(texts, self._columns, strict=True):
            room = column.width * self._paper.width - 2 * _PADDING
            cell, tall = _cell(fonts.printed_form(text), column, room, is_head=is_head)
            cells.append(cell)
            height = max(height, tall)
        return _Line(cells, height + _ABOVE + _BELOW)


def _cell(text: str, column: ListColumn, room: float, *, is_head: bool) -> tuple[object, float]:
    """A cell and its height: a plain string where each of its lines fits, else a paragraph."""
    face = fonts.SANS_BOLD if is_head else fonts.SANS
    lines = text.split("\n")
    if "1er" not in text and all(stringWidth(each, face, TABLE_SIZE) <= room for each in lines):
        return text, len(lines) * TABLE_LEADING
    name = "cell-head" if is_head else "cell-right" if column.figures else cell_style(text, room)
    made = paragraph("<br/>".join(map(escaped, lines)), styles()[name])
    return made, made.wrap(room, 0)[1]
