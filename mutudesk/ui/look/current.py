"""The look of the window: one colour scheme at one text size. No screens, no business rules.

`Look.apply` gives QPalette its colours (menus, dialogs, disabled text) and the style sheet the
shapes; delegates and painted widgets ask `current_look()` when they paint. After `apply`, every
widget gets a StyleChange event: what keeps sizes or icons of its own sets them again there.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from mutudesk.ui.look.style_sheet import style_sheet
from mutudesk.ui.look.tokens import DARK, LIGHT, SIZES, Colours, luminance

FAMILY = "Source Sans 3"
_PROPERTY = "mutudesk_look"


class Look:
    """One scheme at one scale (1.0 to 2.0, the text size of the preferences)."""

    def __init__(
        self, colours: Colours = LIGHT, scale: float = 1.0, *, high_contrast: bool = False
    ) -> None:
        self.c = colours
        self.scale = scale
        self.high_contrast = high_contrast
        self.dark = luminance(colours.surface) < luminance(colours.text)

    def px(self, value: float) -> int:
        """A size of the design at this scale."""
        return round(value * self.scale)

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        """The colour of a role."""
        return QColor(_colour(getattr(self.c, role), alpha))

    def font(self, size: str = "body", *, bold: bool = False, figures: bool = False) -> QFont:
        """A font of the scale; `figures` gives digits of one width, for columns and counters."""
        return QFont(_font(self.px(SIZES[size]), bold, figures))

    def elided(
        self,
        text: str,
        width: int,
        size: str = "body",
        *,
        bold: bool = False,
        figures: bool = False,
    ) -> str:
        """As much of a text as fits a width in the font of the same arguments, then "…"."""
        return _elided(text, width, self.px(SIZES[size]), bold, figures)

    def palette(self) -> QPalette:
        """What Fusion paints with."""
        c, role, group = self.c, QPalette.ColorRole, QPalette.ColorGroup
        palette = QPalette()
        for key, value in (
            (role.Window, c.window),
            (role.WindowText, c.text),
            (role.Base, c.surface),
            (role.AlternateBase, c.raised),
            (role.Text, c.text),
            (role.PlaceholderText, c.text_faint),
            (role.Button, c.surface),
            (role.ButtonText, c.text),
            (role.BrightText, c.error),
            (role.Highlight, c.fill),
            (role.HighlightedText, c.on_fill),
            (role.Accent, c.fill),
            (role.Link, c.accent),
            (role.LinkVisited, c.accent),
            (role.ToolTipBase, c.text),
            (role.ToolTipText, c.surface),
            (role.Light, c.surface),
            (role.Midlight, c.raised),
            (role.Mid, c.line),
            (role.Dark, c.line_strong),
            (role.Shadow, c.line_strong),
        ):
            palette.setColor(key, QColor(value))
        for key in (role.Text, role.ButtonText, role.WindowText):
            palette.setColor(group.Disabled, key, QColor(c.line_strong))
        palette.setColor(group.Disabled, role.Highlight, QColor(c.line))
        return palette

    def apply(self, app: QApplication) -> None:
        """Style the application: Fusion, palette, font, style sheet, in this order."""
        app.setProperty(_PROPERTY, self)
        if app.style().name().lower() != "fusion":
            app.setStyle(QStyleFactory.create("Fusion"))
        app.setPalette(QPalette() if self.high_contrast else self.palette())
        app.setFont(self.font())
        app.setStyleSheet(style_sheet(self))


@lru_cache(maxsize=256)
def _colour(value: str, alpha: float) -> QColor:
    colour = QColor(value)
    colour.setAlphaF(alpha)
    return colour


@lru_cache(maxsize=4096)
def _elided(text: str, width: int, pixels: int, bold: bool, figures: bool) -> str:  # noqa: FBT001 - a cache key
    metrics = QFontMetrics(_font(pixels, bold, figures))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


@lru_cache(maxsize=64)
def _font(pixels: int, bold: bool, figures: bool) -> QFont:  # noqa: FBT001 - a cache key
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if figures:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


_PLAIN = Look()


def current_look() -> Look:
    """The look the application wears; the light one while none was applied."""
    app = QApplication.instance()
    look = app.property(_PROPERTY) if app is not None else None
    return look if isinstance(look, Look) else _PLAIN


def scheme_of(app: QGuiApplication) -> Colours:
    """Colours that follow the system; an unknown scheme (offscreen, old desktops) is light."""
    return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def system_colours(palette: QPalette) -> Colours:
    """Colours of a high-contrast system: the shapes are ours, the hues are its own."""
    role = QPalette.ColorRole
    window, text, link = (palette.color(key).name() for key in (role.Window, role.Text, role.Link))
    base, fill, on_fill = (
        palette.color(key).name() for key in (role.Base, role.Highlight, role.HighlightedText)
    )
    grounds = dict.fromkeys(("surface", "raised", "accent_soft", "strong"), base)
    signs = dict.fromkeys(("hier", "oper", "ok", "warn", "error", "warn_line"), text)
    tints = dict.fromkeys(("hier_soft", "oper_soft", "ok_soft", "warn_soft", "error_soft"), base)
    texts = dict.fromkeys(
        ("text", "text_soft", "text_faint", "line", "line_strong", "on_strong"), text
    )
    return Colours(
        window=window,
        accent=link,
        fill=fill,
        fill_hover=fill,
        on_fill=on_fill,
        **grounds,
        **signs,
        **tints,
        **texts,
    )


def wants_high_contrast(app: QGuiApplication) -> bool:
    """Tell whether the system asks for high contrast: then its own palette stays."""
    hints = app.styleHints()  # its wrapper must outlive that of what it gives
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
