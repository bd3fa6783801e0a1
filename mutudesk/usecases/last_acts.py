"""Which act *undo* and *redo* would take on; what they do is in `acts.undoing`.

Asked at every start: it needs the journal alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.domain.history import BEGINNINGS, UNDO, HistoryAct, target_of
from mutudesk.storage.queries import journal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mutudesk.usecases.session import Session

_LOOKED_BACK = 200  # acts; whoever wants to go further back does so from the history


@dataclass(frozen=True, slots=True)
class LastActs:
    """What *undo* and *redo* would take on now."""

    undo: HistoryAct | None = None
    redo: HistoryAct | None = None


def last_acts(session: Session) -> LastActs:
    """The newest act that still stands, and the newest undoing that nothing followed."""
    with session.register.read() as reading:
        connection = reading.connection
        undo, redo = _candidates(
            (row.act, row.action, row.why) for row in journal.last_heads(connection, _LOOKED_BACK)
        )
        found = {
            each.id: each
            for each in journal.acts_of(connection, [act for act in (undo, redo) if act])
        }
    return LastActs(found.get(undo or 0), found.get(redo or 0))


def _candidates(
    newest_first: Iterable[tuple[int, str, str | None]],
) -> tuple[int | None, int | None]:
    """The act to undo and the undoing to take back; each undo or redo cancels its target."""
    cancelled: set[int] = set()
    redo: int | None = None
    for act, action, why in newest_first:
        if act in cancelled:
            continue
        target = target_of(action, why or "")
        if target is not None:
            cancelled.add(target)
            if action == UNDO and redo is None:
                redo = act
            continue
        return None if action in BEGINNINGS else act, redo
    return None, redo
