"""The table of commands: its menu bar, its keys wherever the focus is, its help."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget

from mutudesk.domain.records import Kind
from mutudesk.ui.commands import COMMANDS, Menu, Needs
from mutudesk.ui.link import Link, LinkAct, Place
from mutudesk.ui.pages.help.about_text import help_html
from tests.ui.finding import find
from tests.ui.windows import opened, trigger, window

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.shell.main_window import MainWindow

AGENT = "A-0412"
OF_PAGES = {each.name for each in COMMANDS if each.needs is Needs.PAGE}


def enabled(shown: MainWindow, menu: str) -> set[str]:
    """The commands of a menu that can be chosen while it is open."""
    found = find(shown, QMenu, menu)
    found.aboutToShow.emit()
    names = {each.objectName().removeprefix("action_") for each in found.actions()}
    offered = {
        each for each in names if each and find(shown, QAction, f"action_{each}").isEnabled()
    }
    found.aboutToHide.emit()
    return offered


def test_names_and_keys_are_given_once() -> None:
    names = Counter(each.name for each in COMMANDS)
    keys = Counter(QKeySequence(key).toString() for each in COMMANDS for key in each.keys)
    assert {each for each, count in (names + keys).items() if count > 1} == set()
    assert "" not in keys


def test_every_command_stands_in_its_menu_with_its_keys(qtbot: QtBot, tmp_path: Path) -> None:
    with window(qtbot, tmp_path) as shown:
        for each in COMMANDS:
            action = find(shown, QAction, f"action_{each.name}")
            menu = find(shown, QMenu, f"menu_{each.menu.name.lower()}")
            assert action in menu.actions(), each.name
            assert [key.toString() for key in action.shortcuts()] == list(each.keys)


def test_no_two_lines_of_a_menu_have_one_letter(qtbot: QtBot, tmp_path: Path) -> None:
    with window(qtbot, tmp_path) as shown:
        menus = [find(shown, QMenu, f"menu_{each.name.lower()}") for each in Menu]
        for bar in (shown.menuBar(), *menus):
            texts = [action.text() for action in bar.actions()]
            letters = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
            assert {letter: n for letter, n in letters.items() if n > 1} == {}, texts


def test_every_command_is_answered_somewhere(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        answered = set(shown.commands())
        for link in (
            *map(Link, Place),
            Link(Kind.AGENT, (AGENT,)),
            Link(Kind.SERVICE, (), LinkAct.NEW),
        ):
            if link.place is not Place.IMPORT:
                frame.follow(link)
                answered |= set(shown.commands())
        assert answered == {each.name for each in COMMANDS}


def test_the_menu_of_records_offers_what_the_page_can_do(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        assert enabled(shown, "menu_record") == {"find", "why"}
        frame.follow(Link(Place.AGENTS))
        assert enabled(shown, "menu_record") == {"find", "new"}
        frame.follow(Link(Kind.AGENT, (AGENT,)))
        assert enabled(shown, "menu_record") == {
            "new",
            "edit",
            "delete",
            "back",
            "record_history",
        }
        trigger(shown, "edit")
        assert enabled(shown, "menu_record") == {"save"}
        # A key that comes while the menu is closed asks the page, whatever the menu last showed.
        assert all(find(shown, QAction, f"action_{each}").isEnabled() for each in OF_PAGES)
    with window(qtbot, tmp_path) as shown:
        assert enabled(shown, "menu_record") == set()


@pytest.mark.parametrize("zone", ["nav_agents", "situation_date", "agent_last_name"])
def test_a_form_is_saved_wherever_the_focus_is(qtbot: QtBot, tmp_path: Path, zone: str) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        frame.follow(Link(Kind.AGENT, (AGENT,)))
        trigger(shown, "edit")
        find(shown, QLineEdit, "agent_last_name").setText("Petit-Jean")
        widget = find(shown, QWidget, zone)
        widget.setFocus()
        assert widget.hasFocus()
        QTest.keyClick(widget, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        assert "Petit-Jean" in find(shown, QLabel, "agents_title").text()
        assert frame.current_page is not None
        assert frame.current_page.unsaved == 0


@pytest.mark.parametrize(
    ("key", "modifier", "reached"),
    [
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier, "situation_date"),
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier, "agents_search"),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, "nav_agents"),
    ],
)
def test_a_line_of_text_keeps_no_key_of_the_table(
    qtbot: QtBot, tmp_path: Path, key: Qt.Key, modifier: Qt.KeyboardModifier, reached: str
) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        frame.follow(Link(Place.AGENTS))
        line = find(shown, QLineEdit, "agents_search")
        line.setText("Petit")
        line.setFocus()
        QTest.keyClick(line, key, modifier)
        focus = QApplication.focusWidget()
        assert focus is find(shown, QWidget, reached)
        assert line.text() == "Petit"


@pytest.mark.parametrize("zone", ["nav_agents", "situation_date"])
def test_one_goes_back_to_the_list_from_anywhere(qtbot: QtBot, tmp_path: Path, zone: str) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        frame.follow(Link(Kind.AGENT, (AGENT,)))
        widget = find(shown, QWidget, zone)
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert find(shown, QWidget, "agents_list").isVisible()


@pytest.mark.usefixtures("qapp")
def test_the_help_names_every_key() -> None:
    said = help_html()
    for each in COMMANDS:
        for key in each.keys:
            assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in said, key
        words = QCoreApplication.translate("commands", each.words).replace("&", "").rstrip("…")
        assert not each.keys or words in said
