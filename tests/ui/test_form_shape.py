"""The shape of forms: order, places, what is withdrawn, nothing cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from mutudesk.domain.findings import refusal
from mutudesk.domain.parsing import ParseError
from mutudesk.ui.forms.record_form import RecordForm
from mutudesk.ui.forms.specs import FieldSpec
from mutudesk.ui.look.current import Look
from mutudesk.ui.look.tokens import LIGHT
from mutudesk.ui.widgets.signs import AuthorityKind
from tests.ui.finding import find
from tests.ui.mandate_form import CHOICES, KIND, MANDATE, ROCHE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def form(qtbot: QtBot) -> RecordForm:
    form = RecordForm("mandate", MANDATE, choices=CHOICES, title="New mandate")
    qtbot.addWidget(form)
    form.resize(660, 560)
    form.show()
    form.activateWindow()
    return form


def test_tab_goes_in_reading_order(form: RecordForm) -> None:
    form.take_focus()
    seen: list[str] = []
    for _ in MANDATE:
        widget = QApplication.focusWidget()
        assert widget is not None
        seen.append(widget.objectName())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert seen == [f"mandate_{spec.name}" for spec in MANDATE]


def test_a_withdrawn_field_has_no_value(form: RecordForm) -> None:
    form.load(ROCHE)
    form.withdraw("first_name")
    assert not form.field("first_name").isVisible()
    assert "first_name" not in form.values()
    assert form.reading().is_complete
    form.withdraw("first_name", withdrawn=False)
    assert form.field("first_name").isVisible()
    assert form.values()["first_name"] == "Lucie"


def test_words_of_a_form_can_be_set(form: RecordForm) -> None:
    form.set_title("Mandate of Mme Roche")
    form.set_save_words("Change from 01/01/2017")
    assert find(form, QPushButton, "mandate_save").text() == "Change from 01/01/2017"
    form.focus_field("unknown")


def test_buttons_stay_in_sight_at_every_size(qtbot: QtBot, form: RecordForm) -> None:
    form.resize(420, 220)
    qtbot.waitUntil(lambda: form.height() == 220)
    save = find(form, QPushButton, "mandate_save")
    assert form.rect().contains(save.mapTo(form, save.rect().bottomRight()))


def test_a_narrow_form_stacks_its_fields(qtbot: QtBot, form: RecordForm) -> None:
    first, last = form.field("first_name"), form.field("last_name")
    qtbot.waitUntil(lambda: first.y() == last.y())
    form.resize(400, 560)
    qtbot.waitUntil(lambda: first.y() < last.y())
    assert first.width() == last.width()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [400, 660, 1100])
def test_nothing_in_a_form_is_cut(
    qtbot: QtBot, qapp: QApplication, form: RecordForm, scale: float, width: int
) -> None:
    Look(LIGHT, scale).apply(qapp)
    form.load(ROCHE)
    form.resize(round(width * scale), round(560 * scale))
    form.show_findings(
        [refusal("period_overlap", field="valid_from")], {"period_overlap": "Close the other one"}
    )
    box = form.field("valid_from")
    qtbot.waitUntil(lambda: box.height() >= box.heightForWidth(box.width()))
    for label in form.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.wordWrap():
            assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()), (
                label.text()
            )
        elif label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_both_authorities_stand_side_by_side(qtbot: QtBot) -> None:
    form = RecordForm(
        "share",
        [
            FieldSpec(
                "hierarchical",
                KIND.RELATION,
                "Hierarchical authority",
                authority=AuthorityKind.HIERARCHICAL,
            ),
            FieldSpec(
                "operational",
                KIND.RELATION,
                "Operational authority",
                authority=AuthorityKind.OPERATIONAL,
            ),
        ],
    )
    qtbot.addWidget(form)
    form.resize(700, 400)
    form.show()
    hierarchical, operational = form.field("hierarchical"), form.field("operational")
    assert hierarchical.y() == operational.y()
    assert hierarchical.x() < operational.x()


def test_parse_problems_are_worded(form: RecordForm) -> None:
    box = form.field("first_name")
    with pytest.raises(ParseError, match="cell_required"):
        box.read()
    assert not box.check()
    assert "cell_required" not in box.error
