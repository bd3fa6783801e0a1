"""The dialog for mistakes of the program."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mutudesk import __version__
from mutudesk.resources import resource_path
from mutudesk.ui.shell.errors import CrashDialog, CrashReporter, report_of
from tests.ui.finding import click, find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")

PERSON = "Karima Benali"


def problem() -> BaseException:
    try:
        try:
            resource_path("..", PERSON)
        except ValueError as error:
            raise KeyError(PERSON) from error
    except KeyError as error:
        return error
    raise AssertionError("nothing went wrong")


def test_the_report_names_versions_and_places_but_nobody() -> None:
    report = report_of(problem())
    assert f"MutuDesk {__version__}" in report
    assert "KeyError" in report
    assert "ValueError" in report
    assert "mutudesk/resources.py:" in report
    assert "test_errors.py:" in report
    assert PERSON not in report
    assert str(resource_path("icons").parent) not in report


@pytest.fixture
def reporter() -> Iterator[CrashReporter]:
    window = QWidget()
    reporter = CrashReporter(window)
    reporter.install()
    yield reporter
    reporter.remove()
    window.close()
    window.deleteLater()


def report(reporter: CrashReporter, error: BaseException) -> None:
    reporter.report(type(error), error, error.__traceback__)


def dialogs_of(app: QApplication) -> list[CrashDialog]:
    return [each for each in app.topLevelWidgets() if isinstance(each, CrashDialog)]


def test_one_dialog_at_a_time_and_not_the_same_twice(
    qtbot: QtBot,
    qapp: QApplication,
    reporter: CrashReporter,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    clock = [1000.0]
    monkeypatch.setattr("mutudesk.ui.shell.errors.time.monotonic", lambda: clock[0])
    error = problem()
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(reporter.reported):
        report(reporter, error)
    assert PERSON not in caplog.text
    assert len(dialogs_of(qapp)) == 1
    report(reporter, ValueError("another"))
    assert len(dialogs_of(qapp)) == 1
    dialog = dialogs_of(qapp)[0]
    text = find(dialog, QPlainTextEdit, "crash_report")
    click(find(dialog, QWidget, "crash_copy"))
    assert qapp.clipboard().text() == text.toPlainText() == report_of(error)
    click(find(dialog, QWidget, "crash_close"))
    qtbot.waitUntil(lambda: not dialogs_of(qapp))
    with qtbot.assertNotEmitted(reporter.reported):
        report(reporter, error)
    clock[0] += 61
    with qtbot.waitSignal(reporter.reported):
        report(reporter, error)
    dialogs_of(qapp)[0].accept()
    qtbot.waitUntil(lambda: not dialogs_of(qapp))


def test_the_hook_is_taken_and_given_back() -> None:
    before = sys.excepthook
    reporter = CrashReporter()
    reporter.install()
    assert sys.excepthook == reporter.report
    reporter.remove()
    assert sys.excepthook is before


def test_an_interruption_is_no_mistake(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    passed: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *given: passed.append(given[0]))
    reporter = CrashReporter()
    reporter.install()
    with qtbot.assertNotEmitted(reporter.reported):
        report(reporter, KeyboardInterrupt())
    reporter.remove()
    assert passed == [KeyboardInterrupt]
