"""The acts on one record by itself, of any kind: enter, correct, change from a day, close, delete.

Acts on a record together with what hangs on it are verbs of their subject, in the modules beside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.changes import amend_from, close, correct, create, delete
from mutudesk.domain.findings import RefusedError, refusal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.records import D, Fact, Stored


def enter_record(fact: Fact) -> list[AnyChange]:
    """A new record."""
    return [create(fact)]


def correct_record(before: Stored[Fact], fact: Fact) -> list[AnyChange]:
    """A record that was wrong, as it should have been."""
    return [correct(before, fact)]


def take_record(before: Stored[Fact] | None, fact: Fact) -> list[AnyChange]:
    """What a file says: a correction of what has its key, else a new record."""
    return enter_record(fact) if before is None else correct_record(before, fact)


def amend_record(before: Stored[D], day: date | None, fact: D) -> list[AnyChange]:
    """What is new from a day on; it ends when the former one would have ended.

    Raises RefusedError like `amend_from`, and ("cell_required") without a day.
    """
    return amend_from(before, needed_day(day, "valid_from"), fact)


def close_record(before: Stored[D], last_day: date | None) -> list[AnyChange]:
    """The end of a record, that day included.

    Raises RefusedError like `close`, and ("cell_required") without a day.
    """
    return [close(before, needed_day(last_day, "valid_until"))]


def delete_records(stored: Iterable[Stored[Fact]]) -> list[AnyChange]:
    """Records that should never have been; refused while others depend on them."""
    return [delete(each) for each in stored]


def needed_day(day: date | None, field: str) -> date:
    """The day that an act cannot do without. Raises RefusedError("cell_required") at its field."""
    if day is None:
        raise RefusedError(refusal("cell_required", field=field))
    return day


def fact_left(changes: list[AnyChange]) -> Fact | None:
    """The fact that a list is to show after an act: the last one that is not deleted."""
    return next((each.after for each in reversed(changes) if each.after is not None), None)


def starting_day(fact: Fact, on: date) -> date | None:
    """The day from which a change is proposed: the date looked at, where the record runs by then.

    None where it does not, or begins that very day: a change cannot start there.
    """
    period = getattr(fact, "period", None)
    if period is None or not period.holds(on) or period.valid_from == on:
        return None
    return on
