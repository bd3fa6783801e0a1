"""« Qui commande qui ? » as a person uses it: lists, filters, reasons, export, other dates."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QWidget

from mutudesk.domain.bodies import Mandate
from mutudesk.domain.changes import close, create
from mutudesk.domain.codes import fold
from mutudesk.domain.listings import ListQuery
from mutudesk.domain.records import Kind
from mutudesk.ui.link import Link, Place
from mutudesk.ui.pages.authorities.foot import AuthoritiesFoot
from mutudesk.ui.pages.authorities.page import AuthoritiesPage
from mutudesk.ui.widgets.chip import Chip
from mutudesk.ui.widgets.message_band import MessageBand
from mutudesk.ui.widgets.record_table import RecordTable
from mutudesk.usecases import queries
from mutudesk.usecases.opening import open_to_write
from mutudesk.usecases.recording import record
from tests.builders import ROYAT, day, mandate, since
from tests.demonstration import demonstration
from tests.ui.finding import cell_words, click, enter, find, reached_by_tab
from tests.ui.pages import page_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.usecases.session import Session
    from tests.conftest import Dialogs

ON = day("2016-09-01")
LATER = day("2016-09-15")
AGENT, SERVICE, BENEFICIARY, SHARE, HIERARCHICAL, OPERATIONAL = range(6)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_to_write(demonstration(tmp_path)) as opened:
        yield opened


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[AuthoritiesPage]:
    with page_on(qtbot, session, AuthoritiesPage, ON) as made:
        yield made


def table_of(page: AuthoritiesPage) -> RecordTable:
    return find(page, RecordTable, "authorities_table")


def _sortable(value: object) -> object:
    return fold(value) if isinstance(value, str) else value


def leave_office(session: Session, siren: str, last: str) -> None:
    stored = queries.body_record(session, siren).of(Mandate)
    running = next(each for each in stored if each.fact.period.holds(day(last)))
    record(session, [close(running, day(last))], "close")


def test_every_share_is_listed_with_both_authorities(
    page: AuthoritiesPage, session: Session
) -> None:
    rows = queries.authorities(session, ListQuery(ON)).first(100)
    table = table_of(page)
    assert table.paged_model.count == len(rows) == 37
    for place, row in enumerate(rows):
        assert row.matricule in cell_words(table, place, AGENT)
        assert row.hierarchical.body.replace("’", "'") in cell_words(table, place, HIERARCHICAL)
        assert row.operational.person.replace("’", "'") in cell_words(table, place, OPERATIONAL)
    facts = find(page, QLabel, "authorities_facts")
    assert "15" in facts.accessibleName()
    assert "37" in facts.accessibleName()


def test_typing_a_name_filters_after_a_pause(page: AuthoritiesPage, qtbot: QtBot) -> None:
    table = table_of(page)
    search = find(page, QLineEdit, "authorities_search")
    QTest.keyClicks(search, "BENALI")
    assert table.paged_model.count == 37
    qtbot.waitUntil(lambda: table.paged_model.count == 3)
    QTest.keyClick(search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: table.paged_model.count == 37)


def test_letters_typed_in_the_list_go_to_the_search(page: AuthoritiesPage, qtbot: QtBot) -> None:
    table = table_of(page)
    page.take_focus()
    QTest.keyClick(table, Qt.Key.Key_F)
    search = find(page, QLineEdit, "authorities_search")
    assert search.text() == "f"
    QTest.keyClicks(search, "ontanel")
    qtbot.waitUntil(lambda: 0 < table.paged_model.count < 37)


def test_missions_are_those_of_the_service_chosen(page: AuthoritiesPage, qtbot: QtBot) -> None:
    table = table_of(page)
    service = find(page, QWidget, "authorities_service")
    mission = find(page, QWidget, "authorities_mission")
    assert not mission.isEnabled()
    service.setFocus()
    QTest.keyClick(service, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: table.paged_model.count < 37)
    of_service = table.paged_model.count
    assert mission.isEnabled()
    QTest.keyClick(mission, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: table.paged_model.count < of_service)
    QTest.keyClick(service, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: table.paged_model.count == 37)
    assert not mission.isEnabled()


def test_a_beneficiary_is_found_while_typing(page: AuthoritiesPage, qtbot: QtBot) -> None:
    table = table_of(page)
    enter(page, "authorities_commune", "Royat")
    qtbot.waitUntil(lambda: 0 < table.paged_model.count < 37)
    assert {cell_words(table, row, BENEFICIARY) for row in range(table.paged_model.count)} == {
        "Royat"
    }


def test_a_vacant_mandate_is_said_and_never_guessed(
    page: AuthoritiesPage, session: Session, qtbot: QtBot
) -> None:
    leave_office(session, ROYAT, "2016-09-09")
    page.refresh(LATER)
    table = table_of(page)
    vacancies = find(page, QAbstractButton, "authorities_vacant")
    QTest.mouseClick(vacancies, Qt.MouseButton.LeftButton, pos=QPoint(10, vacancies.height() // 2))
    qtbot.waitUntil(lambda: 0 < table.paged_model.count < 37)
    for row in range(table.paged_model.count):
        listed = table.paged_model.row_at(row)
        assert listed.operational.is_vacant
        assert listed.operational.siren == ROYAT
        assert table.paged_model.columns[OPERATIONAL].vacant(listed)  # type: ignore[misc]
    page.take_focus()
    fill = find(page, QAbstractButton, "authorities_fill")
    assert fill.isVisible()
    with qtbot.waitSignal(page.link_requested) as sent:
        click(fill)
    assert sent.args == [Link(Kind.BODY, (ROYAT,))]


def test_vacant_mandates_are_counted_in_a_chip(page: AuthoritiesPage, session: Session) -> None:
    assert not page.findChildren(Chip)
    leave_office(session, ROYAT, "2016-09-09")
    page.refresh(LATER)
    (chip,) = page.findChildren(Chip)
    assert "1" in chip.text


def test_an_acting_head_is_shown_by_his_quality(
    page: AuthoritiesPage, session: Session, qtbot: QtBot
) -> None:
    acting = mandate(
        ROYAT,
        since("2016-09-10"),
        quality="1re adjointe",
        first_name="Lucie",
        last_name="Montel",
        acting=True,
    )
    record(session, [create(acting)], "create")
    page.refresh(LATER)
    enter(page, "authorities_commune", "Royat")
    table = table_of(page)
    qtbot.waitUntil(lambda: 0 < table.paged_model.count < 37)
    said = cell_words(table, 0, OPERATIONAL)
    assert "Mme Lucie Montel" in said
    assert "1re adjointe," in said


@pytest.mark.parametrize(
    ("column", "value"), [(SHARE, "share"), (SERVICE, "service_name"), (BENEFICIARY, "beneficiary")]
)
def test_a_click_on_a_heading_sorts(page: AuthoritiesPage, column: int, value: str) -> None:
    table = table_of(page)
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 12, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    rows = [table.paged_model.row_at(row) for row in range(37)]
    values = [_sortable(getattr(row, value)) for row in rows]
    assert values == sorted(values)  # type: ignore[type-var]
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    rows = [table.paged_model.row_at(row) for row in range(37)]
    values = [_sortable(getattr(row, value)) for row in rows]
    assert values == sorted(values, reverse=True)  # type: ignore[type-var]


def test_enter_and_a_double_click_open_the_agent(page: AuthoritiesPage, qtbot: QtBot) -> None:
    table = table_of(page)
    page.take_focus()
    matricule = table.current_row.matricule
    with qtbot.waitSignal(page.link_requested) as sent:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert sent.args == [Link(Kind.AGENT, (matricule,))]
    rect = table.visualRect(table.paged_model.index(3, SERVICE))
    with qtbot.waitSignal(page.link_requested) as sent:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert sent.args == [Link(Kind.AGENT, (table.paged_model.row_at(3).matricule,))]


def test_why_is_said_in_words_and_escape_closes(page: AuthoritiesPage, qtbot: QtBot) -> None:
    page.take_focus()
    row = table_of(page).current_row
    QTest.keyClick(table_of(page), Qt.Key.Key_F2)
    dialog = find(page, QDialog, "authorities_why_dialog")
    qtbot.waitUntil(dialog.isVisible)
    words = " ".join(each.text() for each in dialog.findChildren(QLabel)).replace("’", "'")
    assert row.matricule in words
    assert row.hierarchical.person in words
    assert row.operational.person in words
    assert row.operational.body in words
    assert "2014" in words  # since when the mandate runs
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_why_leads_to_the_body(page: AuthoritiesPage, qtbot: QtBot) -> None:
    page.take_focus()
    siren = table_of(page).current_row.operational.siren
    click(find(page, QAbstractButton, "authorities_why"))
    dialog = find(page, QDialog, "authorities_why_dialog")
    button = find(dialog, QAbstractButton, f"why_open_body_{siren}")
    with qtbot.waitSignal(page.link_requested) as sent:
        click(button)
    assert sent.args == [Link(Kind.BODY, (siren,))]


def test_what_is_listed_is_exported_for_a_spreadsheet(
    page: AuthoritiesPage, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    target = tmp_path / "liste.csv"
    target.write_text("what was there before")
    QTest.keyClicks(find(page, QLineEdit, "authorities_search"), "benali")
    qtbot.waitUntil(lambda: table_of(page).paged_model.count == 3)
    dialogs.answer("QFileDialog.getSaveFileName", (str(target), "CSV"))
    click(find(page, QAbstractButton, "authorities_export"))
    band = find(page, MessageBand, "authorities_band")
    qtbot.waitUntil(band.isVisible)
    data = target.read_bytes()
    assert data.startswith("\ufeff".encode())
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert [row["matricule"] for row in rows] == ["A-0412"] * 3
    assert "liste.csv" in band.text


def test_an_export_that_is_given_up_writes_nothing(page: AuthoritiesPage, dialogs: Dialogs) -> None:
    dialogs.answer("QFileDialog.getSaveFileName", ("", ""))
    click(find(page, QAbstractButton, "authorities_export"))
    assert not find(page, MessageBand, "authorities_band").isVisible()


def test_a_file_that_cannot_be_written_is_said(
    page: AuthoritiesPage, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialogs.answer("QFileDialog.getSaveFileName", (str(tmp_path / "no" / "liste.csv"), ""))
    click(find(page, QAbstractButton, "authorities_export"))
    band = find(page, MessageBand, "authorities_band")
    qtbot.waitUntil(band.isVisible)
    assert str(tmp_path / "no") in band.text
    close_band = find(page, QAbstractButton, "authorities_band_close")
    click(close_band)
    assert not band.isVisible()


def test_a_day_without_shares_leads_to_the_next_one(page: AuthoritiesPage, qtbot: QtBot) -> None:
    page.refresh(day("2015-01-01"))
    assert find(page, QWidget, "authorities_empty").isVisible()
    with qtbot.waitSignal(page.date_requested) as sent:
        click(find(page, QAbstractButton, "authorities_go"))
    assert sent.args == [day("2015-07-01")]


def test_a_service_not_open_yet_leads_to_its_opening(
    page: AuthoritiesPage, session: Session, qtbot: QtBot
) -> None:
    page.refresh(day("2016-02-29"))
    service = find(page, QWidget, "authorities_service")
    names = [row.code for row in queries.services(session, ListQuery(ON)).first(9)]
    for _ in range(names.index("INFO") + 1):
        QTest.keyClick(service, Qt.Key.Key_Down)
    unmatched = find(page, QWidget, "authorities_unmatched")
    qtbot.waitUntil(unmatched.isVisible)
    with qtbot.waitSignal(page.date_requested) as sent:
        button = find(page, QAbstractButton, "authorities_go_filtered")
        click(button)
    assert sent.args == [ON]


def test_a_search_without_result_is_cleared_by_its_button(
    page: AuthoritiesPage, qtbot: QtBot
) -> None:
    QTest.keyClicks(find(page, QLineEdit, "authorities_search"), "zzz")
    unmatched = find(page, QWidget, "authorities_unmatched")
    qtbot.waitUntil(unmatched.isVisible)
    assert not find(page, QAbstractButton, "authorities_go_filtered").isVisible()
    clear = find(page, QAbstractButton, "authorities_clear_filters")
    click(clear)
    assert table_of(page).paged_model.count == 37


def test_a_long_list_is_counted_beside_the_window(
    page: AuthoritiesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mutudesk.ui.pages.authorities.page.COUNTED_AT_ONCE", 10)
    page.refresh(ON)
    facts = find(page, QLabel, "authorities_facts")
    qtbot.waitUntil(lambda: "15" in facts.accessibleName())


def test_an_agent_pointed_at_is_listed_alone(page: AuthoritiesPage) -> None:
    page.follow(Link(Place.AUTHORITIES, ("A-0412",)))
    table = table_of(page)
    assert {table.paged_model.row_at(row).matricule for row in range(3)} == {"A-0412"}
    assert table.paged_model.count == 3


def test_the_line_under_the_cursor_stays_when_the_date_changes(page: AuthoritiesPage) -> None:
    table = table_of(page)
    page.take_focus()
    table.selectRow(5)
    kept = table.current_row.id
    page.refresh(LATER)
    assert table.current_row.id == kept


def test_everything_is_reached_by_tab_and_has_a_name(page: AuthoritiesPage) -> None:
    page.take_focus()
    seen = reached_by_tab()
    assert {
        "authorities_search",
        "authorities_service",
        "authorities_commune",
        "authorities_vacant",
        "authorities_table",
        "authorities_why",
        "authorities_export",
    } <= set(seen)
    for name, widget in seen.items():
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or text, name


def test_no_key_is_given_twice(page: AuthoritiesPage) -> None:
    texts = [each.text() for each in page.findChildren(QAbstractButton) if each.isVisible()]
    keys = [QKeySequence.mnemonic(text).toString() for text in texts]
    used = [key for key in keys if key]
    assert len(used) == len(set(used)), used


def test_the_page_fits_the_smallest_window(page: AuthoritiesPage) -> None:
    assert page.minimumSizeHint().width() <= 1030
    assert find(page, AuthoritiesFoot, "authorities_foot").isVisible()
