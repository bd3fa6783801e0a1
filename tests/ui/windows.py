"""For tests of the whole window: one on its own settings, closed at the end, widgets by name."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mutudesk.ui.appearance import Appearance
from mutudesk.ui.main_window import MainWindow
from mutudesk.ui.window_settings import WindowSettings
from mutudesk.usecases.creation import create_demonstration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.register_frame import RegisterFrame

W = TypeVar("W", bound=QWidget)
TODAY = date(2026, 11, 23)


@cache
def _demonstration() -> bytes:
    path = Path(mkdtemp()) / "demonstration.mutu"
    create_demonstration(path)
    return path.read_bytes()


def demonstration(folder: Path, name: str = "clermont.mutu") -> Path:
    """A fresh copy of the demonstration."""
    path = folder / name
    path.write_bytes(_demonstration())
    return path


@contextmanager
def window(qtbot: QtBot, folder: Path) -> Iterator[MainWindow]:
    """A window in sight that keeps its settings in the folder."""
    app = cast("QApplication", QApplication.instance())
    appearance = Appearance(app)
    shown = MainWindow(WindowSettings(folder), appearance, lambda: TODAY)
    shown.show_first(register=False)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    try:
        yield shown
    finally:
        shown.close()
        shown.deleteLater()
        appearance.deleteLater()


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


def find(parent: QWidget, kind: type[W], name: str) -> W:
    """The widget of that name, which must be there."""
    found = parent.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def click(widget: QWidget) -> None:
    """Press the left button on it."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
