"""The list of acts: its columns and filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.domain.history import ACTIONS, BEGINNINGS, RESTORE
from mutudesk.domain.records import Kind
from mutudesk.language.history import act_words, action_label
from mutudesk.language.messages import kind_label
from mutudesk.language.typography import short_date, typographic
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.records.list_filters import ListFilter, all_or
from mutudesk.ui.widgets.choice_field import Choice, ChoiceField
from mutudesk.ui.widgets.columns import Column
from mutudesk.ui.words.common import capitalized, window_language
from mutudesk.usecases import history

if TYPE_CHECKING:
    from mutudesk.domain.history import HistoryAct
    from mutudesk.usecases.session import Session

_ICONS = {
    "create": "plus",
    "amend": "calendar-clock",
    "correct": "pencil",
    "close": "circle-minus",
    "delete": "trash-2",
    "import": "download",
    "undo": "undo-2",
    "redo": "redo-2",
    "restore": "rotate-ccw",
    "init": "database",
    "demo": "database",
}


def history_columns() -> tuple[Column, ...]:
    """When and who, then what and why."""
    return (
        Column("at", QT_TRANSLATE_NOOP("columns", "When"), day_of, _who, width=142),
        Column(
            "act",
            QT_TRANSLATE_NOOP("columns", "Act"),
            lambda act: act_words(act, window_language()),
            why_of,
            stretch=True,
            strong=True,
            sortable=False,
            icon=lambda act: _ICONS.get(act.action, "pencil"),
        ),
    )


def history_filters(session: Session) -> list[ListFilter]:
    """By who, kind of act, kind of record, and days."""
    translate = QCoreApplication.translate
    language = window_language()
    everybody = translate("filters", "Everybody")
    actions = tuple(
        Choice(each, capitalized(action_label(each, language)))
        for each in ACTIONS
        if each not in BEGINNINGS
    )
    kinds = tuple(Choice(each.value, capitalized(kind_label(each, language))) for each in Kind)
    days = (
        Choice("1", translate("filters", "Today")),
        Choice("7", translate("filters", "The last 7 days")),
        Choice("30", translate("filters", "The last 30 days")),
        Choice("365", translate("filters", "The last 12 months")),
    )

    def authors() -> tuple[Choice, ...]:
        return all_or(
            everybody, [Choice(who, typographic(who)) for who in history.authors(session)]
        )

    fields = {
        "days": (days, translate("filters", "At any time"), translate("filters", "Period"), 150),
        "who": ((), everybody, translate("filters", "Who"), 140),
        "action": (
            actions,
            translate("filters", "All acts"),
            translate("filters", "Kind of act"),
            170,
        ),
        "kind": (
            kinds,
            translate("filters", "All records"),
            translate("filters", "Kind of record"),
            190,
        ),
    }
    filters = []
    for key, (choices, everything, words, width) in fields.items():
        field = ChoiceField(f"history_filter_{key}", all_or(everything, choices))
        field.write(None)
        offered = authors if key == "who" else None
        filters.append(ListFilter(key, field, words, width, offered))
    return filters


def day_of(act: HistoryAct) -> str:
    """The day and the time of an act, as the clock of this machine counts them."""
    moment = act.at.astimezone()
    return f"{short_date(moment.date())} {moment:%H:%M}"


def why_of(act: HistoryAct) -> str:
    """What was said of an act, and how many records it changed where there are several."""
    parts = [each for each in (reason_of(act),) if each]
    if act.count > 1 and act.action != "import":
        words = QCoreApplication.translate("history", "{count} records")
        parts.append(words.format(count=act.count))
    return " · ".join(parts)


def reason_of(act: HistoryAct) -> str:
    """What was said of an act, "" where that only names what it undoes or restores."""
    return typographic(act.reason) if act.target is None and act.action != RESTORE else ""


def _who(act: HistoryAct) -> str:
    return typographic(act.who)
