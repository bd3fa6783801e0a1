"""The act that a form asks for: the values it begins with, and the verb they are handed to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from mutudesk.ui.records.spec import BEGINS, ENDS, ActKind
from mutudesk.usecases.acts.records import (
    amend_record,
    close_record,
    correct_record,
    enter_record,
    starting_day,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.records import Stored
    from mutudesk.ui.records.spec import RecordSpec


def starting_values(
    act: ActKind, spec: RecordSpec[Any], before: Stored[Any] | None, on: date
) -> dict[str, object]:
    """What the form shows when the act begins: nothing recorded for a new record."""
    if before is None:
        values = dict(spec.starts_with(on))
        if spec.is_dated:
            values.setdefault(BEGINS, on)
        return values
    values = spec.to_values(before.fact)
    if act is ActKind.AMEND:
        for name in spec.amends_without:
            values.pop(name, None)
        values[BEGINS] = starting_day(before.fact, on)
    return values


def changes_of(
    act: ActKind,
    spec: RecordSpec[Any],
    owner: str,
    before: Stored[Any] | None,
    values: Mapping[str, object],
) -> list[AnyChange]:
    """What the act writes. Raises RefusedError, at a field of the form where it has one."""
    if before is None or act is ActKind.NEW:
        return enter_record(spec.to_fact(owner, values))
    if act is ActKind.CORRECT:
        return correct_record(before, spec.to_fact(owner, values))
    if act is ActKind.CLOSE:
        return close_record(before, day_in(values, ENDS))
    return amend_record(before, day_in(values, BEGINS), spec.to_fact(owner, until_open(values)))


def day_in(values: Mapping[str, object], name: str) -> date | None:
    """The day in a field, None where it is empty."""
    return cast("date | None", values.get(name))


def until_open(values: Mapping[str, object]) -> dict[str, object]:
    """The values without an end: it is no part of a change from a day on."""
    return {**values, ENDS: None}
