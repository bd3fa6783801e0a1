"""Entering one act on an assignment together with its mission shares and both authorities."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mutudesk.domain.authority import hierarchical_of, position_on
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.period import ALWAYS, Period
from mutudesk.language.typography import short_date
from mutudesk.ui.forms.form_part import FormPart
from mutudesk.ui.pages.assignments.boxes import AuthorityBox, AuthorityLine, side_by_side
from mutudesk.ui.pages.assignments.facts import HIERARCHICAL, REASON, SERVICE, SHARE, assignment_of
from mutudesk.ui.pages.assignments.shares.editor import Frame
from mutudesk.ui.pages.assignments.shares.options import ShareOptions
from mutudesk.ui.pages.assignments.shares.part import SharesPart
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.records.close_too import CloseTooPart, ReasonPart
from mutudesk.ui.records.entry_form import EntryForm
from mutudesk.ui.records.form_act import day_in, until_open
from mutudesk.ui.records.spec import BEGINS, ENDS, WHY, ActKind, period_of
from mutudesk.ui.widgets.signs import AuthorityKind
from mutudesk.ui.widgets.type_ahead import RelationField
from mutudesk.ui.words.agents import body_head, mission_words, share_words
from mutudesk.usecases.acts import assignments as acts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mutudesk.domain.agents import Position
    from mutudesk.domain.assignments import Assignment, MissionShare
    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.records import Stored
    from mutudesk.ui.forms.field_box import FieldBox
    from mutudesk.ui.records.record_options import RecordOptions
    from mutudesk.ui.records.spec import RecordSpec
    from mutudesk.usecases.queries import Record
    from mutudesk.usecases.session import Session

SHARES = "shares"


class AuthoritiesPart(FormPart):
    """Left: the employer's head or the body recorded. Right: who instructs, share by share."""

    def __init__(self, body: FieldBox, reason: FieldBox, parent: QWidget | None = None) -> None:
        super().__init__("assignments_authorities", "", parent)
        self.hierarchical = AuthorityBox(AuthorityKind.HIERARCHICAL, "assignments_hierarchical")
        self.operational = AuthorityBox(AuthorityKind.OPERATIONAL, "assignments_operational")
        self.hierarchical.body.addWidget(body)
        self.hierarchical.body.addWidget(reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        nest(column, side_by_side(self.hierarchical, self.operational))

    def state(self) -> object:
        """Nothing of its own: the two fields are fields of the form."""
        return None


class AssignmentEntry(EntryForm):
    """Give it the agent's record before an act begins; `on` is the date looked at."""

    def __init__(
        self,
        spec: RecordSpec[Any],
        session: Session,
        options: RecordOptions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spec, session, parent)
        self.record: Record | None = None
        self.on = session.today
        self._options = options
        self._of_assignment: list[Stored[MissionShare]] = []
        self._rows_offer = ShareOptions(options)
        self._body, self._reason = self.form.release(HIERARCHICAL), self.form.release(REASON)
        self._authorities = AuthoritiesPart(self._body, self._reason)
        self._shares = SharesPart(self._rows_offer)
        self._too_part = CloseTooPart("assignments_close_too")
        why = ReasonPart("assignments_why_part", self.form.release(WHY))
        for part in (self._authorities, self._shares, self._too_part, why):
            self.form.add_part(part)
        self.form.field_edited.connect(self._on_edited)
        self._shares.changed.connect(self._show_operational)

    # What the panel uses --------------------------------------------------------------------------

    def start(
        self,
        act: ActKind,
        owner: str,
        before: Stored[Any] | None,
        values: Mapping[str, object],
        stored: Sequence[Stored[Any]],
    ) -> None:
        """Begin an act; the shares of the assignment come with it."""
        super().start(act, owner, before, values, stored)
        closing = act is ActKind.CLOSE
        for part in (self._authorities, self._shares):
            part.setVisible(not closing)
        self._too_part.tick()
        self._lock_service(locked=act is ActKind.AMEND)
        fact: Assignment | None = before.fact if before is not None else None
        self._of_assignment = []
        if fact is not None and self.record is not None:
            self._of_assignment = acts.shares_of(self.record, fact)
        shares = self._of_assignment
        if act is ActKind.AMEND:
            shares = acts.running_on(shares, self._act_day() or self.on)
        self._rows_offer.day = self._shown_day()
        frame = self._frame()
        self._shares.load(frame, () if closing else shares, dates=act is not ActKind.AMEND)
        self._follow()
        self.form.mark_saved()

    def stop(self) -> None:
        """Enter nothing more."""
        self._shares.load(Frame("", "", ALWAYS, None), (), dates=True)
        super().stop()

    def changes(self, values: Mapping[str, object]) -> list[AnyChange]:
        """The assignment and its shares, in one act. Raises RefusedError."""
        if self.act is None:
            return []
        if self.act is ActKind.CLOSE and self.before is not None:
            too = self._too_part.chosen
            return acts.close_assignment(self.before, day_in(values, ENDS), too)
        kept = values
        if self.act is ActKind.AMEND:
            kept = {**until_open(values), SERVICE: self._service()}
        fact = assignment_of(self.owner, kept)
        self._shares.frame = self._frame()
        lines = self._shares.lines()
        if self.act is ActKind.NEW or self.before is None:
            return acts.create_assignment(fact, lines)
        shares = self._of_assignment
        if self.act is ActKind.CORRECT:
            return acts.correct_assignment(self.before, fact, shares, lines)
        return acts.amend_assignment(self.before, day_in(values, BEGINS), fact, shares, lines)

    def look_ahead(self) -> None:
        """What depends on an assignment stands in its form: nothing else is to be said."""

    def show_refusals(self, findings: Sequence[Finding], changes: Sequence[AnyChange]) -> None:
        """Show at each share what is wrong with it, the rest as ever."""
        others = self._shares.take_refusals(findings)
        held = [each for each in findings if each not in others]
        listed = [replace(each, field=SHARES, records=()) for each in held]
        super().show_refusals([*others, *listed], changes)

    # ----------------------------------------------------------------------------------------------

    def _on_edited(self, name: str) -> None:
        if self.act is None or name == SHARES:
            return
        self._follow()
        if self.act is ActKind.AMEND and name == BEGINS:
            self._reload_running()

    def _reload_running(self) -> None:
        """Another day, other shares that run on it: those typed anew are kept while they fit."""
        day = self._act_day()
        if day is None:
            return
        running = acts.running_on(self._of_assignment, day)
        shown = {row.stored.id for row in self._shares.rows if row.stored is not None}
        if {each.id for each in running} != shown:
            self._shares.load(self._frame(), running, dates=False)
            self._follow()

    def _follow(self) -> None:
        """Let both authorities, the shares and what closes too follow the fields."""
        self._rows_offer.day = self._shown_day()
        total = self.form.values().get(SHARE)
        self._shares.follow(self._frame(), total if isinstance(total, int) else None)
        self._show_hierarchical()
        self._show_operational()
        self._show_too()

    def _show_hierarchical(self) -> None:
        """Say who commands, and what the empty field means."""
        day, base = self._shown_day(), self._options.base
        recorded = self.form.values().get(HIERARCHICAL)
        position = None
        if self.record is not None:
            position = position_on(self.record.base, self.owner, day)
        siren = hierarchical_of(str(recorded) if recorded else None, position)
        box = self._authorities.hierarchical
        box.day.setText(self.tr("on {day}").format(day=short_date(day)))
        if siren is None:
            line = AuthorityLine(self.tr("No employer on this date"), "", is_vacant=True)
            box.show_lines([line])
            self._body.set_hint(
                self.tr("The agent has no situation on {day}.").format(day=short_date(day)),
                kind="caution",
            )
        else:
            head = body_head(base, siren, day)
            box.show_lines([AuthorityLine(head.person, head.quality_of_body, "", head.is_vacant)])
            self._hint_body(position, day)
        self.form.withdraw(REASON, not recorded)

    def _hint_body(self, position: Position | None, day: date) -> None:
        if position is None:
            self._body.set_hint("")
            return
        head = body_head(self._options.base, position.employer_siren, day)
        words = self.tr("Empty: the employer of the day, {body}.").format(body=head.body)
        self._body.set_hint(words, kind="caution" if head.is_vacant else "hint")

    def _show_operational(self) -> None:
        """Say who instructs for each share entered."""
        day, base = self._rows_offer.day, self._options.base
        lines = []
        for row in self._shares.rows:
            siren = row.operational_siren
            if not siren:
                continue
            head = body_head(base, siren, day)
            mission = row.mission.option()
            scope = (
                ""
                if mission is None
                else mission_words(base, self._shares.frame.service, str(mission.value))
            )
            if row.is_planned:
                scope = ", ".join(filter(None, (scope, self.tr("planned"))))
            lines.append(AuthorityLine(head.person, head.quality_of_body, scope, head.is_vacant))
        box = self._authorities.operational
        box.day.setText(self.tr("on {day}").format(day=short_date(day)))
        if not lines:
            words = self.tr("Each mission share has its own, below.")
            lines = [AuthorityLine("", words)]
        box.show_lines(lines)

    def _show_too(self) -> None:
        """Name the shares that would be closed with the assignment."""
        last = self.form.values().get(ENDS)
        if self.act is not ActKind.CLOSE or not isinstance(last, date):
            self._too_part.show_of((), (), None)
            return
        beyond = acts.ending_with(self._of_assignment, last)
        names = [share_words(self._options.base, each.fact, last) for each in beyond]
        self._too_part.show_of(beyond, names, last)

    def _frame(self) -> Frame:
        """What the fields say of the shares; days that cannot be read are those recorded."""
        values = self.form.values()
        before: Assignment | None = self.before.fact if self.before is not None else None
        recorded = before.period if before is not None else None
        period = recorded or Period(self.on)
        day = values.get(BEGINS)
        if self.act is ActKind.AMEND and isinstance(day, date):
            if recorded is None or day < recorded.stop:
                period = Period(day, None if recorded is None else recorded.valid_until)
        elif self.act in {ActKind.NEW, ActKind.CORRECT} and isinstance(day, date):
            try:
                period = period_of(values)
            except RefusedError:
                period = Period(day)
        return Frame(self.owner, self._service(), period, recorded)

    def _service(self) -> str:
        recorded = self.before.fact.service if self.before is not None else ""
        return str(self.form.values().get(SERVICE) or recorded)

    def _act_day(self) -> date | None:
        day = self.form.values().get(BEGINS)
        return day if isinstance(day, date) else None

    def _shown_day(self) -> date:
        """The date looked at, where the assignment runs on it; else its first day."""
        period = self._frame().period
        return self.on if period.holds(self.on) else period.start

    def _lock_service(self, *, locked: bool) -> None:
        field = self.form.field(SERVICE).widget
        if isinstance(field, RelationField):
            field.setReadOnly(locked)
