"""Sums of shares over time, compared day by day with what is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from mutudesk.domain.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Amount: TypeAlias = tuple[Period, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """On these days `total` was given where `allowed` was to be had (basis points)."""

    period: Period
    total: int
    allowed: int


def excesses(given: Sequence[Amount], allowed: Sequence[Amount]) -> list[Difference]:
    """The periods on which the sum of `given` is above the sum of `allowed`, in order."""
    return [step for step in _steps(given, allowed) if step.total > step.allowed]


def shortfalls(within: Period, wanted: int, given: Sequence[Amount]) -> list[Difference]:
    """The periods inside `within` on which the sum of `given` is below `wanted`, in order."""
    inside = [
        (common, share)
        for period, share in given
        if (common := period.intersection(within)) is not None
    ]
    return [step for step in _steps(inside, [(within, wanted)]) if step.total < step.allowed]


def _steps(given: Sequence[Amount], allowed: Sequence[Amount]) -> Iterator[Difference]:
    """The sums between two neighbouring days of change; equal neighbours are joined."""
    if not given and not allowed:
        return
    days = sorted({day for period, _ in (*given, *allowed) for day in (period.start, period.stop)})
    pending: Difference | None = None
    for start, stop in pairwise(days):
        total, permitted = _sum_on(given, start), _sum_on(allowed, start)
        joins = pending is not None and (pending.total, pending.allowed) == (total, permitted)
        if pending is not None and not joins:
            yield pending
        first = pending.period.start if pending is not None and joins else start
        pending = Difference(_period(first, stop), total, permitted)
    if pending is not None:
        yield pending


def _sum_on(amounts: Iterable[Amount], day: date) -> int:
    return sum(share for period, share in amounts if period.start <= day < period.stop)


def _period(start: date, stop: date) -> Period:
    return Period(None if start == date.min else start, None if stop == date.max else stop)
