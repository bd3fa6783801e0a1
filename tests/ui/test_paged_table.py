"""The model of long lists: what is read, kept and given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from mutudesk.ui.widgets.paged_table import PAGE, PAGES_KEPT, PagedTableModel, Role
from mutudesk.ui.widgets.record_table import RecordTable
from tests.ui.long_list import COLUMNS, MILLION, Row, Source

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


pytestmark = pytest.mark.usefixtures("qapp")


def test_the_model_is_sound() -> None:
    model = PagedTableModel(COLUMNS)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    for total in (0, 1, PAGE, PAGE + 1, 3 * PAGE):
        model.set_source(Source(total))
        assert model.rowCount() == total
        assert model.rowCount(model.index(0, 0)) == 0
    model.set_source(None)
    assert model.rowCount() == 0
    assert tester.model() is model


def test_a_million_rows_are_not_read(qtbot: QtBot) -> None:
    source = Source(MILLION)
    table = RecordTable(COLUMNS)
    qtbot.addWidget(table)
    table.resize(900, 600)
    with qtbot.waitExposed(table):
        table.show()
    table.show_source(source)
    table.viewport().grab()
    assert source.fetched == PAGE
    assert source.snapshots == 0
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End)
    table.viewport().grab()
    assert table.current_row.id == MILLION
    assert source.snapshots == 1
    assert source.fetched <= 4 * PAGE
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.current_row.id == 1
    for place in range(0, MILLION, MILLION // 200):
        table.paged_model.row_at(place)
    assert source.fetched <= 210 * PAGE
    assert len(table.paged_model._pages) <= PAGES_KEPT + 1  # noqa: SLF001 - the bound is the point


def test_pages_are_kept_least_recently_used_last() -> None:
    source = Source(PAGE * (PAGES_KEPT + 10))
    model = PagedTableModel(COLUMNS)
    model.set_source(source)
    for page in range(PAGES_KEPT - 1):
        model.row_at(page * PAGE)
    model.row_at(PAGE)  # used again
    for page in range(PAGES_KEPT - 1, PAGES_KEPT + 5):
        model.row_at(page * PAGE)
    before = source.fetched
    model.row_at(0)
    model.row_at(PAGE)
    assert source.fetched == before
    model.row_at(2 * PAGE)
    assert source.fetched == before + PAGE


def test_every_role_has_an_answer() -> None:
    model = PagedTableModel(COLUMNS)
    model.set_source(Source(10))
    index = model.index(1, 0)
    role = Qt.ItemDataRole
    assert index.data() == "Agent 1"
    assert index.data(Role.SUBTITLE) == "A-2"
    assert index.data(role.AccessibleTextRole) == "Agent 1, A-2"
    assert index.data(role.ToolTipRole) == "Agent 1, A-2"
    assert index.data(Role.ROW) == Row(2, "Agent 1", "A-2")
    assert index.data(role.DecorationRole) is None
    right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    assert int(model.index(0, 1).data(role.TextAlignmentRole)) == right
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Agent"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    assert model.row_at(-1) is None
    assert model.row_at(10) is None


def test_what_repeats_the_row_above_is_still_given() -> None:
    model = PagedTableModel(COLUMNS)
    model.set_source(Source(10))
    assert [model.index(place, 0).data(Role.REPEATED) for place in range(4)] == [
        False,
        False,
        True,
        False,
    ]
    assert model.index(2, 0).data() == "Agent 1"
    assert model.index(2, 1).data(Role.REPEATED) is False


def test_a_row_that_is_gone_is_an_empty_one() -> None:
    source = Source(2 * PAGE, gone={PAGE + 3})
    model = PagedTableModel(COLUMNS)
    model.set_source(source)
    assert model.row_at(PAGE + 2) is None
    assert model.index(PAGE + 2, 0).data() is None
    assert model.row_at(PAGE + 3).id == PAGE + 4


def test_a_file_that_cannot_be_read_says_so_once(qtbot: QtBot) -> None:
    model = PagedTableModel(COLUMNS)
    model.set_source(Source(2 * PAGE, broken=True))
    told: list[object] = []
    model.failed.connect(told.append)
    for place in range(PAGE, PAGE + 5):
        assert model.index(place, 0).data() is None
    qtbot.waitUntil(lambda: bool(told))
    assert [type(each) for each in told] == [OSError]


def test_a_list_that_changed_meanwhile_is_asked_for_again(qtbot: QtBot) -> None:
    model = PagedTableModel(COLUMNS)
    model.set_source(Source(2 * PAGE, said=2 * PAGE + 1))
    with qtbot.waitSignal(model.outdated):
        model.row_at(PAGE)


def test_the_place_of_a_record() -> None:
    model = PagedTableModel(COLUMNS)
    source = Source(3 * PAGE)
    model.set_source(source)
    assert model.place_of(3) == 2
    assert source.snapshots == 0  # it is among those read first
    assert model.place_of(2 * PAGE) == 2 * PAGE - 1
    assert model.place_of(10 * PAGE) == -1
    model.set_source(Source(5))
    assert model.place_of(6) == -1
