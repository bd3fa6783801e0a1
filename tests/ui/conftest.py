"""What tests of the window get: the application dressed as users see it."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING, Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.finding import WAIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.wait_signal import SignalBlocker

    from tests.conftest import Dialogs


class PatientBot(QtBot):
    """Waits a minute before it gives up: a busy machine is not a fault, and green tests wait less.

    The names are those of pytest-qt.
    """

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = WAIT) -> None:  # noqa: N802
        """Wait until the callback says so."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = WAIT, **options: Any) -> SignalBlocker:  # noqa: ANN401, N802
        """Wait for a signal."""
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitExposed(self, widget: QWidget, *, timeout: int = WAIT) -> Any:  # noqa: ANN401, N802
        """Wait until a window is seen."""
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(request: pytest.FixtureRequest, qapp: QApplication) -> QtBot:
    """The bot of pytest-qt, patient."""
    del qapp
    return PatientBot(request)


@pytest.fixture(scope="session")
def _collected_here() -> Iterator[None]:
    """Collect cycles in the thread of the tests alone, as the window does (ui/qt/collecting.py)."""
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
def _styled(request: pytest.FixtureRequest, _nothing_left: None) -> Iterator[None]:
    """Put on fonts, icons and the light look, and the same again after a test changed it."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from mutudesk.ui.look import icons
    from mutudesk.ui.look.current import Look, current_look
    from mutudesk.ui.look.fonts import load_fonts
    from mutudesk.ui.look.tokens import LIGHT

    app: QApplication = request.getfixturevalue("qapp")
    load_fonts()
    icons.install_icons()
    look = current_look()
    if app.styleSheet() == "" or look.c is not LIGHT or look.scale != 1.0:
        Look().apply(app)
    yield
    app.clipboard().clear()
