"""The embedded typeface of the window: Source Sans 3, so that every office sees the same."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from mutudesk.resources import resource_path

FILES = ("SourceSans3-Regular.ttf", "SourceSans3-Semibold.ttf", "SourceSans3-It.ttf")


def load_fonts() -> list[str]:
    """Make the typeface known to Qt, once; returns the families found in the files."""
    if "Source Sans 3" in QFontDatabase.families():
        return ["Source Sans 3"]
    families: list[str] = []
    for name in FILES:
        number = QFontDatabase.addApplicationFont(str(resource_path("fonts", name)))
        families += QFontDatabase.applicationFontFamilies(number)
    return families
