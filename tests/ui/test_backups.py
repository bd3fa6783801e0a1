"""The backups in the window: made while one works, looked into, gone back to."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox, QWidget

from mutudesk.domain.changes import create
from mutudesk.domain.findings import refused
from mutudesk.storage.backup_list import backups_of
from mutudesk.ui.pages.backups.dialog import BackupsDialog
from mutudesk.ui.shell.backup_control import EVERY, BackupControl
from mutudesk.ui.widgets.message_band import MessageBand
from mutudesk.ui.widgets.record_table import RecordTable
from mutudesk.usecases.backing_up import back_up, second_folder
from mutudesk.usecases.opening import open_to_write
from mutudesk.usecases.recording import record
from tests.builders import agent, facts_in, position
from tests.demonstration import demonstration
from tests.ui.finding import click, find
from tests.ui.windows import frame_of, opened, trigger, window

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from mutudesk.ui.shell.main_window import MainWindow
    from tests.conftest import Dialogs


def backed_up(path: Path, *matricules: str) -> None:
    """Record agents, and make a backup after each."""
    with open_to_write(path) as session:
        for each in matricules:
            record(session, [create(agent(each)), create(position(each))], "create")
            back_up(session)


def dialog_of(qtbot: QtBot, shown: MainWindow) -> BackupsDialog:
    """The dialog, with its list verified and the first backup looked into."""
    dialog = find(shown, BackupsDialog, "backups_dialog")
    title = find(dialog, QLabel, "backup_content_title")
    qtbot.waitUntil(lambda: bool(title.text()) and not dialog._runner.is_busy)  # noqa: SLF001
    return dialog


def matricules_in(path: Path) -> set[str]:
    return {each.matricule for each in facts_in(path) if type(each) is type(agent("A"))}


def test_a_damaged_register_is_restored_in_three_clicks(qtbot: QtBot, tmp_path: Path) -> None:
    path = demonstration(tmp_path)
    backed_up(path, "Z-1")
    os.truncate(path, 50_000)
    with window(qtbot, tmp_path) as shown:
        assert not shown.registers.open_file(path)
        box = find(shown, QMessageBox, "refused_dialog")
        click(find(box, QAbstractButton, "refused_restore"))
        dialog = dialog_of(qtbot, shown)
        click(find(dialog, QAbstractButton, "backups_restore"))
        qtbot.waitUntil(lambda: shown.registers.path == path)
        assert not frame_of(shown).is_read_only
        band = find(shown, MessageBand, "page_band")
        assert "avant restauration" in band.text
    assert "Z-1" in matricules_in(path)


def test_going_back_from_an_open_register(qtbot: QtBot, tmp_path: Path) -> None:
    path = demonstration(tmp_path)
    backed_up(path, "Z-1", "Z-2")
    with window(qtbot, tmp_path) as shown:
        assert shown.registers.open_file(path)
        trigger(shown, "restore")
        dialog = dialog_of(qtbot, shown)
        table = find(dialog, RecordTable, "backups_table")
        assert table.paged_model.count == 2
        table.select_id(1)
        click(find(dialog, QAbstractButton, "backups_restore"))
        qtbot.waitUntil(lambda: shown.registers.path == path)
        assert not frame_of(shown).is_read_only
    assert matricules_in(path) & {"Z-1", "Z-2"} == {"Z-1"}
    (aside,) = path.parent.glob("*avant restauration*.mutu")
    assert {"Z-1", "Z-2"} <= matricules_in(aside)


def test_a_backup_is_looked_into_and_never_written(qtbot: QtBot, tmp_path: Path) -> None:
    path = demonstration(tmp_path)
    backed_up(path, "Z-1")
    with window(qtbot, tmp_path) as shown:
        assert shown.registers.open_file(path)
        trigger(shown, "restore")
        click(find(dialog_of(qtbot, shown), QAbstractButton, "backups_look"))
        qtbot.waitUntil(lambda: shown.registers.path == backups_of(path)[0].path)
        assert frame_of(shown).is_read_only
        click(find(shown, QAbstractButton, "page_band_restore"))
        dialog = dialog_of(qtbot, shown)
        assert find(dialog, QWidget, "backups_register").read() == path  # type: ignore[attr-defined]
        click(find(dialog, QAbstractButton, "backups_close"))


def test_a_backup_that_is_damaged_cannot_be_taken(qtbot: QtBot, tmp_path: Path) -> None:
    path = demonstration(tmp_path)
    backed_up(path, "Z-1")
    os.truncate(backups_of(path)[0].path, 50_000)
    with window(qtbot, tmp_path) as shown:
        assert shown.registers.open_file(path)
        trigger(shown, "restore")
        dialog = dialog_of(qtbot, shown)
        assert not find(dialog, QAbstractButton, "backups_restore").isEnabled()
        click(find(dialog, QAbstractButton, "backups_close"))
        assert shown.registers.path == path


def test_a_restore_that_is_refused_leaves_the_register_open(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise refused("disk_full", path="clermont.mutu")

    path = demonstration(tmp_path)
    backed_up(path, "Z-1")
    with window(qtbot, tmp_path) as shown:
        assert shown.registers.open_file(path)
        trigger(shown, "restore")
        dialog = dialog_of(qtbot, shown)
        monkeypatch.setattr("mutudesk.ui.pages.backups.dialog.restore", full)
        click(find(dialog, QAbstractButton, "backups_restore"))
        band = find(dialog, MessageBand, "backups_band")
        qtbot.waitUntil(lambda: "plein" in band.text)
        qtbot.waitUntil(lambda: shown.registers.path == path)
        click(find(dialog, QAbstractButton, "backups_close"))


def test_a_backup_now(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        band = find(shown, MessageBand, "page_band")
        trigger(shown, "back_up")
        qtbot.waitUntil(lambda: band.text.startswith("Backup made"))
        trigger(shown, "back_up")
        qtbot.waitUntil(lambda: "already holds everything" in band.text)
        assert len(backups_of(tmp_path / "clermont.mutu")) == 1
        assert frame.session is not None


def test_every_half_hour_quietly(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        control = frame.findChild(BackupControl)
        assert isinstance(control, BackupControl)
        assert EVERY == 30 * 60_000
        state = find(shown, QLabel, "backup_state")
        assert not state.text()
        control._timer.timeout.emit()  # noqa: SLF001 - half an hour later
        qtbot.waitUntil(lambda: bool(state.text()))
        band = find(shown, MessageBand, "page_band")
        assert not band.isVisible()

        def full(*_arguments: object) -> None:
            raise refused("disk_full", path="sauvegardes")

        assert frame.session is not None
        record(frame.session, [create(agent("Z-1"))], "create")
        monkeypatch.setattr("mutudesk.usecases.backing_up.take_backup", full)
        control._timer.timeout.emit()  # noqa: SLF001
        qtbot.waitUntil(band.isVisible)
        assert "plein" in band.text
        monkeypatch.undo()
        click(find(shown, QAbstractButton, "page_band_back_up"))
        qtbot.waitUntil(lambda: "Backup made" in band.text)


def test_the_second_folder_is_chosen_and_left(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    stick = tmp_path / "clé"
    stick.mkdir()
    with opened(qtbot, tmp_path) as (shown, _frame):
        trigger(shown, "restore")
        dialog = dialog_of(qtbot, shown)
        dialogs.answer("QFileDialog.getExistingDirectory", str(stick))
        click(find(dialog, QAbstractButton, "second_folder_choose"))
        assert second_folder() == stick
        click(find(dialog, QAbstractButton, "second_folder_forget"))
        assert second_folder() is None
        dialogs.answer("QFileDialog.getExistingDirectory", "")
        click(find(dialog, QAbstractButton, "second_folder_choose"))
        assert second_folder() is None
        click(find(dialog, QAbstractButton, "backups_close"))


def test_nothing_was_ever_opened(qtbot: QtBot, tmp_path: Path, dialogs: Dialogs) -> None:
    with window(qtbot, tmp_path) as shown:
        dialogs.answer("QFileDialog.getOpenFileName", ("", ""))
        trigger(shown, "restore")
        assert shown.registers.path is None
