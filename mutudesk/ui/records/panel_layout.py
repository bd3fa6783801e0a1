"""Where the two sides of a record panel stand: beside each other, or the list above the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.labels import rule

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from mutudesk.ui.records.list_side import ListSide

NARROW = 700  # pixels of the design, below which the list lies above the record


class PanelLayout:
    """The list at the left, a band over the record at the right; `arrange` at each size."""

    def __init__(
        self, panel: QWidget, left: ListSide, band: QWidget, record: QStackedWidget
    ) -> None:
        self._panel, self._left = panel, left
        self._rule = rule(upright=True)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(band)
        right.addWidget(record, 1)
        self._row = QHBoxLayout(panel)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(left)
        self._row.addWidget(self._rule)
        nest(self._row, right, 1)
        # What it holds is not to make the window wider.
        record.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def arrange(self, *, needs: int) -> None:
        """Place both sides; the list is away while it is empty or the panel lacks the width."""
        look, width = current_look(), self._panel.width()
        narrow = width < look.px(NARROW)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._rule.setVisible(not narrow)
        self._left.lie_above(narrow)
        self._left.setVisible(self._left.list.count() > 0 and width >= look.px(needs))
