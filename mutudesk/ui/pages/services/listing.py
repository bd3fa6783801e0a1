"""The columns and filters of the list of shared services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.domain.services import LegalGround
from mutudesk.language.messages import choice_label
from mutudesk.language.typography import short_period, typographic
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.records.list_filters import ListFilter, all_or
from mutudesk.ui.widgets.choice_field import ChoiceField
from mutudesk.ui.widgets.columns import Align, Column
from mutudesk.ui.words.common import body_name, capitalized, choices_of, window_language

if TYPE_CHECKING:
    from mutudesk.domain.listings import ServiceRow


def service_columns() -> tuple[Column, ...]:
    """Name, manager of the date, how many missions, members and agents, life."""
    return (
        Column(
            "name",
            QT_TRANSLATE_NOOP("columns", "Service"),
            lambda row: typographic(row.name),
            lambda row: row.code,
            width=220,
            stretch=True,
            strong=True,
        ),
        Column(
            "ground",
            QT_TRANSLATE_NOOP("columns", "Ground"),
            lambda row: capitalized(choice_label(row.ground, window_language()).split(" (")[0]),
            lambda row: "" if row.ground is LegalGround.OTHER else f"L.{row.ground.value[1:]}",
            width=146,
        ),
        Column(
            "manager",
            QT_TRANSLATE_NOOP("columns", "Managing body"),
            _manager,
            width=204,
            sortable=False,
            icon=lambda row: "" if row.running else "circle-minus",
            role=lambda row: "" if row.running else "text_faint",
        ),
        *_count_columns(),
        Column(
            "life",
            QT_TRANSLATE_NOOP("columns", "Life"),
            lambda row: "" if row.life is None else short_period(row.life),
            width=166,
            sortable=False,
        ),
    )


def _count_columns() -> tuple[Column, ...]:
    """How many missions, members and agents on the date."""
    return (
        Column(
            "mission_count",
            QT_TRANSLATE_NOOP("columns", "Missions"),
            lambda row: str(row.mission_count),
            width=80,
            align=Align.RIGHT,
        ),
        Column(
            "joined_count",
            QT_TRANSLATE_NOOP("columns", "Members"),
            lambda row: str(row.joined_count),
            width=90,
            align=Align.RIGHT,
        ),
        Column(
            "agent_count",
            QT_TRANSLATE_NOOP("columns", "Agents"),
            lambda row: str(row.agent_count),
            width=80,
            align=Align.RIGHT,
        ),
    )


def service_filters() -> list[ListFilter]:
    """By legal ground."""
    translate = QCoreApplication.translate
    ground = ChoiceField(
        "services_filter_ground",
        all_or(translate("filters", "All legal grounds"), choices_of(LegalGround)),
    )
    ground.write(None)
    return [ListFilter("ground", ground, translate("filters", "Legal ground"), 320)]


def _manager(row: ServiceRow) -> str:
    if not row.running:
        return QCoreApplication.translate("columns", "Not running")
    return body_name(row.manager)
