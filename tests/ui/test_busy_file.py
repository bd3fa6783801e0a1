"""Another program is in the file: the window waits two seconds and keeps what was typed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTabBar, QWidget

from mutudesk.domain.bodies import BodyKind, Mandate, PublicBody
from mutudesk.ui.shell.window_pages import bodies_page
from mutudesk.ui.widgets.choice_field import ChoiceField
from mutudesk.ui.widgets.record_table import RecordTable
from mutudesk.usecases import opening
from mutudesk.usecases.queries import body_record
from tests.builders import BEAUMONT
from tests.demonstration import demonstration
from tests.ui.finding import enter, find, press, words_of
from tests.ui.pages import page_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.pages.bodies.page import BodiesPage

MANDATES = 2
RIOM, RIOM_INSEE = "216303008", "63300"


def test_a_window_waits_no_longer_than_two_seconds() -> None:
    assert opening.WINDOW_SECONDS <= 2


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[BodiesPage]:
    monkeypatch.setattr(opening, "WINDOW_SECONDS", 0.02)
    opened = opening.open_register(demonstration(tmp_path))
    with opened.session as session, page_on(qtbot, session, bodies_page) as made:
        yield made


@pytest.fixture
def reader(page: BodiesPage) -> Iterator[sqlite3.Connection]:
    """Another tool that has the file open and looks at it."""
    path = page.session.register.path
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM agent").fetchone()
        yield other


def _last_names(page: BodiesPage) -> set[str]:
    return {each.fact.last_name for each in body_record(page.session, BEAUMONT).of(Mandate)}


def test_a_correction_is_kept_and_saved_again(page: BodiesPage, reader: sqlite3.Connection) -> None:
    page.open_record(BEAUMONT)
    find(page, QTabBar, "body_tabs").setCurrentIndex(MANDATES)
    press(page, "mandates_correct")
    enter(page, "mandates_last_name", "Zola")
    press(page, "mandates_save")
    retry = find(page, QPushButton, "mandates_summary_retry")
    assert retry.isVisibleTo(page)
    assert retry.hasFocus()
    assert "clermont.mutu" in words_of(page, "mandates_summary_text")
    assert find(page, QLineEdit, "mandates_last_name").text() == "Zola"
    assert page.unsaved == 1
    assert "Zola" not in _last_names(page)
    press(page, "mandates_summary_retry")
    assert retry.isVisibleTo(page)
    reader.execute("COMMIT")
    QTest.keyClick(retry, Qt.Key.Key_Space)
    assert "Zola" in _last_names(page)
    assert page.unsaved == 0
    assert not find(page, QWidget, "mandates_summary").isVisibleTo(page)


def test_a_new_body_is_kept_and_saved_again(page: BodiesPage, reader: sqlite3.Connection) -> None:
    find(page, RecordTable, "bodies_table").setFocus()
    press(page, "bodies_add")
    kind = find(page, ChoiceField, "body_kind")
    kind.write(BodyKind.COMMUNE)
    kind.edited.emit()
    enter(page, "body_siren", RIOM)
    enter(page, "body_name", "Riom")
    enter(page, "body_insee_code", RIOM_INSEE)
    press(page, "body_save")
    assert find(page, QPushButton, "body_summary_retry").isVisibleTo(page)
    reader.execute("COMMIT")
    press(page, "body_summary_retry")
    assert len(body_record(page.session, RIOM).of(PublicBody)) == 1


def test_what_is_wrong_is_not_tried_again(page: BodiesPage, reader: sqlite3.Connection) -> None:
    page.open_record(BEAUMONT)
    find(page, QTabBar, "body_tabs").setCurrentIndex(MANDATES)
    press(page, "mandates_correct")
    enter(page, "mandates_last_name", "Zola")
    press(page, "mandates_save")
    reader.execute("COMMIT")
    enter(page, "mandates_last_name", "")
    press(page, "mandates_save")
    assert not find(page, QPushButton, "mandates_summary_retry").isVisibleTo(page)
    assert find(page, QWidget, "mandates_summary").isVisibleTo(page)
