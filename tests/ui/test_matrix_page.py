"""The matrix, through real keys, on the demonstration."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit, QWidget

from mutudesk.domain.services import Membership, MembershipState
from mutudesk.ui.pages.memberships.matrix.model import MatrixModel
from mutudesk.ui.pages.memberships.matrix.table import MatrixTable
from mutudesk.ui.pages.memberships.page import MembershipsPage
from mutudesk.ui.widgets.choice_field import ChoiceField
from mutudesk.ui.widgets.message_band import MessageBand
from mutudesk.ui.widgets.record_table import RecordTable
from mutudesk.usecases.matrix import read_matrix
from mutudesk.usecases.queries import service_record
from tests.builders import AUBIERE, BEAUMONT, CLERMONT
from tests.demonstration import CHAMALIERES, CHATEAUGAY, ORCINES, TODAY
from tests.ui.finding import enter, find, press, words_of
from tests.ui.pages import page_on_demonstration

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.conftest import Dialogs

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[MembershipsPage]:
    with page_on_demonstration(qtbot, tmp_path, MembershipsPage) as made:
        yield made


@pytest.fixture
def table(page: MembershipsPage) -> MatrixTable:
    return find(page, MatrixTable, "matrix_table")


def _sirens(table: MatrixTable) -> list[str]:
    matrix = table.matrix_model.matrix
    return [each.siren for each in matrix.bodies] if matrix is not None else []


def _joined(page: MembershipsPage, service: str) -> dict[str, Membership]:
    stored = service_record(page.session, service).of(Membership)
    return {each.fact.siren: each.fact for each in stored}


def _select_three(table: MatrixTable) -> None:
    """Chamalières, Châteaugay, Clermont-Ferrand, which has joined already."""
    table.go_to(CHAMALIERES, "INFO")
    for _ in range(2):
        QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)
    assert table.chosen == [CHAMALIERES, CHATEAUGAY, CLERMONT]


def test_the_model_keeps_the_rules_of_qt(page: MembershipsPage) -> None:
    model = MatrixModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_matrix(read_matrix(page.session, TODAY))
    assert (model.rowCount(), model.columnCount()) == (21, 4)
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def test_every_cell_says_body_service_and_state(table: MatrixTable) -> None:
    model, role = table.matrix_model, Qt.ItemDataRole.AccessibleTextRole
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            words = model.data(model.index(row, column), role)
            for heading in (model.row_words(row)[0], model.column_words(column)[0]):
                assert heading in words
            assert words == model.data(model.index(row, column), Qt.ItemDataRole.ToolTipRole)
    ads = model.place_of(AUBIERE, "ADS")
    assert "01/07/2015" in model.data(ads, role) or "2015-07-01" in model.data(ads, role)


def test_arrows_move_and_the_panel_follows_without_the_focus(
    page: MembershipsPage, table: MatrixTable, qtbot: QtBot
) -> None:
    table.go_to(AUBIERE, "ADS")
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.place == (BEAUMONT, "ADS")
    assert words_of(page, "matrix_panel_title") == "Beaumont"
    qtbot.waitUntil(lambda: find(page, QWidget, "cell_amend").isVisibleTo(page))
    assert table.hasFocus()


def test_enter_goes_into_the_panel_and_escape_back_to_the_cell(
    page: MembershipsPage, table: MatrixTable
) -> None:
    table.go_to(BEAUMONT, "INFO")
    QTest.keyClick(table, Qt.Key.Key_Return)
    amend = find(page, QAbstractButton, "cell_amend")
    assert amend.hasFocus()
    assert "2" in words_of(page, "matrix_panel_agents")
    QTest.keyClick(amend, Qt.Key.Key_Escape)
    assert table.hasFocus()
    assert table.place == (BEAUMONT, "INFO")


def test_closing_from_the_panel_says_what_depends_on_it_first(
    page: MembershipsPage, table: MatrixTable, qtbot: QtBot
) -> None:
    table.go_to(BEAUMONT, "INFO")
    QTest.keyClick(table, Qt.Key.Key_Return)
    press(page, "cell_close")
    enter(page, "cell_valid_until", "31/12/2026")
    band = find(page, QLabel, "cell_entry_band_text")
    qtbot.waitUntil(lambda: "2" in band.text())
    assert _joined(page, "INFO")[BEAUMONT].period.valid_until is None
    press(page, "cell_entry_band_close_too")
    press(page, "cell_save")
    assert _joined(page, "INFO")[BEAUMONT].period.last_day == date(2026, 12, 31)
    assert table.place == (BEAUMONT, "INFO")


def test_an_empty_cell_joins(page: MembershipsPage, table: MatrixTable) -> None:
    table.go_to(CHAMALIERES, "INFO")
    QTest.keyClick(table, Qt.Key.Key_Return)
    first = find(page, QAbstractButton, "cell_first")
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert find(page, QCheckBox, "cell_missions_RESEAU").isChecked()
    enter(page, "cell_decided_on", "10/11/2026")
    press(page, "cell_save")
    cell = table.matrix_model.cell(table.currentIndex().row(), table.currentIndex().column())
    assert cell is not None
    assert cell.state is MembershipState.IN_FORCE
    assert table.place == (CHAMALIERES, "INFO")


def test_what_is_being_entered_stays_when_the_cursor_moves(
    page: MembershipsPage, table: MatrixTable, qtbot: QtBot
) -> None:
    table.go_to(CHAMALIERES, "INFO")
    QTest.keyClick(table, Qt.Key.Key_Return)
    press(page, "cell_first")
    enter(page, "cell_decided_on", "10/11/2026")
    with qtbot.waitSignal(table.rested):
        table.go_to(AUBIERE, "ADS")
    assert words_of(page, "matrix_panel_title") == "Chamalières"
    assert find(page, QLineEdit, "cell_decided_on").text() == "10/11/2026"
    assert page.unsaved == 1


def test_several_join_at_once_and_those_that_cannot_are_named(
    page: MembershipsPage, table: MatrixTable
) -> None:
    _select_three(table)
    assert "3" in words_of(page, "matrix_panel_title")
    assert "Châteaugay" in words_of(page, "matrix_panel_bodies")
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(find(page, QWidget, "matrix_join_together"), Qt.Key.Key_Space)
    QTest.keyClick(find(page, QCheckBox, "join_missions_RESEAU"), Qt.Key.Key_Space)
    enter(page, "join_decided_on", "10/11/2026")
    enter(page, "join_valid_from", "01/12/2026")
    enter(page, "join_duration", "six ans")
    press(page, "join_save")
    refused = words_of(page, "join_summary_text")
    assert "Clermont-Ferrand" in refused
    assert "Chamalières" not in refused
    assert CHAMALIERES not in _joined(page, "INFO")
    press(page, "join_entry_band_others")
    made = _joined(page, "INFO")
    for siren in (CHAMALIERES, CHATEAUGAY):
        assert made[siren].missions == {"APPLIS", "POSTES"}
        assert made[siren].decided_on == date(2026, 11, 10)
        assert made[siren].period.valid_from == date(2026, 12, 1)
        assert made[siren].duration == "six ans"
    assert made[CLERMONT].period.valid_from == date(2016, 9, 1)


def test_a_range_stays_in_one_service(table: MatrixTable) -> None:
    table.go_to(CHAMALIERES, "INFO")
    QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(table, Qt.Key.Key_Left, SHIFT)
    assert len({index.column() for index in table.selectedIndexes()}) == 1
    assert table.chosen == [CHATEAUGAY]


def test_filters_narrow_the_rows_and_the_totals(
    page: MembershipsPage, table: MatrixTable, qtbot: QtBot
) -> None:
    table.setFocus()
    QTest.keyClicks(table, "c")
    search = find(page, QLineEdit, "matrix_search")
    assert search.hasFocus()
    QTest.keyClicks(search, "ebazat")
    qtbot.waitUntil(lambda: len(_sirens(table)) == 1)
    assert "1" in table.matrix_model.column_words(0)[1]
    press(page, "matrix_clear_filters")
    assert len(_sirens(table)) == 21
    enter(page, "matrix_at_least", "15000")
    enter(page, "matrix_at_most", "20 000")
    assert _sirens(table) == [CHAMALIERES]
    enter(page, "matrix_at_least", "")
    enter(page, "matrix_at_most", "")
    state = find(page, ChoiceField, "matrix_state")
    state.write(frozenset({MembershipState.PROJECT}))
    state.edited.emit()
    assert _sirens(table) == [ORCINES]
    enter(page, "matrix_search", "nowhere")
    qtbot.waitUntil(lambda: find(page, QWidget, "matrix_unmatched").isVisibleTo(page))
    press(page, "matrix_clear_all")
    assert len(_sirens(table)) == 21


def test_another_date_shows_another_matrix_at_the_same_cell(
    page: MembershipsPage, table: MatrixTable
) -> None:
    table.go_to(CHAMALIERES, "ADS")
    page.refresh(date(2016, 12, 1))
    assert table.place == (CHAMALIERES, "ADS")
    cell = table.matrix_model.cell(table.currentIndex().row(), table.currentIndex().column())
    assert cell is not None
    assert cell.state is MembershipState.DECIDED


def test_matrix_and_list_are_two_views_of_one_page(page: MembershipsPage) -> None:
    assert page.in_matrix
    press(page, "memberships_as_list")
    assert find(page, RecordTable, "memberships_table").isVisibleTo(page)
    assert not find(page, QWidget, "memberships_export").isVisibleTo(page)
    press(page, "memberships_as_matrix")
    assert page.in_matrix


@pytest.mark.parametrize(("button", "start"), [("export", b"\xef\xbb\xbf"), ("print", b"%PDF")])
def test_the_matrix_is_given_out(
    page: MembershipsPage,
    qtbot: QtBot,
    dialogs: Dialogs,
    tmp_path: Path,
    button: str,
    start: bytes,
) -> None:
    target = tmp_path / "matrice"
    dialogs.answer("QFileDialog.getSaveFileName", (str(target), ""))
    press(page, f"memberships_{button}")
    band = find(page, MessageBand, "memberships_page_band")
    qtbot.waitUntil(band.isVisible)
    assert target.read_bytes().startswith(start)
    assert "matrice" in band.text


def test_in_a_small_window_matrix_and_panel_alternate(
    page: MembershipsPage, table: MatrixTable
) -> None:
    page.resize(640, 560)
    assert table.isVisibleTo(page)
    table.go_to(BEAUMONT, "INFO")
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert not table.isVisibleTo(page)
    QTest.keyClick(find(page, QWidget, "cell_amend"), Qt.Key.Key_Escape)
    assert table.isVisibleTo(page)
    assert table.hasFocus()
