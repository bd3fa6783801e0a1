"""Plain labels and hairlines, by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget


def label(
    text: str = "", kind: str = "", name: str = "", *, wrap: bool = False, rich: bool = False
) -> QLabel:
    """A label of a kind of the style sheet; plain text unless `rich` says that it was escaped."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    if kind:
        result.setProperty("kind", kind)
    result.setObjectName(name)
    result.setWordWrap(wrap)
    return result


def rule(*, upright: bool = False) -> QFrame:
    """A hairline."""
    result = QFrame()
    result.setProperty("kind", "upright_rule" if upright else "rule")
    return result


class ElidedLabel(QLabel):
    """A label of one line that may be narrower than its text, which it then ends with "…".

    It never widens the window; the whole text is the tool tip and the accessible name.
    """

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if kind:
            self.setProperty("kind", kind)
        self._whole = ""
        self.set_whole(text)

    @property
    def whole(self) -> str:
        """The text, however much of it is shown."""
        return self._whole

    def set_whole(self, text: str) -> None:
        """Set the text."""
        self._whole = text
        self.setAccessibleName(text)
        self._elide()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The room of the whole text."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """A few signs: the rest may be left out."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what no longer fits."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 1)
        )
        if self.width() >= self.sizeHint().width():
            shown = self._whole
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else self._whole)
