"""Fields and small widgets, by real keys and clicks."""

from __future__ import annotations

import gc
import weakref
from enum import Enum
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget

from mutudesk.domain.parsing import ParseError, parse_code, parse_count
from mutudesk.ui.look.current import Look
from mutudesk.ui.look.tokens import LIGHT
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.widgets.buttons import ActionButton
from mutudesk.ui.widgets.chip import KINDS, Chip
from mutudesk.ui.widgets.choice_field import CheckField, CheckListField, Choice, ChoiceField
from mutudesk.ui.widgets.empty_state import EmptyState
from mutudesk.ui.widgets.field_edit import TextField
from mutudesk.ui.widgets.inline_error import InlineError
from mutudesk.ui.widgets.labels import ElidedLabel
from mutudesk.ui.widgets.message_band import MessageBand
from mutudesk.ui.widgets.share_field import ShareField, typed_share
from mutudesk.ui.widgets.signs import AuthorityKind, AuthoritySign
from mutudesk.ui.widgets.type_ahead import (
    RelationField,
)
from tests.ui.body_options import NO_GRAB, matching
from tests.ui.finding import click, find
from tests.ui.windows import alone

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


# Text and numbers ---------------------------------------------------------------------------------


def test_a_text_field_reads_and_tidies(qtbot: QtBot) -> None:
    field = TextField("count", parse_count, empty=None)
    alone(qtbot, field)
    with qtbot.waitSignal(field.edited):
        QTest.keyClicks(field, " 12 000 ")
    assert field.read() == 12000
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "12000"
    field.clear()
    assert field.read() is None
    field.write(None)
    field.write(34)
    assert field.text() == "34"


def test_wrong_text_stays_as_typed(qtbot: QtBot) -> None:
    field = TextField("code", parse_code)
    alone(qtbot, field)
    QTest.keyClicks(field, "A+B")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "A+B"
    with pytest.raises(ParseError, match="code_invalid"):
        field.read()
    field.set_invalid(True)
    assert field.property("invalid") == "true"


@pytest.mark.parametrize(
    ("text", "share"),
    [("40", 4000), ("40,5", 4050), ("33.33 %", 3333), ("100%", 10000), ("0,01", 1), ("", None)],
)
def test_shares_are_percentages(qtbot: QtBot, text: str, share: int | None) -> None:
    field = ShareField("share")
    alone(qtbot, field)
    QTest.keyClicks(field, text)
    assert field.read() == share
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == typed_share(share)


@pytest.mark.parametrize("text", ["0", "100,01", "x", "1,234"])
def test_what_is_no_share(qtbot: QtBot, text: str) -> None:
    field = ShareField("share")
    qtbot.addWidget(field)
    QTest.keyClicks(field, text)
    with pytest.raises(ParseError):
        field.read()


def test_a_share_is_typed_as_short_as_can_be() -> None:
    shares = [4000, 4050, 3333, 1, 10000, None]
    assert [typed_share(share) for share in shares] == ["40", "40,5", "33,33", "0,01", "100", ""]


# Choices ------------------------------------------------------------------------------------------


def test_a_choice_keeps_its_enum(qtbot: QtBot) -> None:
    field = ChoiceField("colour", [Choice(Colour.RED, "Red"), Choice(Colour.BLUE, "Blue")])
    alone(qtbot, field)
    assert field.read() is None
    with qtbot.waitSignal(field.chosen) as sent:
        QTest.keyClick(field, Qt.Key.Key_B)
    assert sent.args == [Colour.BLUE]
    assert field.read() is Colour.BLUE
    with qtbot.assertNotEmitted(field.edited):
        field.write(Colour.RED)
        field.set_choices([Choice(Colour.RED, "Rouge")])
    assert field.read() is Colour.RED
    assert field.currentText() == "Rouge"
    field.set_choices([Choice(Colour.BLUE, "Bleu")])
    assert field.read() is None


def test_the_wheel_chooses_nothing(qtbot: QtBot) -> None:
    field = ChoiceField("colour", [Choice(1, "One"), Choice(2, "Two")])
    alone(qtbot, field)
    field.write(1)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)
    assert field.read() == 1


def test_a_check_field(qtbot: QtBot) -> None:
    field = CheckField("acting", "Acting")
    alone(qtbot, field)
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(field, Qt.Key.Key_Space)
    assert field.read() is True
    with qtbot.assertNotEmitted(field.edited):
        field.write(False)
    assert field.read() is False


def test_a_list_of_boxes(qtbot: QtBot) -> None:
    field = CheckListField("missions", [Choice("a", "A"), Choice("b", "B"), Choice("c", "C")])
    alone(qtbot, field)
    box = find(field, QCheckBox, "missions_b")
    with qtbot.waitSignal(field.edited):
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(12, box.height() // 2))
    assert field.read() == {"b"}
    field.write({"a", "c"})
    assert field.read() == {"a", "c"}
    field.set_choices([Choice("c", "C"), Choice("d", "D")])
    assert field.read() == {"c"}
    assert [each.text() for each in field.boxes()] == ["C", "D"]
    field.write(None)
    assert field.read() == frozenset()
    field.setFocus()
    qtbot.waitUntil(lambda: next(iter(field.boxes())).hasFocus())


def test_the_same_boxes_offered_again_keep_the_focus(qtbot: QtBot) -> None:
    choices = [Choice("a", "A"), Choice("b", "B")]
    field = CheckListField("missions", choices)
    alone(qtbot, field)
    second = list(field.boxes())[1]
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    field.set_choices(list(choices))
    assert list(field.boxes())[1] is second
    assert second.hasFocus()
    field.set_choices([Choice("b", "B, renamed")])
    assert not second.isVisible()
    (renamed,) = field.boxes()
    qtbot.waitUntil(renamed.isVisible)


# Small things -------------------------------------------------------------------------------------


def test_a_band_tells_and_sends(qtbot: QtBot) -> None:
    band = MessageBand("band")
    alone(qtbot, band)
    assert not band.isVisible()
    band.show_message("Opened by somebody else", "warn", read="Read", retry="Try again")
    assert band.isVisible()
    assert band.text == band.accessibleName() == "Opened by somebody else"
    button = find(band, QWidget, "band_retry")
    with qtbot.waitSignal(band.action_requested) as sent:
        click(button)
    assert sent.args == ["retry"]
    band.show_message("Done", "ok")
    qtbot.waitUntil(lambda: band.findChild(QPushButton, "band_retry") is None)
    band.clear()
    assert not band.isVisible()


def test_an_inline_error_shows_only_words(qtbot: QtBot) -> None:
    error = InlineError()
    alone(qtbot, error)
    error.show_message("Wrong")
    assert error.isVisible()
    error.show_message("Take care", "warn")
    assert error.text == "Take care"
    error.show_message("")
    assert not error.isVisible()


def test_an_empty_state_offers_the_next_acts(qtbot: QtBot) -> None:
    empty = EmptyState("users", "No agent", "Import a file. " * 20)
    buttons = [empty.add_action(f"Act {number}", f"act_{number}") for number in range(3)]
    alone(qtbot, empty)
    assert [button.property("kind") for button in buttons] == ["primary", "", "quiet"]
    with qtbot.waitSignal(buttons[1].clicked):
        click(buttons[1])
    empty.set_words("Nothing matches", "", "search")
    assert empty.grab().width() > 0


@pytest.mark.parametrize("kind", KINDS)
def test_chips_are_never_cut(qtbot: QtBot, kind: str) -> None:
    chip = Chip("En vigueur", kind, "check")
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "En vigueur"
    wide = chip.sizeHint().width()
    assert chip.minimumSizeHint().width() == wide
    chip.set_state("En vigueur depuis le 01/09/2016", kind)
    assert chip.text == chip.accessibleName()
    assert chip.sizeHint().width() > wide
    assert not chip.grab().isNull()


@pytest.mark.parametrize("authority", AuthorityKind)
def test_signs_have_words_and_their_colour(qtbot: QtBot, authority: AuthorityKind) -> None:
    sign = AuthoritySign(authority, 20)
    qtbot.addWidget(sign)
    sign.resize(sign.sizeHint())
    assert sign.accessibleName()
    image = sign.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert getattr(LIGHT, authority.value).lower() in colours


def test_a_label_too_long_ends_with_dots(qtbot: QtBot) -> None:
    label = ElidedLabel("Clermont Communauté · 21 communes · 4 services")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.whole == label.toolTip() == label.accessibleName()
    assert label.minimumSizeHint().width() < 80
    label.resize(label.sizeHint())
    assert label.text() == label.whole
    assert label.toolTip() == ""


def test_fields_have_one_height_that_follows_the_look(qtbot: QtBot, qapp: QApplication) -> None:
    fields: list[QWidget] = [
        TextField("a"),
        ShareField("b"),
        RelationField("c", matching),
        ChoiceField("d"),
    ]
    for field in fields:
        qtbot.addWidget(field)
    assert {field.height() for field in fields} == {34}
    Look(LIGHT, 2.0).apply(qapp)
    assert {field.height() for field in fields} == {68}


def test_keys_of_a_field_win_over_shortcuts(qtbot: QtBot) -> None:
    field = RelationField("body", lambda _text: ())
    alone(qtbot, field)
    taken: list[bool] = []
    action = QAction(field.window())
    action.setShortcut(QKeySequence(Qt.Key.Key_F4))
    action.triggered.connect(taken.append)
    field.window().addAction(action)
    QTest.keyClick(field, Qt.Key.Key_F4)
    assert taken == []


# No leaks -----------------------------------------------------------------------------------------


class Panel(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[object] = []
        self.button = ActionButton("Go", "go", parent=self)
        self.button.clicked.connect(weak_slot(self.press, "argument"))

    def press(self, argument: object) -> None:
        self.pressed.append(argument)


def test_a_weak_slot_calls_and_does_not_keep() -> None:
    panel = Panel()
    panel.button.click()
    assert panel.pressed == ["argument"]
    slot = weak_slot(panel.press, 1)
    reference = weakref.ref(panel)
    del panel
    gc.collect()
    assert reference() is None
    slot()  # nobody there any more


@pytest.mark.parametrize(
    "make",
    [
        lambda: RelationField("x", matching),
        lambda: ChoiceField("x", [Choice(1, "One")]),
        lambda: CheckListField("x", [Choice(1, "One")]),
        lambda: MessageBand("x"),
        lambda: EmptyState("users", "x"),
    ],
    ids=["relation", "choice", "checks", "band", "empty"],
)
def test_widgets_are_freed(make: type[QWidget]) -> None:
    widget = make()
    if isinstance(widget, MessageBand):
        widget.show_message("x", "info", close="Close")
    reference = weakref.ref(widget)
    del widget
    gc.collect()
    assert reference() is None


@NO_GRAB
def test_options_are_painted_on_two_lines(qtbot: QtBot) -> None:
    field = RelationField("body", matching)
    alone(qtbot, field)
    field.open_all()
    view = field.options_view
    rect = view.visualRect(view.model().index(0, 0))
    assert rect.height() == 46
    image = view.viewport().grab().toImage()
    inks = {
        image.pixelColor(x, y).name()
        for x in range(rect.left(), rect.left() + 120)
        for y in range(rect.top(), rect.bottom())
    }
    assert {LIGHT.text.lower(), LIGHT.surface.lower()} <= inks
    field.hide_options()
