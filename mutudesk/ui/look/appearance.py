"""Keeps the application styled: follows the system's scheme, or the scheme and size preferred."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette

from mutudesk.ui.look import icons
from mutudesk.ui.look.current import Look, scheme_of, system_colours, wants_high_contrast
from mutudesk.ui.look.fonts import load_fonts
from mutudesk.ui.look.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SMALLEST, LARGEST = 1.0, 2.0


class Scheme(Enum):
    """Which colours the user prefers."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Appearance(QObject):
    """Owned by the application; builds a new Look whenever the system or a preference changes."""

    changed = Signal()

    def __init__(
        self, app: QApplication, scheme: Scheme = Scheme.SYSTEM, scale: float = SMALLEST
    ) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = scheme
        self._scale = scale
        load_fonts()
        icons.install_icons()
        self._set_system_scheme()
        self.refresh()
        # The wrappers are kept: dropped, they would take their connections with them.
        self._hints = app.styleHints()
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self.refresh)
        self._accessibility.contrastPreferenceChanged.connect(self.refresh)

    @property
    def scale(self) -> float:
        """The text size, 1.0 to 2.0."""
        return self._scale

    @property
    def scheme(self) -> Scheme:
        """The preferred scheme."""
        return self._scheme

    def set_scheme(self, scheme: Scheme) -> None:
        """Wear light or dark colours, or what the system says."""
        self._scheme = scheme
        self._set_system_scheme()
        self.refresh()

    def set_scale(self, scale: float) -> None:
        """Set the text size, kept within 100 to 200 %."""
        self._scale = min(LARGEST, max(SMALLEST, scale))
        self.refresh()

    def refresh(self) -> None:
        """Build the look again and style the application with it."""
        icons.clear_cache()
        self.look().apply(self._app)
        self.changed.emit()

    def look(self) -> Look:
        """The look that the system and the preferences ask for now."""
        if wants_high_contrast(self._app):
            self._app.setPalette(QPalette())  # back to the system's own
            return Look(system_colours(self._app.palette()), self._scale, high_contrast=True)
        colours = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK}.get(self._scheme)
        return Look(colours or scheme_of(self._app), self._scale)

    def _set_system_scheme(self) -> None:
        # So that title bars and native dialogs follow; offscreen ignores it.
        hints = self._app.styleHints()
        match self._scheme:
            case Scheme.LIGHT:
                hints.setColorScheme(Qt.ColorScheme.Light)
            case Scheme.DARK:
                hints.setColorScheme(Qt.ColorScheme.Dark)
            case Scheme.SYSTEM:
                hints.unsetColorScheme()
