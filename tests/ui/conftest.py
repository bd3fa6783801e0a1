"""What tests of the window get: the application dressed as users see it."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from tests.conftest import Dialogs


@pytest.fixture(scope="session")
def _collected_here() -> Iterator[None]:
    """Collect cycles in the thread of the tests alone, as the window does (ui/collecting.py)."""
    gc.collect()
    gc.freeze()  # what is imported by now stays, and need not be walked after each test
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let a test of the window leave no widget, runner, thread or open register."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from tests.ui.left_behind import left_behind

    request.getfixturevalue("_collected_here")
    dialogs: Dialogs = request.getfixturevalue("dialogs")
    threads = threading.enumerate()
    yield
    dialogs.asked.clear()  # it holds the dialogs themselves
    left = left_behind(threads)
    assert not left, f"left behind: {left}"


@pytest.fixture(autouse=True)
def _dressed(request: pytest.FixtureRequest, _nothing_left: None) -> Iterator[None]:
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
