"""From the search of a list to its rows and back by the keyboard, on a page of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mutudesk.ui.link import Link, Place
from mutudesk.ui.widgets.record_table import RecordTable
from mutudesk.ui.widgets.search_field import SearchField
from tests.ui.finding import find
from tests.ui.windows import opened

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("found", [False, True], ids=["at once", "once found"])
def test_down_leaves_the_search_for_the_rows_found(
    qtbot: QtBot, tmp_path: Path, found: bool
) -> None:
    with opened(qtbot, tmp_path) as (_, frame):
        frame.follow(Link(Place.AGENTS))
        search = find(frame, SearchField, "agents_search")
        table = find(frame, RecordTable, "agents_table")
        # Of the window: offscreen it is not always the active one.
        focus = frame.window().focusWidget
        search.setFocus()
        QTest.keyClicks(search, "ma")
        if found:
            qtbot.waitUntil(lambda: table.paged_model.count < 15)
        QTest.keyClick(search, Qt.Key.Key_Down)
        assert focus() is table
        # What was typed is looked for, and the focus stays.
        qtbot.waitUntil(lambda: 0 < table.paged_model.count < 15)
        assert focus() is table
        assert table.current_row is not None
        QTest.keyClick(table, Qt.Key.Key_Return)
        assert focus() is not table
