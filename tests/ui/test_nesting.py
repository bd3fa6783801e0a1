"""Layouts in layouts leave no wrapper of an item that Qt deleted (mutudesk/ui/qt/nesting.py)."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

import mutudesk.ui
from mutudesk.ui.qt.nesting import delete_widgets, nest, nest_in_grid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

# What wraps items, or hands them out: in nesting.py and nowhere else.
WRAPPING = {"addLayout", "insertLayout", "takeAt", "itemAtPosition"}


def wrapped_items() -> list[str]:
    """Name the items of layouts that Python knows, the layouts themselves left out."""
    return [
        type(each).__name__
        for each in shiboken6.getAllValidWrappers()
        if isinstance(each, QLayoutItem) and not isinstance(each, QLayout)
    ]


def delete_now() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def filled_row() -> QHBoxLayout:
    """Make a row with all kinds of items: a widget, a space, a column inside."""
    row, column = QHBoxLayout(), QVBoxLayout()
    column.addWidget(QLabel("inside"))
    column.addStretch(1)
    row.addWidget(QLabel("beside"))
    row.addStretch(1)
    nest(row, column)
    return row


@pytest.fixture
def outer(qtbot: QtBot) -> Iterator[tuple[QWidget, QVBoxLayout]]:
    widget = QWidget()
    qtbot.addWidget(widget)
    yield widget, QVBoxLayout(widget)
    widget.deleteLater()


def test_a_filled_row_is_nested_without_wrappers(outer: tuple[QWidget, QVBoxLayout]) -> None:
    column = outer[1]
    nest(column, filled_row(), 1)
    nest(column, filled_row(), at=0)
    assert (column.count(), column.stretch(0), column.stretch(1)) == (2, 0, 1)
    grid = QGridLayout()
    nest_in_grid(grid, filled_row(), 0, 1, 1, 2)
    nest(column, grid)
    assert grid.getItemPosition(0) == (0, 1, 1, 2)
    assert wrapped_items() == []


def test_what_qt_makes_later_is_what_it_is(outer: tuple[QWidget, QVBoxLayout]) -> None:
    # Without `nest` this fails in the first rounds: a menu comes back as a QSpacerItem.
    column = outer[1]
    for _round in range(50):
        row = filled_row()
        nest(column, row)
        column.removeItem(row)
        row.deleteLater()
        delete_now()
        menu = QMenu()
        made = [menu.addMenu("x") for _ in range(20)]
        assert {type(each) for each in made} == {QMenu}
        menu.deleteLater()
        delete_now()


def test_widgets_taken_out_are_deleted_with_their_items(
    outer: tuple[QWidget, QVBoxLayout],
) -> None:
    column = outer[1]
    gone: list[str] = []
    for name in ("one", "two"):
        each = QLabel(name)
        each.destroyed.connect(_noting(gone, name))
        column.addWidget(each)
    delete_widgets(column)
    assert column.count() == 0
    delete_now()
    assert sorted(gone) == ["one", "two"]
    assert wrapped_items() == []


def _noting(gone: list[str], name: str) -> Callable[[], None]:
    def note() -> None:
        gone.append(name)

    return note


def test_no_layout_is_nested_elsewhere() -> None:
    folder = mutudesk.ui.__path__[0]

    found = [
        f"{path.name}:{node.lineno} {node.attr}"
        for path in Path(folder).rglob("*.py")
        if path.name != "nesting.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in WRAPPING
    ]
    assert found == []
