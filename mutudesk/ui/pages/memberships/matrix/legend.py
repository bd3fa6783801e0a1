"""Below the matrix: what its signs mean, and the keys; as much of it as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mutudesk.domain.services import MembershipState
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON
from mutudesk.ui.widgets.chip import paint_chip
from mutudesk.ui.words.memberships import CONFLICT, SIGNS, state_in_words

_HEIGHT, _LEFT, _CHIP, _GAP = 36, 20, 22, 7  # pixels of the design
_STATES = (
    MembershipState.DECIDED,
    MembershipState.IN_FORCE,
    MembershipState.IN_PART,
    MembershipState.INTEGRATED,
    MembershipState.PROJECT,
    MembershipState.ENDED,
)


class MatrixLegend(QWidget):
    """Painted; all of it is its accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matrix_legend")
        self._entries = (
            *((state_in_words(each), *SIGNS[each]) for each in _STATES),
            (self.tr("to be checked"), *CONFLICT),
        )
        self._keys = self.tr("↑↓←→ move · Shift select · Enter open")
        words = ", ".join(words for words, _kind, _sign in self._entries)
        self.setAccessibleName(f"{words}. {self._keys}")
        self.setToolTip(self._keys)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(0, current_look().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """It never widens the window."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chips that fit, then the keys if they do."""
        look = current_look()
        painter = QPainter(self)
        metrics = QFontMetrics(look.font("small", bold=True))
        left = look.px(_LEFT)
        top = (self.height() - look.px(_CHIP)) / 2
        for words, kind, sign in self._entries:
            width = metrics.horizontalAdvance(words) + look.px(16 + ICON["chip"] + 5) + 1
            if left + width > self.width():
                return
            paint_chip(painter, QRectF(left, top, width, look.px(_CHIP)), look, words, kind, sign)
            left += width + look.px(_GAP)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text_soft"))
        room = QRectF(left + look.px(4), 0, self.width() - left - look.px(8), self.height())
        if QFontMetrics(look.font("small")).horizontalAdvance(self._keys) <= room.width():
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._keys)
