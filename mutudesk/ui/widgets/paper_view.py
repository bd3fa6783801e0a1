"""The pages of a document one below the other, as paper: white in every colour scheme."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import RING
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

GAP = 12  # between pages, and around them
PAGES_KEPT = 8
SMALLEST, LARGEST = 0.25, 4.0
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
_PIXELS_PER_POINT = 96 / 72  # of a page at 100 %
_NEAR = 0.005


class PaperView(Styled, QAbstractScrollArea):
    """Paints what is in sight; a page is drawn at the pixels of its screen and kept.

    Signals:
        page_changed(int): another page is the one read, counted from 0.
        zoom_changed(float): the size changed, 1.0 = 100 %.
    """

    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._document: QPdfDocument | None = None
        self._fits = True
        self._zoom = 1.0
        self._page = 0
        self._drawn: OrderedDict[tuple[int, int, float], QImage] = OrderedDict()
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.apply_style()

    # What is shown --------------------------------------------------------------------------------

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return 0 if self._document is None else self._document.pageCount()

    @property
    def page(self) -> int:
        """The page read, counted from 0."""
        return self._page

    @property
    def zoom(self) -> float:
        """The size, 1.0 = 100 %."""
        return self._zoom

    def show_document(self, document: QPdfDocument | None) -> None:
        """Show a document that is loaded, on the page read before if it has one."""
        self._document = document
        self._drawn.clear()
        self._place()
        self.go_to_page(min(self._page, max(self.page_count - 1, 0)))
        self.viewport().update()

    def go_to_page(self, page: int) -> None:
        """Show a page from its top."""
        if 0 <= page < self.page_count:
            self.verticalScrollBar().setValue(self._tops()[page] - current_look().px(GAP))
            self._set_page(page)

    def fit_width(self) -> None:
        """Let the page be as wide as the view, from now on."""
        self._fits = True
        self._place()

    def step_zoom(self, step: int) -> None:
        """Take the next larger (1) or smaller (-1) size."""
        if step > 0:
            wanted = next((each for each in _STEPS if each > self._zoom + _NEAR), LARGEST)
        else:
            wanted = next(
                (each for each in reversed(_STEPS) if each < self._zoom - _NEAR), SMALLEST
            )
        self._fits = False
        self._set_zoom(wanted)

    # What Qt asks ---------------------------------------------------------------------------------

    def apply_style(self) -> None:
        """Sizes of the look."""
        self._place()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page préc. / suiv. turn pages, Début and Fin go to the ends."""
        wanted = {
            Qt.Key.Key_PageDown: self._page + 1,
            Qt.Key.Key_PageUp: self._page - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.page_count - 1,
        }.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        else:
            self.go_to_page(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        look = current_look()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), look.colour("window"))
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for page, rect in enumerate(self._rects()):
            shown = rect.translated(-offset)
            if shown.intersects(self.viewport().rect()):
                painter.fillRect(shown, Qt.GlobalColor.white)
                painter.drawImage(shown, self._image(page, shown.size()))
                painter.setPen(QPen(look.colour("line_strong" if look.dark else "line"), 1))
                painter.drawRect(shown.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), RING))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    # ----------------------------------------------------------------------------------------------

    def _image(self, page: int, size: QSize) -> QImage:
        ratio = self.devicePixelRatioF()
        key = (page, size.width(), ratio)
        found = self._drawn.get(key)
        if found is None and self._document is not None:
            found = self._document.render(page, size * ratio)
            self._drawn[key] = found
            while len(self._drawn) > PAGES_KEPT:
                self._drawn.popitem(last=False)
        return found if found is not None else QImage()

    def _sizes(self) -> list[QSize]:
        if self._document is None:
            return []
        scale = self._zoom * _PIXELS_PER_POINT
        points = [self._document.pagePointSize(page) for page in range(self.page_count)]
        return [QSize(round(each.width() * scale), round(each.height() * scale)) for each in points]

    def _tops(self) -> list[int]:
        return [rect.top() for rect in self._rects()]

    def _rects(self) -> list[QRect]:
        gap = current_look().px(GAP)
        room, top, rects = self.viewport().width(), gap, []
        widest = max((size.width() for size in self._sizes()), default=0)
        for size in self._sizes():
            left = max((room - size.width()) // 2, gap + (widest - size.width()) // 2)
            rects.append(QRect(QPoint(left, top), size))
            top += size.height() + gap
        return rects

    def _place(self) -> None:
        if self._fits and self._document is not None and self.page_count:
            room = self.viewport().width() - 2 * current_look().px(GAP)
            widest = max(
                self._document.pagePointSize(page).width() for page in range(self.page_count)
            )
            self._set_zoom(room / (widest * _PIXELS_PER_POINT))
        else:
            self._set_bars()

    def _set_zoom(self, zoom: float) -> None:
        page, before = self._page, self._zoom
        self._zoom = min(max(zoom, SMALLEST), LARGEST)
        bar = self.verticalScrollBar()
        old = bar.value()
        self._set_bars()
        if self._zoom != before:
            bar.setValue(round(old * self._zoom / before))
            self._set_page(page)
            self.zoom_changed.emit(self._zoom)
            self.viewport().update()

    def _set_bars(self) -> None:
        rects = self._rects()
        gap = current_look().px(GAP)
        height = rects[-1].bottom() + gap if rects else 0
        width = max((rect.width() for rect in rects), default=0) + 2 * gap
        for bar, whole, seen in (
            (self.verticalScrollBar(), height, self.viewport().height()),
            (self.horizontalScrollBar(), width, self.viewport().width()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(current_look().px(40))

    def _on_scrolled(self, value: int) -> None:
        middle = value + self.viewport().height() // 3
        begun = [page for page, top in enumerate(self._tops()) if top <= middle]
        self._set_page(begun[-1] if begun else 0)
        self.viewport().update()

    def _set_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
