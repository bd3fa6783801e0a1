"""Measuring two things in turn, so that noise of the machine falls on both alike."""

from __future__ import annotations

import gc
import statistics
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Result:
    """Medians in seconds of one comparison, and the ratio that is aimed at."""

    name: str
    floor: float
    ours: float
    target: float

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.ours / self.floor

    def line(self) -> str:
        """One line of the table."""
        verdict = "ok" if self.ratio <= self.target else "above"
        return (
            f"{self.name:<58}{self.floor * 1000:>11.2f}{self.ours * 1000:>11.2f}"
            f"{self.ratio:>8.2f}{self.target:>8.2f}  {verdict}"
        )


HEADER = f"{'':<58}{'floor ms':>11}{'ours ms':>11}{'ratio':>8}{'target':>8}"


def seconds(work: Callable[[], object]) -> float:
    """The time of one call, with the garbage of earlier ones out of the way."""
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
) -> Result:
    """Run floor and ours in turn, `rounds` times after one that does not count."""
    floors, times = [], []
    floor()
    ours()
    for _ in range(rounds):
        floors.append(seconds(floor))
        times.append(seconds(ours))
    result = Result(name, statistics.median(floors), statistics.median(times), target)
    sys.stdout.write(result.line() + "\n")
    sys.stdout.flush()
    return result
