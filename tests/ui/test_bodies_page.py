"""The page of communes and bodies, through real keys, on the demonstration."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QTabBar, QWidget

from mutudesk.domain.bodies import BodyKind, LegalIdentity, LinkWord, Mandate, PublicBody
from mutudesk.domain.changes import correct
from mutudesk.domain.listings import MembershipRow
from mutudesk.domain.records import Kind
from mutudesk.ui.link import Link
from mutudesk.ui.records.dated_list import DatedList
from mutudesk.ui.shell.window_pages import bodies_page
from mutudesk.ui.widgets.choice_field import ChoiceField
from mutudesk.ui.widgets.record_table import RecordTable
from mutudesk.usecases.queries import body_record
from mutudesk.usecases.recording import record
from tests.builders import BEAUMONT
from tests.demonstration import TODAY
from tests.ui.finding import click, enter, find, press, pressing, words_of
from tests.ui.pages import page_on_demonstration

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.pages.bodies.page import BodiesPage
    from tests.conftest import Dialogs

MANDATES = 2
# Riom: a valid SIREN and INSEE code that the demonstration does not hold.
RIOM, RIOM_INSEE = "216303008", "63300"


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[BodiesPage]:
    with page_on_demonstration(qtbot, tmp_path, bodies_page) as made:
        yield made


def _mandates(page: BodiesPage) -> list[Mandate]:
    stored = body_record(page.session, BEAUMONT).of(Mandate)
    return [each.fact for each in stored if each.fact.siren == BEAUMONT]


def _open_mandates(page: BodiesPage) -> None:
    page.open_record(BEAUMONT)
    find(page, QTabBar, "body_tabs").setCurrentIndex(MANDATES)


def test_search_finds_without_accents(page: BodiesPage, qtbot: QtBot) -> None:
    table = find(page, RecordTable, "bodies_table")
    assert table.paged_model.count == 22
    QTest.keyClicks(table, "c")  # a letter typed in the list starts the search
    search = find(page, QLineEdit, "bodies_search")
    QTest.keyClicks(search, "ebazat")
    assert search.text() == "cebazat"
    qtbot.waitUntil(lambda: table.paged_model.count == 1)
    assert table.paged_model.row_at(0).name == "Cébazat"


def test_nothing_found_offers_to_clear_the_filters(page: BodiesPage, qtbot: QtBot) -> None:
    search = find(page, QLineEdit, "bodies_search")
    search.setFocus()
    QTest.keyClicks(search, "zzz")
    clear = find(page, QPushButton, "bodies_clear_filters")
    qtbot.waitUntil(lambda: clear.isVisibleTo(page))
    click(clear)
    assert find(page, RecordTable, "bodies_table").paged_model.count == 22
    assert search.text() == ""


def test_member_communes_only(page: BodiesPage, qtbot: QtBot) -> None:
    box = find(page, QCheckBox, "bodies_filter_member")
    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: find(page, RecordTable, "bodies_table").paged_model.count == 21)


def test_filter_by_kind(page: BodiesPage, qtbot: QtBot) -> None:
    field = find(page, ChoiceField, "bodies_filter_kind")
    field.write(BodyKind.EPCI)
    field.edited.emit()
    qtbot.waitUntil(lambda: find(page, RecordTable, "bodies_table").paged_model.count == 1)


def test_enter_opens_and_escape_returns_to_the_same_row(page: BodiesPage) -> None:
    table = find(page, RecordTable, "bodies_table")
    table.selectRow(3)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert find(page, QTabBar, "body_tabs").isVisibleTo(page)
    assert words_of(page, "bodies_title") == "Beaumont"
    assert find(page, QLabel, "bodies_facts").text().startswith("Commune · SIREN")
    QTest.keyClick(find(page, DatedList, "identities_records"), Qt.Key.Key_Escape)
    assert page.in_list
    assert table.current_row.siren == BEAUMONT


def test_unknown_beginning_is_said(page: BodiesPage) -> None:
    page.open_record(BEAUMONT)
    shown_text = words_of(page, "identities_valid_from_shown")
    assert shown_text == "beginning not recorded"
    assert find(page, DatedList, "identities_records").item(0) is not None


def test_the_word_before_a_name_is_the_official_one_until_another_is_chosen(
    page: BodiesPage,
) -> None:
    page.open_record(BEAUMONT)
    press(page, "identities_correct")
    field = find(page, ChoiceField, "identities_link_word")
    assert (field.read(), field.currentText()) == (None, "Official word")
    for word in (LinkWord.DE_L, None):
        field.write(word)
        field.edited.emit()
        press(page, "identities_save")
        stored = body_record(page.session, BEAUMONT).of(LegalIdentity)
        assert [each.fact.link_word for each in stored] == [word]
        press(page, "identities_correct")


def test_a_mandate_with_missing_fields_lists_them(page: BodiesPage) -> None:
    _open_mandates(page)
    press(page, "mandates_new")
    assert words_of(page, "mandates_form_title") == "New term of office"
    field = find(page, QLineEdit, "mandates_last_name")
    QTest.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert find(page, QWidget, "mandates_summary").isVisibleTo(page)
    assert words_of(page, "mandates_first_name_error_text")
    assert len(_mandates(page)) == 3


def _enter_mandate(page: BodiesPage, begins: str) -> None:
    press(page, "mandates_new")
    enter(page, "mandates_first_name", "Lucie")
    enter(page, "mandates_last_name", "Montel")
    enter(page, "mandates_quality", "Maire")
    enter(page, "mandates_valid_from", begins)


def test_an_overlap_is_shown_at_its_field_and_repaired_in_one_act(page: BodiesPage) -> None:
    _open_mandates(page)
    _enter_mandate(page, "01/12/2026")
    press(page, "mandates_save")
    assert len(_mandates(page)) == 3
    assert "01/12/2026" in words_of(page, "mandates_valid_from_error_text")
    repair = find(page, QPushButton, "mandates_valid_from_repair")
    assert "30/11/2026" in repair.text()
    click(repair)
    mandates = sorted(_mandates(page), key=lambda each: each.period.start)
    assert [each.period.last_day for each in mandates[-2:]] == [date(2026, 11, 30), None]
    assert mandates[-1].last_name == "Montel"
    assert find(page, DatedList, "mandates_records").currentRow() == 0
    assert page.unsaved == 0


def test_change_from_the_date_of_the_bar(page: BodiesPage) -> None:
    page.refresh(date(2026, 6, 1))
    _open_mandates(page)
    button = find(page, QPushButton, "mandates_amend")
    assert "01/06/2026" in button.text()
    press(page, "mandates_amend")
    enter(page, "mandates_quality", "Premier adjoint")
    assert "01/06/2026" in find(page, QPushButton, "mandates_save").text()
    press(page, "mandates_save")
    mandates = sorted(_mandates(page), key=lambda each: each.period.start)
    assert mandates[-1].quality == "Premier adjoint"
    assert mandates[-1].period.valid_from == date(2026, 6, 1)
    assert mandates[-2].period.last_day == date(2026, 5, 31)


def test_closing_needs_a_day_and_tells_the_vacancy(page: BodiesPage) -> None:
    _open_mandates(page)
    assert words_of(page, "mandates_valid_until_hint") == "Empty: still running."
    press(page, "mandates_close")
    assert words_of(page, "mandates_valid_until_hint") == "The last day, inclusive."
    press(page, "mandates_save")
    assert words_of(page, "mandates_valid_until_error_text")
    enter(page, "mandates_valid_until", "01/10/2026")
    press(page, "mandates_save")
    assert max(each.period.stop for each in _mandates(page)) == date(2026, 10, 2)
    assert [
        chip.accessibleName()
        for chip in page.findChildren(QWidget)
        if chip.accessibleName() == "Office vacant"
    ]


def test_the_end_is_asked_for_only_in_closing(page: BodiesPage) -> None:
    _open_mandates(page)
    press(page, "mandates_close")
    press(page, "mandates_cancel")
    press(page, "mandates_correct")
    assert words_of(page, "mandates_valid_until_hint") == "Empty: still running."
    enter(page, "mandates_valid_until", "")
    enter(page, "mandates_why", "relecture")
    press(page, "mandates_save")
    assert not words_of(page, "mandates_valid_until_error_text")


def test_correcting_writes_a_correction(page: BodiesPage) -> None:
    _open_mandates(page)
    press(page, "mandates_correct")
    enter(page, "mandates_last_name", "Astier-Roche")
    enter(page, "mandates_why", "faute de frappe")
    field = find(page, QLineEdit, "mandates_last_name")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "Astier-Roche" in {each.last_name for each in _mandates(page)}


def test_deleting_asks_first(page: BodiesPage, dialogs: Dialogs) -> None:
    _open_mandates(page)
    dialogs.answer("QDialog.exec", pressing("deleting_keep"))
    press(page, "mandates_delete")
    assert len(_mandates(page)) == 3
    dialogs.answer("QDialog.exec", pressing("deleting_delete"))
    QTest.keyClick(find(page, DatedList, "mandates_records"), Qt.Key.Key_Delete)
    assert len(_mandates(page)) == 2


def test_the_last_identity_cannot_be_deleted(page: BodiesPage, dialogs: Dialogs) -> None:
    page.open_record(BEAUMONT)
    dialogs.answer("QDialog.exec", pressing("deleting_delete"))
    press(page, "identities_delete")
    assert words_of(page, "identities_band_text")


def test_leaving_a_dirty_form_asks(page: BodiesPage, dialogs: Dialogs) -> None:
    _open_mandates(page)
    press(page, "mandates_new")
    enter(page, "mandates_first_name", "Lucie")
    assert page.unsaved == 1
    dialogs.answer("QMessageBox.exec", pressing("leaving_stay"))
    find(page, QTabBar, "body_tabs").setCurrentIndex(0)
    assert find(page, QTabBar, "body_tabs").currentIndex() == MANDATES
    dialogs.answer("QMessageBox.exec", pressing("leaving_discard"))
    QTest.keyClick(find(page, QLineEdit, "mandates_first_name"), Qt.Key.Key_Escape)
    assert page.unsaved == 0
    assert find(page, QPushButton, "mandates_amend").isVisibleTo(page)


def test_a_record_changed_meanwhile_keeps_what_was_typed(page: BodiesPage) -> None:
    _open_mandates(page)
    press(page, "mandates_correct")
    enter(page, "mandates_last_name", "Montel")
    stored = [
        each
        for each in body_record(page.session, BEAUMONT).of(Mandate)
        if each.fact.siren == BEAUMONT and each.fact.period.holds(TODAY)
    ]
    fact = stored[0].fact
    other = Mandate(
        fact.siren,
        "Maire déléguée",
        fact.civility,
        fact.last_name,
        fact.first_name,
        False,
        fact.period,
    )
    record(page.session, [correct(stored[0], other)], "correct")
    press(page, "mandates_save")
    assert "Maire déléguée" in words_of(page, "mandates_entry_band_text")
    assert find(page, QLineEdit, "mandates_last_name").text() == "Montel"
    press(page, "mandates_save")
    assert "Montel" in {each.last_name for each in _mandates(page)}


def test_a_new_commune_needs_its_insee_code(page: BodiesPage) -> None:
    find(page, RecordTable, "bodies_table").setFocus()
    press(page, "bodies_add")
    kind = find(page, ChoiceField, "body_kind")
    kind.write(BodyKind.COMMUNE)
    kind.edited.emit()
    enter(page, "body_siren", RIOM)
    enter(page, "body_name", "Riom")
    assert find(page, QLineEdit, "body_legal_form").text() == "commune"
    press(page, "body_save")
    assert words_of(page, "body_insee_code_error_text")
    enter(page, "body_insee_code", RIOM_INSEE)
    press(page, "body_save")
    (stored,) = body_record(page.session, RIOM).of(PublicBody)
    assert stored.fact.departement == "63"
    assert words_of(page, "bodies_title") == "Riom"


def test_a_wrong_or_taken_siren_is_refused_at_its_field(page: BodiesPage) -> None:
    press(page, "bodies_add")
    enter(page, "body_siren", "123456789")
    assert words_of(page, "body_siren_error_text")
    kind = find(page, ChoiceField, "body_kind")
    kind.write(BodyKind.OTHER)
    enter(page, "body_siren", BEAUMONT)
    enter(page, "body_name", "Syndicat")
    enter(page, "body_legal_form", "syndicat mixte")
    press(page, "body_save")
    assert words_of(page, "body_siren_error_text")


def test_deleting_a_body_in_use_names_its_dependents(page: BodiesPage, dialogs: Dialogs) -> None:
    page.open_record(BEAUMONT)
    dialogs.answer("QDialog.exec", pressing("deleting_delete"))
    press(page, "bodies_remove")
    text = words_of(page, "bodies_page_band_text")
    assert "Beaumont" in text
    assert body_record(page.session, BEAUMONT).of(PublicBody)


def test_correcting_the_codes_of_a_body(page: BodiesPage) -> None:
    page.open_record(BEAUMONT)
    press(page, "bodies_edit")
    enter(page, "body_departement", "2A")
    press(page, "body_save")
    (stored,) = [
        each
        for each in body_record(page.session, BEAUMONT).of(PublicBody)
        if each.fact.siren == BEAUMONT
    ]
    assert stored.fact.departement == "2A"
    assert not page.in_form


def test_memberships_of_a_body_open_theirs(page: BodiesPage, qtbot: QtBot) -> None:
    page.open_record(BEAUMONT)
    find(page, QTabBar, "body_tabs").setCurrentIndex(4)
    table = find(page, RecordTable, "body_memberships_table")
    assert table.paged_model.count > 0
    table.selectRow(0)
    with qtbot.waitSignal(page.link_requested) as wished:
        QTest.keyClick(table, Qt.Key.Key_Return)
    row = table.current_row
    assert isinstance(row, MembershipRow)
    assert wished.args == [Link(Kind.MEMBERSHIP, row.key)]


def test_populations_have_no_period(page: BodiesPage) -> None:
    page.open_record(BEAUMONT)
    find(page, QTabBar, "body_tabs").setCurrentIndex(3)
    assert not find(page, QPushButton, "populations_amend").isVisibleTo(page)
    press(page, "populations_new")
    enter(page, "populations_year", "2023")
    enter(page, "populations_municipal", "10 900")
    press(page, "populations_save")
    assert find(page, DatedList, "populations_records").count() == 2
