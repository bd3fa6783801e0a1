"""The changes that an act on one record means, and the record it leaves behind. No widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from mutudesk.domain.changes import amend_from, close, correct, create
from mutudesk.domain.findings import RefusedError, refusal
from mutudesk.domain.period import ONE_DAY
from mutudesk.ui.records.spec import BEGINS, ENDS, ActKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.records import DatedFact, Fact, Stored
    from mutudesk.ui.records.spec import RecordSpec


def changes_of(
    act: ActKind,
    spec: RecordSpec[Any],
    owner: str,
    before: Stored[Any] | None,
    values: Mapping[str, object],
) -> list[AnyChange]:
    """What the act writes. Raises RefusedError, at a field of the form where it has one."""
    if before is None or act is ActKind.NEW:
        return [create(spec.to_fact(owner, values))]
    if act is ActKind.CORRECT:
        return [correct(before, spec.to_fact(owner, values))]
    if act is ActKind.CLOSE:
        return [close(before, _needed(values, ENDS))]
    day = _needed(values, BEGINS)
    # The new record ends where the former one did: the end is not part of this act.
    open_ended = {key: value for key, value in values.items() if key != ENDS}
    return amend_from(before, day, spec.to_fact(owner, open_ended))


def fact_left(changes: list[AnyChange]) -> Fact | None:
    """The fact that the list is to show after the act: the last one that is not deleted."""
    return next((each.after for each in reversed(changes) if each.after is not None), None)


def starting_day(fact: Fact, on: date) -> date | None:
    """The day from which *Modifier à compter du* is proposed: that of the bar, where it fits."""
    period = getattr(fact, "period", None)
    if period is None or not period.holds(on) or period.valid_from == on:
        return None
    return on


def closing_before(before: Stored[DatedFact], day: date) -> AnyChange:
    """The record ends the day before another one begins. Raises RefusedError."""
    return close(before, day - ONE_DAY)


def _needed(values: Mapping[str, object], name: str) -> date:
    day = values.get(name)
    if day is None:
        raise RefusedError(refusal("cell_required", field=name))
    return cast("date", day)
