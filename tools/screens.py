"""Draw every page of the window on the demonstration: light, dark and with text at 200 %.

    python tools/screens.py [FOLDER]        (make screens: into build/screens)

The two pictures that the README shows are refreshed too. Nothing is shown on a screen.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from mutudesk.domain.records import Kind
from mutudesk.ui.link import Link
from mutudesk.ui.look.appearance import Appearance, Scheme
from mutudesk.ui.shell.i18n import install_language
from mutudesk.ui.shell.main_window import MainWindow
from mutudesk.ui.shell.window_pages import navigation_groups
from mutudesk.ui.shell.window_settings import WindowSettings
from mutudesk.usecases.creation import create_demonstration

if TYPE_CHECKING:
    from mutudesk.ui.shell.register_frame import RegisterFrame

ROOT = Path(__file__).resolve().parent.parent
README_FOLDER = ROOT / "docs" / "screens"
IN_README = ("authorities", "conventions")
DAY = date(2016, 9, 1)  # on which the demonstration has the most to show
SIZE = (1280, 720)
LOOKS = (("light", Scheme.LIGHT, 1.0), ("dark", Scheme.DARK, 1.0), ("200", Scheme.LIGHT, 2.0))
SETTLED = 12  # rounds of the event loop until lists and layouts are there, and a preview begun
STEP, LONGEST = 0.03, 20.0  # seconds: between two rounds, for a preview


def main(arguments: list[str]) -> int:
    """Write the pictures and name their folder."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder = Path(arguments[0]) if arguments else ROOT / "build" / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    install_language(app, "fr")
    with tempfile.TemporaryDirectory() as made:
        register = Path(made) / "clermont.mutu"
        create_demonstration(register)
        for name, scheme, scale in LOOKS:
            appearance = Appearance(app, scheme, scale)
            window = MainWindow(WindowSettings(Path(made)), appearance, lambda: DAY)
            _draw(app, window, register, folder, name)
            window.close()
            window.deleteLater()
            appearance.deleteLater()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    sys.stdout.write(f"{folder}\n")
    return 0


def _draw(app: QApplication, window: MainWindow, register: Path, folder: Path, name: str) -> None:
    window.show_first(register=False)
    window.show()
    window.resize(*SIZE)
    _picture(app, window, folder / f"welcome-{name}.png")
    window.registers.open_file(register)
    frame = window.frame
    if frame is None:
        raise SystemExit("the demonstration cannot be opened")
    for item in [item for group in navigation_groups() for item in group]:
        key = item.key
        frame.follow(Link(item.place))
        _picture(app, window, folder / f"{key}-{name}.png")
        if name == "light" and key in IN_README:
            _picture(app, window, README_FOLDER / f"{key}.png")
    _draw_record(app, frame, window, folder / f"agent-{name}.png")


def _draw_record(app: QApplication, frame: RegisterFrame, window: MainWindow, path: Path) -> None:
    frame.follow(Link(Kind.AGENT, ("A-0412",)))
    _picture(app, window, path)


def _picture(app: QApplication, window: MainWindow, path: Path) -> None:
    ends = monotonic() + LONGEST
    for _round in range(SETTLED):
        app.processEvents()
        sleep(STEP)
    while window.frame is not None and window.frame.runner.is_busy and monotonic() < ends:
        app.processEvents()  # a preview is laid out beside the window
        sleep(STEP)
    app.processEvents()
    # Few colours are shown: a palette makes the file a third as large.
    window.grab().toImage().convertToFormat(QImage.Format.Format_Indexed8).save(str(path))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
