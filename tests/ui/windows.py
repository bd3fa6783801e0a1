"""For tests of whole windows: ours on its own settings, closed at the end, or one widget alone."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mutudesk.ui.look.appearance import Appearance
from mutudesk.ui.shell.main_window import MainWindow
from mutudesk.ui.shell.window_settings import WindowSettings
from tests.demonstration import TODAY, demonstration
from tests.ui.finding import find, let_go

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.shell.register_frame import RegisterFrame

W = TypeVar("W", bound=QWidget)


@contextmanager
def window(qtbot: QtBot, folder: Path, scale: float = 1.0) -> Iterator[MainWindow]:
    """A window in sight that keeps its settings in the folder."""
    app = cast("QApplication", QApplication.instance())
    appearance = Appearance(app, scale=scale)
    shown = MainWindow(WindowSettings(folder), appearance, lambda: TODAY)
    try:
        shown.show_first(register=False)
        with qtbot.waitExposed(shown):
            shown.show()
        shown.activateWindow()
        qtbot.waitUntil(shown.isActiveWindow)
        yield shown
    finally:
        if not shown.close():
            _close_register(shown)
        let_go(shown)
        let_go(appearance)


def _close_register(shown: MainWindow) -> None:
    """Close the register of a window that stays: a test that failed left something unsaved."""
    frame = frame_of(shown)
    frame.runner.close()
    if frame.session is not None:
        frame.session.register.close()


@contextmanager
def opened(qtbot: QtBot, folder: Path) -> Iterator[tuple[MainWindow, RegisterFrame]]:
    """A window on the demonstration."""
    with window(qtbot, folder) as shown:
        assert shown.registers.open_file(demonstration(folder))
        yield shown, frame_of(shown)


def frame_of(shown: MainWindow) -> RegisterFrame:
    """The register shown."""
    assert shown.frame is not None
    return shown.frame


def trigger(shown: MainWindow, name: str) -> None:
    """Choose an entry of the menus."""
    action = find(shown, QAction, f"action_{name}")
    assert action.isEnabled(), name
    action.trigger()


def alone(qtbot: QtBot, widget: W) -> W:
    """Put a widget into a window of its own, with the focus; closed at the end of the test."""
    holder = QWidget()
    kept = [holder]  # until it is closed: a window that nobody refers to is gone
    qtbot.addWidget(holder, before_close_func=lambda _closed: kept.clear())
    QVBoxLayout(holder).addWidget(widget)
    holder.resize(400, 300)
    holder.show()
    holder.activateWindow()
    widget.setFocus()
    return widget
