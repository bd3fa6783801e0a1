"""How an assignment of an agent is listed and entered; its mission shares have their own part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.assignments import Assignment, AssignmentGround
from mutudesk.domain.records import Kind
from mutudesk.language.messages import choice_label
from mutudesk.language.typography import percentage, typographic
from mutudesk.ui.forms.specs import FieldKind, FieldSpec
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.records.common_fields import BEGINS_REQUIRED, ENDS_OPEN
from mutudesk.ui.records.spec import RecordSpec, RecordWords, fact_of
from mutudesk.ui.words.agents import AgentCounts
from mutudesk.ui.words.common import capitalized, choices_of, window_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mutudesk.ui.records.record_options import RecordOptions

SERVICE, GROUND, SHARE = "service", "ground", "share"
HIERARCHICAL, REASON = "hierarchical_siren", "hierarchical_reason"

ASSIGNMENT_FIELDS = (
    FieldSpec(
        SERVICE, FieldKind.RELATION, QT_TRANSLATE_NOOP("fields", "Service"), required=True, span=9
    ),
    FieldSpec(
        SHARE,
        FieldKind.SHARE,
        QT_TRANSLATE_NOOP("fields", "Share of a full post"),
        required=True,
        span=3,
    ),
    FieldSpec(
        GROUND,
        FieldKind.CHOICE,
        QT_TRANSLATE_NOOP("fields", "Ground"),
        required=True,
        new_row=True,
    ),
    FieldSpec(BEGINS_REQUIRED.name, FieldKind.DATE, BEGINS_REQUIRED.label, required=True, span=3),
    FieldSpec(
        ENDS_OPEN.name,
        FieldKind.LAST_DAY,
        ENDS_OPEN.label,
        placeholder=ENDS_OPEN.placeholder,
        span=3,
    ),
)
HIERARCHICAL_FIELDS = (
    FieldSpec(
        HIERARCHICAL,
        FieldKind.RELATION,
        QT_TRANSLATE_NOOP("fields", "Body, where it is not the employer"),
        placeholder=QT_TRANSLATE_NOOP("fields", "the employer of the day"),
        span=12,
    ),
    FieldSpec(
        REASON,
        FieldKind.TEXT,
        QT_TRANSLATE_NOOP("fields", "Why it is not the employer"),
        span=12,
    ),
)


def assignment_spec(options: RecordOptions) -> RecordSpec[Assignment]:
    """Where an agent works through time."""
    return RecordSpec(
        name="assignments",
        kind=Kind.ASSIGNMENT,
        words=RecordWords(
            AgentCounts().assignments,
            new=QT_TRANSLATE_NOOP("records", "New assignment"),
            amend=QT_TRANSLATE_NOOP("records", "Change of assignment"),
            correct=QT_TRANSLATE_NOOP("records", "Correction of an assignment"),
            close=QT_TRANSLATE_NOOP("records", "End of an assignment"),
            none=QT_TRANSLATE_NOOP("records", "This agent is not assigned to any service"),
            add=QT_TRANSLATE_NOOP("records", "New &assignment"),
        ),
        fields=(*ASSIGNMENT_FIELDS, *HIERARCHICAL_FIELDS),
        line=lambda fact: (
            typographic(options.base.service_name(fact.service)),
            f"{percentage(fact.share)} · {ground_words(fact.ground)}",
        ),
        searches={SERVICE: options.services, HIERARCHICAL: options.bodies},
        choices={GROUND: choices_of(AssignmentGround)},
    )


def assignment_of(matricule: str, values: Mapping[str, object]) -> Assignment:
    """The assignment of the values of a form."""
    return fact_of(Assignment, {**values, "matricule": matricule})


def ground_words(ground: AssignmentGround) -> str:
    """The ground in words."""
    return capitalized(choice_label(ground, window_language()))
