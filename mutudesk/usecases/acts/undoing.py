"""Undoing by a new act: of a whole act, of an undo (redo), or of one record's later changes.

The former values go through `recording` like any other act: every rule judges them, and the
journal keeps both the act and its undoing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.domain.changes import Change
from mutudesk.domain.findings import Finding, RefusedError, refusal, refusals
from mutudesk.domain.history import (
    BEGINNINGS,
    REDO,
    RESTORE,
    UNDO,
    HistoryAct,
    pointing_at,
)
from mutudesk.domain.records import Kind, RecordRef, kind_of, owner_of, ref_to
from mutudesk.language.history import act_name, record_name
from mutudesk.storage.loading import load_owned
from mutudesk.storage.queries import journal
from mutudesk.usecases.recording import Judged, foresee, record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.history import HistoryLine, Names
    from mutudesk.domain.records import Fact, Stored
    from mutudesk.storage.unit_of_work import ReadTransaction
    from mutudesk.usecases.session import Session

MANY = 200  # lines from which an act is undone beside the window


@dataclass(frozen=True, slots=True)
class Return:
    """One record going back to a former state: what it is, and what it would be again."""

    before: Stored[Fact] | None
    after: Fact
    names: Names
    findings: tuple[Finding, ...]

    @property
    def refusals(self) -> list[Finding]:
        """What stands against it."""
        return refusals(self.findings)


def undo_act(session: Session, act: HistoryAct, language: str = "fr") -> Judged:
    """Write the act that restores what an act changed.

    Raises RefusedError: ("undo_beginning"), ("undo_before_upgrade"), ("undo_purged"),
    ("undo_touched_since") for each record that is no longer as the act left it, and every refusal
    of the rules.
    """
    if act.action in BEGINNINGS:
        raise RefusedError(refusal("undo_beginning"))
    why = pointing_at(act.id, act_name(act, language))
    return record(session, inverse(session, act, language), UNDO, why)


def take_back(session: Session, act: HistoryAct, language: str = "fr") -> Judged:
    """Undo an act; an undo is undone by doing its act again. Raises as `undo_act`."""
    return (redo_act if act.action == UNDO else undo_act)(session, act, language)


def redo_act(session: Session, undone: HistoryAct, language: str = "fr") -> Judged:
    """Take an undoing back; raises as `undo_act`."""
    why = pointing_at(undone.id, undone.reason or act_name(undone, language))
    return record(session, inverse(session, undone, language), REDO, why)


def inverse(session: Session, act: HistoryAct, language: str = "fr") -> list[AnyChange]:
    """The changes that take an act back."""
    with session.register.read() as reading:
        connection = reading.connection
        if journal.begun_anew_since(connection, act.id):
            raise RefusedError(refusal("undo_before_upgrade"))
        lines = journal.lines_of(connection, act.id)
        if any(line.purged for line in lines):
            raise RefusedError(refusal("undo_purged"))
        facts = [line.fact for line in lines if line.fact is not None]
        current = _current(reading, facts + [line.before for line in lines if line.before])
        changes: list[AnyChange] = []
        touched: list[HistoryLine] = []
        for line in lines:
            there = current.get(ref_to(line.after)) if line.after is not None else None
            if (there.fact if there is not None else None) == line.after:
                changes.append(Change(there, line.before))
            else:
                touched.append(line)
        if touched and all(_is_before(line, current) for line in lines):
            raise RefusedError(refusal("undo_already"))
        if touched:
            names = journal.names_today(connection, facts)
            raise RefusedError(*_touched(touched, names, language))
    return changes


def _is_before(line: HistoryLine, current: Mapping[RecordRef, Stored[Fact]]) -> bool:
    """Tell whether a record is as it was before the act."""
    fact = line.before or line.after
    there = current.get(ref_to(fact)) if fact is not None else None
    return (there.fact if there is not None else None) == line.before


def _touched(lines: Sequence[HistoryLine], names: Names, language: str) -> list[Finding]:
    return [
        refusal(
            "undo_touched_since", ref_to(fact), record=record_name(line.kind, fact, names, language)
        )
        for line in lines
        if (fact := line.fact) is not None
    ]


def foresee_return(session: Session, line: HistoryLine) -> Return | None:
    """What going back to the state after a line would change.

    None when the record is in that state. After a deletion, the state before it is meant. Raises
    RefusedError("undo_purged").
    """
    wanted = line.fact
    if wanted is None:
        raise RefusedError(refusal("undo_purged"))
    with session.register.read() as reading:
        there = _current(reading, [wanted]).get(ref_to(wanted))
        names = journal.names_today(reading.connection, [wanted])
    if there is not None and there.fact == wanted:
        return None
    findings = foresee(session, [Change(there, wanted)]).findings
    return Return(there, wanted, names, findings)


def go_back(session: Session, foreseen: Return, language: str = "fr") -> Judged:
    """Write the act that gives a record its former state back."""
    why = record_name(kind_of(foreseen.after), foreseen.after, foreseen.names, language)
    return record(session, [Change(foreseen.before, foreseen.after)], RESTORE, why)


def _current(reading: ReadTransaction, facts: Iterable[Fact]) -> dict[RecordRef, Stored[Fact]]:
    """What is recorded now of what these facts belong to, by key."""
    owners: dict[Kind, set[str]] = defaultdict(set)
    for fact in facts:
        owners[kind_of(fact)].add(owner_of(fact))
    return {
        ref_to(each.fact): each
        for kind, codes in owners.items()
        for each in load_owned(reading.connection, kind, codes)
    }
