"""Writing the articles of a service: what is proposed, names put in, how it prints, refusals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTabBar, QWidget

from mutudesk.domain.findings import refused
from mutudesk.domain.records import Kind
from mutudesk.domain.services import ServiceTerms
from mutudesk.ui.shell.window_pages import services_page
from mutudesk.usecases.conventions.clauses import proposed_clauses
from tests.builders import one_stored
from tests.plain_text import plain
from tests.ui.finding import find, press
from tests.ui.pages import page_on_demonstration

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.forms.field_box import FieldBox
    from mutudesk.ui.pages.services.page import ServicesPage

ON = date(2016, 9, 1)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[ServicesPage]:
    with page_on_demonstration(qtbot, tmp_path, services_page, ON) as made:
        qtbot.waitUntil(made.isActiveWindow)
        made.open_record("ADS")
        find(made, QTabBar, "service_tabs").setCurrentIndex(2)
        press(made, "terms_correct")
        yield made


def write_in(page: ServicesPage, name: str, text: str = "") -> QPlainTextEdit:
    field = find(page, QPlainTextEdit, f"terms_{name}")
    field.setFocus()
    field.insertPlainText(text)
    return field


def page_field(page: ServicesPage, name: str) -> FieldBox:
    (panel,) = [each for each in page.record.panels if each.spec.kind is Kind.TERMS]
    return panel.form.form.field(name)


def preview_of(page: ServicesPage) -> tuple[str, str]:
    title = find(page, QLabel, "clause_preview_title").text()
    return plain(title), plain(find(page, QLabel, "clause_preview_text").text())


def recorded(page: ServicesPage) -> ServiceTerms:
    return one_stored(page.session, ServiceTerms, service="ADS").fact


def test_it_is_shown_as_it_prints_while_it_is_written(page: ServicesPage, qtbot: QtBot) -> None:
    preview = find(page, QWidget, "clause_preview")
    assert not preview.isVisible()
    write_in(page, "premises", "Le {service}, à la mairie de {commune}.")
    assert preview.isVisible()
    field = find(page, QPlainTextEdit, "terms_premises")
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())
    title, text = preview_of(page)
    assert "3" in title
    assert text.startswith("Le service commun « Autorisations du droit des sols », à la mairie")
    assert text.endswith("de la commune d'Aubière.")
    assert not find(page, QWidget, "clause_proposal").isVisible()


def test_what_is_proposed_is_shown_and_taken(page: ServicesPage) -> None:
    field = write_in(page, "committee")
    _title, text = preview_of(page)
    assert text == plain(proposed_clauses()["committee"])
    press(page, "clause_proposal")
    assert field.toPlainText() == proposed_clauses()["committee"]
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert recorded(page).committee == proposed_clauses()["committee"]


def test_a_name_is_put_in_where_the_cursor_is(page: ServicesPage) -> None:
    field = write_in(page, "liability", "Pour :")
    field.moveCursor(field.textCursor().MoveOperation.Left)
    find(page, QAction, "clause_name_commune").trigger()
    assert field.toPlainText() == "Pour {commune}:"
    assert field.hasFocus()


def test_a_name_unknown_is_refused_at_its_field_with_its_line(page: ServicesPage) -> None:
    field = write_in(page, "contracts", "Un.")
    field.appendPlainText("Deux {maire}.")
    press(page, "terms_save")
    said = plain(page_field(page, "contracts").error)
    assert "ligne 2" in said or "line 2" in said
    assert "{maire}" in said
    assert recorded(page).contracts == ""
    assert field.toPlainText() == "Un.\nDeux {maire}."
    field.setPlainText("Un.\n– deux {{maire} ;")
    press(page, "terms_save")
    assert recorded(page).contracts == "Un.\n– deux {{maire} ;"


def test_without_names_to_show_one_writes_all_the_same(
    page: ServicesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_arguments: object) -> None:
        raise refused("register_busy")

    press(page, "terms_cancel")
    monkeypatch.setattr("mutudesk.usecases.conventions.clauses.example_names", busy)
    press(page, "terms_correct")
    write_in(page, "assets", "Un véhicule.")
    assert not find(page, QWidget, "clause_preview").isVisible()
    press(page, "terms_save")
    assert recorded(page).assets == "Un véhicule."
