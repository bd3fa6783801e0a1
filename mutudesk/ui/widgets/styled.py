"""For widgets that keep sizes or icons of their own: they set them again when the look changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    _Base = QWidget
else:
    _Base = object


class Styled(_Base):
    """Mixin, before the Qt class: `apply_style` is called after every change of look.

    The class calls `self.apply_style()` once itself at the end of its `__init__`.
    """

    _is_styling = False

    def apply_style(self) -> None:
        """Set sizes, icons and margins from `current_look()`."""

    def changeEvent(self, event: QEvent) -> None:
        """Style again after a change of style sheet."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and not self._is_styling:
            self._is_styling = True
            try:
                self.apply_style()
            finally:
                self._is_styling = False


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet reads, and let it show."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
