"""What a person does in the window, by keys and clicks alone: pages, fields, choices, buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from mutudesk.ui.widgets.choice_field import ChoiceField
from mutudesk.ui.widgets.record_table import RecordTable
from mutudesk.ui.widgets.type_ahead import RelationField, SuggestField
from tests.plain_text import plain
from tests.ui.finding import WAIT, cell_words, click, find
from tests.ui.windows import frame_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mutudesk.ui.shell.main_window import MainWindow

W = TypeVar("W", bound=QWidget)


class Person:
    """Somebody at the keyboard; every step is on the page he went to last."""

    def __init__(self, qtbot: QtBot, shown: MainWindow) -> None:
        self.qtbot = qtbot
        self.shown = shown
        self.page: QWidget = shown

    def go_to(self, key: str) -> None:
        """Go to a page by the navigation."""
        click(find(self.shown, QAbstractButton, f"nav_{key}"))
        assert frame_of(self.shown).current_key == key
        self.page = find(self.shown, QWidget, f"page_{key}")
        self.qtbot.waitUntil(self.page.isVisible)

    def see(self, kind: type[W], name: str) -> W:
        """The widget of that name, once it is in sight."""
        self.qtbot.waitUntil(
            lambda: any(each.isVisible() for each in self.page.findChildren(kind, name)),
            timeout=WAIT,
        )
        return next(each for each in self.page.findChildren(kind, name) if each.isVisible())

    def press(self, name: str) -> None:
        """Click a button."""
        button = self.see(QAbstractButton, name)
        assert button.isEnabled(), name
        click(button)

    def reads(self, name: str) -> str:
        """What a label says, with common spaces and straight apostrophes."""
        return plain(self.see(QLabel, name).text())

    def save(self, name: str) -> None:
        """Save a form by its key; nothing in it may be refused."""
        form = self.see(QWidget, f"{name}_form")
        inside = QApplication.focusWidget()
        assert inside is not None
        assert form.isAncestorOf(inside), inside.objectName()
        QTest.keyClick(inside, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        self.saved(name, form)

    def press_save(self, name: str) -> None:
        """Save a form by its button; nothing in it may be refused."""
        form = self.see(QWidget, f"{name}_form")
        self.press(f"{name}_save")
        self.saved(name, form)

    def saved(self, name: str, form: QWidget) -> None:
        """The form is put away, or says what is wrong."""
        wrong = [
            each.text() for each in form.findChildren(QLabel) if each.isVisible() and each.text()
        ]
        assert not form.isVisible(), (name, wrong)

    # Fields ---------------------------------------------------------------------------------------

    def type(self, name: str, text: str) -> None:
        """Replace what a field holds, and leave it."""
        field = self.see(QLineEdit, name)
        click(field)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Tab)

    def type_lines(self, name: str, *lines: str) -> None:
        """Fill a text of several lines."""
        field = self.see(QPlainTextEdit, name)
        field.setFocus()
        for number, line in enumerate(lines):
            if number:
                QTest.keyClick(field, Qt.Key.Key_Return)
            QTest.keyClicks(field, line)

    def pick(self, name: str, text: str, wanted: str) -> None:
        """Type the beginning of a name and take it from the list under the field."""
        field = self.see(QLineEdit, name)
        assert isinstance(field, (RelationField, SuggestField)), name
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        popup = field.options_view
        self.qtbot.waitUntil(popup.isVisible)
        titles = [plain(option.title) for option in field.options]
        assert wanted in titles, (name, titles)
        for _line in range(titles.index(wanted) + 1):
            QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: not popup.isVisible())
        # Offscreen has no window manager that makes the window active again after a popup.
        self.shown.activateWindow()
        self.qtbot.waitUntil(self.shown.isActiveWindow)
        assert plain(field.text()) == wanted
        QTest.keyClick(field, Qt.Key.Key_Tab)

    def choose(self, name: str, value: object) -> None:
        """Choose one of a few values by the arrows."""
        field = self.see(ChoiceField, name)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Home)
        for _line in range(field.count()):
            if field.read() == value:
                return
            QTest.keyClick(field, Qt.Key.Key_Down)
        assert field.read() == value, name

    # Lists and tabs -------------------------------------------------------------------------------

    def open_line(self, page: str, search: str, row: str) -> None:
        """Search a list, click the one line left and open it."""
        table = self.see(RecordTable, f"{page}_table")
        field = self.see(QLineEdit, f"{page}_search")
        click(field)
        QTest.keyClicks(field, search)
        self.qtbot.waitUntil(lambda: self._only_line(table) == row)
        place = table.visualRect(table.paged_model.index(0, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.keyClick(table, Qt.Key.Key_Return)
        self.see(QWidget, f"{page}_back")
        assert self.reads(f"{page}_title") == row

    @staticmethod
    def _only_line(table: RecordTable) -> str:
        model = table.paged_model
        return plain(str(model.index(0, 0).data())) if model.count == 1 else ""

    def show_tab(self, name: str, place: int) -> None:
        """Click a tab."""
        bar = self.see(QTabBar, name)
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center())
        assert bar.currentIndex() == place

    def cells(self, name: str) -> list[list[str]]:
        """What a screen reader says of every cell of a table, row by row."""
        table = self.see(RecordTable, name)
        model = table.paged_model
        return [
            [cell_words(table, row, column) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]
