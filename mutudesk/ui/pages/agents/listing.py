"""The columns and filters of the list of agents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.language.messages import choice_label
from mutudesk.language.typography import percentage, typographic
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.records.list_filters import ListFilter, all_or
from mutudesk.ui.widgets.choice_field import Choice, ChoiceField
from mutudesk.ui.widgets.columns import Align, Column
from mutudesk.ui.widgets.type_ahead import RelationField
from mutudesk.ui.words.common import body_name, capitalized, window_language
from mutudesk.usecases.career_suggestions import CATEGORIES

if TYPE_CHECKING:
    from mutudesk.domain.listings import AgentRow
    from mutudesk.ui.records.record_options import RecordOptions


def agent_columns() -> tuple[Column, ...]:
    """Name, category, career, working time, employer and services of the date."""
    return (
        Column(
            "name",
            QT_TRANSLATE_NOOP("columns", "Agent"),
            lambda row: typographic(row.listed_name),
            lambda row: row.matricule,
            width=190,
            stretch=True,
            strong=True,
        ),
        *_career_columns(),
        Column(
            "employer",
            QT_TRANSLATE_NOOP("columns", "Employer"),
            _employer,
            _status,
            width=180,
            stretch=True,
            icon=lambda row: "" if row.status else "circle-minus",
            role=lambda row: "" if row.status else "text_faint",
        ),
        Column(
            "services",
            QT_TRANSLATE_NOOP("columns", "Services"),
            lambda row: typographic(row.services),
            width=190,
            stretch=True,
            sortable=False,
        ),
    )


def _career_columns() -> tuple[Column, ...]:
    """Category, career and working time of the situation of the date."""
    return (
        Column(
            "category",
            QT_TRANSLATE_NOOP("columns", "Category"),
            lambda row: row.category,
            width=92,
            align=Align.CENTER,
        ),
        Column(
            "cadre_emplois",
            QT_TRANSLATE_NOOP("columns", "Cadre d’emplois, grade"),
            lambda row: typographic(row.cadre_emplois),
            lambda row: typographic(row.grade),
            width=220,
            stretch=True,
        ),
        Column(
            "working_time",
            QT_TRANSLATE_NOOP("columns", "Working time"),
            lambda row: "" if row.working_time is None else percentage(row.working_time),
            width=126,
            align=Align.RIGHT,
        ),
    )


def agent_filters(options: RecordOptions) -> list[ListFilter]:
    """By employer, service and category of the date."""
    translate = QCoreApplication.translate
    employers = RelationField("agents_filter_employer", options.bodies)
    employers.setPlaceholderText(translate("filters", "All employers"))
    services = ChoiceField("agents_filter_service")

    def offered() -> tuple[Choice, ...]:
        return all_or(translate("filters", "All services"), options.service_choices())

    words = translate("filters", "Category {letter}")
    categories = ChoiceField(
        "agents_filter_category",
        all_or(
            translate("filters", "All categories"),
            (Choice(each, words.format(letter=each)) for each in CATEGORIES),
        ),
    )
    categories.write(None)
    return [
        ListFilter("employer", employers, translate("filters", "Employer"), 200),
        ListFilter("service", services, translate("filters", "Service"), 220, offered),
        ListFilter("category", categories, translate("filters", "Category"), 170),
    ]


def _employer(row: AgentRow) -> str:
    if row.status is None:
        return QCoreApplication.translate("columns", "No situation")
    return body_name(row.employer)


def _status(row: AgentRow) -> str:
    if row.status is None:
        return QCoreApplication.translate("columns", "on this date")
    return capitalized(choice_label(row.status, window_language()))
