"""One register after another in the same window: nothing crashes, nothing is left of the former."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from mutudesk.ui.link import Link, Place
from mutudesk.ui.shell.window_pages import navigation_groups
from tests.demonstration import demonstration
from tests.ui.finding import click, find
from tests.ui.left_behind import settled_counts
from tests.ui.windows import frame_of, trigger, window

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.shell.main_window import MainWindow
    from tests.conftest import Dialogs

# More by hand: MUTUDESK_ROUNDS=50 make test ARGS="tests/ui/test_many_registers.py"
ROUNDS = int(os.environ.get("MUTUDESK_ROUNDS", "6"))


def visit_every_page(shown: MainWindow) -> None:
    """Show each page, with a record where it has one."""
    frame = frame_of(shown)
    for group in navigation_groups():
        for item in group:
            frame.follow(Link(item.place))
            QApplication.processEvents()


def start_a_preview(shown: MainWindow) -> None:
    """Have the paper of the first body laid out anew, and do not wait for it."""
    frame = frame_of(shown)
    frame.follow(Link(Place.CONVENTIONS))
    frame.read_again()
    assert frame.runner.is_busy


def start_an_import(shown: MainWindow, dialogs: Dialogs, path: Path) -> None:
    """Have a file looked into, and leave before it is read."""
    dialogs.answer("QFileDialog.getOpenFileName", (str(path), ""))
    trigger(shown, "import")
    dialog = find(shown, QDialog, "import_dialog")
    click(find(dialog, QAbstractButton, "import_choose_file"))
    dialog.reject()


def test_registers_follow_each_other_without_a_trace(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    paths = [demonstration(tmp_path, f"{name}.mutu") for name in ("one", "two")]
    lines = "siren;annee;municipale;totale\n" + "216300145;2013;10000;10100\n" * 2000
    list_of_populations = tmp_path / "populations.csv"
    list_of_populations.write_text(lines, encoding="utf-8")
    counts = []
    with window(qtbot, tmp_path) as shown:
        for number in range(ROUNDS):
            assert shown.registers.open_file(paths[number % 2])
            visit_every_page(shown)
            start_an_import(shown, dialogs, list_of_populations)
            start_a_preview(shown)
            if number % 2:
                assert shown.registers.close_register()
                counts.append(settled_counts())
    # What is made once is there by then: the welcome page, caches, dialogs of the window.
    first, second, *_, last = counts
    assert all(last[what] <= min(first[what], second[what]) for what in last), counts
