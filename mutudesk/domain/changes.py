"""The acts on records, as values: create, correct, amend from a day, close, delete.

A list of changes is one act of a user. It is judged in its final state and taken whole or not at
all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeAlias

from mutudesk.domain.findings import RefusedError, refusal
from mutudesk.domain.records import (
    D,
    F_co,
    Fact,
    RecordRef,
    Stored,
    ref_to,
)
from mutudesk.domain.timeline import Entry, Timeline, TimelineError

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.period import Period


@dataclass(frozen=True, slots=True)
class Change(Generic[F_co]):
    """One record before and after; None before = created, None after = deleted."""

    before: Stored[F_co] | None
    after: F_co | None

    @property
    def ref(self) -> RecordRef:
        """The record, by its key after the change, or before a deletion."""
        return ref_to(self.fact)

    @property
    def fact(self) -> F_co:
        """The fact after the change, or before a deletion."""
        if self.after is not None:
            return self.after
        if self.before is None:
            message = "a change holds a record before or after"
            raise ValueError(message)
        return self.before.fact


AnyChange: TypeAlias = Change[Fact]


def create(fact: Fact) -> AnyChange:
    """A new record."""
    return Change(None, fact)


def correct(before: Stored[Fact], after: Fact) -> AnyChange:
    """The record was wrong."""
    return Change(before, after)


def delete(before: Stored[Fact]) -> AnyChange:
    """The record should never have been; refused while others depend on it."""
    return Change(before, None)


def amend_from(before: Stored[D], day: date, value: D) -> list[AnyChange]:
    """Something new begins on `day`: the running record ends the day before, `value` follows it.

    Raises RefusedError("amend_outside") when the record does not run on `day`, ("amend_same_day")
    when it begins that very day.
    """
    period = before.fact.period
    try:
        closed, opened = Timeline([Entry(period, before.fact)]).amend_from(day, value)
    except TimelineError as problem:
        code = "amend_same_day" if problem.code == "same_day" else "amend_outside"
        finding = refusal(code, ref_to(before.fact), field="valid_from", day=day, period=period)
        raise RefusedError(finding) from None
    return [
        Change(before, with_period(before.fact, closed.period)),
        Change(None, with_period(value, opened.period)),
    ]


def close(before: Stored[D], last_day: date) -> AnyChange:
    """The record ends with `last_day` (inclusive).

    Raises RefusedError("close_outside") when the record does not run on that day.
    """
    period = before.fact.period
    try:
        (closed,) = Timeline([Entry(period, before.fact)]).close(last_day)
    except TimelineError:
        finding = refusal(
            "close_outside", ref_to(before.fact), field="valid_until", day=last_day, period=period
        )
        raise RefusedError(finding) from None
    return Change(before, with_period(before.fact, closed.period))


def with_period(fact: D, period: Period) -> D:
    """The same dated fact on other days."""
    return replace(fact, period=period)
