"""Lays the fields of a form out on twelve columns; in a narrow form each takes a whole row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from mutudesk.ui.forms.specs import COLUMNS
from mutudesk.ui.look.current import current_look
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from mutudesk.ui.forms.field_box import FieldBox

NARROW = 520  # logical pixels at 100 %
WIDEST = 760


class FormGrid(Styled, QWidget):
    """Holds the boxes; their order is the order of Tab."""

    def __init__(self, boxes: Sequence[FieldBox], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = tuple(boxes)
        self._narrow = False
        self._grid = QGridLayout(self)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        before: QWidget | None = None
        for box in self._boxes:
            box.setParent(self)
            if before is not None:
                QWidget.setTabOrder(before, box.widget)
            before = box.widget
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._place()
        self.apply_style()

    def place_again(self) -> None:
        """Lay out again, after a field was shown or hidden."""
        self._place()

    def release(self, box: FieldBox) -> None:
        """Hold a box no longer; it is placed elsewhere."""
        self._grid.removeWidget(box)
        self._boxes = tuple(each for each in self._boxes if each is not box)
        self._place()

    def apply_style(self) -> None:
        """Spaces of the look."""
        look = current_look()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(14))
        self._grid.setVerticalSpacing(look.px(9))
        self.setMaximumWidth(look.px(WIDEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the fields where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < current_look().px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._place()

    def _place(self) -> None:
        # Not takeAt: an item that outlives it keeps the widget's cache of heights for itself.
        for box in self._boxes:
            self._grid.removeWidget(box)
        row, column = 0, 0
        for box in self._boxes:
            if box.property("withdrawn"):
                continue
            span = COLUMNS if self._narrow else box.spec.span
            if column and (box.spec.new_row or column + span > COLUMNS):
                row, column = row + 1, 0
            self._grid.addWidget(box, row, column, 1, span)
            column += span
            if column >= COLUMNS:
                row, column = row + 1, 0
