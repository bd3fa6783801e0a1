"""A register of an older program in the window: asked about, upgraded, read, or left alone."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox

from mutudesk.usecases.creation import create_demonstration
from tests.builders import digest
from tests.ui.finding import find, pressing
from tests.ui.windows import frame_of, window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.conftest import Dialogs

FROZEN = Path(__file__).resolve().parents[1] / "data" / "first_schema.mutu"


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    return Path(shutil.copy(FROZEN, tmp_path / "ancien.mutu"))


def test_an_upgrade_is_asked_for_and_said_to_be_for_good(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs, old_file: Path
) -> None:
    said: list[str] = []

    def answer(box: QMessageBox) -> int:
        said.append(box.informativeText())
        return pressing("former_upgrade")(box)

    dialogs.answer("QMessageBox.exec", answer)
    with window(qtbot, tmp_path) as shown:
        assert shown.registers.open_file(old_file)
        assert not frame_of(shown).is_read_only
        assert "ancien.mutu" in said[0]
        assert shown.registers.close_register()
        # From now on it opens without a question.
        assert shown.registers.open_file(old_file)


def test_it_can_be_read_as_it_is_and_upgraded_from_the_band(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs, old_file: Path
) -> None:
    before = digest(old_file)
    dialogs.answer("QMessageBox.exec", pressing("former_read"))
    with window(qtbot, tmp_path) as shown:
        assert shown.registers.open_file(old_file)
        frame = frame_of(shown)
        assert frame.is_read_only
        assert frame.band.isVisible()
        assert digest(old_file) == before
        dialogs.answer("QMessageBox.exec", pressing("former_leave"))
        frame.retry_requested.emit()
        assert frame_of(shown) is frame
        dialogs.answer("QMessageBox.exec", pressing("former_upgrade"))
        frame.retry_requested.emit()
        assert not frame_of(shown).is_read_only
    assert digest(old_file) != before


def test_leaving_it_alone_keeps_what_is_open(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs, old_file: Path
) -> None:
    before = digest(old_file)
    other = tmp_path / "autre.mutu"
    create_demonstration(other)
    with window(qtbot, tmp_path) as shown:
        dialogs.answer("QMessageBox.exec", pressing("former_leave"))
        assert not shown.registers.open_file(old_file)
        assert shown.frame is None
        assert shown.registers.open_file(other)
        dialogs.answer("QMessageBox.exec", pressing("former_leave"))
        assert not shown.registers.open_file(old_file)
        assert shown.registers.path == other
    assert digest(old_file) == before


def test_a_failed_upgrade_is_told_in_words(
    qtbot: QtBot,
    tmp_path: Path,
    dialogs: Dialogs,
    old_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mutudesk.storage.migrating.copy_checked", fail)
    dialogs.answer("QMessageBox.exec", pressing("former_upgrade"))
    with window(qtbot, tmp_path) as shown:
        assert not shown.registers.open_file(old_file)
        box = find(shown, QMessageBox, "refused_dialog")
        assert "ancien.mutu" in box.informativeText()
        assert box.findChildren(QLabel)
        box.close()
