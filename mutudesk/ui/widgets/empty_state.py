"""What a page shows when it has nothing: what it is, why it is empty, what to do next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.buttons import PLAIN, PRIMARY, QUIET, ActionButton
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.styled import Styled

_WIDEST, _NARROWEST = 500, 200  # of the words, in pixels of the design


class _Disc(QWidget):
    """An icon on a soft disc."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square of 56."""
        side = current_look().px(56)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc and the icon in its middle."""
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent_soft"))
        painter.drawEllipse(self.rect())
        side = look.px(ICON["l"])
        at = (self.width() - side) / 2
        icons.draw(painter, QRectF(at, at, side, side), self.icon, "accent")


class EmptyState(Styled, QWidget):
    """Icon, title, text and the next acts. Buttons are returned, to be connected by the page."""

    def __init__(
        self, icon: str, title: str, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("empty_state")
        self._disc = _Disc(icon)
        self._title = label(title, "lead", "empty_title", wrap=True)
        self._text = label(text, "soft", "empty_text", wrap=True)
        middle = Qt.AlignmentFlag.AlignHCenter
        for words in (self._title, self._text):
            words.setAlignment(middle)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self._row.addStretch(1)
        self._below = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addStretch(3)
        self._column.addWidget(self._disc, 0, middle)
        self._column.addWidget(self._title, 0, middle)
        self._column.addWidget(self._text, 0, middle)
        nest(self._column, self._row)
        nest(self._column, self._below)
        self._column.addStretch(4)
        self.apply_style()

    def set_words(self, title: str, text: str, icon: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
        self.apply_style()
        if icon:
            self._disc.icon = icon
            self._disc.update()

    def add_action(self, text: str, name: str, *, kind: str = "", icon: str = "") -> ActionButton:
        """Add a button: the first is primary, the second plain, further ones quiet below."""
        count = self._row.count() - 2
        button = ActionButton(
            text, name, kind=kind or (PRIMARY, PLAIN, QUIET)[min(count, 2)], icon=icon
        )
        if button.property("kind") == QUIET:
            self._below.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        else:
            self._row.insertWidget(self._row.count() - 1, button)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the words once the style sheet is applied to them."""
        super().showEvent(event)
        self.apply_style()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew in a side panel."""
        super().resizeEvent(event)
        self.apply_style()

    def apply_style(self) -> None:
        """Spaces of the look."""
        look = current_look()
        self._column.setSpacing(look.px(10))
        self._row.setSpacing(look.px(8))
        margin = look.px(16)
        width = min(max(self.width() - 2 * margin, look.px(_NARROWEST)), look.px(_WIDEST))
        for words in (self._title, self._text):
            words.ensurePolished()
            words.setFixedWidth(width)
            words.setFixedHeight(words.heightForWidth(width) if words.text() else 0)
        self._column.setContentsMargins(margin, margin, margin, margin)
