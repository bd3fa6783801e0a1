"""What stands where on the pages of a file: tables read back by column and row."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PageObject

_SAME_LINE = 1.0  # points
_ROW_GAP = 14.0  # lines of one cell are closer to each other
_RAGGED = 8.0  # how far figures may stand left of their head
_FOOT = 45.0  # below the last row of any table


@dataclass(frozen=True, slots=True)
class Placed:
    """Letters drawn at once, and where they begin; spaces are plain ones."""

    x: float
    y: float
    text: str


def placed(page: PageObject) -> list[Placed]:
    """Everything written upright on a page, in the order of drawing."""
    found: list[Placed] = []

    def keep(text: str, moved: Any, at: Any, _font: Any, _size: float) -> None:  # noqa: ANN401
        plain = text.replace("\u00a0", " ").replace("\u202f", " ").strip("\n")
        is_upright = not moved[1] and not at[1]  # a watermark is not
        if plain.strip() and is_upright:
            found.append(Placed(moved[4] + at[4], moved[5] + at[5], plain))

    page.extract_text(visitor_text=keep)
    return found


def rows_on(page: PageObject, heads: Sequence[str]) -> list[dict[str, str]]:
    """The rows below a line of these heads, top to bottom: what stands under each head.

    Lines of a cell are joined, spaces made one; an empty cell has no entry. What follows the table
    on its page makes rows too. No table with these heads on the page, no row.
    """
    words = placed(page)
    line = _line_of(words, heads)
    if line is None:
        return []
    columns = sorted((each.x, each.text.strip()) for each in line)
    below = [each for each in words if _FOOT < each.y < line[0].y - _SAME_LINE]
    below.sort(key=lambda each: -each.y)
    rows: list[dict[str, str]] = []
    last = line[0].y
    for each in below:
        if last - each.y > _ROW_GAP:
            rows.append({})
        last = min(last, each.y)
        left = [column for column in columns if column[0] - _RAGGED <= each.x]
        head = max(left, default=columns[0])[1]
        rows[-1][head] = f"{rows[-1].get(head, '')} {each.text}"
    return [{head: " ".join(text.split()) for head, text in row.items()} for row in rows]


def rows_of(data: bytes, heads: Sequence[str]) -> list[dict[str, str]]:
    """The rows of all pages, in order."""
    return [row for page in PdfReader(BytesIO(data)).pages for row in rows_on(page, heads)]


def _line_of(words: Sequence[Placed], heads: Sequence[str]) -> list[Placed] | None:
    for first in (each for each in words if each.text.strip() == heads[0]):
        line = [each for each in words if abs(each.y - first.y) < _SAME_LINE]
        if {each.text.strip() for each in line} == set(heads):
            return line
    return None
