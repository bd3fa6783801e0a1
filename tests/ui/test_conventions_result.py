"""The result of a batch of conventions: its files opened and printed, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from mutudesk.ui.dialogs import paper_jobs
from mutudesk.ui.dialogs.paper import PaperFault, take_paper_of
from mutudesk.ui.pages.conventions.result import ResultDialog
from mutudesk.ui.pages.conventions.result_files import ResultFiles
from mutudesk.ui.qt.jobs import JobRunner
from mutudesk.ui.widgets.message_band import MessageBand
from mutudesk.usecases.printing import BatchResult, WrittenDocument
from tests.ui.finding import WAIT, find, let_go
from tests.ui.held_worker import held_worker
from tests.ui.pdf_files import A4, pdf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.conftest import Dialogs

pytestmark = pytest.mark.gui


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was opened in other programs."""
    found: list[str] = []

    def open_url(url: QUrl) -> bool:
        found.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


@pytest.fixture
def result(qtbot: QtBot, tmp_path: Path) -> Iterator[ResultDialog]:
    runner, window = JobRunner(), QWidget()
    window.show()
    paths = [pdf(tmp_path / f"{name}.pdf", A4, A4, A4) for name in ("a", "b", "c")]
    written = [WrittenDocument(path, None) for path in paths]
    dialog = ResultDialog(BatchResult(written), tmp_path, runner, window)
    dialog.open()
    qtbot.waitExposed(dialog)
    yield dialog
    assert runner.close(WAIT / 1000)
    window.close()
    let_go(window)
    let_go(runner)


def files_of(result: ResultDialog) -> ResultFiles:
    return find(result, ResultFiles, "result_files")


def button(result: ResultDialog, name: str) -> QAbstractButton:
    return find(result, QAbstractButton, f"result_{name}")


def told(result: ResultDialog) -> str:
    return find(result, MessageBand, "result_band").text


def space(result: ResultDialog, name: str) -> None:
    """Press a button with the space bar."""
    pressed = button(result, name)
    assert pressed.isVisible()
    assert pressed.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(pressed, Qt.Key.Key_Space)


def into(out: Path) -> object:
    """An answer to the dialog of the system: print into a file."""

    def choose(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        printer.setResolution(72)
        take_paper_of(printer, QSizeF(A4))
        return QDialog.DialogCode.Accepted.value

    return choose


def test_the_file_under_the_cursor_is_opened(
    result: ResultDialog, opened: list[str], tmp_path: Path
) -> None:
    files = files_of(result)
    QTest.keyClick(files, Qt.Key.Key_Return)  # opens, and leaves the dialog open
    QTest.keyClick(files, Qt.Key.Key_Down)
    space(result, "open")
    space(result, "open_folder")
    assert opened == [
        (tmp_path / "a.pdf").as_posix(),
        (tmp_path / "b.pdf").as_posix(),
        tmp_path.as_posix(),
    ]
    assert result.isVisible()
    assert button(result, "close").isVisible()


def test_a_file_that_was_moved_is_told(
    result: ResultDialog, opened: list[str], tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").rename(tmp_path / "elsewhere.pdf")
    space(result, "open")
    assert told(result).startswith("a.pdf is no longer in the folder")
    assert not opened


def test_without_a_printer_the_button_says_so(
    result: ResultDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_jobs, "printer_fault", lambda: PaperFault.NO_PRINTER)
    space(result, "print")
    assert told(result).startswith("No printer is installed")
    assert str(tmp_path) in told(result)
    assert button(result, "print").isEnabled()
    assert find(result, MessageBand, "result_band").isVisible()


def test_files_selected_are_printed_one_after_the_other(
    result: ResultDialog,
    qtbot: QtBot,
    dialogs: Dialogs,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paper_jobs, "printer_fault", lambda: None)
    files = files_of(result)
    files.setFocus()
    QTest.keyClick(files, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [path.name for path in files.chosen] == ["a.pdf", "b.pdf"]
    dialogs.answer("QPrintDialog.exec", into(tmp_path / "paper.pdf"))
    space(result, "print")
    qtbot.waitUntil(lambda: told(result).startswith("2 file"))
    assert (tmp_path / "paper.pdf").exists()
    assert button(result, "print").isEnabled()


def test_escape_stops_printing_before_it_closes(
    result: ResultDialog,
    qtbot: QtBot,
    dialogs: Dialogs,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paper_jobs, "printer_fault", lambda: None)
    dialogs.answer("QPrintDialog.exec", into(tmp_path / "paper.pdf"))
    button(result, "print").setFocus()
    with held_worker() as go_on:
        space(result, "print")
        assert not button(result, "print").isEnabled()
        assert button(result, "close").hasFocus()
        QTest.keyClick(result, Qt.Key.Key_Escape)
        assert result.isVisible()
        go_on.set()
        qtbot.waitUntil(lambda: told(result).startswith("Stopped"))
    with qtbot.waitSignal(result.destroyed):
        QTest.keyClick(result, Qt.Key.Key_Escape)
