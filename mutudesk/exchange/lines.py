"""The physical lines of a text, handed out one by one to whoever makes records of them.

A file made to hurt has one record that never ends, or nothing but lines without a word: both are
found here before they cost memory.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_RECORD = 1_000_000  # characters: many times what all columns of a kind can hold
MOST_BLANK_LINES = 10_000  # in a row

# One that is too long comes in pieces, each of them too long for a record.
_LINE = re.compile(
    rf"[^\r\n]{{0,{LONGEST_RECORD}}}+(?:\r\n?|\n)|[^\r\n]{{1,{LONGEST_RECORD + 1}}}+"
)


class RecordTooLongError(Exception):
    """A record has more than LONGEST_RECORD characters."""


class Lines:
    """The lines of a text with their ends. Call `record_ends` after each record made of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self._record = 0

    def __iter__(self) -> Iterator[str]:
        """The lines, in order. Raises RecordTooLongError before it hands out too much."""
        for line in _LINE.finditer(self._text):
            self._place = line.end()
            if self._place - self._record > LONGEST_RECORD:
                raise RecordTooLongError
            yield line.group()

    def record_ends(self) -> None:
        """What was handed out so far is a record; the next one begins."""
        self._record = self._place

    def next_filled(self, separator: str) -> int | None:
        """The place (from 0) of what the lines to come hold besides separators; None: nothing."""
        found = re.compile(rf'[^\s"{separator}]').search(self._text, self._place)
        return None if found is None else found.start()


def line_of(text: str, place: int) -> int:
    """The physical line (from 1) of a place in a text (from 0)."""
    ends = text.count("\n", 0, place) + text.count("\r", 0, place)
    return ends - text.count("\r\n", 0, place) + 1


def first_lines(text: str, count: int) -> list[str]:
    """The first lines of a text with their ends; all of them where it has no more."""
    return [line.group() for line in islice(_LINE.finditer(text), count)]
