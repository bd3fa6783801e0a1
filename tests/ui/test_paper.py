"""PDF files in a folder, opened and put on paper: into a PDF here, for want of a printer."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices, QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from mutudesk.ui.dialogs import paper, paper_jobs
from mutudesk.ui.dialogs.paper import PaperFault, PaperOutcome, put_on_paper, take_paper_of
from mutudesk.ui.dialogs.paper_jobs import PaperJobs
from mutudesk.ui.qt.jobs import JobRunner
from tests.ui.finding import WAIT, let_go
from tests.ui.pdf_files import A4, WIDE, pdf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QSizeF, QUrl
    from pytestqt.qtbot import QtBot

    from tests.conftest import Dialogs

pytestmark = pytest.mark.gui


@pytest.fixture
def runner(qapp: object) -> Iterator[JobRunner]:
    del qapp
    made = JobRunner()
    yield made
    assert made.close(WAIT / 1000)
    let_go(made)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    let_go(made)


@pytest.fixture
def jobs(runner: JobRunner, window: QWidget) -> PaperJobs:
    return PaperJobs(runner, window)


def printer_into(path: Path, paper_size: QSizeF = A4) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(150)
    take_paper_of(printer, paper_size)
    return printer


def print_now(printer: QPrinter, *paths: Path) -> PaperOutcome:
    return put_on_paper(printer, paths, lambda _done, _total: None, lambda: False)


def sizes_of(path: Path) -> list[tuple[int, int]]:
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    sizes = [document.pagePointSize(page).toSize() for page in range(document.pageCount())]
    document.close()
    return [(size.width(), size.height()) for size in sizes]


def is_dark(path: Path, page: int, across: float, down: float) -> bool:
    """What lies at a place of a page, in parts of its width and height."""
    document = QPdfDocument()
    document.load(str(path))
    image = document.render(page, document.pagePointSize(page).toSize())
    document.close()
    found = image.pixelColor(int(across * image.width()), int(down * image.height()))
    return found.alpha() > 128 and found.lightness() < 128


# On paper -----------------------------------------------------------------------------------------


def test_paper_has_the_pages_and_the_size_of_the_file(qapp: object, tmp_path: Path) -> None:
    del qapp
    source = pdf(tmp_path / "three.pdf", A4, A4, A4)
    out = tmp_path / "out.pdf"
    assert print_now(printer_into(out), source) == PaperOutcome(1)
    assert sizes_of(out) == sizes_of(source) == [(595, 842)] * 3
    for page in range(3):
        assert is_dark(out, page, 0.02, 0.01)
        assert is_dark(out, page, 0.09, 0.06)
        assert not is_dark(out, page, 0.12, 0.06)
        assert not is_dark(out, page, 0.5, 0.5)


def test_each_page_turns_the_paper_its_way(qapp: object, tmp_path: Path) -> None:
    del qapp
    source = pdf(tmp_path / "mixed.pdf", A4, WIDE, A4)
    out = tmp_path / "out.pdf"
    assert print_now(printer_into(out), source) == PaperOutcome(1)
    assert sizes_of(out) == [(595, 842), (842, 595), (595, 842)]
    assert all(is_dark(out, page, 0.05, 0.04) for page in range(3))


def test_a_page_is_fitted_to_smaller_paper(qapp: object, tmp_path: Path) -> None:
    del qapp
    out = tmp_path / "out.pdf"
    printer = printer_into(out)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    assert print_now(printer, pdf(tmp_path / "one.pdf", A4)) == PaperOutcome(1)
    ((width, height),) = sizes_of(out)
    assert (width, height) in {(419, 595), (420, 595), (420, 596)}
    assert is_dark(out, 0, 0.09, 0.06)
    assert not is_dark(out, 0, 0.12, 0.06)


def test_some_pages_and_copies(qapp: object, tmp_path: Path) -> None:
    del qapp
    out = tmp_path / "out.pdf"
    printer = printer_into(out)
    printer.setFromTo(2, 3)
    printer.setCopyCount(2)
    assert not printer.supportsMultipleCopies()
    told: list[tuple[int, int]] = []
    source = pdf(tmp_path / "mixed.pdf", A4, A4, WIDE)
    put_on_paper(printer, [source], lambda *how_far: told.append(how_far), lambda: False)
    assert [width for width, _height in sizes_of(out)] == [595, 842, 595, 842]
    assert told == [(done, 4) for done in range(5)]


def test_files_are_read_before_the_first_sheet(qapp: object, tmp_path: Path) -> None:
    del qapp
    good, out = pdf(tmp_path / "good.pdf", A4), tmp_path / "out.pdf"
    gone, bad = tmp_path / "gone.pdf", tmp_path / "bad.pdf"
    bad.write_bytes(good.read_bytes()[:40])
    printer = printer_into(out)
    assert print_now(printer, good, gone) == PaperOutcome(0, PaperFault.GONE, gone)
    assert print_now(printer, good, bad) == PaperOutcome(0, PaperFault.DAMAGED, bad)
    assert not out.exists()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_an_outcome(qapp: object, tmp_path: Path) -> None:
    del qapp
    source = pdf(tmp_path / "one.pdf", A4)
    printer = printer_into(tmp_path / "nowhere" / "out.pdf")
    assert print_now(printer, source) == PaperOutcome(0, PaperFault.NOT_TAKEN, source)


def test_printing_stops_between_two_pages(qapp: object, tmp_path: Path) -> None:
    del qapp
    source = pdf(tmp_path / "three.pdf", A4, A4, A4)
    printer = printer_into(tmp_path / "out.pdf")
    told: list[int] = []
    outcome = put_on_paper(printer, [source], lambda done, _total: told.append(done), lambda: True)
    assert outcome == PaperOutcome(0, stopped=True)
    assert told == [0, 1]


def test_a_machine_without_the_print_library_is_told_apart(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qapp
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(paper, "_LINUX_LIBRARY", "libmutudesk-nowhere.so.0")
    assert paper.printer_fault() is PaperFault.NO_LIBRARY
    monkeypatch.setattr(sys, "platform", "win32")
    assert paper.printer_fault() is PaperFault.NO_PRINTER
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Accueil"])
    assert paper.printer_fault() is None


def test_the_program_starts_without_printing() -> None:
    code = (
        "import sys, mutudesk.ui.pages.conventions.page, mutudesk.ui.shell.main_window;"
        "print('PySide6.QtPrintSupport' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


# What a user is told ------------------------------------------------------------------------------


def told_by(qtbot: QtBot, jobs: PaperJobs, path: Path) -> tuple[str, str]:
    with qtbot.waitSignal(jobs.reported) as told:
        jobs.print_files([path])
    assert told.args is not None
    return told.args[0], told.args[1]


def test_without_a_printer_it_is_said_where_the_file_is(
    jobs: PaperJobs, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_jobs, "printer_fault", lambda: PaperFault.NO_PRINTER)
    words, kind = told_by(qtbot, jobs, pdf(tmp_path / "one.pdf", A4))
    assert kind == "error"
    assert words.startswith("No printer is installed on this machine.")
    assert str(tmp_path) in words
    assert not jobs.is_printing


@pytest.mark.parametrize(("content", "part"), [(None, "no longer in"), (b"no", "damaged")])
def test_a_file_that_cannot_be_read_is_told(
    jobs: PaperJobs,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes | None,
    part: str,
) -> None:
    monkeypatch.setattr(paper_jobs, "printer_fault", lambda: None)
    path = tmp_path / "one.pdf"
    if content is not None:
        path.write_bytes(content)
    words, kind = told_by(qtbot, jobs, path)
    assert (kind, words.startswith("one.pdf"), part in words) == ("error", True, True)
    with qtbot.waitSignal(jobs.reported) as opening:
        jobs.open(path)
    assert opening.args == [words, "error"]


def test_no_program_for_a_file_and_a_folder_that_is_gone_are_told(
    jobs: PaperJobs, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)  # gives None: not opened
    path = pdf(tmp_path / "été {1}.pdf", A4)
    with qtbot.waitSignal(jobs.reported) as told:
        jobs.open(path)
    assert [url.toLocalFile() for url in asked] == [path.as_posix()]
    assert told.args is not None
    assert path.name in told.args[0]
    with qtbot.waitSignal(jobs.reported) as told:
        jobs.open_folder(tmp_path / "gone")
    assert told.args is not None
    assert "no longer there" in told.args[0]
    assert len(asked) == 1


def test_the_dialog_is_asked_once_and_files_follow_each_other(
    jobs: PaperJobs,
    qtbot: QtBot,
    dialogs: Dialogs,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paper_jobs, "printer_fault", lambda: None)
    paths = [pdf(tmp_path / f"{name}.pdf", A4, A4) for name in ("one", "two")]
    out = tmp_path / "out.pdf"

    def choose(dialog: QPrintDialog) -> int:
        options = QPrintDialog.PrintDialogOption
        assert not dialog.testOption(options.PrintToFile)
        assert not dialog.testOption(options.PrintPageRange)
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        printer.setResolution(100)
        return QDialog.DialogCode.Accepted.value

    dialogs.answer("QPrintDialog.exec", choose)
    words: list[tuple[str, str]] = []
    jobs.reported.connect(lambda *told: words.append(told))
    with qtbot.waitSignal(jobs.ended):
        jobs.print_files(paths)
        assert jobs.is_printing
        jobs.print_files(paths)  # one batch at a time: nothing is asked
    qtbot.waitUntil(lambda: words[-1][1] == "ok")
    assert words[-1][0].startswith("2 file")
    assert sizes_of(out) == [(595, 842)] * 2


def test_giving_up_the_dialog_prints_nothing(
    jobs: PaperJobs, dialogs: Dialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_jobs, "printer_fault", lambda: None)
    dialogs.answer("QPrintDialog.exec", QDialog.DialogCode.Rejected.value)
    jobs.print_files([pdf(tmp_path / "one.pdf", A4)])
    assert not jobs.is_printing
