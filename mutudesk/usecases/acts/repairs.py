"""The obvious repair of a refusal: of two records that overlap, the first ends in time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mutudesk.domain.findings import RefusedError
from mutudesk.domain.period import ONE_DAY
from mutudesk.domain.records import ref_to
from mutudesk.usecases.acts.records import close_record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.records import Stored

_TWO = 2  # an overlap names the later record, then the earlier one


@dataclass(frozen=True, slots=True)
class Repair:
    """What would mend a refusal.

    `closing` ends the former record on `last_day`, in the same act; without it, `last_day` is the
    end that the record entered must have.
    """

    last_day: date
    closing: tuple[AnyChange, ...] = ()


def repair_of(
    finding: Finding, changes: Sequence[AnyChange], stored: Sequence[Stored[Any]]
) -> Repair | None:
    """The repair of an overlap between an act and a record beside it; None for all else."""
    if not finding.code.endswith("_overlap") or len(finding.records) < _TWO:
        return None
    later, earlier = finding.records[:_TWO]
    entered = {change.ref: change.fact for change in changes if change.after is not None}
    changed = {change.before.id for change in changes if change.before is not None}
    others = {ref_to(each.fact): each for each in stored if each.id not in changed}
    if later in entered and earlier in others:
        return _close_earlier(entered[later], others[earlier])
    if earlier in entered and later in others:
        return _end_before(others[later])
    return None


def _close_earlier(entered: Any, other: Stored[Any]) -> Repair | None:  # noqa: ANN401
    begins = entered.period.valid_from
    if begins is None:
        return None
    last = begins - ONE_DAY
    try:
        return Repair(last, tuple(close_record(other, last)))
    except RefusedError:
        return None


def _end_before(follower: Stored[Any]) -> Repair | None:
    follows = follower.fact.period.valid_from
    return None if follows is None else Repair(follows - ONE_DAY)
