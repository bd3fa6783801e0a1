"""For tests of the record pages: a page on a demonstration register, and widgets by name."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMessageBox, QWidget

from mutudesk.ui.jobs import JobRunner
from mutudesk.ui.widgets.type_ahead import RelationField, SuggestField
from mutudesk.usecases.creation import create_demonstration
from mutudesk.usecases.opening import open_to_write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.records.page import RegisterPage

P = TypeVar("P", bound="RegisterPage")
W = TypeVar("W", bound=QWidget)

TODAY = date(2026, 11, 23)


@cache
def _demonstration() -> bytes:
    path = Path(mkdtemp()) / "demonstration.mutudesk"
    create_demonstration(path)
    return path.read_bytes()


@contextmanager
def shown(
    qtbot: QtBot, folder: Path, page_class: Callable[..., P], on: date = TODAY
) -> Iterator[P]:
    """A page of the class on a fresh demonstration, in sight."""
    path = folder / "register.mutudesk"
    path.write_bytes(_demonstration())
    with open_to_write(path) as session:
        page = page_class(session, JobRunner())
        qtbot.addWidget(page)
        page.resize(1030, 640)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.read_again(on)
        page.take_focus()
        yield page


def find(page: QWidget, name: str, kind: type[W]) -> W:
    """The widget of this name."""
    widget = page.findChild(kind, name)
    assert widget is not None, name
    return widget


def press(page: QWidget, name: str) -> None:
    """Click a button in sight."""
    button = find(page, name, QAbstractButton)
    assert button.isVisibleTo(page), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def enter(page: QWidget, name: str, text: str) -> None:
    """Replace the text of a field by keys, and leave it; ASCII only, as keys of tests are."""
    field = find(page, name, QLineEdit)
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


def pressing(name: str) -> Callable[[QMessageBox], int]:
    """An answer to a question: press the button of this name."""

    def answer(box: QMessageBox) -> int:
        button = box.findChild(QAbstractButton, name)
        assert button is not None, name
        button.click()
        return 0

    return answer
