"""What a message shows of a value that has no end: the beginning, and that there is more.

A file may have a cell of a hundred thousand characters, or a thousand columns that nobody knows.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_SHOWN = 200  # characters of a text
LONGEST_PLACE = 4_096  # of a path, which is of no use when it is cut
MOST_SHOWN = 20  # things of a list
ELLIPSIS = "…"


class ShortList(NamedTuple):
    """The first things of a list, and how many more there are."""

    shown: tuple[str, ...]
    more: int


def short_text(text: str, longest: int = LONGEST_SHOWN) -> str:
    """The text, with … in place of what is too much; never longer than `longest` characters."""
    if len(text) <= longest:
        return text
    end = longest - len(ELLIPSIS)
    while end and unicodedata.combining(text[end]):
        end -= 1  # an accent belongs to the letter before it
    return text[:end].rstrip() + ELLIPSIS


def short_list(items: Sequence[str], most: int = MOST_SHOWN) -> ShortList:
    """The first things, each shortened; a list that is too long by one is shown whole."""
    if len(items) <= most + 1:
        most = len(items)
    return ShortList(tuple(map(short_text, items[:most])), len(items) - most)
