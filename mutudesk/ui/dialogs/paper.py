"""A PDF file put on paper, page by page, as it lies in its folder.

Nothing is laid out here: each page is drawn as it is in the file, at the resolution of the printer,
on paper of its own size, or fitted to the paper the user chose. QtPrintSupport is imported when
somebody first wants to print: the program starts without it, and without any printer.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QMarginsF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

FINEST = 600  # dots per inch: a page of more is 140 megabytes and looks the same

_LINUX_LIBRARY = "libcups.so.2"  # what the print plug-in of Qt needs there and does not bring

_Report: TypeAlias = Callable[[int, int], None]
_Stop: TypeAlias = Callable[[], bool]


class PaperFault(Enum):
    """Why a file is not opened or not printed."""

    GONE = "gone"
    FOLDER_GONE = "folder_gone"
    DAMAGED = "damaged"
    NO_PRINTER = "no_printer"
    NO_LIBRARY = "no_library"
    NO_PROGRAM = "no_program"
    NOT_TAKEN = "not_taken"


@dataclass(frozen=True, slots=True)
class PaperOutcome:
    """How many files went to the printer, and what went wrong with the next one."""

    sent: int
    fault: PaperFault | None = None
    path: Path | None = None
    stopped: bool = False


class PaperFaultError(Exception):
    """A file that cannot be put on paper, and why."""

    def __init__(self, fault: PaperFault, path: Path) -> None:
        super().__init__(fault.value)
        self.fault, self.path = fault, path


def printer_fault() -> PaperFault | None:
    """Say why nothing can be printed on this machine, None if something can."""
    try:
        from PySide6.QtPrintSupport import QPrinterInfo
    except ImportError:
        return PaperFault.NO_LIBRARY
    if QPrinterInfo.availablePrinterNames():
        return None
    return PaperFault.NO_PRINTER if _has_print_library() else PaperFault.NO_LIBRARY


def read_pdf(path: Path) -> QPdfDocument:
    """Read a file; it is to be closed, for a file that is open cannot be replaced on Windows.

    Raises:
        PaperFaultError: It is gone, or no PDF with pages.
    """
    if not path.is_file():
        raise PaperFaultError(PaperFault.GONE, path)
    document = QPdfDocument()
    error = document.load(str(path))
    if error is not QPdfDocument.Error.None_ or not document.pageCount():
        document.close()
        raise PaperFaultError(PaperFault.DAMAGED, path)
    return document


def count_pages(path: Path) -> int:
    """Read a file and return how many pages it has.

    Raises:
        PaperFaultError: It is gone, or no PDF with pages.
    """
    document = read_pdf(path)
    pages = document.pageCount()
    document.close()
    return pages


def ask_printer(parent: QWidget, paths: Sequence[Path]) -> QPrinter | None:
    """Show the system's dialog, and return what was chosen there; None if nothing is to be printed.

    Raises:
        PaperFaultError: The first file is gone or damaged.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    document = read_pdf(paths[0])
    take_paper_of(printer, document.pagePointSize(0))
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("print_dialog")
    options = QPrintDialog.PrintDialogOption
    dialog.setOption(options.PrintToFile, False)  # the file is there already
    dialog.setOption(options.PrintPageRange, len(paths) == 1)
    if len(paths) == 1:
        dialog.setMinMax(1, document.pageCount())
    document.close()
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


def take_paper_of(printer: QPrinter, points: QSizeF) -> None:
    """Want paper of the size of a page, used to its edges: margins are in the file."""
    match = QPageSize.SizeMatchPolicy.FuzzyOrientationMatch
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", match))
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)
    _turn_paper(printer, points)


def put_on_paper(
    printer: QPrinter, paths: Sequence[Path], progress: _Report, cancelled: _Stop
) -> PaperOutcome:
    """Print files, each in a print job of its own; all are read before the first sheet.

    May run in a worker: Qt paints on printers in any thread.
    """
    sent = done = 0
    try:
        total = sum(len(_pages_wanted(printer, count_pages(path))) for path in paths)
        progress(0, total)
        for path in paths:
            with closing(_print_pages(printer, path)) as pages:
                for _page in pages:
                    done += 1
                    progress(done, total)
                    if cancelled() and done < total:
                        return PaperOutcome(sent, stopped=True)
            sent += 1
    except PaperFaultError as error:
        return PaperOutcome(sent, error.fault, error.path)
    return PaperOutcome(sent)


def _print_pages(printer: QPrinter, path: Path) -> Generator[int, None, None]:
    """Print a file as one job, and tell each page; a caller that closes this aborts the job."""
    document = read_pdf(path)
    printer.setDocName(path.stem)
    painter = QPainter()
    try:
        for page in _pages_wanted(printer, document.pageCount()):
            points = document.pagePointSize(page)
            _turn_paper(printer, points)  # holds from the next page on
            if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
                raise PaperFaultError(PaperFault.NOT_TAKEN, path)
            painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            place = _place_on(printer, points)
            painter.drawImage(place, _page_image(document, page, _pixels(printer, place)))
            yield page
    except GeneratorExit:
        printer.abort()
        raise
    finally:
        ended = not painter.isActive() or painter.end()
        document.close()
    if not ended:
        raise PaperFaultError(PaperFault.NOT_TAKEN, path)


def _pages_wanted(printer: QPrinter, count: int) -> list[int]:
    """The pages chosen in the dialog, as many times as the system does not do it itself."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return list(range(first - 1, min(last, count))) * copies


def _turn_paper(printer: QPrinter, points: QSizeF) -> None:
    orientation = QPageLayout.Orientation
    wide = points.width() > points.height()
    printer.setPageOrientation(orientation.Landscape if wide else orientation.Portrait)


def _place_on(printer: QPrinter, points: QSizeF) -> QRect:
    """The page fitted to the paper, in the middle of it, in dots of the printer."""
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    size = points.scaled(QSizeF(paper.size()), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(paper)
    place.setSize(size)
    place.moveCenter(QRectF(paper).center())
    return place.toRect()


def _pixels(printer: QPrinter, place: QRect) -> QSize:
    return place.size() * min(1.0, FINEST / printer.resolution())


def _page_image(document: QPdfDocument, page: int, size: QSize) -> QImage:
    """The page on white, for printers know no transparency."""
    image = document.render(page, size)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
    painter.fillRect(image.rect(), Qt.GlobalColor.white)
    painter.end()
    image.convertTo(QImage.Format.Format_RGB32)
    return image


def _has_print_library() -> bool:
    if sys.platform != "linux":
        return True
    try:
        ctypes.CDLL(_LINUX_LIBRARY)
    except OSError:
        return False
    return True
