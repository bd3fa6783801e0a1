"""The page of shared services, through real keys, on the demonstration."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTabBar, QWidget

from mutudesk.domain.listings import MembershipRow
from mutudesk.domain.records import Kind
from mutudesk.domain.services import ManagingPeriod, Mission, ServiceTerms, SharedService
from mutudesk.ui.link import Link
from mutudesk.ui.records.dated_list import DatedList
from mutudesk.ui.shell.window_pages import services_page
from mutudesk.ui.widgets.record_table import RecordTable
from mutudesk.ui.widgets.type_ahead import RelationField
from mutudesk.usecases.queries import service_record
from tests.builders import CLERMONT, EPCI
from tests.ui.finding import enter, find, press, pressing, words_of
from tests.ui.pages import page_on_demonstration

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.pages.services.page import ServicesPage
    from tests.conftest import Dialogs

MISSIONS, TERMS, ORIGINS, MEMBERSHIPS = 1, 2, 3, 4


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[ServicesPage]:
    with page_on_demonstration(qtbot, tmp_path, services_page) as made:
        yield made


def _show(page: ServicesPage, tab: int) -> None:
    find(page, QTabBar, "service_tabs").setCurrentIndex(tab)


def test_the_list_says_who_manages_and_how_many_joined(page: ServicesPage) -> None:
    table = find(page, RecordTable, "services_table")
    rows = [table.paged_model.row_at(place) for place in range(table.paged_model.count)]
    assert {row.code for row in rows} == {"ADS", "INFO", "MARCHES", "SIG"}
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert words_of(page, "services_title") == rows[0].name


def test_a_service_to_come_says_when_it_opens(page: ServicesPage) -> None:
    page.refresh(date(2016, 1, 1))
    page.open_record("INFO")
    chips = [each for each in page.findChildren(QLabel) if "01/09/2016" in each.text()]
    assert chips or "01/09/2016" in find(page, DatedList, "managing_records").item(0).toolTip()


def test_a_new_service_with_manager_and_missions_is_one_act(page: ServicesPage) -> None:
    press(page, "services_add")
    enter(page, "service_code", "RH")
    enter(page, "service_name", "Ressources humaines")
    enter(page, "service_valid_from", "01/01/2027")
    missions = find(page, QPlainTextEdit, "service_missions")
    missions.setFocus()
    QTest.keyClicks(missions, "PAIE : Paie")
    QTest.keyClick(missions, Qt.Key.Key_Return)
    QTest.keyClicks(missions, "Recrutement")
    QTest.keyClick(missions, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    found = service_record(page.session, "RH")
    assert [each.fact.name for each in found.of(SharedService)] == ["Ressources humaines"]
    assert {each.fact.code for each in found.of(Mission)} == {"PAIE", "M1"}
    (managing,) = found.of(ManagingPeriod)
    assert managing.fact.period.valid_from == date(2027, 1, 1)
    assert managing.fact.siren == EPCI
    assert words_of(page, "services_title") == "Ressources humaines"


def test_a_code_that_is_taken_is_refused_at_its_field(page: ServicesPage) -> None:
    press(page, "services_add")
    enter(page, "service_code", "ADS")
    enter(page, "service_name", "Doublon")
    press(page, "service_save")
    assert words_of(page, "service_code_error_text")


def test_a_commune_manages_by_derogation_from_a_day_on(page: ServicesPage) -> None:
    page.open_record("SIG")
    press(page, "managing_amend")
    find(page, RelationField, "managing_siren").write(CLERMONT)
    enter(page, "managing_valid_from", "01/01/2027")
    press(page, "managing_save")
    periods = sorted(
        (each.fact for each in service_record(page.session, "SIG").of(ManagingPeriod)),
        key=lambda fact: fact.period.start,
    )
    assert [each.siren for each in periods][-1] == CLERMONT
    assert periods[0].period.last_day == date(2026, 12, 31)


def test_terms_that_are_empty_are_to_be_completed(page: ServicesPage) -> None:
    page.open_record("INFO")
    _show(page, TERMS)
    assert words_of(page, "terms_duration_shown") == "to be completed"
    press(page, "terms_correct")
    enter(page, "terms_notice_months", "6")
    press(page, "terms_save")
    (stored,) = service_record(page.session, "INFO").of(ServiceTerms)
    assert stored.fact.notice_months == 6
    assert words_of(page, "terms_notice_months_shown") == "6"


def test_closing_the_management_says_what_depends_on_it(page: ServicesPage, qtbot: QtBot) -> None:
    page.open_record("ADS")
    press(page, "managing_close")
    enter(page, "managing_valid_until", "31/12/2026")
    band = find(page, QLabel, "managing_entry_band_text")
    qtbot.waitUntil(lambda: "membership" in band.text() and "assignment" in band.text())
    press(page, "managing_save")
    assert find(page, QWidget, "managing_summary").isVisibleTo(page)
    (stored,) = service_record(page.session, "ADS").of(ManagingPeriod)
    assert stored.fact.period.valid_until is None


def test_an_origin_is_entered_and_corrected(page: ServicesPage) -> None:
    page.open_record("ADS")
    _show(page, ORIGINS)
    press(page, "origins_new")
    find(page, RelationField, "origins_siren").write(CLERMONT)
    enter(page, "origins_name", "Service urbanisme")
    press(page, "origins_save")
    assert find(page, DatedList, "origins_records").count() == 2
    assert not find(page, QPushButton, "origins_close").isVisibleTo(page)


def test_a_mission_in_use_is_not_deleted(page: ServicesPage, dialogs: Dialogs) -> None:
    page.open_record("ADS")
    _show(page, MISSIONS)
    dialogs.answer("QDialog.exec", pressing("deleting_delete"))
    press(page, "missions_delete")
    assert words_of(page, "missions_band_text")
    assert len(service_record(page.session, "ADS").of(Mission)) == 4


def test_a_service_in_use_is_not_deleted(page: ServicesPage, dialogs: Dialogs) -> None:
    page.open_record("ADS")
    dialogs.answer("QDialog.exec", pressing("deleting_delete"))
    press(page, "services_remove")
    assert words_of(page, "services_page_band_text")
    assert service_record(page.session, "ADS").of(SharedService)


def test_the_name_of_a_service_is_corrected(page: ServicesPage) -> None:
    page.open_record("SIG")
    press(page, "services_edit")
    enter(page, "service_name", "Cartographie")
    press(page, "service_save")
    assert words_of(page, "services_title") == "Cartographie"
    QTest.keyClick(find(page, DatedList, "managing_records"), Qt.Key.Key_Escape)
    assert page.in_list


def test_memberships_of_a_service_open_theirs(page: ServicesPage, qtbot: QtBot) -> None:
    page.open_record("ADS")
    _show(page, MEMBERSHIPS)
    table = find(page, RecordTable, "service_memberships_table")
    table.selectRow(0)
    with qtbot.waitSignal(page.link_requested) as wished:
        QTest.keyClick(table, Qt.Key.Key_Return)
    row = table.current_row
    assert isinstance(row, MembershipRow)
    assert wished.args == [Link(Kind.MEMBERSHIP, row.key)]
