"""A preview of a PDF held in memory: page n / N, previous and next, size."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mutudesk.language.typography import NARROW
from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.widgets.buttons import QUIET, ActionButton, IconButton
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.paper_view import PaperView
from mutudesk.ui.widgets.styled import Styled


class PdfPreview(Styled, QWidget):
    """Shows the bytes of a file as they would be printed. Widgets are named NAME_next…."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._data, self._words = b"", ""
        self.view = PaperView(f"{name}_view")
        self._page_word = label(self.tr("Page"), "soft")
        self._page = label("", "strong", f"{name}_page")
        self._previous = IconButton(
            self.tr("Previous page"), f"{name}_previous", "chevron-left", role="accent"
        )
        self._next = IconButton(
            self.tr("Next page"), f"{name}_next", "chevron-right", role="accent"
        )
        self._smaller = IconButton(self.tr("Smaller"), f"{name}_smaller", "zoom-out", role="accent")
        self._larger = IconButton(self.tr("Larger"), f"{name}_larger", "zoom-in", role="accent")
        self._zoom = label("", "", f"{name}_zoom")
        self._fit = ActionButton(self.tr("Page &width"), f"{name}_fit", kind=QUIET)
        self._row = QHBoxLayout()
        left = (self._page_word, self._page, self._previous, self._next)
        right = (self._smaller, self._zoom, self._larger, self._fit)
        for widget in left:
            self._row.addWidget(widget)
        self._row.addStretch(1)
        for other in right:
            self._row.addWidget(other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        nest(column, self._row)
        column.addWidget(self.view, 1)
        self._previous.clicked.connect(weak_slot(self._turn, -1))
        self._next.clicked.connect(weak_slot(self._turn, 1))
        self._smaller.clicked.connect(weak_slot(self.view.step_zoom, -1))
        self._larger.clicked.connect(weak_slot(self.view.step_zoom, 1))
        self._fit.clicked.connect(self.view.fit_width)
        self.view.page_changed.connect(self._on_view_changed)
        self.view.zoom_changed.connect(self._on_view_changed)
        self._show_state()
        self.apply_style()

    @property
    def data(self) -> bytes:
        """The bytes shown."""
        return self._data

    @property
    def page_count(self) -> int:
        """How many pages they have."""
        return self.view.page_count

    def show_data(self, data: bytes, words: str) -> None:
        """Show a file; `words` say which, to screen readers. Empty bytes show nothing.

        The same file made anew stays on the page read; another one begins at its first page.
        """
        page = self.view.page if words == self._words else 0
        self.view.show_document(None)
        self._document.close()
        self._data = data
        if data:
            # The document reads from the buffer whenever it draws: both live as long as the file.
            buffer = QBuffer(self)
            buffer.setData(QByteArray(data))
            buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._document.load(buffer)
            if self._buffer is not None:
                self._buffer.deleteLater()
            self._buffer = buffer
            self.view.show_document(self._document)
            self.view.go_to_page(min(page, self.page_count - 1))
        self._words = words
        self._show_state()

    def apply_style(self) -> None:
        """Sizes of the look."""
        look = current_look()
        self._row.setContentsMargins(look.px(16), look.px(3), look.px(10), look.px(3))
        self._row.setSpacing(look.px(4))
        for words in (self._page, self._zoom):
            words.setFont(look.font(figures=True))
        self._zoom.setMinimumWidth(look.px(46))
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _turn(self, step: int) -> None:
        self.view.go_to_page(self.view.page + step)

    def _on_view_changed(self, _value: object) -> None:
        self._show_state()

    def _show_state(self) -> None:
        count, page = self.page_count, self.view.page
        self._page.setText(f"{page + 1} / {count}" if count else "–")
        self._zoom.setText(f"{round(self.view.zoom * 100)}{NARROW}%" if count else "")
        self._previous.setEnabled(page > 0 and count > 0)
        self._next.setEnabled(page < count - 1)
        for widget in (self._smaller, self._larger, self._fit):
            widget.setEnabled(count > 0)
        where = self.tr("page {page} of {count}").format(page=page + 1, count=count)
        self.view.setAccessibleName(f"{self._words}, {where}" if count else self._words)
