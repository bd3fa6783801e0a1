"""The tab *Affectations* of an agent: assignments with shares, one act for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.assignments import Assignment
from mutudesk.domain.findings import RefusedError
from mutudesk.language.typography import short_period
from mutudesk.ui.pages.agent_words import assignment_words, share_words
from mutudesk.ui.pages.assignment_entry import AssignmentEntry
from mutudesk.ui.pages.assignment_facts import assignment_spec
from mutudesk.ui.pages.assignment_reading import AssignmentReading
from mutudesk.ui.records.asking import ask_delete
from mutudesk.ui.records.panel import RecordPanel
from mutudesk.ui.records.refusals import in_words
from mutudesk.usecases.assigning import deleted_assignment, shares_of
from mutudesk.usecases.recording import record

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from mutudesk.ui.records.options import Offer
    from mutudesk.usecases.browsing import Record
    from mutudesk.usecases.session import Session


_NARROW, _NARROW_FORM = 700, 1400  # widths in pixels of the design


class AssignmentPanel(RecordPanel):
    """While an assignment is entered the list makes room for its shares, in usual windows."""

    def __init__(self, session: Session, offer: Offer, parent: QWidget | None = None) -> None:
        spec = assignment_spec(offer)
        self._entry = AssignmentEntry(spec, session, offer)
        self._pane = AssignmentReading(spec, offer)
        self._agent: Record | None = None
        self._offer = offer
        super().__init__(spec, session, parent, form=self._entry, reading=self._pane)

    def show_agent(self, matricule: str, agent: Record, on: date) -> None:
        """Show the assignments of an agent."""
        self._agent = agent
        self._entry.record = self._pane.record = agent
        self._entry.on = on
        self.show_records(matricule, agent.of(Assignment), on, agent.base)

    def _alternate(self) -> None:
        self.narrow = _NARROW_FORM if self._entry.is_active else _NARROW
        super()._alternate()

    def _delete(self) -> None:
        current = self.current
        if current is None or self._agent is None:
            return
        base = self._offer.base
        shares = shares_of(self._agent, current.fact)
        words = f"{assignment_words(base, current.fact)}, {short_period(current.fact.period)}"
        if shares:
            names = " ; ".join(share_words(base, each.fact, self.on) for each in shares)
            words = self.tr("{assignment}, with its mission shares: {shares}").format(
                assignment=words, shares=names
            )
        if not ask_delete(self, words):
            return
        try:
            judged = record(self.session, deleted_assignment(current, shares), "delete")
        except RefusedError as refused:
            self._band.tell(in_words(refused.findings, self.base), "error")
            if any(each.code == "changed_meanwhile" for each in refused.findings):
                self.outdated.emit()
            return
        self.tell_warnings(judged)
        self.recorded.emit(judged)
