"""Starting the window: fast to the first paint, then the file.

No import of Qt at the top: it has to happen inside `import_qt`, between the saving and the putting
back of `builtins.__import__`, which PySide6 replaces by one that reads the source text of
every module imported afterwards.
"""

from __future__ import annotations

import builtins
import gc
import sys
from typing import TYPE_CHECKING

from mutudesk import paths

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from mutudesk.ui.shell.main_window import MainWindow


def open_window(path: Path | None, *, demonstration: bool, language: str) -> int:
    """Show the window until it is closed; returns the exit code.

    With a path that register is opened, with `demonstration` the demonstration (at the path, or in
    the data folder), with neither the welcome page is shown.
    """
    gc.disable()  # nothing imported now is garbage
    import_qt()
    from PySide6.QtWidgets import QApplication

    from mutudesk.ui.qt.collecting import Collector
    from mutudesk.ui.shell.errors import CrashReporter

    app = QApplication(sys.argv[:1])
    window = make_window(app, language)
    collector = Collector(window)
    reporter = CrashReporter(window)
    reporter.install()
    window.show_first(register=demonstration or path is not None)

    def after_first_paint() -> None:
        window.open_first(path, demonstration=demonstration)
        gc.freeze()
        collector.start()

    window.painted.connect(after_first_paint)
    window.show()
    try:
        return int(app.exec())
    finally:
        reporter.remove()
        collector.stop()


def import_qt() -> None:
    """Import Qt and leave `builtins.__import__` as it was."""
    plain_import = builtins.__import__
    try:
        import PySide6.QtWidgets  # noqa: F401 - for the modules that use it
    finally:
        builtins.__import__ = plain_import


def make_window(app: QApplication, language: str) -> MainWindow:
    """The window of an application, styled and in its language, not yet shown."""
    from PySide6.QtGui import QIcon

    from mutudesk.resources import resource_path
    from mutudesk.ui.look.appearance import Appearance
    from mutudesk.ui.shell.i18n import install_language
    from mutudesk.ui.shell.main_window import MainWindow
    from mutudesk.ui.shell.window_settings import WindowSettings

    app.setApplicationName("MutuDesk")
    app.setDesktopFileName("mutudesk")
    app.setWindowIcon(QIcon(str(resource_path("icons", "mutudesk-256.png"))))
    install_language(app, language)
    settings = WindowSettings(paths.data_folder())
    appearance = Appearance(app, settings.scheme, settings.scale)
    return MainWindow(settings, appearance)
