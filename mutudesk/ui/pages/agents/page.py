"""*Agents*: the list, and an agent with positions, assignments and mission shares."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from mutudesk.domain.agents import Position
from mutudesk.domain.authority import position_on
from mutudesk.domain.listings import AgentRow
from mutudesk.language.messages import choice_label
from mutudesk.language.typography import typographic
from mutudesk.ui.link import Link, Place
from mutudesk.ui.pages.agents.facts import CareerSuggestions, position_spec
from mutudesk.ui.pages.agents.form import (
    agent_form,
    agent_of,
    first_position_of,
    placed_in_agent_form,
    start_agent,
    start_new_agent,
)
from mutudesk.ui.pages.agents.listing import agent_columns, agent_filters
from mutudesk.ui.pages.agents.position_entry import PositionEntry
from mutudesk.ui.records.deleting import delete_opened
from mutudesk.ui.records.list_view import RecordListView
from mutudesk.ui.records.page import RegisterPage
from mutudesk.ui.records.reason import WhyPart
from mutudesk.ui.records.record_options import RecordOptions
from mutudesk.ui.records.record_panel import RecordPanel
from mutudesk.ui.records.saving import save_entered
from mutudesk.ui.records.tabs import RecordTabs
from mutudesk.ui.widgets.chip import Chip
from mutudesk.ui.widgets.empty_state import EmptyState
from mutudesk.ui.words.common import capitalized, window_language
from mutudesk.usecases import queries
from mutudesk.usecases.acts.agents import correct_agent, create_agent, delete_agent

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from mutudesk.domain.agents import Agent
    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.listings import ListQuery, ListSource
    from mutudesk.ui.qt.jobs import JobRunner
    from mutudesk.ui.records.embedded import OwnedPanel
    from mutudesk.usecases.session import Session


class AgentsPage(RegisterPage):
    """Records are opened by their matricule; `assignments` makes the panel of an agent's."""

    def __init__(
        self,
        session: Session,
        runner: JobRunner,
        assignments: Callable[[Session, RecordOptions], OwnedPanel],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("agents", "", session, parent)
        self.set_list_title(self.tr("Agents"))
        self.add.setText(self.tr("&New agent"))
        self._runner = runner
        self._options = RecordOptions(session)
        self._careers = CareerSuggestions()
        self._record: queries.Record | None = None
        listed = RecordListView(
            "agents",
            agent_columns(),
            self._source,
            on=session.today,
            search=self.tr("Name or matricule"),
            filters=agent_filters(self._options),
            empty=self._empty_state(),
        )
        spec = position_spec(self._options, self._careers)
        self._position_entry = PositionEntry(spec, session, self._options, self._careers)
        self._positions = RecordPanel(spec, session, form=self._position_entry)
        self._assignments = assignments(session, self._options)
        tabs = RecordTabs(
            "agent",
            (
                (self.tr("Situations"), self._positions),
                (self.tr("Assignments and mission shares"), self._assignments),
            ),
        )
        form = agent_form(self._options, self._careers)
        self._reason = WhyPart(form, "agent")
        form.save_requested.connect(self._on_save)
        form.field_edited.connect(self._on_field_edited)
        self.compose(listed, tabs, form)

    def refresh(self, on: date) -> None:
        """Read again for a date."""
        self._options.forget(on)
        super().refresh(on)

    def key_of(self, row: object) -> str:
        """The matricule."""
        return row.matricule if isinstance(row, AgentRow) else ""

    def count_words(self, count: int) -> str:
        """How many agents."""
        return self.tr("%n agent(s)", "", count) if count else self.tr("no agent")

    def show_record(self) -> bool:
        """Read the agent and show his facts."""
        found = queries.agent_record(self.session, self.key)
        agent = found.base.agents.get(self.key)
        if agent is None:
            return False
        self._record = found
        self._position_entry.record = found
        self._positions.show_records(self.key, found.of(Position), self.on, found.base)
        self._assignments.show_of(self.key, found, self.on)
        self._show_head(agent)
        return True

    def start_new(self) -> None:
        """Enter a new agent."""
        if not self.may_leave():
            return
        self.key = ""
        self._careers.start("")
        self._reason.watch()
        start_new_agent(self.form, self._options, self.on)
        self.show_form(self.tr("New agent"))

    def start_edit(self) -> None:
        """Correct matricule and names."""
        agent = None if self._record is None else self._record.base.agents.get(self.key)
        if agent is None or not self.may_leave():
            return
        self._reason.watch(last_name=agent.last_name, first_name=agent.first_name)
        start_agent(self.form, agent)
        self.show_form(self.tr("Correction of {agent}").format(agent=agent.full_name))

    def start_remove(self) -> None:
        """Delete an agent with his positions; refused while he is assigned anywhere."""
        found = self._record
        if found is None or not self.may_leave():
            return
        name = typographic(found.base.agent_name(self.key))
        delete_opened(self, name, delete_agent(found, self.key), self._options.base)

    # ----------------------------------------------------------------------------------------------

    def _empty_state(self) -> EmptyState:
        empty = EmptyState(
            "users",
            self.tr("The agents are not entered yet"),
            self.tr(
                "Import the list of your payroll software (CSV): matricule, name, grade, employer. "
                "Nothing is recorded before you have seen the lines refused."
            ),
        )
        take_in = empty.add_action(self.tr("&Import a file…"), "agents_import", icon="download")
        take_in.clicked.connect(self._on_import_clicked)
        first = empty.add_action(self.tr("&Enter a first agent"), "agents_first")
        first.clicked.connect(self.start_new)
        return empty

    def _on_import_clicked(self) -> None:
        self.link_requested.emit(Link(Place.IMPORT))

    def _source(self, query: ListQuery) -> ListSource[AgentRow]:
        return queries.agents(self.session, query)

    def _show_head(self, agent: Agent) -> None:
        self.set_title(typographic(agent.full_name))
        position = None
        if self._record is not None:
            position = position_on(self._record.base, agent.matricule, self.on)
        chips = []
        facts = [agent.matricule]
        if position is not None:
            facts.append(self._options.body(position.employer_siren))
            words = capitalized(choice_label(position.status, window_language()))
            if position.category:
                words = self.tr("{status}, cat. {letter}").format(
                    status=words, letter=position.category
                )
            chips.append(Chip(words))
        else:
            words = self.tr("no situation on this date")
            chips.append(Chip(words, "warn", "alert-triangle"))
        self.set_facts(" · ".join(facts))
        self.set_chips(chips)

    def _on_save(self, values: Any) -> None:  # noqa: ANN401 - from a signal
        changes = partial(self._changes, values)
        save_entered(self, values["matricule"], changes, placed_in_agent_form, self._reason.why)

    def _changes(self, values: Any) -> tuple[list[AnyChange], str]:  # noqa: ANN401 - of a form
        agent = agent_of(values)
        if not self.key or self._record is None:
            return create_agent(agent, first_position_of(agent, values)), "create"
        return correct_agent(self._record, self.key, agent), "correct"

    def _on_field_edited(self, field: str) -> None:
        self._careers.follow(self.form, field)
