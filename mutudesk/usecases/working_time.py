"""A change of working time, with the assignments and mission shares it leads to, in one act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.domain.changes import AnyChange, amend_from
from mutudesk.domain.staff import Position

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.records import Stored
    from mutudesk.usecases.browsing import Record


@dataclass(frozen=True, slots=True)
class ProposedShare:
    """A running assignment or mission share with the share proposed for it."""

    stored: Stored[Assignment] | Stored[MissionShare]
    share: int  # basis points of a full post


def propose_shares(record: Record, day: date, working_time: int) -> list[ProposedShare]:
    """What keeps every share in its former proportion to the working time, rounded down.

    Rounding down never exceeds the new working time; the user distributes what is left.
    Records that begin on the day itself or later are left to the user.
    """
    current = next((each for each in record.of(Position) if each.fact.period.holds(day)), None)
    if current is None:
        return []
    former = current.fact.working_time
    running: list[Stored[Assignment] | Stored[MissionShare]] = [
        *(each for each in record.of(Assignment) if _runs_through(each, day)),
        *(each for each in record.of(MissionShare) if _runs_through(each, day)),
    ]
    return [
        ProposedShare(each, max(1, each.fact.share * working_time // former)) for each in running
    ]


def _runs_through(stored: Stored[Assignment] | Stored[MissionShare], day: date) -> bool:
    period = stored.fact.period
    return period.holds(day) and period.valid_from != day


def working_time_changes(
    position: Stored[Position], day: date, amended: Position, shares: list[ProposedShare]
) -> list[AnyChange]:
    """The changes of the whole act: the position from `day` on, and each share as chosen.

    Raises RefusedError like `amend_from`.
    """
    changes = amend_from(position, day, amended)
    for each in shares:
        fact = each.stored.fact
        if each.share != fact.share:
            changes += amend_from(each.stored, day, replace(fact, share=each.share))
    return changes
