"""The obvious repair of a refusal, as a button under the field: what overlaps is closed in time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from mutudesk.domain.findings import RefusedError
from mutudesk.domain.period import ONE_DAY
from mutudesk.domain.records import ref_to
from mutudesk.language.typography import short_date
from mutudesk.ui.records.acts import closing_before
from mutudesk.ui.records.spec import ENDS, record_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.records import Stored
    from mutudesk.ui.records.spec import RecordSpec

_TWO = 2  # an overlap names the later record, then the earlier one


@dataclass(frozen=True, slots=True)
class Repair:
    """What the button says, and what it adds to the act or writes into the form."""

    words: str
    changes: tuple[AnyChange, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)


def repair_of(
    finding: Finding,
    changes: Sequence[AnyChange],
    stored: Sequence[Stored[Any]],
    spec: RecordSpec[Any],
) -> Repair | None:
    """The repair of an overlap between the act and a record of the list; None for all else."""
    if not finding.code.endswith("_overlap") or len(finding.records) < _TWO:
        return None
    later, earlier = finding.records[:_TWO]
    entered = {change.ref: change.fact for change in changes if change.after is not None}
    changed = {change.before.id for change in changes if change.before is not None}
    others = {ref_to(each.fact): each for each in stored if each.id not in changed}
    if later in entered and earlier in others:
        return _close_earlier(entered[later], others[earlier], spec)
    if earlier in entered and later in others:
        return _end_before(others[later])
    return None


def _close_earlier(entered: Any, other: Stored[Any], spec: RecordSpec[Any]) -> Repair | None:  # noqa: ANN401
    begins = entered.period.valid_from
    if begins is None:
        return None
    try:
        closing = closing_before(other, begins)
    except RefusedError:
        return None
    words = record_words(spec.words.close_former).format(day=short_date(begins - ONE_DAY))
    return Repair(words, changes=(closing,))


def _end_before(follower: Stored[Any]) -> Repair | None:
    follows = follower.fact.period.valid_from
    if follows is None:
        return None
    last = follows - ONE_DAY
    words = QCoreApplication.translate("records", "End on {day}").format(day=short_date(last))
    return Repair(words, values={ENDS: last})
