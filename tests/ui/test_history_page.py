"""*Historique* as a person uses it: reading acts, undoing them by name, going back in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLabel, QLineEdit, QMenu

from mutudesk.domain.agents import Agent
from mutudesk.domain.bodies import Mandate
from mutudesk.domain.changes import close, correct
from mutudesk.domain.records import Kind
from mutudesk.ui.link import Link, Place
from mutudesk.ui.widgets.before_after import BeforeAfterTable
from mutudesk.ui.widgets.record_table import RecordTable
from mutudesk.usecases import queries
from mutudesk.usecases.recording import record
from tests.builders import ROYAT, day
from tests.ui.finding import cell_words, click, find
from tests.ui.windows import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.shell.main_window import MainWindow
    from mutudesk.ui.shell.register_frame import RegisterFrame
    from mutudesk.usecases.session import Session

MATRICULE = "A-0412"


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[MainWindow, RegisterFrame]]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    try:
        with opened(qtbot, tmp_path) as both:
            close_mandate(session_of(both[1]))
            both[1].refresh_all()
            yield both
    finally:
        QLocale.setDefault(before)


def session_of(frame: RegisterFrame) -> Session:
    assert frame.session is not None
    return frame.session


def mandate_of(session: Session) -> Mandate:
    return queries.body_record(session, ROYAT).of(Mandate)[-1].fact


def close_mandate(session: Session) -> None:
    stored = queries.body_record(session, ROYAT).of(Mandate)[-1]
    record(session, [close(stored, day("2026-10-31"))], "close", "démission")


def table_of(frame: RegisterFrame) -> RecordTable:
    return find(frame, RecordTable, "history_table")


def acts(frame: RegisterFrame) -> list[str]:
    table = table_of(frame)
    return [cell_words(table, row, 1) for row in range(table.paged_model.count)]


def fields(table: BeforeAfterTable) -> dict[str, tuple[str, str, str]]:
    found = {}
    model = table.model()
    for row in range(model.rowCount()):
        sign, label, before, after = (model.index(row, column).data() for column in range(4))
        if label is not None:
            found[label] = (sign, before, after)
    return found


def dialog_of(frame: RegisterFrame) -> QDialog:
    return find(frame, QDialog, "history_asking")


def test_acts_are_listed_and_the_first_one_shown(
    shown: tuple[MainWindow, RegisterFrame],
) -> None:
    window, frame = shown
    find(window, QMenu, "menu_edit")
    frame.follow(Link(Place.HISTORY))
    assert len(acts(frame)) == 2
    assert acts(frame)[0].startswith("End of the term of office of")
    assert "démission" in acts(frame)[0]
    assert find(frame, QLabel, "history_act").text().startswith("End of the term of office")
    assert "démission" in find(frame, QLabel, "history_why").text()
    changed = {
        label: cells
        for label, cells in fields(find(frame, BeforeAfterTable, "history_fields")).items()
        if cells[0]
    }
    assert changed == {"End": ("+", "–", "2026-10-31")}


def test_changed_fields_are_told_by_sign_weight_and_words(
    shown: tuple[MainWindow, RegisterFrame],
) -> None:
    _, frame = shown
    session = session_of(frame)
    stored = queries.agent_record(session, MATRICULE).of(Agent)[0]
    corrected = Agent(MATRICULE, "", "Autre", stored.fact.first_name)
    record(session, [correct(stored, corrected)], "correct")
    frame.follow(Link(Place.HISTORY))
    table = find(frame, BeforeAfterTable, "history_fields")
    signs = {label: cells[0] for label, cells in fields(table).items()}
    assert (signs["Last name"], signs["First name"]) == ("≠", "")
    assert "−" in signs.values()
    model = table.model()
    for row in range(1, model.rowCount()):
        sign, after = model.index(row, 0), model.index(row, 3)
        assert after.data(Qt.ItemDataRole.FontRole).bold() == bool(sign.data())
        said = sign.data(Qt.ItemDataRole.AccessibleTextRole)
        assert said == {"≠": "changed", "−": "taken out", "": "unchanged"}[sign.data()]


def test_filters_and_search(shown: tuple[MainWindow, RegisterFrame], qtbot: QtBot) -> None:
    _, frame = shown
    frame.follow(Link(Place.HISTORY))
    action = find(frame, QComboBox, "history_filter_action")
    action.setFocus()
    for _ in range(action.findText("End")):
        QTest.keyClick(action, Qt.Key.Key_Down)
    assert action.currentText() == "End"
    qtbot.waitUntil(lambda: len(acts(frame)) == 1)
    action.setFocus()
    QTest.keyClick(action, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: len(acts(frame)) == 2)
    search = find(frame, QLineEdit, "history_search")
    QTest.keyClicks(search, "nobody at all")
    qtbot.waitUntil(lambda: not acts(frame))
    assert not find(frame, QLabel, "history_act").isVisible()


def test_undo_and_redo_by_the_keys(shown: tuple[MainWindow, RegisterFrame]) -> None:
    window, frame = shown
    session = session_of(frame)
    button = find(frame, QAbstractButton, "undo_last")
    assert button.accessibleName().startswith("Undo: end of the term of office")
    frame.follow(Link(Place.BODIES))
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert mandate_of(session).period.valid_until is None
    assert frame.band.text.startswith("Undone: end of the term of office")
    assert not button.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert mandate_of(session).period.valid_until == day("2026-11-01")
    click(button)
    assert mandate_of(session).period.valid_until is None
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_Z, shift)
    assert mandate_of(session).period.valid_until == day("2026-11-01")


def test_in_a_field_the_key_undoes_typing(shown: tuple[MainWindow, RegisterFrame]) -> None:
    _, frame = shown
    frame.follow(Link(Place.BODIES))
    search = find(frame, QLineEdit, "bodies_search")
    search.setFocus()
    QTest.keyClicks(search, "roy")
    QTest.keyClick(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert search.text() == ""
    assert mandate_of(session_of(frame)).period.valid_until is not None


def test_the_menu_names_the_acts(shown: tuple[MainWindow, RegisterFrame]) -> None:
    window, frame = shown
    menu = find(window, QMenu, "menu_edit")

    def texts() -> list[str]:
        menu.aboutToShow.emit()
        return [each.text() for each in menu.actions() if each.text()]

    assert texts()[0].startswith("&Undo: end of the term of office of")
    assert texts()[1] == "&Redo"
    frame.undoing.undo()
    assert texts()[0] == "&Undo"
    assert texts()[1].startswith("&Redo: end of the term of office of")
    frame.undoing.undo()
    assert frame.band.text == "There is no act to undo."


def test_undoing_an_act_of_the_list_shows_what_will_change_first(
    shown: tuple[MainWindow, RegisterFrame], qtbot: QtBot
) -> None:
    _, frame = shown
    session = session_of(frame)
    frame.follow(Link(Place.HISTORY))
    click(find(frame, QAbstractButton, "history_undo"))
    table = find(dialog_of(frame), BeforeAfterTable, "history_asking_fields")
    assert fields(table) == {"End": ("−", "2026-10-31", "–")}
    click(find(dialog_of(frame), QAbstractButton, "history_asking_keep"))
    qtbot.waitUntil(lambda: frame.findChild(QDialog, "history_asking") is None)
    assert mandate_of(session).period.valid_until is not None
    click(find(frame, QAbstractButton, "history_undo"))
    click(find(dialog_of(frame), QAbstractButton, "history_asking_write"))
    assert mandate_of(session).period.valid_until is None
    assert acts(frame)[0].startswith("Undoing: end of the term of office")
    assert len(acts(frame)) == 3


def test_what_cannot_be_undone_says_why(shown: tuple[MainWindow, RegisterFrame]) -> None:
    _, frame = shown
    frame.undoing.undo()
    frame.follow(Link(Place.HISTORY))
    table_of(frame).selectRow(1)
    click(find(frame, QAbstractButton, "history_undo"))
    assert frame.findChild(QDialog, "history_asking") is None
    assert find(frame, QLabel, "history_band_text").text() == "This act is undone already."
    table_of(frame).selectRow(2)
    assert not find(frame, QAbstractButton, "history_undo").isVisible()


def test_f8_on_a_record_shows_its_history_and_goes_back_to_a_former_state(
    shown: tuple[MainWindow, RegisterFrame],
) -> None:
    _, frame = shown
    session = session_of(frame)
    frame.follow(Link(Kind.BODY, (ROYAT,)))
    page = frame.current_page
    assert page is not None
    mandates = find(page, QAbstractButton, "mandates_history")
    tabs = page.record  # type: ignore[attr-defined] # a page of records
    tabs.show_tab([each.spec.name for each in tabs.panels].index("mandates"))
    tabs.panel.select_key(mandate_of(session).key)
    assert mandates.isVisible()
    tabs.panel.take_focus()
    QTest.keyClick(tabs.panel, Qt.Key.Key_F8)
    assert frame.current_key == "history"
    assert len(acts(frame)) == 2
    table_of(frame).selectRow(1)
    assert find(frame, BeforeAfterTable, "history_fields").current_record == 0
    click(find(frame, QAbstractButton, "history_restore"))
    click(find(dialog_of(frame), QAbstractButton, "history_asking_write"))
    assert mandate_of(session).period.valid_until is None
    assert acts(frame)[0].startswith("Return to a former state of the term of office")
    click(find(frame, QAbstractButton, "history_restore"))
    band = find(frame, QLabel, "history_band_text")
    assert band.text() == "The record is in this state today."
    click(find(frame, QAbstractButton, "history_open"))
    assert frame.current_key == "bodies"
    frame.follow(Link(Place.HISTORY))
    click(find(frame, QAbstractButton, "history_everything"))
    assert len(acts(frame)) == 3


def test_a_large_act_is_undone_beside_the_window(
    shown: tuple[MainWindow, RegisterFrame], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, frame = shown
    session = session_of(frame)
    monkeypatch.setattr("mutudesk.usecases.acts.undoing.MANY", 0)
    frame.undoing.undo()
    qtbot.waitUntil(lambda: frame.band.text.startswith("Undone"))
    assert mandate_of(session).period.valid_until is None


@pytest.mark.parametrize("width", [640, 1280])
def test_fits_in_small_windows(shown: tuple[MainWindow, RegisterFrame], width: int) -> None:
    window, frame = shown
    frame.follow(Link(Place.HISTORY))
    window.resize(width, 720)
    assert window.minimumSizeHint().width() <= 1280
    for name in ("history_undo", "history_restore", "history_open"):
        assert find(frame, QAbstractButton, name).isVisible()
