"""Long lists: what is read, what is given, what the keyboard does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mutudesk.ui.look.current import Look, current_look
from mutudesk.ui.look.tokens import LIGHT
from mutudesk.ui.widgets.columns import Column
from mutudesk.ui.widgets.record_table import RecordTable
from mutudesk.ui.widgets.search_field import SearchField
from tests.ui.long_list import COLUMNS, Source

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable:
    table = RecordTable(COLUMNS)
    qtbot.addWidget(table)
    table.resize(700, 400)
    table.show()
    table.activateWindow()
    table.setFocus()
    table.show_source(Source(500))
    return table


def test_the_cursor_stays_on_its_record(qtbot: QtBot, table: RecordTable) -> None:
    assert table.select_id(7)
    table.show_source(Source(500, shift=3))
    assert table.current_row.id == 7
    assert table.currentIndex().row() == 3
    table.show_source(Source(2))
    assert table.current_row.id == 1  # whoever is in the table goes on from there
    table.show_source(Source(500))
    assert table.select_id(7)
    table.clearFocus()
    with qtbot.waitSignal(table.current_row_changed) as sent:
        table.show_source(Source(2))
    assert sent.args == [None]
    assert not table.select_id(7)


def test_enter_and_a_double_click_open(qtbot: QtBot, table: RecordTable) -> None:
    table.select_id(2)
    with qtbot.waitSignal(table.activated_row) as sent:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert sent.args is not None
    assert sent.args[0].id == 2
    place = table.visualRect(table.paged_model.index(3, 0)).center()
    with qtbot.waitSignal(table.activated_row) as sent:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sent.args is not None
    assert sent.args[0].id == 4


def test_delete_asks(qtbot: QtBot, table: RecordTable) -> None:
    table.select_id(2)
    with qtbot.waitSignal(table.delete_requested) as sent:
        QTest.keyClick(table, Qt.Key.Key_Delete)
    assert sent.args is not None
    assert sent.args[0].id == 2


def test_arrows_move_by_rows(table: RecordTable) -> None:
    table.select_id(2)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert table.current_row.id == 3
    assert table.currentIndex().column() == 0


def test_keys_held_elsewhere_do_not_widen_what_the_program_chooses(table: RecordTable) -> None:
    for held in (Qt.Key.Key_Shift, Qt.Key.Key_Control):
        table.select_id(5)
        QTest.keyPress(table.windowHandle(), held)
        table.select_id(2)
        QTest.keyRelease(table.windowHandle(), held)
        assert table.copied_text().splitlines()[1:] == ["Agent 1, A-2\tA-2\tMme Hélène Astier, A-2"]
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert len(table.copied_text().splitlines()) == 3


def test_copies_rows_with_headings(table: RecordTable) -> None:
    table.select_id(2)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "\t".join(column.heading for column in COLUMNS),
        "Agent 1, A-2\tA-2\tMme Hélène Astier, A-2",
        "Agent 1, A-3\tA-3\tMme Hélène Astier, A-3",
    ]


def test_a_click_on_a_heading_asks_for_the_order(table: RecordTable) -> None:
    header = table.horizontalHeader()

    def click(section: int) -> None:
        place = QPoint(header.sectionViewportPosition(section) + 20, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    sent: list[tuple[str, bool]] = []
    table.sort_requested.connect(lambda key, descending: sent.append((key, descending)))
    click(0)
    click(0)
    click(1)  # not sortable
    click(2)
    assert sent == [("name", False), ("name", True), ("head", False)]
    assert header.sortIndicatorSection() == 2
    table.show_sort("name", descending=True)
    click(0)
    assert sent[-1] == ("name", False)


def test_letters_start_a_filter(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    search, table = SearchField("Agent"), RecordTable(COLUMNS)
    column = QVBoxLayout(holder)
    column.addWidget(search)
    column.addWidget(table)
    table.set_filter_field(search)
    holder.show()
    holder.activateWindow()
    table.show_source(Source(10))
    table.setFocus()
    with qtbot.waitSignal(search.searched) as sent:
        QTest.keyClick(table, Qt.Key.Key_B)
        QTest.keyClicks(search, "en")
    assert sent.args == ["ben"]
    assert search.hasFocus()
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert table.hasFocus()
    assert table.current_row.id == 1
    search.setFocus()
    with qtbot.waitSignal(search.searched) as sent:
        QTest.keyClick(search, Qt.Key.Key_Escape)
    assert sent.args == [""]


def test_cells_are_painted_as_told(table: RecordTable) -> None:
    table.select_id(2)
    image = table.viewport().grab().toImage()

    def ground(place: int, column: int) -> str:
        rect = table.visualRect(table.paged_model.index(place, column))
        return image.pixelColor(rect.right() - 20, rect.top() + 5).name()

    assert ground(1, 0) == LIGHT.accent_soft.lower()
    assert ground(0, 0) == LIGHT.surface.lower()
    assert ground(4, 2) == LIGHT.warn_soft.lower()  # vacant
    assert ground(0, 2) not in {LIGHT.surface.lower(), LIGHT.warn_soft.lower()}

    def has_ink(place: int) -> bool:
        rect = table.visualRect(table.paged_model.index(place, 0)).adjusted(10, 4, -4, -4)
        inked = LIGHT.text.lower()
        return any(
            image.pixelColor(x, y).name() == inked
            for x in range(rect.left(), rect.right())
            for y in range(rect.top(), rect.bottom())
        )

    assert has_ink(0)
    assert not has_ink(4)  # repeats the row above
    assert has_ink(5)


def test_rows_and_columns_follow_the_look(qapp: QApplication, table: RecordTable) -> None:
    assert table.rowHeight(0) == 46
    Look(LIGHT, 2.0).apply(qapp)
    assert current_look().scale == 2.0
    assert table.rowHeight(0) == 92
    single = RecordTable((Column("name", "Agent", lambda row: row.name),))
    assert single.verticalHeader().defaultSectionSize() == 64
    single.deleteLater()


def test_stretching_columns_take_what_is_left(table: RecordTable) -> None:
    widths = [table.columnWidth(section) for section in range(3)]
    assert sum(widths) == table.viewport().width()
    assert widths[:2] == [200, 80]
    table.resize(360, 400)
    assert table.columnWidth(2) == 90
