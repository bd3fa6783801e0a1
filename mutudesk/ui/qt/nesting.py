"""Layouts inside layouts, without wrappers that outlive what they wrap.

PySide6 gives every item of an added layout a Python wrapper, kept by the outer layout. Qt deletes
such an item by itself (a widget goes, the inner layout goes) and tells nobody: the wrapper stays
registered under a free address, and the next object that Qt makes there comes back to Python as
that old item. `menu.addMenu(…)` then returns a QSpacerItem.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtWidgets import QLayout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayoutItem


def nest(outer: QBoxLayout, inner: QLayout, stretch: int = 0, *, at: int = -1) -> None:
    """Put a layout into a row or column, at the end or `at` a place."""
    outer.insertLayout(at, inner, stretch)
    _forget_items(inner)


def nest_in_grid(outer: QGridLayout, inner: QLayout, *place: object) -> None:
    """Put a layout into a cell of a grid: row, column, spans, alignment as Qt takes them."""
    outer.addLayout(inner, *place)  # type: ignore[call-overload] # as Qt takes them
    _forget_items(inner)


def delete_widgets(layout: QLayout) -> None:
    """Take every widget out of a layout and have Qt delete it soon."""
    for item in list(_items(layout)):
        widget = item.widget()
        shiboken6.invalidate(item)
        if widget is not None:
            layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()


def _forget_items(layout: QLayout) -> None:
    for item in list(_items(layout)):
        shiboken6.invalidate(item)


def _items(layout: QLayout) -> Iterator[QLayoutItem]:
    """Yield the items of a layout and of those inside, but not the layouts: Qt tells their end."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if isinstance(item, QLayout):
            yield from _items(item)
        elif item is not None:
            yield item
