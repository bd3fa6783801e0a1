"""An assignment together with its mission shares: what each act on them writes, in one go.

The shares of an assignment are those of the same agent and service that run at the same time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.domain.changes import amend_from, close, correct, create, delete
from mutudesk.domain.findings import RefusedError, refusal
from mutudesk.domain.period import ONE_DAY, Period
from mutudesk.domain.records import D, Stored, ref_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from mutudesk.domain.changes import AnyChange
    from mutudesk.usecases.browsing import Record


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


def new_assignment(fact: Assignment, lines: Sequence[ShareLine]) -> list[AnyChange]:
    """An assignment and its shares."""
    return [create(fact), *(create(line.fact) for line in lines)]


def corrected_assignment(
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


def amended_assignment(
    stored: Stored[Assignment],
    day: date,
    fact: Assignment,
    shares: Sequence[Stored[MissionShare]],
    lines: Sequence[ShareLine],
) -> list[AnyChange]:
    """What is new from `day` on; what stays as it was is left alone.

    `shares` run on the day. Raises RefusedError like `amend_from`.
    """
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
    for each in _left_out(shares, lines):
        begun_then = each.fact.period.valid_from == day
        changes.append(delete(each) if begun_then else close(each, day - ONE_DAY))
    return changes


def closed_assignment(
    stored: Stored[Assignment],
    last_day: date,
    shares: Iterable[Stored[MissionShare] | Stored[Assignment]],
) -> list[AnyChange]:
    """The end of an assignment and of the shares chosen to end with it."""
    return [close(stored, last_day), *(close(each, last_day) for each in shares)]


def deleted_assignment(
    stored: Stored[Assignment], shares: Iterable[Stored[MissionShare]]
) -> list[AnyChange]:
    """An assignment that should never have been, with its shares."""
    return [delete(stored), *(delete(each) for each in shares)]


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
