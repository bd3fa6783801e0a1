"""Fields that find as one types: by keys, by the button, by what is written in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QWidget

from mutudesk.domain.parsing import ParseError
from mutudesk.ui.widgets.type_ahead import (
    OPTION_UNKNOWN,
    Option,
    RelationField,
    SuggestField,
    suggesting,
)
from tests.ui.body_options import NO_GRAB, matching
from tests.ui.finding import click, find
from tests.ui.windows import alone

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


pytestmark = pytest.mark.usefixtures("qapp")


@NO_GRAB
def test_a_relation_is_found_without_accents_and_chosen_by_keys(qtbot: QtBot) -> None:
    field = RelationField("body", matching)
    alone(qtbot, field)
    QTest.keyClicks(field, "aubi")
    assert [option.title for option in field.options] == ["Aubière"]
    with pytest.raises(ParseError, match=OPTION_UNKNOWN):
        field.read()
    popup = field.options_view
    assert popup.isVisible()
    with qtbot.waitSignal(field.chosen) as sent:
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Return)
    assert sent.args == ["216300144"]
    assert field.text() == "Aubière"
    assert field.read() == "216300144"
    assert not popup.isVisible()


@NO_GRAB
def test_the_arrow_and_the_button_show_everything(qtbot: QtBot) -> None:
    field = RelationField("body", matching)
    alone(qtbot, field)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert len(field.options) == 3
    field.hide_options()
    button = find(field, QWidget, "body_open")
    click(button)
    popup = field.options_view
    assert isinstance(popup, QListView)
    place = popup.visualRect(popup.model().index(1, 0)).center()
    with qtbot.waitSignal(field.chosen) as sent:
        QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sent.args == ["216300326"]


@NO_GRAB
def test_a_name_typed_in_full_counts(qtbot: QtBot) -> None:
    field = RelationField("body", matching)
    alone(qtbot, field)
    QTest.keyClicks(field, "le cendre")
    assert field.read() == "216300699"
    field.hide_options()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Le Cendre"
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.option() is None
    field.clear()
    assert field.read() is None


def test_a_relation_is_written_by_value(qtbot: QtBot) -> None:
    field = RelationField("body", matching)
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.edited):
        field.write("216300326")
        assert field.text() == "Beaumont"
        field.write(Option("x", "Elsewhere"))
        assert field.read() == "x"
        field.write("unknown")
        assert field.read() == "unknown"
        field.write(None)
    assert field.text() == ""


@NO_GRAB
def test_nothing_found_shows_nothing(qtbot: QtBot) -> None:
    field = RelationField("body", matching)
    alone(qtbot, field)
    QTest.keyClicks(field, "zzz")
    assert field.options == ()
    assert not field.options_view.isVisible()
    assert field.subtitle_of(0) == ""
    field.setReadOnly(True)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert not field.options_view.isVisible()


@NO_GRAB
def test_suggestions_do_not_bind(qtbot: QtBot) -> None:
    field = SuggestField("quality", suggesting(["Maire", "Première adjointe", "Président"]))
    alone(qtbot, field)
    QTest.keyClicks(field, "pre")
    assert [option.title for option in field.options] == ["Première adjointe", "Président"]
    field.hide_options()
    field.clear()
    QTest.keyClicks(field, " Doyen ")
    field.hide_options()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.read() == field.text() == "Doyen"
    field.write("Maire")
    assert field.read() == "Maire"


def test_suggestions_that_begin_so_come_first() -> None:
    search = suggesting(["Sous-préfet", "Préfet", "Œuvre"])
    assert [option.title for option in search("pref")] == ["Préfet", "Sous-préfet"]
    assert [option.title for option in search("oeuv")] == ["Œuvre"]
    assert len(search("")) == 3
