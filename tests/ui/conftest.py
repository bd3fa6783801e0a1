"""What tests of the window get: the application dressed as users see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _dressed(request: pytest.FixtureRequest) -> Iterator[None]:
    """Put on fonts, icons and the light look, and the same again after a test changed it."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from mutudesk.ui import icons
    from mutudesk.ui.fonts import load_fonts
    from mutudesk.ui.look import Look, current_look
    from mutudesk.ui.tokens import LIGHT

    app: QApplication = request.getfixturevalue("qapp")
    load_fonts()
    icons.install_icons()
    look = current_look()
    if app.styleSheet() == "" or look.c is not LIGHT or look.scale != 1.0:
        Look().apply(app)
    yield
    app.clipboard().clear()
