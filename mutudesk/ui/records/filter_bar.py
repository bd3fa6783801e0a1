"""Search and filters above a list: one row, or as many as their words need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from mutudesk.ui.records.list_filters import ListFilter

_SEARCH = 220  # pixels of the design
_NARROWEST = 0.6  # of its own width, before a field goes to the next row


class FilterBar(Styled, QWidget):
    """The fields from left to right; where they would be squeezed too much, in several rows."""

    def __init__(
        self, search: QWidget, filters: Sequence[ListFilter], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._widths: dict[QWidget, int] = {search: _SEARCH}
        for each in filters:
            each.field.setAccessibleName(each.words)
            self._widths[each.field] = each.width
        for field, width in self._widths.items():
            if width:
                field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._rows: list[list[QWidget]] = []
        self._layouts: list[QHBoxLayout] = []
        self._arrange([list(self._widths)])
        self.apply_style()

    def apply_style(self) -> None:
        """Widths and margins of the look."""
        look = current_look()
        self._column.setContentsMargins(look.px(20), look.px(2), look.px(16), look.px(10))
        self._column.setSpacing(look.px(8))
        for field, width in self._widths.items():
            if width:  # the others are as wide as their words
                field.setMinimumWidth(look.px(round(width * _NARROWEST)))
                field.setMaximumWidth(look.px(width))
        self._arrange(self._broken())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the row anew."""
        super().resizeEvent(event)
        self._arrange(self._broken())

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest field alone: the others can go below it."""
        margins = self._column.contentsMargins()
        width = max(map(_narrowest, self._widths)) + margins.left() + margins.right()
        return QSize(width, super().minimumSizeHint().height())

    def _broken(self) -> list[list[QWidget]]:
        margins, gap = self._column.contentsMargins(), self._column.spacing()
        room = self.width() - margins.left() - margins.right()
        rows: list[list[QWidget]] = []
        left = 0
        for field in self._widths:
            width = _narrowest(field)
            if not rows or left < width + gap:
                rows.append([])
                left = room + gap
            rows[-1].append(field)
            left -= width + gap
        return rows

    def _arrange(self, rows: list[list[QWidget]]) -> None:
        if rows == self._rows:
            return
        self._rows = rows
        for former in self._layouts:
            self._column.removeItem(former)
            former.deleteLater()
        self._layouts = []
        for fields in rows:
            row = QHBoxLayout()
            row.setSpacing(self._column.spacing())
            for field in fields:
                row.addWidget(field, self._widths[field])
            row.addStretch(1)
            nest(self._column, row)
            self._layouts.append(row)


def _narrowest(field: QWidget) -> int:
    return max(field.minimumWidth(), field.minimumSizeHint().width())
