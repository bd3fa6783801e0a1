"""Colours and sizes of the window, by what they are for. Pure data: no Qt, no widgets.

Every pair of `PAIRS` holds its ratio in both schemes; a test checks it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One value per role; a role says what a colour is for, never what it looks like."""

    window: str  # behind everything: navigation, top bar, status bar
    surface: str  # page, list, field
    raised: str  # header row, group band, hover of a row
    line: str  # hairline between things (decorative)
    line_strong: str  # border of a field or a check box (3:1)
    text: str
    text_soft: str  # second line, labels (4.5:1)
    text_faint: str  # hints, units (4.5:1)
    accent: str  # links, focus ring, selected text (4.5:1)
    fill: str  # primary button, filled state (text on it: on_fill)
    fill_hover: str
    on_fill: str
    accent_soft: str  # selected row, soft state
    strong: str  # strongest state of a ramp: "intégrée"
    on_strong: str
    hier: str  # hierarchical authority
    hier_soft: str
    oper: str  # operational authority
    oper_soft: str
    ok: str
    ok_soft: str
    warn: str  # gap, to do, other date
    warn_soft: str
    warn_line: str  # the amber frame (3:1)
    error: str
    error_soft: str


LIGHT = Colours(
    window="#EEF1F5",
    surface="#FFFFFF",
    raised="#F6F8FA",
    line="#DCE1E8",
    line_strong="#7C8797",
    text="#18202B",
    text_soft="#465162",
    text_faint="#5C6778",
    accent="#1A5CA8",
    fill="#1F65B5",
    fill_hover="#174F90",
    on_fill="#FFFFFF",
    accent_soft="#E2EDF9",
    strong="#143A66",
    on_strong="#FFFFFF",
    hier="#5A3EA3",
    hier_soft="#F0ECFA",
    oper="#0A655E",
    oper_soft="#E2F3F0",
    ok="#1B6B33",
    ok_soft="#E3F3E7",
    warn="#8A4B00",
    warn_soft="#FFF2D9",
    warn_line="#BF7400",
    error="#B0231B",
    error_soft="#FDEBE9",
)
DARK = Colours(
    window="#12161C",
    surface="#1A2028",
    raised="#222933",
    line="#323B48",
    line_strong="#7E8A9B",
    text="#E9ECF1",
    text_soft="#B9C1CD",
    text_faint="#9AA5B5",
    accent="#84B8F5",
    fill="#2E6DB8",
    fill_hover="#3875C0",
    on_fill="#FFFFFF",
    accent_soft="#203349",
    strong="#BCD8FA",
    on_strong="#0E2138",
    hier="#BDAAF7",
    hier_soft="#2B2742",
    oper="#68CFC3",
    oper_soft="#173534",
    ok="#83CC97",
    ok_soft="#1B3424",
    warn="#F2BD55",
    warn_soft="#382C14",
    warn_line="#D9952A",
    error="#F79C94",
    error_soft="#42221F",
)

_TEXTS = ("text", "text_soft", "text_faint")
_SIGNS = ("hier", "oper", "ok", "warn", "error")
_TINTS = ("hier_soft", "oper_soft", "warn_soft", "error_soft")
# Pairs that must hold, with the ratio asked (WCAG 2.2: 4.5 text, 3.0 large text, borders, symbols).
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((fg, bg, 4.5) for fg in _TEXTS for bg in ("surface", "window", "raised")),
    *((fg, "accent_soft", 4.5) for fg in (*_TEXTS, "accent")),
    *((fg, "surface", 4.5) for fg in ("accent", *_SIGNS)),
    *((fg, "window", 4.5) for fg in ("accent", "ok", "warn", "error")),
    *((fg, f"{fg}_soft", 4.5) for fg in _SIGNS),
    *((fg, bg, 4.5) for fg in ("text", "text_soft") for bg in _TINTS),
    ("on_fill", "fill", 4.5),
    ("on_fill", "fill_hover", 4.5),
    ("on_strong", "strong", 4.5),
    ("text", "accent_soft", 7.0),
    ("line_strong", "raised", 3.0),
    ("line_strong", "surface", 3.0),
    ("line_strong", "window", 3.0),
    ("warn_line", "surface", 3.0),
    ("warn_line", "window", 3.0),
    ("fill", "surface", 3.0),
)

# Logical pixels at scale 1; Qt multiplies them by the screen's device pixel ratio.
SIZES = {"small": 13, "body": 14, "lead": 16, "title": 22, "figure": 34}
SPACE = {"xs": 4, "s": 8, "m": 12, "l": 16, "xl": 24, "xxl": 32}
RADIUS = {"s": 4, "m": 6, "l": 10}
ROW = {"dense": 25, "list": 32, "double": 46, "nav": 34, "field": 34}
ICON = {"chip": 14, "s": 16, "m": 18, "l": 28}
RING = 2


def luminance(colour: str) -> float:
    """Relative luminance of a "#RRGGBB" colour."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)  # noqa: PLR2004 - sRGB
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio of two "#RRGGBB" colours."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
