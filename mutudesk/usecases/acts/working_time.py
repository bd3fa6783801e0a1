"""A change of working time, with the assignments and mission shares it leads to, in one act.

It lasts as long as the position: what runs on the day, and what begins later under this position,
is brought down or up with it; what runs on beyond its end is as it was from then on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from mutudesk.domain.agents import Position
from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.domain.authority import in_force_periods
from mutudesk.domain.period import Period, uncovered
from mutudesk.domain.rules.sums import excesses, shortfalls
from mutudesk.usecases.acts.assignments import in_pieces
from mutudesk.usecases.acts.records import amend_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.records import Stored
    from mutudesk.domain.rules.sums import Difference
    from mutudesk.usecases.queries import Record

Shared: TypeAlias = "Stored[Assignment] | Stored[MissionShare]"


@dataclass(frozen=True, slots=True)
class ProposedShare:
    """An assignment or mission share with the share proposed for it on the days of `period`."""

    stored: Shared
    share: int  # basis points of a full post
    period: Period

    @property
    def is_assignment(self) -> bool:
        """Tell whether it is an assignment, not a mission share."""
        return isinstance(self.stored.fact, Assignment)


def propose_shares(record: Record, day: date, working_time: int) -> list[ProposedShare]:
    """What keeps every share in its former proportion to the working time, rounded down.

    Each assignment comes before its shares. Rounding down never exceeds the new working time; the
    user distributes what is left. The same working time leads to nothing.
    """
    current = next((each for each in record.of(Position) if each.fact.period.holds(day)), None)
    if current is None or current.fact.working_time == working_time:
        return []
    former = current.fact.working_time
    within = Period(day, current.fact.period.valid_until)
    concerned: list[Shared] = [*record.of(Assignment), *record.of(MissionShare)]
    return _in_order(
        ProposedShare(each, max(1, each.fact.share * working_time // former), period)
        for each in concerned
        if (period := each.fact.period.intersection(within)) is not None
    )


def change_working_time(
    position: Stored[Position],
    day: date | None,
    amended: Position,
    shares: Iterable[ProposedShare],
) -> list[AnyChange]:
    """The changes of the whole act: the position from `day` on, and each share as chosen.

    Raises RefusedError like `amend_record`.
    """
    changes = amend_record(position, day, amended)
    for each in shares:
        if each.share != each.stored.fact.share:
            changes += _on_its_days(each)
    return changes


def unlike_distributed(
    base: FactBase, shares: Sequence[ProposedShare]
) -> list[tuple[Assignment, Difference]]:
    """The assignments of which more or less than all is distributed, with the first such days.

    What is planned is distributed, but never too much: it counts in no sum.
    """
    found = []
    for each in shares:
        fact = each.stored.fact
        if not isinstance(fact, Assignment):
            continue
        given = [
            (common, other.share, other.stored.fact)
            for other in shares
            if not other.is_assignment and other.stored.fact.service == fact.service
            if (common := other.period.intersection(each.period)) is not None
        ]
        counting = [
            (counted, share)
            for common, share, of in given
            if isinstance(of, MissionShare)
            for days in in_force_periods(base, of)
            if (counted := days.intersection(common)) is not None
        ]
        unlike = [
            *shortfalls(each.period, each.share, [(common, share) for common, share, _ in given]),
            *excesses(counting, [(each.period, each.share)]),
        ]
        if unlike:
            found.append((fact, min(unlike, key=lambda step: step.period.start)))
    return found


def _on_its_days(proposed: ProposedShare) -> list[AnyChange]:
    """The record in pieces: before, on and after the days on which the new share holds."""
    stored = cast("Stored[Any]", proposed.stored)
    facts = [
        replace(stored.fact, period=each)
        for each in uncovered(stored.fact.period, [proposed.period])
    ]
    facts.append(replace(stored.fact, share=proposed.share, period=proposed.period))
    return in_pieces(stored, sorted(facts, key=lambda fact: fact.period.start))


def _in_order(shares: Iterable[ProposedShare]) -> list[ProposedShare]:
    """By service and time, each share below the assignment that it begins under."""
    found = list(shares)
    begun = [(each.stored.fact.service, each.period.start) for each in found if each.is_assignment]

    def place(each: ProposedShare) -> tuple[str, date, bool]:
        service, first = each.stored.fact.service, each.period.start
        under = [start for code, start in begun if code == service and start <= first]
        return service, max(under, default=first), not each.is_assignment

    return sorted(found, key=place)
