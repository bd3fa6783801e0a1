"""What of a kind is in force on a day: for files given out for a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.assignments import MissionShare
from mutudesk.domain.authority import is_in_force
from mutudesk.domain.bodies import Population
from mutudesk.domain.records import Fact, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mutudesk.domain.fact_base import FactBase

# Whether a mission share counts on a day, or is only planned, follows from these.
SHARES_REST_ON = (Kind.MANAGING, Kind.MEMBERSHIP)


def in_force_on(base: FactBase, facts: Iterable[Fact], on: date) -> list[Fact]:
    """Those that hold on the day; of populations, the last ones known in its year.

    `base` holds what mission shares rest on. One that is only planned on the day is left out.
    """
    populations = []
    held: list[Fact] = []
    for fact in facts:
        if isinstance(fact, Population):
            populations.append(fact)
        elif isinstance(fact, MissionShare):
            if is_in_force(base, fact, on):
                held.append(fact)
        elif (period := getattr(fact, "period", None)) is None or period.holds(on):
            held.append(fact)
    return [*held, *_latest(populations, on.year)]


def _latest(facts: Iterable[Population], year: int) -> Iterable[Population]:
    """The populations of the last year known by then: they hold until new ones are published."""
    latest: dict[str, Population] = {}
    for fact in facts:
        if fact.year <= year:
            known = latest.get(fact.siren)
            if known is None or known.year < fact.year:
                latest[fact.siren] = fact
    return latest.values()
