"""An assignment to be read: its facts, both authorities side by side, its mission shares."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from mutudesk.domain.authority import hierarchical_body, is_in_force, operational_body
from mutudesk.language.typography import percentage, short_date, short_period, typographic
from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.assignments.boxes import AuthorityBox, AuthorityLine, side_by_side
from mutudesk.ui.pages.assignments.facts import ASSIGNMENT_FIELDS, GROUND, SERVICE, SHARE
from mutudesk.ui.qt.nesting import delete_widgets, nest
from mutudesk.ui.records.reading_pane import ReadingPane
from mutudesk.ui.widgets.chip import Chip
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.signs import AuthorityKind
from mutudesk.ui.words.agents import (
    AgentCounts,
    body_head,
    day_shown,
    mission_words,
    planned_words,
)
from mutudesk.ui.words.common import name_on
from mutudesk.usecases.acts.assignments import running_on, shares_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mutudesk.domain.assignments import Assignment, MissionShare
    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.records import Stored
    from mutudesk.ui.records.record_options import RecordOptions
    from mutudesk.ui.records.spec import RecordSpec
    from mutudesk.usecases.queries import Record


_SPANS = {SHARE: 2, GROUND: 4}
# The service is the title.
_FIELDS = tuple(
    replace(spec, span=_SPANS.get(spec.name, spec.span), new_row=False)
    for spec in ASSIGNMENT_FIELDS
    if spec.name != SERVICE
)


def superior_line(base: FactBase, fact: Assignment, day: date) -> AuthorityLine:
    """Who commands the agent on a day, and whether by employment or as recorded."""
    translate = QCoreApplication.translate
    siren = hierarchical_body(base, fact, day)
    if siren is None:
        nobody = translate("AssignmentReading", "No employer on this date")
        return AuthorityLine(nobody, "", is_vacant=True)
    head = body_head(base, siren, day)
    scope = translate("AssignmentReading", "the employer")
    if fact.hierarchical_siren:
        unsaid = translate("AssignmentReading", "recorded without a reason")
        scope = typographic(fact.hierarchical_reason) or unsaid
    return AuthorityLine(head.person, head.quality_of_body, scope, head.is_vacant)


def instructing_line(base: FactBase, fact: MissionShare, day: date) -> AuthorityLine:
    """Who instructs on a day, and for which mission."""
    head = body_head(base, operational_body(fact), day)
    mission = mission_words(base, fact.service, fact.mission)
    return AuthorityLine(head.person, head.quality_of_body, mission, head.is_vacant)


def instructing_lines(
    base: FactBase, running: Sequence[MissionShare], day: date
) -> list[AuthorityLine]:
    """Who instructs on a day for the shares that run then; one line where nobody does."""
    translate = QCoreApplication.translate
    counting = [each for each in running if is_in_force(base, each, day)]
    if counting:
        return [instructing_line(base, each, day) for each in counting]
    if running:
        planned = translate("AssignmentReading", "Planned: nobody instructs before the vote")
        return [AuthorityLine(planned, "")]
    nobody = translate("AssignmentReading", "No mission share on this date")
    return [AuthorityLine(nobody, "", is_vacant=True)]


class AssignmentReading(ReadingPane):
    """Give it the agent's record before an assignment is shown."""

    def __init__(
        self, spec: RecordSpec[Any], options: RecordOptions, parent: QWidget | None = None
    ) -> None:
        self.record: Record | None = None
        self._options = options
        self._more = QWidget()
        self._more.setProperty("kind", "clear")
        self._more_column = QVBoxLayout(self._more)
        self._more_column.setContentsMargins(0, 0, 0, 0)
        self._hierarchical = AuthorityBox(
            AuthorityKind.HIERARCHICAL, "assignments_hierarchical_shown"
        )
        self._operational = AuthorityBox(AuthorityKind.OPERATIONAL, "assignments_operational_shown")
        nest(self._more_column, side_by_side(self._hierarchical, self._operational))
        self._count = label(kind="label", name="assignments_shares_count")
        self._more_column.addWidget(self._count)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 4)
        nest(self._more_column, self._grid)
        super().__init__(replace(spec, fields=_FIELDS), parent)

    def show_record(self, stored: Stored[Any], on: date) -> None:
        """Show an assignment with who commands on the date, or on its first day."""
        super().show_record(stored, on)
        fact: Assignment = stored.fact
        shares = [] if self.record is None else shares_of(self.record, fact)
        day = day_shown(fact, on)
        for box in (self._hierarchical, self._operational):
            box.day.setText(self.tr("on {day}").format(day=short_date(day)))
        base = self._options.base
        superior = superior_line(base if self.record is None else self.record.base, fact, day)
        self._hierarchical.show_lines([superior], stacked=True)
        lines = instructing_lines(base, [each.fact for each in running_on(shares, day)], day)
        self._operational.show_lines(lines, stacked=True)
        self._count.setText(AgentCounts().shares(len(shares)))
        self._count.setVisible(bool(shares))
        self._show_shares([each.fact for each in shares], on)

    def apply_style(self) -> None:
        """Margins of the look."""
        super().apply_style()
        look = current_look()
        self._more_column.setSpacing(look.px(10))
        self._more_column.setContentsMargins(0, look.px(14), 0, 0)
        self._grid.setHorizontalSpacing(look.px(14))
        self._grid.setVerticalSpacing(look.px(4))

    def compose(self) -> None:
        """Authorities and shares below the facts."""
        super().compose()
        self.content.insertWidget(self.content.count() - 1, self._more)

    # ----------------------------------------------------------------------------------------------

    def _show_shares(self, facts: list[MissionShare], on: date) -> None:
        delete_widgets(self._grid)
        base = self._options.base
        for row, fact in enumerate(facts):
            words = (
                mission_words(base, fact.service, fact.mission),
                name_on(base, fact.beneficiary_siren, on),
                percentage(fact.share),
                short_period(fact.period),
            )
            kind = "" if fact.period.holds(on) else "faint"
            for column, text in enumerate(words):
                cell = label(text, kind, f"assignments_share_{row}_{column}", wrap=column < 2)  # noqa: PLR2004 - names wrap, figures do not
                if column < 2:  # noqa: PLR2004
                    cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                self._grid.addWidget(cell, row, column)
            if planned := planned_words(base, fact):
                chip = Chip(planned, "project")
                chip.setObjectName(f"assignments_share_{row}_planned")
                self._grid.addWidget(chip, row, len(words))
