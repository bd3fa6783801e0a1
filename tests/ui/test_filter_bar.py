"""Filters go to another row before their words are squeezed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mutudesk.ui.records.filter_bar import FilterBar
from mutudesk.ui.records.list_filters import ListFilter
from mutudesk.ui.widgets.choice_field import CheckField, Choice, ChoiceField
from mutudesk.ui.widgets.fitting_stack import FittingStack
from mutudesk.ui.widgets.search_field import SearchField
from tests.ui.finding import find

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def _bar(qtbot: QtBot) -> FilterBar:
    choices = [Choice(None, "Tous les services"), Choice("ADS", "Autorisations du droit des sols")]
    filters = [
        ListFilter("service", ChoiceField("service", choices), "Service"),
        ListFilter("mission", ChoiceField("mission", choices), "Mission"),
        ListFilter("vacant", CheckField("vacant", "Vacances"), "Vacances seulement", 0),
    ]
    bar = FilterBar(SearchField("Agent", "search"), filters)
    qtbot.addWidget(bar)
    return bar


@pytest.mark.parametrize(("width", "rows"), [(1000, 1), (420, 2), (200, 4)])
def test_rows_are_as_many_as_the_width_asks_for(qtbot: QtBot, width: int, rows: int) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    bar = _bar(qtbot)
    column.addWidget(bar)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(1200, 300)
    page.show()
    page.resize(width, 300)
    qtbot.waitUntil(lambda: bar.minimumSizeHint().height() >= rows * 34)
    qtbot.waitUntil(lambda: bar.height() == bar.sizeHint().height())
    fields = [child for child in bar.children() if isinstance(child, QWidget)]
    assert len(fields) == 4
    assert len({field.geometry().center().y() // 30 for field in fields}) == rows
    assert all(field.x() >= 0 and field.geometry().right() < width for field in fields)


def test_each_filter_says_what_it_narrows(qtbot: QtBot) -> None:
    bar = _bar(qtbot)
    service = find(bar, ChoiceField, "service")
    assert service.accessibleName() == "Service"


def test_a_stack_is_as_small_as_what_it_shows(qtbot: QtBot) -> None:
    stack = FittingStack()
    qtbot.addWidget(stack)
    small, large = QWidget(), SearchField("x", "large")
    for each in (small, large):
        stack.addWidget(each)
    assert stack.minimumSizeHint() == small.minimumSizeHint()
    stack.setCurrentWidget(large)
    assert stack.minimumSizeHint() == large.minimumSizeHint()
    assert stack.sizeHint() == large.sizeHint()
