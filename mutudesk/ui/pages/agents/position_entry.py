"""Entering one act on a position, with what it leads to for assignments and mission shares."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from mutudesk.domain.assignments import Assignment
from mutudesk.ui.pages.agents.facts import CADRE, WORKING_TIME, CareerSuggestions, position_of
from mutudesk.ui.pages.agents.working_time import WorkingTimePart
from mutudesk.ui.records.close_too import CloseTooPart, ReasonPart
from mutudesk.ui.records.entry_form import EntryForm
from mutudesk.ui.records.form_act import day_in, until_open
from mutudesk.ui.records.spec import BEGINS, ENDS, WHY, ActKind
from mutudesk.ui.words.agents import assignment_words, share_words
from mutudesk.usecases.acts.agents import close_position, held_by_position
from mutudesk.usecases.acts.working_time import change_working_time, propose_shares

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.records import Stored
    from mutudesk.ui.records.record_options import RecordOptions
    from mutudesk.ui.records.spec import RecordSpec
    from mutudesk.usecases.queries import Record
    from mutudesk.usecases.session import Session


class PositionEntry(EntryForm):
    """Give it the agent's record before an act begins."""

    def __init__(
        self,
        spec: RecordSpec[Any],
        session: Session,
        options: RecordOptions,
        careers: CareerSuggestions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spec, session, parent)
        self.record: Record | None = None
        self._options, self._careers = options, careers
        self._proposed_for: tuple[object, object] = (None, None)
        self._shares = WorkingTimePart(options)
        self._too_part = CloseTooPart("positions_close_too")
        why = ReasonPart("positions_why_part", self.form.release(WHY))
        for part in (self._shares, self._too_part, why):
            self.form.add_part(part)
        self.form.field_edited.connect(self._on_edited)

    def start(
        self,
        act: ActKind,
        owner: str,
        before: Stored[Any] | None,
        values: Mapping[str, object],
        stored: Sequence[Stored[Any]],
    ) -> None:
        """Begin an act."""
        super().start(act, owner, before, values, stored)
        self._careers.start(values.get(CADRE))
        self._proposed_for = (None, None)
        self._too_part.tick()
        self._follow()
        self.form.mark_saved()

    def stop(self) -> None:
        """Enter nothing more."""
        self._shares.propose((), date.min)
        self._too_part.show_of((), (), None)
        super().stop()

    def changes(self, values: Mapping[str, object]) -> list[AnyChange]:
        """The position, with the shares or the ends chosen. Raises RefusedError."""
        if self.act is ActKind.AMEND and self.before is not None:
            amended = position_of(self.owner, until_open(values))
            day = day_in(values, BEGINS)
            return change_working_time(self.before, day, amended, self._shares.chosen)
        if self.act is ActKind.CLOSE and self.before is not None:
            return close_position(self.before, day_in(values, ENDS), self._too_part.chosen)
        return super().changes(values)

    def look_ahead(self) -> None:
        """A correction says what depends on it; the other acts have it in their form."""
        if self.act is ActKind.CORRECT:
            super().look_ahead()

    # ----------------------------------------------------------------------------------------------

    def _on_edited(self, name: str) -> None:
        if self.act is None:
            return
        self._careers.follow(self.form, name)
        if name in {WORKING_TIME, BEGINS, ENDS}:
            self._follow()

    def _follow(self) -> None:
        values = self.form.values()
        self._propose(values.get(BEGINS), values.get(WORKING_TIME))
        self._show_too(values.get(ENDS))

    def _propose(self, day: object, working_time: object) -> None:
        """Another working time: propose the shares that keep their proportion to it."""
        if not isinstance(day, date) or not isinstance(working_time, int):
            return  # being typed: what was proposed stays
        if self._proposed_for == (day, working_time):
            return
        self._proposed_for = (day, working_time)
        proposed = (
            propose_shares(self.record, day, working_time)
            if self.act is ActKind.AMEND and self.record is not None
            else ()
        )
        self._shares.propose(proposed, day)

    def _show_too(self, last: object) -> None:
        """Name the assignments and shares that would be closed with the position."""
        if self.act is not ActKind.CLOSE or not isinstance(last, date) or self.record is None:
            self._too_part.show_of((), (), None)
            return
        base = self._options.base
        held = held_by_position(self.record, last)
        names = [
            assignment_words(base, fact)
            if isinstance(fact := each.fact, Assignment)
            else share_words(base, fact, last)
            for each in held
        ]
        self._too_part.show_of(held, names, last)
