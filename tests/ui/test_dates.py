"""Typing, stepping and picking dates."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QWidget

from mutudesk.domain.parsing import ParseError
from mutudesk.ui.forms.record_form import RecordForm
from mutudesk.ui.forms.specs import FieldKind, FieldSpec
from mutudesk.ui.widgets.date_field import DateField
from mutudesk.ui.widgets.date_typing import STEPS, shown_date, stepped, typed_date
from tests.demonstration import TODAY
from tests.ui.finding import click, find
from tests.ui.windows import alone

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    "text",
    ["1/9/16", "01/09/2016", "010916", "01092016", "2016-09-01", "1.9.2016", "1-9-16", " 1/9/16 "],
)
def test_usual_ways_of_typing(text: str) -> None:
    assert typed_date(text) == date(2016, 9, 1)


@pytest.mark.parametrize(("text", "year"), [("1/1/69", 2069), ("1/1/70", 1970), ("010199", 1999)])
def test_two_digits_of_a_year(text: str, year: int) -> None:
    assert typed_date(text).year == year


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31/02/2016", "date_invalid"),
        ("310216", "date_invalid"),
        ("demain", "date_invalid"),
        ("1/9", "date_invalid"),
        ("1/1/1899", "year_out_of_range"),
    ],
)
def test_what_is_no_day(text: str, code: str) -> None:
    with pytest.raises(ParseError) as caught:
        typed_date(text)
    assert caught.value.code == code
    assert caught.value.values["text"] == text


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_what_is_shown_can_be_typed(day: date) -> None:
    assert typed_date(shown_date(day)) == day
    assert typed_date(shown_date(day).replace("/", "")) == day
    assert typed_date(day.isoformat()) == day


@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)), st.sampled_from("jsma"))
def test_a_step_back_undoes_a_step(day: date, key: str) -> None:
    there = stepped(day, key)
    back = stepped(there, key.upper())
    assert there > day
    assert back == day or (there.day < day.day and back.day == there.day)


def test_a_month_too_short_gives_its_last_day() -> None:
    assert stepped(date(2016, 1, 31), "m") == date(2016, 2, 29)
    assert stepped(date(2016, 2, 29), "a") == date(2017, 2, 28)


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    return alone(qtbot, DateField("day", today=lambda: TODAY))


def test_enter_completes_what_was_typed(qtbot: QtBot, field: DateField) -> None:
    with qtbot.waitSignal(field.date_changed) as sent:
        QTest.keyClicks(field, "1/9/16")
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert sent.args == [date(2016, 9, 1)]
    assert field.text() == "01/09/2016"
    assert field.day == field.read() == date(2016, 9, 1)


def test_wrong_text_stays_and_says_why(qtbot: QtBot, field: DateField) -> None:
    with qtbot.waitSignal(field.refused) as sent, qtbot.assertNotEmitted(field.date_changed):
        QTest.keyClicks(field, "31/02/2016")
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert sent.args is not None
    assert sent.args[0].code == "date_invalid"
    assert field.text() == "31/02/2016"
    assert field.property("invalid") == "true"
    field.selectAll()
    QTest.keyClicks(field, "010916")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.property("invalid") == "false"


@pytest.mark.parametrize("key", sorted(STEPS))
def test_letters_step(qtbot: QtBot, field: DateField, key: str) -> None:
    field.set_date(date(2016, 8, 31))
    with qtbot.waitSignal(field.date_changed) as sent:
        QTest.keyClicks(field, key)
    assert sent.args == [stepped(date(2016, 8, 31), key)]


def test_the_equals_key_is_today_and_steps_begin_there(field: DateField) -> None:
    QTest.keyClicks(field, "=")
    assert field.day == TODAY
    field.set_date(None)
    QTest.keyClicks(field, "j")
    assert field.day == TODAY + timedelta(days=1)


def test_steps_stay_within_the_years(field: DateField) -> None:
    field.set_date(date(2199, 12, 31))
    QTest.keyClicks(field, "j")
    assert field.day == date(2199, 12, 31)


def test_an_optional_field_may_be_empty(qtbot: QtBot, field: DateField) -> None:
    field.set_date(TODAY)
    with qtbot.waitSignal(field.date_changed) as sent:
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert sent.args == [None]
    assert field.read() is None


def test_a_required_field_may_not(qtbot: QtBot) -> None:
    field = DateField("day", optional=False)
    qtbot.addWidget(field)
    with pytest.raises(ParseError, match="cell_required"):
        field.read()


def test_an_open_end_is_no_day(qtbot: QtBot) -> None:
    field = DateField("last", open_end=True)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "31/12/2999")
    assert field.read() is None


def test_writing_sends_nothing(qtbot: QtBot, field: DateField) -> None:
    with qtbot.assertNotEmitted(field.date_changed), qtbot.assertNotEmitted(field.edited):
        field.write(TODAY)
    assert field.text() == "23/11/2026"
    field.write(None)
    assert field.text() == ""


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_F4])
def test_the_calendar_opens_chooses_and_closes(qtbot: QtBot, field: DateField, key: Qt.Key) -> None:
    field.set_date(date(2016, 9, 1))
    QTest.keyClick(field, key)
    calendar = find(field, QCalendarWidget, "calendar")
    assert calendar.selectedDate() == QDate(2016, 9, 1)
    view = find(calendar, QWidget, "qt_calendar_calendarview")
    assert view is not None
    with qtbot.waitSignal(field.date_changed) as sent:
        QTest.keyClick(view, Qt.Key.Key_Right)
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert sent.args == [date(2016, 9, 2)]
    qtbot.waitUntil(lambda: field.findChild(QWidget, "calendar_popup") is None)


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_escape_closes_the_calendar_without_choosing(qtbot: QtBot, field: DateField) -> None:
    field.set_date(date(2016, 9, 1))
    click(find(field, QWidget, "day_calendar"))
    view = find(field, QWidget, "qt_calendar_calendarview")
    with qtbot.assertNotEmitted(field.date_changed):
        QTest.keyClick(view, Qt.Key.Key_Right)
        QTest.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: field.findChild(QWidget, "calendar_popup") is None)
    assert field.day == date(2016, 9, 1)


def test_today_in_a_form_is_the_day_of_the_office(qtbot: QtBot) -> None:
    spec = FieldSpec("day", FieldKind.DATE, "Day")
    form = alone(qtbot, RecordForm("x", [spec], today=lambda: TODAY))
    field = find(form, DateField, "x_day")
    QTest.keyClicks(field, "=")
    assert field.read() == TODAY
