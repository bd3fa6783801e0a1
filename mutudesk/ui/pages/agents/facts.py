"""How a position of an agent is listed and entered: employer, career and working time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mutudesk.domain.agents import FULL_TIME, AgentStatus, Position
from mutudesk.domain.records import Kind
from mutudesk.language.typography import percentage, typographic
from mutudesk.ui.forms.specs import FieldKind, FieldSpec
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.records.common_fields import BEGINS_REQUIRED, ENDS_OPEN
from mutudesk.ui.records.spec import RecordSpec, RecordWords, fact_of
from mutudesk.ui.widgets.type_ahead import suggesting
from mutudesk.ui.words.agents import AgentCounts
from mutudesk.ui.words.common import choices_of
from mutudesk.usecases.career_suggestions import (
    CATEGORIES,
    cadre_named,
    suggested_cadres,
    suggested_grades,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mutudesk.ui.forms.record_form import RecordForm
    from mutudesk.ui.records.record_options import RecordOptions
    from mutudesk.ui.widgets.type_ahead import Option

STATUS, CATEGORY, CADRE, GRADE = "status", "category", "cadre_emplois", "grade"
WORKING_TIME, EMPLOYER = "working_time", "employer_siren"

POSITION_FIELDS = (
    FieldSpec(
        EMPLOYER,
        FieldKind.RELATION,
        QT_TRANSLATE_NOOP("fields", "Employer"),
        required=True,
        hint=QT_TRANSLATE_NOOP("fields", "Who appoints and pays, also when the agent is lent."),
        span=8,
    ),
    FieldSpec(
        WORKING_TIME,
        FieldKind.SHARE,
        QT_TRANSLATE_NOOP("fields", "Working time"),
        required=True,
        hint=QT_TRANSLATE_NOOP("fields", "100 = full time."),
        span=4,
    ),
    FieldSpec(
        STATUS,
        FieldKind.CHOICE,
        QT_TRANSLATE_NOOP("fields", "Status"),
        required=True,
        span=8,
        new_row=True,
    ),
    FieldSpec(CATEGORY, FieldKind.SUGGEST, QT_TRANSLATE_NOOP("fields", "Category"), span=4),
    FieldSpec(
        CADRE,
        FieldKind.SUGGEST,
        QT_TRANSLATE_NOOP("fields", "Cadre d’emplois"),
        hint=QT_TRANSLATE_NOOP("fields", "From the official list, or any other text."),
        new_row=True,
    ),
    FieldSpec(GRADE, FieldKind.SUGGEST, QT_TRANSLATE_NOOP("fields", "Grade")),
    BEGINS_REQUIRED,
    ENDS_OPEN,
)


class CareerSuggestions:
    """Cadres d'emplois, and the grades of the one that a form holds."""

    def __init__(self) -> None:
        self._cadre = ""
        self._cadres = suggesting([each.name for each in suggested_cadres()])
        self._categories = suggesting(CATEGORIES)

    def searches(self) -> dict[str, Any]:
        """What the fields of a position suggest."""
        return {CATEGORY: self._categories, CADRE: self._cadres, GRADE: self._grades}

    def follow(self, form: RecordForm, field: str) -> None:
        """Take over the cadre d'emplois entered; its category is filled in where it is empty."""
        if field != CADRE:
            return
        values = form.values()
        self._cadre = str(values.get(CADRE) or "")
        found = cadre_named(self._cadre)
        if found is not None and not values.get(CATEGORY):
            form.set_value(CATEGORY, found.category)

    def start(self, cadre: object) -> None:
        """Begin with the cadre d'emplois of a record."""
        self._cadre = str(cadre or "")

    def _grades(self, text: str) -> list[Option]:
        return suggesting(suggested_grades(self._cadre))(text)


def position_spec(options: RecordOptions, careers: CareerSuggestions) -> RecordSpec[Position]:
    """Employer, career and working time through time."""
    return RecordSpec(
        name="positions",
        kind=Kind.POSITION,
        words=RecordWords(
            AgentCounts().positions,
            new=QT_TRANSLATE_NOOP("records", "New situation"),
            amend=QT_TRANSLATE_NOOP("records", "Change of situation"),
            correct=QT_TRANSLATE_NOOP("records", "Correction of a situation"),
            close=QT_TRANSLATE_NOOP("records", "End of a situation"),
            none=QT_TRANSLATE_NOOP("records", "No situation is recorded yet"),
            add=QT_TRANSLATE_NOOP("records", "New &situation"),
        ),
        fields=POSITION_FIELDS,
        line=lambda fact: (
            typographic(fact.grade or fact.cadre_emplois) or options.body(fact.employer_siren),
            f"{options.body(fact.employer_siren)} · {percentage(fact.working_time)}",
        ),
        searches={EMPLOYER: options.bodies, **careers.searches()},
        choices={STATUS: choices_of(AgentStatus)},
        starts_with=lambda _on: {STATUS: AgentStatus.TENURED, WORKING_TIME: FULL_TIME},
    )


def position_of(matricule: str, values: Mapping[str, object]) -> Position:
    """The position of the values of a form."""
    return fact_of(Position, {**values, "matricule": matricule})
