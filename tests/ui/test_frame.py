"""The main frame: navigation, the date that rules, pages, the state of the file."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from mutudesk.domain.changes import create
from mutudesk.domain.records import Kind
from mutudesk.ui.link import Link, Place
from mutudesk.ui.look.current import Look
from mutudesk.ui.look.tokens import DARK, LIGHT
from mutudesk.ui.shell.file_status import FileState
from mutudesk.ui.shell.frame import MainFrame
from mutudesk.ui.shell.navigation import RAIL, WIDTH, NavigationButton, NavigationItem
from mutudesk.ui.widgets.buttons import ActionButton
from mutudesk.ui.widgets.chip import Chip
from mutudesk.ui.widgets.page import Page
from mutudesk.usecases.recording import Judged
from tests.builders import position
from tests.demonstration import TODAY
from tests.ui.command_keys import answer_keys
from tests.ui.finding import click, find

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")

OTHER = date(2017, 3, 15)
GROUPS = (
    (NavigationItem(Place.AUTHORITIES, "Qui commande qui ?", "network"),),
    (
        NavigationItem(Place.BODIES, "Communes et organismes", "landmark"),
        NavigationItem(Place.AGENTS, "Agents", "users"),
    ),
    (NavigationItem(Place.HELP, "Aide", "circle-help", at_bottom=True),),
)


class Sheet(Page):
    """Remembers what it was asked."""

    reads: Collection[Kind] = frozenset(Kind)  # type: ignore[misc] # each its own, in these tests

    def __init__(self, name: str) -> None:
        super().__init__(name, name.capitalize())
        self.read: list[date] = []
        self.opened: list[object] = []
        self.leaves = True
        self.entering = 0
        self.field = QLineEdit()
        self.body.addWidget(self.field)

    def refresh(self, on: date) -> None:
        self.read.append(on)

    def may_leave(self) -> bool:
        return self.leaves

    def follow(self, link: Link) -> None:
        self.opened.append(link)

    def take_focus(self) -> None:
        self.field.setFocus()

    @property
    def unsaved(self) -> int:
        return self.entering


@pytest.fixture
def frame(qtbot: QtBot) -> MainFrame:
    frame = MainFrame(GROUPS, lambda: TODAY)
    qtbot.addWidget(frame)
    for key in ("authorities", "bodies", "agents"):
        frame.add_page(key, Sheet(key))
    frame.link_requested.connect(lambda link: frame.show_page(link.place.value, link))
    answer_keys(frame)
    frame.resize(1280, 720)
    frame.show()
    frame.activateWindow()
    frame.show_page("authorities")
    return frame


def sheet(frame: MainFrame, key: str) -> Sheet:
    page = frame.page(key)
    assert isinstance(page, Sheet)
    return page


def type_date(frame: MainFrame, text: str) -> None:
    QTest.keyClick(frame, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    field = find(frame, QWidget, "situation_date")
    assert field.hasFocus()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


# Navigation ---------------------------------------------------------------------------------------


def test_a_click_opens_a_page(qtbot: QtBot, frame: MainFrame) -> None:
    with qtbot.waitSignal(frame.link_requested) as sent:
        click(find(frame, QWidget, "nav_agents"))
    assert sent.args == [Link(Place.AGENTS)]
    assert frame.current_key == "agents"
    assert frame.current_page is frame.page("agents")
    checked = [button.item.key for button in frame.navigation.buttons if button.isChecked()]
    assert checked == ["agents"]
    assert sheet(frame, "agents").field.hasFocus()


def test_arrows_and_enter_open_a_page(frame: MainFrame) -> None:
    frame.navigation.take_focus()
    first = find(frame, QWidget, "nav_authorities")
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    QTest.keyClick(find(frame, QWidget, "nav_bodies"), Qt.Key.Key_Return)
    assert frame.current_key == "bodies"
    frame.navigation.take_focus()
    QTest.keyClick(find(frame, QWidget, "nav_bodies"), Qt.Key.Key_Up)
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert find(frame, QWidget, "nav_help").hasFocus()


def test_a_page_that_is_not_to_be_left_stays(qtbot: QtBot, frame: MainFrame) -> None:
    sheet(frame, "authorities").leaves = False
    with qtbot.assertNotEmitted(frame.link_requested):
        click(find(frame, QWidget, "nav_agents"))
    assert frame.current_key == "authorities"
    button = find(frame, NavigationButton, "nav_authorities")
    assert button.isChecked()
    assert not frame.follow(Link(Place.AGENTS))


def test_counts_are_said(frame: MainFrame) -> None:
    frame.set_counts({"agents": 5})
    assert "5" in find(frame, QWidget, "nav_agents").accessibleName()
    frame.set_counts({})
    assert find(frame, QWidget, "nav_agents").accessibleName() == "Agents"


def test_little_room_makes_a_rail(qapp: QApplication, frame: MainFrame) -> None:
    assert frame.navigation.width() == WIDTH
    frame.set_counts({"agents": 5})
    frame.resize(900, 600)
    assert frame.navigation.width() == RAIL
    assert find(frame, QWidget, "nav_agents").toolTip() == "Agents"
    assert not frame.navigation.grab().isNull()
    frame.resize(1280, 720)
    assert find(frame, QWidget, "nav_agents").toolTip() == ""
    Look(LIGHT, 2.0).apply(qapp)
    assert frame.navigation.width() == 2 * RAIL


def test_the_frame_fits_the_design_size_at_200_percent(
    qapp: QApplication, frame: MainFrame
) -> None:
    frame.set_register("Communauté d’agglomération du Pays Basque et d’autres lieux encore")
    frame.page("authorities").set_facts("131 agents · 287 parts de mission " * 5)
    frame.set_file_state(FileState("x" * 80, 0, datetime(2026, 11, 23, 8, 2), note="x" * 90))  # noqa: DTZ001 - shown
    frame.set_date(OTHER)
    for scale in (1.0, 2.0):
        Look(LIGHT, scale).apply(qapp)
        assert frame.minimumSizeHint().width() <= 1280
        assert frame.minimumSizeHint().height() <= 720


# Date ---------------------------------------------------------------------------------------------


def test_today_is_said_quietly(frame: MainFrame) -> None:
    assert frame.is_today
    assert find(frame, QWidget, "date_is_today").isVisible()
    assert not find(frame, QWidget, "date_today").isVisible()
    assert not find(frame, QWidget, "other_date_band").isVisible()


def test_another_date_rules_everything(qtbot: QtBot, frame: MainFrame) -> None:
    click(find(frame, QWidget, "nav_agents"))
    with qtbot.waitSignal(frame.date_changed) as sent:
        type_date(frame, "15/3/17")
    assert sent.args == [OTHER]
    assert frame.day == frame.bar.day == OTHER
    assert sheet(frame, "agents").read == [TODAY, OTHER]
    assert sheet(frame, "authorities").read == [TODAY]
    frame.show_page("authorities")
    assert sheet(frame, "authorities").read == [TODAY, OTHER]
    assert find(frame, QWidget, "other_date_band").isVisible()
    assert find(frame, QWidget, "sheet").property("other_date") == "true"
    words = find(frame, QLabel, "other_date_text")
    assert "2017" in words.accessibleName()
    assert "<" not in words.accessibleName()


@pytest.mark.parametrize("how", ["date_today", "other_date_today", "keys"])
def test_ways_back_to_today(qtbot: QtBot, frame: MainFrame, how: str) -> None:
    frame.set_date(OTHER)
    with qtbot.waitSignal(frame.date_changed) as sent:
        if how == "keys":
            QTest.keyClick(frame, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
        else:
            click(find(frame, QWidget, how))
    assert sent.args == [TODAY]
    assert find(frame, QWidget, "sheet").property("other_date") == "false"


def test_a_page_not_to_be_left_keeps_its_date(qtbot: QtBot, frame: MainFrame) -> None:
    sheet(frame, "authorities").leaves = False
    with qtbot.assertNotEmitted(frame.date_changed):
        type_date(frame, "15/3/17")
        frame.page("authorities").date_requested.emit(OTHER)
    assert frame.day == frame.bar.day == TODAY


def test_what_is_no_date_is_said_beside_it(frame: MainFrame) -> None:
    type_date(frame, "31/02/2016")
    assert find(frame, QWidget, "date_problem").isVisible()
    assert frame.day == TODAY
    frame.set_date(OTHER)
    assert not find(frame, QWidget, "date_problem").isVisible()


def test_today_asked_today_changes_nothing(qtbot: QtBot, frame: MainFrame) -> None:
    type_date(frame, "x")
    with qtbot.assertNotEmitted(frame.date_changed):
        QTest.keyClick(frame, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    field = find(frame, QLineEdit, "situation_date")
    assert field.text() == "23/11/2026"


def test_a_page_may_wish_for_a_date_and_a_page(qtbot: QtBot, frame: MainFrame) -> None:
    page = frame.page("authorities")
    with qtbot.waitSignal(frame.date_changed):
        page.date_requested.emit(OTHER)
    page.date_requested.emit("no date")
    with qtbot.waitSignal(frame.link_requested) as sent:
        page.link_requested.emit(Link(Kind.AGENT, ("A-1",)))
    assert sent.args == [Link(Kind.AGENT, ("A-1",))]
    assert sheet(frame, "agents").opened == [Link(Kind.AGENT, ("A-1",))]


# Pages --------------------------------------------------------------------------------------------


def test_pages_that_show_it_are_read_again_after_an_act(qtbot: QtBot, frame: MainFrame) -> None:
    sheet(frame, "bodies").reads = frozenset({Kind.MANDATE})
    frame.show_page("bodies")
    frame.show_page("agents")
    assert frame.has_page("agents")
    judged = Judged((create(position("A-1")),), ())
    with qtbot.waitSignal(frame.data_changed) as sent:
        frame.page("agents").data_changed.emit(judged)
    assert sent.args == [judged]
    assert sheet(frame, "agents").read == [TODAY]  # it read what it wrote itself
    frame.show_page("bodies")
    assert sheet(frame, "bodies").read == [TODAY]  # shows nothing of positions
    frame.show_page("authorities")
    assert sheet(frame, "authorities").read == [TODAY, TODAY]
    QTest.keyClick(frame, Qt.Key.Key_F5)
    assert sheet(frame, "authorities").read == [TODAY, TODAY, TODAY]


def test_unsaved_records_are_counted(qtbot: QtBot, frame: MainFrame) -> None:
    sheet(frame, "agents").entering = 1
    sheet(frame, "bodies").entering = 2
    with qtbot.waitSignal(frame.unsaved_changed) as sent:
        frame.page("agents").unsaved_changed.emit()
    assert sent.args == [3]


def test_f6_goes_round_the_zones(frame: MainFrame) -> None:
    sheet(frame, "authorities").field.setFocus()
    QTest.keyClick(frame, Qt.Key.Key_F6)
    assert find(frame, QWidget, "nav_authorities").hasFocus()
    QTest.keyClick(frame, Qt.Key.Key_F6)
    assert find(frame, QWidget, "situation_date").hasFocus()
    QTest.keyClick(frame, Qt.Key.Key_F6)
    assert sheet(frame, "authorities").field.hasFocus()
    QTest.keyClick(frame, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert find(frame, QWidget, "situation_date").hasFocus()


def test_the_head_of_a_page(qtbot: QtBot, frame: MainFrame) -> None:
    page = frame.page("authorities")
    page.set_title("Le Cendre")
    page.set_facts("Commune")
    page.set_chips([Chip("one"), Chip("two")])
    page.set_chips([Chip("three", "warn")])
    action = page.add_action(ActionButton("Export", "export"))
    qtbot.waitUntil(lambda: len(page.findChildren(Chip)) == 1)
    with qtbot.waitSignal(action.clicked):
        click(action)
    title = find(frame, QLabel, "authorities_title")
    assert title.text() == "Le Cendre"
    facts = find(frame, QWidget, "authorities_facts")
    assert facts.isVisible()
    frame.resize(700, 500)
    assert not facts.isVisible()


def test_a_plain_page_can_be_left_and_holds_nothing(qtbot: QtBot) -> None:
    page = Page("plain", "Plain")
    qtbot.addWidget(page)
    page.refresh(TODAY)
    page.follow(Link(Place.AGENTS))
    page.take_focus()
    assert page.may_leave()
    assert page.unsaved == 0
    assert page.is_stale


# Band and file ------------------------------------------------------------------------------------


def test_the_band_tells_a_state(qtbot: QtBot, frame: MainFrame) -> None:
    frame.band.show_message("Opened by somebody else", "warn", retry="Try again")
    with qtbot.waitSignal(frame.band_requested) as sent:
        button = find(frame, QPushButton, "page_band_retry")
        click(button)
    assert sent.args == ["retry"]


@pytest.mark.parametrize(
    ("state", "backup"),
    [
        (FileState("Clermont.mutudesk"), False),
        (FileState("Clermont.mutudesk", 2, datetime(2026, 11, 23, 8, 2)), True),  # noqa: DTZ001
        (FileState("Clermont.mutudesk", 0, datetime(2016, 1, 2, 18, 30)), True),  # noqa: DTZ001
        (FileState("Clermont.mutudesk", read_only=True), False),
    ],
)
def test_the_state_of_the_file(frame: MainFrame, state: FileState, backup: bool) -> None:
    frame.set_file_state(state)
    file, saved = find(frame, QWidget, "file_state"), find(frame, QWidget, "backup_state")
    assert file.accessibleName().startswith("Clermont.mutudesk · ")
    assert bool(saved.accessibleName()) is backup


def test_a_trailing_widget_stands_at_the_end(qtbot: QtBot, frame: MainFrame) -> None:
    search = QLineEdit()
    frame.bar.add_trailing(search)
    qtbot.waitUntil(search.isVisible)
    assert search.x() > find(frame, QWidget, "situation_date").x()
    frame.set_register("Clermont Communauté")
    assert find(frame, QWidget, "register_name").accessibleName() == "Clermont Communauté"


def test_everything_that_takes_the_focus_has_a_name(frame: MainFrame) -> None:
    frame.set_date(OTHER)
    for widget in frame.findChildren(QWidget):
        inside = isinstance(frame.current_page, QWidget) and frame.current_page.isAncestorOf(widget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not inside:
            named = widget.accessibleName() or getattr(widget, "text", str)()
            assert named, widget.objectName()


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_sheet_is_framed_in_amber_on_another_date(
    qapp: QApplication, frame: MainFrame, colours: object
) -> None:
    Look(DARK if colours is DARK else LIGHT).apply(qapp)
    frame.set_date(OTHER)
    box = find(frame, QWidget, "sheet")
    image = frame.grab().toImage()
    edge = box.mapTo(frame, box.rect().topLeft())
    amber = (DARK if colours is DARK else LIGHT).warn_line.lower()
    for inset in range(3):
        assert image.pixelColor(edge.x() + inset, edge.y() + box.height() // 2).name() == amber
