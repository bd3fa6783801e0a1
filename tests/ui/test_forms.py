"""The form mechanism: values, what is wrong, saving, leaving."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from mutudesk.domain.findings import refusal, warning
from mutudesk.ui.forms.editors import as_editor, is_empty
from mutudesk.ui.forms.record_form import RecordForm
from mutudesk.ui.forms.specs import FieldKind, FieldSpec
from mutudesk.ui.widgets.choice_field import Choice
from mutudesk.ui.widgets.type_ahead import Option
from tests.ui.finding import click, find, pressing
from tests.ui.mandate_form import CHOICES, KIND, MANDATE, ROCHE, Saver

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.conftest import Dialogs


@pytest.fixture
def form(qtbot: QtBot) -> RecordForm:
    form = RecordForm("mandate", MANDATE, choices=CHOICES, title="New mandate")
    qtbot.addWidget(form)
    form.resize(660, 560)
    form.show()
    form.activateWindow()
    return form


# Values -------------------------------------------------------------------------------------------


def test_every_kind_reads_what_it_was_given(qtbot: QtBot) -> None:
    values: dict[FieldKind, object] = {
        KIND.TEXT: "Cournon",
        KIND.LONG_TEXT: "several words",
        KIND.CODE: "R&D",
        KIND.SIREN: "246300701",
        KIND.INSEE: "63113",
        KIND.DATE: date(2016, 9, 1),
        KIND.LAST_DAY: date(2017, 8, 31),
        KIND.SHARE: 4050,
        KIND.COUNT: 147751,
        KIND.YEAR: 2016,
        KIND.CHOICE: "Mme",
        KIND.SUGGEST: "Attaché",
        KIND.RELATION: "216300144",
        KIND.CHECK: True,
        KIND.CHECKS: frozenset({"a"}),
    }
    assert set(values) == set(KIND)
    specs = [FieldSpec(kind.value, kind, kind.value, placeholder="…") for kind in KIND]
    form = RecordForm(
        "all",
        specs,
        choices={"choice": CHOICES["civility"], "checks": (Choice("a", "A"), Choice("b", "B"))},
        searches={"relation": lambda _text: [Option("216300144", "Aubière")]},
    )
    qtbot.addWidget(form)
    empty = form.reading()
    assert empty.is_complete
    assert all(is_empty(value) or value is False for value in empty.values.values())
    form.load({kind.value: value for kind, value in values.items()})
    assert form.values() == {kind.value: value for kind, value in values.items()}
    assert not form.is_dirty
    form.load({})
    assert form.values() == empty.values


def test_a_widget_of_another_kind_is_no_editor(qtbot: QtBot) -> None:
    other = QLabel()
    qtbot.addWidget(other)
    with pytest.raises(TypeError):
        as_editor(other)


def test_fields_have_names_words_and_buddies(form: RecordForm) -> None:
    field = find(form, QLineEdit, "mandate_first_name")
    label = find(form, QLabel, "mandate_first_name_label")
    assert label.buddy() is field
    assert field.accessibleName() == label.text() != ""
    assert find(form, QLineEdit, "mandate_valid_until").accessibleDescription() != ""


def test_reading_names_what_cannot_be_read(form: RecordForm) -> None:
    form.load(ROCHE)
    find(form, QLineEdit, "mandate_first_name").clear()
    QTest.keyClicks(find(form, QLineEdit, "mandate_valid_until"), "31/02/2016")
    reading = form.reading()
    assert {name: problem.code for name, problem in reading.problems.items()} == {
        "first_name": "cell_required",
        "valid_until": "date_invalid",
    }
    assert reading.values["last_name"] == "Roche"
    assert "first_name" not in form.values()


# Dirty --------------------------------------------------------------------------------------------


def test_dirty_follows_what_the_user_does(qtbot: QtBot, form: RecordForm) -> None:
    form.load(ROCHE)
    assert not form.is_dirty
    with qtbot.waitSignal(form.dirty_changed) as sent:
        QTest.keyClicks(find(form, QLineEdit, "mandate_last_name"), "s")
    assert sent.args == [True]
    with qtbot.waitSignal(form.dirty_changed) as sent:
        QTest.keyClick(find(form, QLineEdit, "mandate_last_name"), Qt.Key.Key_Backspace)
    assert sent.args == [False]
    with qtbot.waitSignal(form.field_edited) as sent:
        QTest.keyClicks(find(form, QLineEdit, "mandate_last_name"), "x")
    assert sent.args == ["last_name"]
    form.discard()
    assert form.values()["last_name"] == "Roche"
    assert not form.is_dirty
    form.set_value("valid_until", date(2016, 3, 1))
    assert form.is_dirty


# What is wrong ------------------------------------------------------------------------------------


def test_a_field_is_checked_when_left_never_while_typing(form: RecordForm) -> None:
    form.load(ROCHE)
    field = find(form, QLineEdit, "mandate_valid_until")
    field.setFocus()
    QTest.keyClicks(field, "99/99/2016")
    assert form.field("valid_until").error == ""
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert form.field("valid_until").error != ""
    assert field.accessibleDescription() == form.field("valid_until").error
    assert field.property("invalid") == "true"
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "1/3/16")
    find(form, QLineEdit, "mandate_last_name").setFocus()
    assert form.field("valid_until").error == ""
    assert field.text() == "01/03/2016"


def test_passing_through_an_empty_field_says_nothing(form: RecordForm) -> None:
    field = find(form, QLineEdit, "mandate_first_name")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert form.field("first_name").error == ""


def test_save_explains_and_links(form: RecordForm) -> None:
    saver = Saver(form)
    form.load({"last_name": "Roche"})
    save = find(form, QPushButton, "mandate_save")
    assert save.isEnabled()
    click(save)
    assert saver.saved == []
    link = find(form, QPushButton, "mandate_summary_first_name")
    assert link.hasFocus()
    assert form.findChild(QPushButton, "mandate_summary_last_name") is None
    assert form.field("first_name").error != ""
    QTest.keyClick(find(form, QPushButton, "mandate_summary_valid_from"), Qt.Key.Key_Space)
    assert find(form, QLineEdit, "mandate_valid_from").hasFocus()
    click(link)
    assert find(form, QLineEdit, "mandate_first_name").hasFocus()
    QTest.keyClicks(find(form, QLineEdit, "mandate_first_name"), "Lucie")
    find(form, QLineEdit, "mandate_valid_from").setFocus()
    QTest.keyClicks(find(form, QLineEdit, "mandate_valid_from"), "200216")
    form.save()
    assert [values["valid_from"] for values in saver.saved] == [date(2016, 2, 20)]
    assert not form.is_dirty
    summary = find(form, QWidget, "mandate_summary")
    assert not summary.isVisible()


def test_findings_go_to_their_fields(qtbot: QtBot, form: RecordForm) -> None:
    saver = Saver(form)
    form.load(ROCHE)
    overlap = refusal("period_overlap", field="valid_from")
    saver.findings = [
        overlap,
        refusal("in_use"),
        refusal("changed_meanwhile", field="unknown_here"),
        warning("retroactive", field="valid_until"),
    ]
    click(find(form, QPushButton, "mandate_save"))
    assert form.field("valid_from").error != ""
    assert find(form, QLineEdit, "mandate_valid_from").property("invalid") == "true"
    assert form.field("valid_until").error != ""
    assert find(form, QLineEdit, "mandate_valid_until").property("invalid") != "true"
    words = find(form, QLabel, "mandate_summary_text")
    assert len(words.text().splitlines()) == 2
    assert find(form, QPushButton, "mandate_summary_valid_from").hasFocus()
    repair = find(form, QPushButton, "mandate_valid_from_repair")
    with qtbot.waitSignal(form.repair_requested) as sent:
        click(repair)
    assert sent.args == [overlap]
    saver.findings = []
    click(find(form, QPushButton, "mandate_save"))
    assert form.field("valid_from").error == ""
    assert not repair.isVisible()
    assert len(saver.saved) == 1


def test_a_refusal_without_a_field_is_focused_too(form: RecordForm) -> None:
    form.load(ROCHE)
    form.show_findings([refusal("in_use")])
    summary = find(form, QWidget, "mandate_summary")
    assert summary.hasFocus()
    form.show_findings([warning("retroactive", field="valid_from")])
    assert not summary.isVisible()


# Leaving ------------------------------------------------------------------------------------------


def test_leaving_unchanged_asks_nothing(qtbot: QtBot, form: RecordForm) -> None:
    form.load(ROCHE)
    assert form.may_leave()
    with qtbot.waitSignal(form.cancel_requested):
        QTest.keyClick(form, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("answer", "leaves", "saved", "dirty"),
    [
        ("leaving_save", True, 1, False),
        ("leaving_discard", True, 0, False),
        ("leaving_stay", False, 0, True),
    ],
)
def test_leaving_changed_asks(
    form: RecordForm,
    dialogs: Dialogs,
    answer: str,
    leaves: bool,
    saved: int,
    dirty: bool,
) -> None:
    saver = Saver(form)
    form.load(ROCHE)
    QTest.keyClicks(find(form, QLineEdit, "mandate_last_name"), "s")
    dialogs.answer("QMessageBox.exec", pressing(answer))
    left: list[bool] = []
    form.cancel_requested.connect(lambda: left.append(True))
    click(find(form, QPushButton, "mandate_cancel"))
    assert bool(left) is leaves
    assert len(saver.saved) == saved
    assert form.is_dirty is dirty


def test_what_cannot_be_saved_is_not_left(form: RecordForm, dialogs: Dialogs) -> None:
    Saver(form)
    form.load(ROCHE)
    find(form, QLineEdit, "mandate_first_name").setFocus()
    find(form, QLineEdit, "mandate_first_name").selectAll()
    QTest.keyClick(find(form, QLineEdit, "mandate_first_name"), Qt.Key.Key_Delete)
    dialogs.answer("QMessageBox.exec", pressing("leaving_save"))
    assert not form.may_leave()
    assert form.field("first_name").error != ""
