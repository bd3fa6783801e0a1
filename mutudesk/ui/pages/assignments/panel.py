"""The tab *Affectations* of an agent: assignments with shares, one act for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.assignments import Assignment
from mutudesk.language.typography import short_period
from mutudesk.ui.pages.assignments.entry import AssignmentEntry
from mutudesk.ui.pages.assignments.facts import assignment_spec
from mutudesk.ui.pages.assignments.reading import AssignmentReading
from mutudesk.ui.records.embedded import OwnedPanel
from mutudesk.ui.words.agents import assignment_words, day_shown, share_words
from mutudesk.usecases.acts.assignments import delete_assignment, shares_left, shares_of

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.records import Stored
    from mutudesk.ui.records.record_options import RecordOptions
    from mutudesk.usecases.queries import Record
    from mutudesk.usecases.session import Session


class AssignmentPanel(OwnedPanel):
    """While an assignment is entered the list makes room for its shares, in usual windows."""

    entering_needs = 1400

    def __init__(
        self, session: Session, options: RecordOptions, parent: QWidget | None = None
    ) -> None:
        spec = assignment_spec(options)
        self._entry = AssignmentEntry(spec, session, options)
        self._pane = AssignmentReading(spec, options)
        self._agent: Record | None = None
        self._options = options
        super().__init__(spec, session, parent, form=self._entry, reading=self._pane)

    def show_of(self, key: str, record: Record, on: date) -> None:
        """Show the assignments of an agent."""
        self._agent = record
        self._entry.record = self._pane.record = record
        self._entry.on = on
        self.show_records(key, record.of(Assignment), on, record.base)

    def deletion_of(self, current: Stored[Assignment]) -> tuple[str, list[AnyChange]]:
        """With the assignment go the days of its shares that it holds; both are named."""
        base = self._options.base
        words = f"{assignment_words(base, current.fact)}, {short_period(current.fact.period)}"
        shares = [] if self._agent is None else shares_of(self._agent, current.fact)
        gone: list[str] = []
        shorter: list[str] = []
        for share, left in shares_left(current.fact, shares):
            name = share_words(base, share.fact, day_shown(share.fact, self.on))
            days = ", ".join(short_period(each) for each in left or [share.fact.period])
            (shorter if left else gone).append(f"{name} ({days})")
        if gone:
            words = self.tr("{assignment}, with its mission shares: {shares}").format(
                assignment=words, shares=" ; ".join(gone)
            )
        if shorter:
            words = self.tr("{deleted}. Shortened to the days that remain: {shares}").format(
                deleted=words, shares=" ; ".join(shorter)
            )
        return words, delete_assignment(current, shares)
