"""A register that is open on another machine, or lies where others write: asked about, and said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox

from tests.demonstration import demonstration
from tests.ui.finding import click, find, pressing
from tests.ui.windows import frame_of, window

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.conftest import Dialogs

NOTE = {"who": "l.montel", "host": "poste-rh-2", "since": "2026-03-02T08:15+01:00", "token": "01"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = demonstration(tmp_path)
    _note(path).write_text(json.dumps(NOTE), encoding="utf-8")
    return path


def _note(path: Path) -> Path:
    return path.with_name(f".{path.name}.holder")


def test_the_holder_is_named_and_reading_is_usual(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs, path: Path
) -> None:
    said: list[str] = []

    def answer(box: QMessageBox) -> int:
        said.append(box.informativeText())
        usual = box.defaultButton()
        assert usual is not None
        assert usual.objectName() == "held_read"
        return pressing("held_read")(box)

    dialogs.answer("QMessageBox.exec", answer)
    with window(qtbot, tmp_path) as shown:
        assert shown.registers.open_file(path)
        frame = frame_of(shown)
        assert frame.is_read_only
        assert "poste-rh-2" in find(frame.band, QLabel, "page_band_text").text()
        assert all(each in said[0] for each in ("l.montel", "poste-rh-2", "clermont.mutu"))
        # From the band it is asked again, and taken.
        dialogs.answer("QMessageBox.exec", pressing("held_write"))
        click(find(frame, QAbstractButton, "page_band_retry"))
        assert not frame_of(shown).is_read_only
        assert json.loads(_note(path).read_text())["who"] != "l.montel"
    assert not _note(path).exists()


def test_leaving_it_alone_keeps_the_note(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs, path: Path
) -> None:
    dialogs.answer("QMessageBox.exec", pressing("held_leave"))
    with window(qtbot, tmp_path) as shown:
        assert not shown.registers.open_file(path)
        assert shown.frame is None
    assert json.loads(_note(path).read_text()) == NOTE


def test_a_synchronised_folder_is_said_until_it_was_understood(
    qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "Nextcloud"
    folder.mkdir()
    with window(qtbot, tmp_path) as shown:
        assert shown.registers.open_file(demonstration(folder))
        frame = frame_of(shown)
        assert not frame.is_read_only
        assert "Nextcloud" in find(frame.band, QLabel, "page_band_text").text()
        frame.show_note("autre chose")
        click(frame.band.findChildren(QAbstractButton, "page_band_close")[-1])
        assert "Nextcloud" in find(frame.band, QLabel, "page_band_text").text()
        click(frame.band.findChildren(QAbstractButton, "page_band_seen")[-1])
        assert not frame.band.isVisible()
        frame.show_note("autre chose")
        click(frame.band.findChildren(QAbstractButton, "page_band_close")[-1])
        assert not frame.band.isVisible()
