"""A register that is moved, renamed or taken away while it is open: said at once, and mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QMessageBox

from mutudesk.domain.changes import create
from mutudesk.ui.link import Link, Place
from mutudesk.usecases.opening import open_to_write
from mutudesk.usecases.recording import record
from tests.builders import agent, facts_in
from tests.demonstration import demonstration
from tests.ui.finding import click, find, pressing
from tests.ui.windows import frame_of, opened, trigger

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.shell.register_frame import RegisterFrame
    from tests.conftest import Dialogs


def gone(qtbot: QtBot, frame: RegisterFrame, path: Path, to: str = "déplacé.mutu") -> Path:
    """Move the file away, and wait until the window says so."""
    moved = path.rename(path.with_name(to))
    qtbot.waitUntil(lambda: frame.watch.is_gone)
    assert path.name in frame.band.text
    assert frame.band.isVisible()
    return moved


def test_one_that_was_moved_is_found_again(qtbot: QtBot, tmp_path: Path, dialogs: Dialogs) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        assert frame.session is not None
        moved = gone(qtbot, frame, tmp_path / "clermont.mutu")
        dialogs.answer("QFileDialog.getOpenFileName", (str(moved), ""))
        click(find(shown, QAbstractButton, "page_band_find"))
        assert shown.registers.path == moved
        assert not frame.band.isVisible()
        assert shown.windowTitle().startswith("déplacé")
        record(frame.session, [create(agent("Z-1"))], "create")
        assert shown.close()
    assert agent("Z-1") in facts_in(moved)


def test_one_that_comes_back_needs_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (_shown, frame):
        path = tmp_path / "clermont.mutu"
        moved = gone(qtbot, frame, path)
        moved.rename(path)
        qtbot.waitUntil(lambda: not frame.watch.is_gone)
        assert not frame.band.isVisible()


def test_another_register_is_not_taken_for_it(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        assert frame.session is not None
        moved = gone(qtbot, frame, tmp_path / "clermont.mutu")
        other = demonstration(tmp_path, "autre.mutu")
        with open_to_write(other) as session:
            record(session, [create(agent("Z-1"))], "create")
        for chosen in ("", str(other)):
            dialogs.answer("QFileDialog.getOpenFileName", (chosen, ""))
            click(find(shown, QAbstractButton, "page_band_find"))
            assert frame.watch.is_gone
            assert frame.session.register.path == tmp_path / "clermont.mutu"
        find(shown, QMessageBox, "refused_dialog").close()
        moved.rename(tmp_path / "clermont.mutu")
        qtbot.waitUntil(lambda: not frame.watch.is_gone)


def test_a_copy_is_saved_of_what_was_opened(qtbot: QtBot, tmp_path: Path, dialogs: Dialogs) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        assert frame.session is not None
        record(frame.session, [create(agent("Z-1"))], "create")
        path = tmp_path / "clermont.mutu"
        gone(qtbot, frame, path).unlink()
        copy = tmp_path / "copie.mutu"
        dialogs.answer("QFileDialog.getSaveFileName", (str(copy), ""))
        click(find(shown, QAbstractButton, "page_band_copy"))
        qtbot.waitUntil(copy.exists)
        qtbot.waitUntil(lambda: not frame.runner.is_busy)
        assert agent("Z-1") in facts_in(copy)
        dialogs.answer("QMessageBox.exec", pressing("backup_close"))
        assert shown.close()


def test_closing_one_that_is_gone(qtbot: QtBot, tmp_path: Path, dialogs: Dialogs) -> None:
    """To stay never leaves a dead frame; what was found again is closed with its backup."""
    with opened(qtbot, tmp_path) as (shown, frame):
        assert frame.session is not None
        record(frame.session, [create(agent("Z-1"))], "create")
        moved = gone(qtbot, frame, tmp_path / "clermont.mutu")
        dialogs.answer("QMessageBox.exec", pressing("backup_stay"))
        trigger(shown, "close_register")
        again = frame_of(shown)
        assert again.session is frame.session
        again.follow(Link(Place.AGENTS))
        assert again.current_key == "agents"
        dialogs.answer("QMessageBox.exec", pressing("backup_find"))
        dialogs.answer("QFileDialog.getOpenFileName", (str(moved), ""))
        trigger(shown, "close_register")
        assert shown.frame is None
    assert agent("Z-1") in facts_in(moved)


def test_closing_one_that_is_gone_with_a_copy(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        assert frame.session is not None
        record(frame.session, [create(agent("Z-1"))], "create")
        gone(qtbot, frame, tmp_path / "clermont.mutu").unlink()
        copy = tmp_path / "copie.mutu"
        dialogs.answer("QMessageBox.exec", pressing("backup_copy"))
        dialogs.answer("QFileDialog.getSaveFileName", (str(copy), ""))
        trigger(shown, "close_register")
        assert shown.frame is None
    assert agent("Z-1") in facts_in(copy)
