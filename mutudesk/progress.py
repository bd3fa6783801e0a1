"""How far long work is, told while it goes on, and how its user stops it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

T = TypeVar("T")

# Called with how much is done, of how much. What it raises ends the work.
Progress: TypeAlias = Callable[[int, int], None]

WHOLE = 1_000
_AT_ONCE = 500  # items between two words: seldom enough to cost nothing, often enough to stop


class StoppedError(Exception):
    """The user stopped the work: nothing of it was kept."""


def no_progress(done: int, total: int) -> None:
    """Tell nobody."""


def stoppable(progress: Progress, cancelled: Callable[[], bool]) -> Progress:
    """Tell `progress`, and raise StoppedError as soon as `cancelled()` says so."""

    def report(done: int, total: int) -> None:
        if cancelled():
            raise StoppedError
        progress(done, total)

    return report


def part(progress: Progress, first: int, last: int) -> Progress:
    """One part of the work, which is from `first` to `last` thousandths of the whole."""

    def report(done: int, total: int) -> None:
        share = done / total if total else 1
        progress(round(first + (last - first) * share), WHOLE)

    return report


def reporting(items: Sequence[T], progress: Progress) -> Iterator[T]:
    """Give the items one by one, telling now and then how many were given."""
    remaining, total = iter(items), len(items)
    for done in range(0, total, _AT_ONCE):
        progress(done, total)
        yield from islice(remaining, _AT_ONCE)
