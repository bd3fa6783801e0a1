"""Long lists: what is read, what is given, what the keyboard does."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mutudesk.ui.look.current import Look, current_look
from mutudesk.ui.look.tokens import LIGHT
from mutudesk.ui.widgets.columns import Align, Column
from mutudesk.ui.widgets.paged_table import PAGE, PAGES_KEPT, PagedTableModel, Role
from mutudesk.ui.widgets.record_table import RecordTable
from mutudesk.ui.widgets.search_field import SearchField
from mutudesk.ui.widgets.signs import Authority

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    name: str
    number: str
    head: str = "Mme Hélène Astier"


@dataclass
class Source:
    """Rows made on demand; remembers what was asked."""

    total: int
    shift: int = 0
    said: int | None = None  # what `count` says, if it is not the truth
    fetched: int = 0
    snapshots: int = 0
    broken: bool = False
    gone: set[int] = field(default_factory=set)

    def count(self) -> int:
        return self.total if self.said is None else self.said

    def first(self, limit: int) -> Sequence[Row]:
        return self._make(range(1, min(limit, self.total) + 1))

    def ids(self) -> array[int]:
        self.snapshots += 1
        return array("q", range(1 + self.shift, self.total + 1 + self.shift))

    def rows(self, ids: Sequence[int]) -> Sequence[Row]:
        if self.broken:
            raise OSError("the file is gone")
        return self._make(each for each in ids if each not in self.gone)

    def _make(self, ids: object) -> list[Row]:
        made = [
            Row(
                each + (self.shift if isinstance(ids, range) else 0),
                f"Agent {each // 2}",
                f"A-{each}",
            )
            for each in ids  # type: ignore[attr-defined]
        ]
        self.fetched += len(made)
        return made


def _name(row: Row) -> str:
    return row.name


def _number(row: Row) -> str:
    return row.number


def _head(row: Row) -> str:
    return row.head


def _nobody(row: Row) -> bool:
    return row.id % 5 == 0


COLUMNS = (
    Column("name", "Agent", _name, _number, width=200, strong=True, repeat_key=_name),
    Column("number", "Number", _number, width=80, align=Align.RIGHT, sortable=False),
    Column(
        "head",
        "Hierarchical authority",
        _head,
        _number,
        stretch=True,
        authority=Authority.HIERARCHICAL,
        vacant=_nobody,
    ),
)


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
    assert model.id_at(PAGE + 2) is None
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
    model.set_source(Source(3 * PAGE))
    assert model.place_of(3) == 2
    reads = [model.ids_read]
    assert model.place_of(2 * PAGE) == 2 * PAGE - 1
    assert [*reads, model.ids_read] == [False, True]
    assert model.place_of(10 * PAGE) == -1
    model.set_source(Source(5))
    assert model.place_of(6) == -1


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
    single = RecordTable((Column("name", "Agent", _name),))
    assert single.verticalHeader().defaultSectionSize() == 64
    single.deleteLater()


def test_stretching_columns_take_what_is_left(table: RecordTable) -> None:
    widths = [table.columnWidth(section) for section in range(3)]
    assert sum(widths) == table.viewport().width()
    assert widths[:2] == [200, 80]
    table.resize(360, 400)
    assert table.columnWidth(2) == 90
