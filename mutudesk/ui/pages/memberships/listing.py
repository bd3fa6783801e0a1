"""The columns and filters of the list of memberships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.domain.services import Level, MembershipState
from mutudesk.language.messages import choice_label
from mutudesk.language.typography import short_date, short_period, typographic
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.records.list_filters import ListFilter, all_or
from mutudesk.ui.widgets.choice_field import CheckField, ChoiceField
from mutudesk.ui.widgets.columns import Column
from mutudesk.ui.widgets.type_ahead import RelationField
from mutudesk.ui.words.common import body_name, capitalized, choices_of, window_language
from mutudesk.ui.words.memberships import SIGNS, state_in_words

if TYPE_CHECKING:
    from mutudesk.domain.listings import MembershipRow
    from mutudesk.ui.records.record_options import RecordOptions
    from mutudesk.ui.widgets.choice_field import Choice


def membership_columns() -> tuple[Column, ...]:
    """Who joined what, for which missions, decided when, in effect when."""
    return (
        Column(
            "body",
            QT_TRANSLATE_NOOP("columns", "Body"),
            lambda row: body_name(row.body),
            width=190,
            stretch=True,
            strong=True,
        ),
        Column(
            "service",
            QT_TRANSLATE_NOOP("columns", "Service"),
            lambda row: typographic(row.service_name),
            width=200,
            stretch=True,
            sortable=False,
        ),
        Column(
            "level",
            QT_TRANSLATE_NOOP("columns", "Level"),
            lambda row: capitalized(choice_label(row.level, window_language())),
            width=100,
        ),
        Column(
            "missions",
            QT_TRANSLATE_NOOP("columns", "Missions"),
            _missions,
            lambda row: ", ".join(row.missions),
            width=150,
            sortable=False,
        ),
        Column(
            "decided_on",
            QT_TRANSLATE_NOOP("columns", "Deliberation"),
            _decided,
            width=120,
            icon=lambda row: SIGNS[MembershipState.PROJECT][1] if row.decided_on is None else "",
            role=lambda row: "warn" if row.decided_on is None else "",
        ),
        Column(
            "valid_from",
            QT_TRANSLATE_NOOP("columns", "Period"),
            lambda row: short_period(row.period),
            lambda row: state_in_words(row.state),
            width=190,
        ),
    )


def membership_filters(options: RecordOptions) -> list[ListFilter]:
    """By service, body and level; in force only, projects only."""
    translate = QCoreApplication.translate
    services = ChoiceField("memberships_filter_service")

    def offered() -> tuple[Choice, ...]:
        return all_or(translate("filters", "All services"), options.service_choices())

    bodies = RelationField("memberships_filter_siren", options.bodies)
    bodies.setPlaceholderText(translate("filters", "All bodies"))
    levels = ChoiceField(
        "memberships_filter_level", all_or(translate("filters", "All levels"), choices_of(Level))
    )
    in_force = CheckField("memberships_filter_in_force", translate("filters", "In &force"))
    project = CheckField("memberships_filter_project", translate("filters", "&Projects"))
    levels.write(None)
    return [
        ListFilter("service", services, translate("filters", "Service"), 172, offered),
        ListFilter("siren", bodies, translate("filters", "Body"), 196),
        ListFilter("level", levels, translate("filters", "Level"), 140),
        ListFilter("in_force", in_force, translate("filters", "In force only"), 0),
        ListFilter("project", project, translate("filters", "Projects only"), 0),
    ]


def _missions(row: MembershipRow) -> str:
    return QCoreApplication.translate("columns", "{count} of {total}").format(
        count=len(row.missions), total=row.mission_total
    )


def _decided(row: MembershipRow) -> str:
    if row.decided_on is None:
        return QCoreApplication.translate("columns", "Project")
    return short_date(row.decided_on)
