"""Texts of several lines: as typed, saved and shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QTabBar

from mutudesk.domain.parsing import ParseError
from mutudesk.domain.services import ServiceTerms
from mutudesk.ui.shell.window_pages import services_page
from mutudesk.ui.widgets.long_text_field import LongTextField
from mutudesk.usecases.queries import service_record
from tests.ui.finding import enter, find, press, words_of
from tests.ui.pages import page_on_demonstration
from tests.ui.windows import alone

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

TERMS_TAB = 2


def test_a_long_text_keeps_its_lines(qtbot: QtBot) -> None:
    field = LongTextField("why")
    alone(qtbot, field)
    with qtbot.waitSignal(field.edited):
        QTest.keyClicks(field, "one")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "two")
    assert field.read() == "one\ntwo"
    field.write("  e\u0301te\u0301\r\n\r\nco\u00adord \n")
    assert field.read() == "été\n\ncoord"
    field.write(field.read())
    assert field.read() == "été\n\ncoord"
    with qtbot.assertNotEmitted(field.edited):
        field.write("x" * 30_000)
    with pytest.raises(ParseError, match="text_too_long"):
        field.read()
    field.write("bell \a")
    with pytest.raises(ParseError, match="text_unprintable"):
        field.read()
    field.write(None)
    assert field.read() == ""


@pytest.mark.parametrize("field", ["financial_terms", "duration"])
def test_line_breaks_are_saved_and_shown_again(qtbot: QtBot, tmp_path: Path, field: str) -> None:
    with page_on_demonstration(qtbot, tmp_path, services_page) as page:
        page.open_record("INFO")
        find(page, QTabBar, "service_tabs").setCurrentIndex(TERMS_TAB)
        press(page, "terms_correct")
        find(page, QPlainTextEdit, f"terms_{field}").setPlainText("Article 1\nau prorata\n\nfin ")
        press(page, "terms_save")
        (stored,) = service_record(page.session, "INFO").of(ServiceTerms)
        assert getattr(stored.fact, field) == "Article 1\nau prorata\n\nfin"
        assert "au prorata" in words_of(page, f"terms_{field}_shown")
        # Another field is corrected: the lines stay.
        press(page, "terms_correct")
        editor = find(page, QPlainTextEdit, f"terms_{field}")
        assert editor.toPlainText() == "Article 1\nau prorata\n\nfin"
        enter(page, "terms_notice_months", "6")
        press(page, "terms_save")
        (after,) = service_record(page.session, "INFO").of(ServiceTerms)
        assert getattr(after.fact, field) == "Article 1\nau prorata\n\nfin"
        assert after.fact.notice_months == 6
