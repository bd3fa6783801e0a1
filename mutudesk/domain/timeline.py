"""A dated concept as one immutable value, with the three acts that change it.

*Amend from* a day: something new begins. *Correct*: what was recorded was wrong. *Close*: it ends.
They are different acts in law and so have different verbs here and on screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Generic, TypeVar

from mutudesk.domain.period import ONE_DAY, Period, uncovered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

T = TypeVar("T")


class TimelineError(ValueError):
    """The act asked for does not fit what is on the timeline; `period` is the one in the way."""

    def __init__(self, code: str, period: Period | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.period = period


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """One value and the days on which it holds."""

    period: Period
    value: T


class Timeline(Generic[T]):
    """Entries in order, never two on one day; gaps are allowed.

    Raises TimelineError("overlap") when two entries share a day.
    """

    __slots__ = ("entries",)

    def __init__(self, entries: Iterable[Entry[T]] = ()) -> None:
        self.entries = tuple(sorted(entries, key=lambda each: each.period.start))
        for before, after in pairwise(self.entries):
            if before.period.overlaps(after.period):
                code = "overlap"
                raise TimelineError(code, before.period)

    def __iter__(self) -> Iterator[Entry[T]]:
        return iter(self.entries)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Timeline) and self.entries == other.entries

    def __hash__(self) -> int:
        return hash(self.entries)

    def at(self, on: date) -> Entry[T] | None:
        """The entry that holds on that day, None in a gap."""
        return next((entry for entry in self.entries if entry.period.holds(on)), None)

    def amend_from(self, day: date, value: T) -> Timeline[T]:
        """Let `value` hold from `day` on; the entry running that day ends the day before.

        The new entry ends where the former one would have ended. Raises
        TimelineError("nothing_to_amend") in a gap, ("same_day") when the entry begins on that very
        day: that is a correction.
        """
        current = self.at(day)
        if current is None:
            code = "nothing_to_amend"
            raise TimelineError(code)
        if current.period.valid_from == day:
            code = "same_day"
            raise TimelineError(code, current.period)
        closed = Entry(current.period.until(day), current.value)
        opened = Entry(Period(day, current.period.valid_until), value)
        return Timeline([*(each for each in self.entries if each is not current), closed, opened])

    def correct(self, entry: Entry[T], by: Entry[T]) -> Timeline[T]:
        """Put `by` in the place of `entry`, because it was recorded wrongly."""
        return Timeline([*(each for each in self.entries if each != entry), by])

    def close(self, last_day: date) -> Timeline[T]:
        """Let the entry that holds on `last_day` end with it (inclusive).

        Raises TimelineError("nothing_to_close") in a gap.
        """
        current = self.at(last_day)
        if current is None:
            code = "nothing_to_close"
            raise TimelineError(code)
        closed = Entry(current.period.until(last_day + ONE_DAY), current.value)
        return self.correct(current, closed)

    def gaps(self, within: Period) -> list[Period]:
        """The parts of `within` on which nothing holds."""
        return uncovered(within, (entry.period for entry in self.entries))
