"""Half-open periods: the first day is in, `valid_until` is the first day that is out.

`valid_from` None means "since always" (the beginning was never recorded); `valid_until` None means
"still running". Screens and paper show the *last day included*: `last_day` and
`Period.inclusive` are the only two places where the conversion is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ONE_DAY = timedelta(days=1)
EARLIEST_YEAR, LATEST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `valid_from` (inclusive) to `valid_until` (exclusive).

    Raises ValueError when it would hold no day at all.
    """

    valid_from: date | None
    valid_until: date | None = None

    def __post_init__(self) -> None:
        """Refuse an upside-down period: nothing in the register lasts no day."""
        start, end = self.valid_from, self.valid_until
        if start is not None and end is not None and start >= end:
            message = f"period upside down: {start} to {end}"
            raise ValueError(message)

    @classmethod
    def inclusive(cls, first: date | None, last: date | None) -> Period:
        """Make a period from its first and its last day, both included."""
        return cls(first, None if last is None else last + ONE_DAY)

    @property
    def last_day(self) -> date | None:
        """The last day included, as screens and paper show it; None while running."""
        return None if self.valid_until is None else self.valid_until - ONE_DAY

    @property
    def start(self) -> date:
        """The first day, with "since always" as the earliest date there is."""
        return self.valid_from or date.min

    @property
    def stop(self) -> date:
        """The first day out, with "still running" as the latest date there is."""
        return self.valid_until or date.max

    def holds(self, on: date) -> bool:
        """Tell whether `on` is one of the days."""
        return self.start <= on < self.stop

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two have a day in common."""
        return self.start < other.stop and other.start < self.stop

    def intersection(self, other: Period) -> Period | None:
        """The days in common, None when there are none."""
        if not self.overlaps(other):
            return None
        start = max(self.start, other.start)
        stop = min(self.stop, other.stop)
        return Period(
            None if start == date.min else start,
            None if stop == date.max else stop,
        )

    def until(self, day: date | None) -> Period:
        """The same beginning with another end (exclusive)."""
        return Period(self.valid_from, day)


ALWAYS = Period(None, None)


def merged(periods: Iterable[Period]) -> list[Period]:
    """The same days as few periods as possible, in order; neighbours are joined."""
    result: list[Period] = []
    for period in sorted(periods, key=lambda each: each.start):
        if result and period.start <= result[-1].stop:
            if period.stop > result[-1].stop:
                result[-1] = result[-1].until(period.valid_until)
        else:
            result.append(period)
    return result


def uncovered(wanted: Period, by: Iterable[Period]) -> list[Period]:
    """The parts of `wanted` that no period of `by` holds, in order."""
    gaps: list[Period] = []
    reached = wanted.start
    for period in merged(by):
        if period.stop <= reached:
            continue
        if period.start >= wanted.stop:
            break
        if period.start > reached:
            gaps.append(Period(_known(reached), period.valid_from))
        reached = period.stop
        if reached >= wanted.stop:
            return gaps
    if reached < wanted.stop:
        gaps.append(Period(_known(reached), wanted.valid_until))
    return gaps


def _known(day: date) -> date | None:
    return None if day == date.min else day
