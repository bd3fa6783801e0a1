"""Measuring two things in turn, so that noise of the machine falls on both alike."""

from __future__ import annotations

import gc
import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Effort:
    """Where the work files go, and how much is measured: quickly, as usual, or in full."""

    folder: Path
    quick: bool = False
    full: bool = False

    def rounds(self, usual: int) -> int:
        """How many rounds to run."""
        return min(usual, 3) if self.quick else usual


@dataclass(frozen=True, slots=True)
class Result:
    """Medians in seconds of one comparison; `ratio` is the median of those of each round."""

    name: str
    floor: float
    ours: float
    ratio: float
    target: float

    @classmethod
    def of(cls, name: str, floors: Sequence[float], ours: Sequence[float], target: float) -> Result:
        """The result of rounds that measured both in turn."""
        ratios = [each / floor for each, floor in zip(ours, floors, strict=True)]
        median = statistics.median
        return cls(name, median(floors), median(ours), median(ratios), target)

    def line(self) -> str:
        """One line of the table."""
        return (
            f"{self.name:<56}{self.floor * 1000:>11.2f}{self.ours * 1000:>11.2f}"
            f"{self.ratio:>8.2f}{self.target:>8.2f}  {_verdict(self.ratio <= self.target)}"
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that is no time; `limit` None = only to be known."""

    name: str
    value: float
    unit: str
    limit: float | None = None

    def line(self) -> str:
        """One line of the table."""
        line = f"{self.name:<56}{'':>11}{self.value:>11.1f} {self.unit}"
        if self.limit is None:
            return line
        return f"{line:<86}{self.limit:>8.1f}  {_verdict(self.value <= self.limit)}"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that cannot be measured here, and why."""

    name: str
    why: str

    def line(self) -> str:
        """One line of the table."""
        return f"{self.name:<56}  skipped: {self.why}"


HEADER = f"{'':<56}{'floor ms':>11}{'ours ms':>11}{'ratio':>8}{'target':>8}"


def _verdict(good: bool) -> str:
    return "ok" if good else "above"


def seconds(work: Callable[[], object], prepare: Callable[[], object] | None = None) -> float:
    """The time of one call, with the garbage of earlier ones out of the way."""
    if prepare is not None:
        prepare()
    gc.collect()
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def compare(
    name: str,
    floor: Callable[[], object],
    ours: Callable[[], object],
    *,
    target: float,
    rounds: int,
    prepare: Callable[[], object] | None = None,
) -> Result:
    """Run floor and ours in turn, `rounds` times after one that does not count.

    `prepare` comes before each of them and is not counted.
    """
    floors, times = [], []
    for number in range(rounds + 1):
        floor_time, our_time = seconds(floor, prepare), seconds(ours, prepare)
        if number:
            floors.append(floor_time)
            times.append(our_time)
    return Result.of(name, floors, times, target)
