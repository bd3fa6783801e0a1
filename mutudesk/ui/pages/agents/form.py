"""The form of an agent himself: a new one with his first position, or a correction of the name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mutudesk.domain.agents import FULL_TIME, Agent, AgentStatus
from mutudesk.domain.records import Kind
from mutudesk.ui.forms.record_form import RecordForm
from mutudesk.ui.forms.specs import FieldKind, FieldSpec
from mutudesk.ui.pages.agents.facts import (
    CADRE,
    CATEGORY,
    EMPLOYER,
    GRADE,
    POSITION_FIELDS,
    STATUS,
    WORKING_TIME,
    CareerSuggestions,
    position_of,
)
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.records.common_fields import CIVILITIES
from mutudesk.ui.records.spec import BEGINS, ENDS
from mutudesk.ui.widgets.type_ahead import suggesting
from mutudesk.ui.words.common import choices_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from mutudesk.domain.agents import Position
    from mutudesk.domain.findings import Finding
    from mutudesk.ui.records.record_options import RecordOptions

_NAMES = (
    FieldSpec("civility", FieldKind.SUGGEST, QT_TRANSLATE_NOOP("fields", "Civility"), span=2),
    FieldSpec(
        "first_name",
        FieldKind.TEXT,
        QT_TRANSLATE_NOOP("fields", "First name"),
        required=True,
        span=5,
    ),
    FieldSpec(
        "last_name",
        FieldKind.TEXT,
        QT_TRANSLATE_NOOP("fields", "Last name"),
        required=True,
        span=5,
    ),
)
_MATRICULE = FieldSpec(
    "matricule",
    FieldKind.CODE,
    QT_TRANSLATE_NOOP("fields", "Matricule"),
    required=True,
    hint=QT_TRANSLATE_NOOP("fields", "An agent of two employers has two matricules."),
    span=5,
)
_BY_NAME = {spec.name: spec for spec in POSITION_FIELDS}
_OF_NEW = (
    replace(_BY_NAME[EMPLOYER], span=7, new_row=True),
    replace(_BY_NAME[STATUS], span=5),
    replace(_BY_NAME[CATEGORY], span=3),
    replace(_BY_NAME[WORKING_TIME], span=4),
    *(_BY_NAME[name] for name in (CADRE, GRADE, BEGINS, ENDS)),
)


def agent_form(options: RecordOptions, careers: CareerSuggestions) -> RecordForm:
    """The form, for both uses: see `start_new_agent` and `start_agent`."""
    return RecordForm(
        "agent",
        (*_NAMES, _OF_NEW[0], _MATRICULE, *_OF_NEW[1:]),
        today=options.today,
        searches={
            "civility": suggesting(CIVILITIES),
            EMPLOYER: options.bodies,
            **careers.searches(),
        },
        choices={STATUS: choices_of(AgentStatus)},
    )


def start_new_agent(form: RecordForm, options: RecordOptions, on: date) -> None:
    """Enter a new agent with his first position."""
    for spec in _OF_NEW:
        form.withdraw(spec.name, False)
    form.load(
        {
            STATUS: AgentStatus.TENURED,
            WORKING_TIME: FULL_TIME,
            EMPLOYER: options.base.epci_siren,
            CATEGORY: "",
            BEGINS: on,
        }
    )


def start_agent(form: RecordForm, agent: Agent) -> None:
    """Correct matricule and names; positions have their own tab."""
    for spec in _OF_NEW:
        form.withdraw(spec.name, True)
    form.load(
        {
            "matricule": agent.matricule,
            "civility": agent.civility,
            "first_name": agent.first_name,
            "last_name": agent.last_name,
        }
    )


def agent_of(values: Mapping[str, Any]) -> Agent:
    """The agent of the values of the form."""
    return Agent(
        values["matricule"],
        values.get("civility") or "",
        values["last_name"],
        values["first_name"],
    )


def first_position_of(agent: Agent, values: Mapping[str, Any]) -> Position:
    """The first position of the agent. Raises RefusedError like `period_of`."""
    return position_of(agent.matricule, values)


def placed_in_agent_form(findings: Sequence[Finding]) -> list[Finding]:
    """A matricule that is taken is said at the matricule."""
    return [
        replace(each, field="matricule")
        if each.code == "already_recorded" and each.records and each.records[0].kind is Kind.AGENT
        else each
        for each in findings
    ]
