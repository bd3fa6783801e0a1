"""Buttons with an icon of the look: `ActionButton` with words, `IconButton` without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PRIMARY, PLAIN, QUIET = "primary", "", "quiet"
_ROLES = {PRIMARY: "on_fill", PLAIN: "text", QUIET: "accent"}
_ROOM = 6  # between icon and words


class ActionButton(Styled, QPushButton):
    """A button with words and, if one is named, an icon. `kind` says its weight on the page."""

    def __init__(
        self,
        text: str,
        name: str,
        *,
        kind: str = PLAIN,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icon = icon
        self.apply_style()

    def apply_style(self) -> None:
        """Tint the icon."""
        if self._icon:
            role = _ROLES.get(str(self.property("kind")), "text")
            self.setIcon(icons.icon(self._icon, role, ICON["s"], room=_ROOM))
            self.setIconSize(icons.icon_size(ICON["s"], room=_ROOM))


class IconButton(Styled, QToolButton):
    """A button that is only an icon; its words are the tool tip and the accessible name."""

    def __init__(
        self,
        words: str,
        name: str,
        icon: str,
        *,
        size: float = ICON["s"],
        role: str = "text_soft",
        inside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icon, self._size, self._role = icon, size, role
        if inside:  # of a field: reached by the field's own keys
            self.setProperty("kind", "inside")
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside
        self.apply_style()

    def apply_style(self) -> None:
        """Tint the icon and keep the target 24 pixels at least."""
        self.setIcon(icons.icon(self._icon, self._role, self._size))
        self.setIconSize(icons.icon_size(self._size))
        side = current_look().px(26 if self._inside else 32)
        self.setFixedSize(side, side)
