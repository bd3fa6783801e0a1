"""Widgets by their names, and what a person does with them: by keys and clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QWidget,
)

from mutudesk.ui.widgets.type_ahead import RelationField, SuggestField
from tests.plain_text import plain

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T", bound=QObject)
WAIT = 60_000  # milliseconds for work beside the window; a test that passes waits for it no longer


def find(parent: QObject, kind: type[T], name: str) -> T:
    """The widget or action of that name, which must be there."""
    found = parent.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def words_of(parent: QObject, name: str) -> str:
    """What a label says."""
    return find(parent, QLabel, name).text()


def cell_words(table: QAbstractItemView, row: int, column: int) -> str:
    """What a screen reader says of a cell, plain."""
    index = table.model().index(row, column)
    return plain(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """Press the left button on it, in the middle unless told."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or QPoint())


def press(parent: QWidget, name: str) -> None:
    """Click a button in sight."""
    button = find(parent, QAbstractButton, name)
    assert button.isVisibleTo(parent), name
    click(button)


def enter(parent: QWidget, name: str, text: str) -> None:
    """Replace the text of a field by keys, and leave it; ASCII only, as keys of tests are."""
    field = find(parent, QLineEdit, name)
    field.setFocus()
    field.selectAll()
    if isinstance(field, (RelationField, SuggestField)):
        # The list of options grabs the keyboard, which the offscreen platform cannot give.
        field.setText(text)
        field.edited.emit()
    else:
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def pressing(name: str) -> Callable[[QDialog], int]:
    """An answer to a question: press the button of this name."""

    def answer(box: QDialog) -> int:
        find(box, QAbstractButton, name).click()
        return 0

    return answer


def deleting(why: str, button: str = "deleting_delete") -> Callable[[QDialog], int]:
    """An answer to the question before a deletion: give a reason, then press the button."""

    def answer(dialog: QDialog) -> int:
        dialog.show()
        enter(dialog, "deleting_why", why)
        return pressing(button)(dialog)

    return answer


def let_go(each: QObject) -> None:
    """Have it destroyed; until then no timer of it may read the register that was closed."""
    for timer in each.findChildren(QTimer):
        timer.stop()
    each.deleteLater()


def reached_by_tab() -> dict[str, QWidget]:
    """What the Tab key goes through from the widget in focus, once round."""
    seen: dict[str, QWidget] = {}
    while True:
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus.objectName() in seen:
            return seen
        seen[focus.objectName()] = focus
        QTest.keyClick(focus, Qt.Key.Key_Tab)
