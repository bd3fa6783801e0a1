"""Acts on an assignment together with its mission shares: what each of them writes, in one go.

The shares of an assignment are those of the same agent and service that run at the same time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.domain.changes import amend_from, close, correct, create, delete, with_period
from mutudesk.domain.findings import RefusedError, refusal
from mutudesk.domain.period import ONE_DAY, Period, uncovered
from mutudesk.domain.records import D, Stored, ref_to
from mutudesk.usecases.acts.records import close_record, needed_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from mutudesk.domain.changes import AnyChange
    from mutudesk.usecases.queries import Record


@dataclass(frozen=True, slots=True)
class ShareLine:
    """A mission share as it is to be; `stored` None = a new one."""

    stored: Stored[MissionShare] | None
    fact: MissionShare


def shares_of(record: Record, assignment: Assignment) -> list[Stored[MissionShare]]:
    """The mission shares of an assignment, earliest first."""
    return [
        each
        for each in record.of(MissionShare)
        if each.fact.service == assignment.service
        and each.fact.matricule == assignment.matricule
        and each.fact.period.overlaps(assignment.period)
    ]


def running_on(shares: Iterable[Stored[MissionShare]], day: date) -> list[Stored[MissionShare]]:
    """Those that are in force on a day."""
    return [each for each in shares if each.fact.period.holds(day)]


def ending_with(stored: Iterable[Stored[D]], last_day: date) -> list[Stored[D]]:
    """Those that run on a day and beyond it: an end on that day is theirs too."""
    return [
        each
        for each in stored
        if each.fact.period.holds(last_day) and each.fact.period.last_day != last_day
    ]


def days_following(
    share: Period, assignment: Period, first: date | None, last: date | None
) -> Period:
    """The days of a share whose assignment now runs from a first to a last day.

    What began or ended with the assignment goes on doing so; what had its own day keeps it. Raises
    ValueError when nothing is left between the two.
    """
    if share.valid_from != assignment.valid_from:
        first = share.valid_from
    if share.valid_until != assignment.valid_until:
        last = share.last_day
    return Period.inclusive(first, last)


def create_assignment(fact: Assignment, lines: Sequence[ShareLine]) -> list[AnyChange]:
    """An assignment and its shares."""
    return [create(fact), *(create(line.fact) for line in lines)]


def correct_assignment(
    stored: Stored[Assignment],
    fact: Assignment,
    shares: Sequence[Stored[MissionShare]],
    lines: Sequence[ShareLine],
) -> list[AnyChange]:
    """An assignment that was wrong, with its shares as they should have been."""
    changes = [correct(stored, fact)]
    changes += [
        create(line.fact) if line.stored is None else correct(line.stored, line.fact)
        for line in lines
    ]
    changes += [delete(each) for each in _left_out(shares, lines)]
    return [each for each in changes if each.before is None or each.before.fact != each.after]


def amend_assignment(
    stored: Stored[Assignment],
    day: date | None,
    fact: Assignment,
    shares: Sequence[Stored[MissionShare]],
    lines: Sequence[ShareLine],
) -> list[AnyChange]:
    """What is new from `day` on; what stays as it was is left alone.

    `shares` are those of the assignment: the ones that run on the day and have no line end the day
    before. Raises RefusedError like `amend_record`.
    """
    day = needed_day(day, "valid_from")
    period = stored.fact.period
    if not period.holds(day):
        finding = refusal(
            "amend_outside", ref_to(stored.fact), field="valid_from", day=day, period=period
        )
        raise RefusedError(finding)
    changes: list[AnyChange] = []
    if replace(fact, period=period) != stored.fact:
        changes += amend_from(stored, day, fact)
    for line in lines:
        changes += _share_from(line, day, period)
    for each in _left_out(running_on(shares, day), lines):
        begun_then = each.fact.period.valid_from == day
        changes.append(delete(each) if begun_then else close(each, day - ONE_DAY))
    return changes


def close_assignment(
    stored: Stored[Assignment], last_day: date | None, shares: Iterable[Stored[MissionShare]]
) -> list[AnyChange]:
    """The end of an assignment and of the shares chosen to end with it.

    Raises RefusedError like `close_record`.
    """
    changes = close_record(stored, last_day)
    for each in shares:
        changes += close_record(each, last_day)
    return changes


def shares_left(
    assignment: Assignment, shares: Iterable[Stored[MissionShare]]
) -> list[tuple[Stored[MissionShare], list[Period]]]:
    """Each share of an assignment with the days that stay when the assignment never was.

    None stay of a share that lies within it. One that reaches beyond, as where the assignment is
    the renewal of a former one, keeps what lies before and after.
    """
    return [(each, uncovered(each.fact.period, [assignment.period])) for each in shares]


def delete_assignment(
    stored: Stored[Assignment], shares: Iterable[Stored[MissionShare]]
) -> list[AnyChange]:
    """An assignment that should never have been; its shares keep their days outside it.

    A share of the same mission and beneficiary that begins the day after the assignment is in the
    way of one that is to begin then: the act is refused, as both would have one key.
    """
    changes: list[AnyChange] = [delete(stored)]
    for share, periods in shares_left(stored.fact, shares):
        changes += in_pieces(share, [with_period(share.fact, each) for each in periods])
    return changes


def in_pieces(before: Stored[D], facts: Sequence[D]) -> list[AnyChange]:
    """A record that becomes several, in order: the first one goes on with it; none = it goes."""
    if not facts:
        return [delete(before)]
    first, *others = facts
    return [correct(before, first), *(create(each) for each in others)]


def _share_from(line: ShareLine, day: date, within: Period) -> list[AnyChange]:
    if line.stored is None:
        return [create(replace(line.fact, period=Period(day, within.valid_until)))]
    before = line.stored.fact
    if replace(line.fact, period=before.period) == before:
        return []
    if before.period.valid_from == day:
        return [correct(line.stored, replace(line.fact, period=before.period))]
    return amend_from(line.stored, day, line.fact)


def _left_out(
    shares: Iterable[Stored[MissionShare]], lines: Iterable[ShareLine]
) -> list[Stored[MissionShare]]:
    kept = {line.stored.id for line in lines if line.stored is not None}
    return [each for each in shares if each.id not in kept]
