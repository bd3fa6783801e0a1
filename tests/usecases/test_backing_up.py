"""A backup that cannot be made never makes what was done look refused."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from mutudesk.app import main
from mutudesk.domain.findings import refusals, refused
from mutudesk.storage.backup import all_backups
from mutudesk.usecases import backing_up
from mutudesk.usecases.backing_up import back_up_closed
from tests.builders import EPCI, facts_in, make_register, world

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path, world())


def test_a_closed_register_is_backed_up_once(path: Path) -> None:
    assert back_up_closed(path) == []
    (made,) = all_backups()
    assert facts_in(made.path) == set(world())
    assert back_up_closed(path) == []
    assert list(all_backups()) == [made]


def test_a_backup_has_none(path: Path) -> None:
    assert back_up_closed(path) == []
    (made,) = all_backups()
    assert back_up_closed(made.path) == []
    assert list(all_backups()) == [made]


def test_why_there_is_none_is_a_warning(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise refused("disk_full", path="x")

    monkeypatch.setattr(backing_up, "take_backup", full)
    found = back_up_closed(path)
    assert [each.code for each in found] == ["backup_missed", "disk_full"]
    assert refusals(found) == []


def test_what_init_created_is_not_told_refused(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither by a full disk nor by a lock that cannot be taken."""

    def full(*_arguments: object) -> None:
        raise refused("disk_full", path="x")

    path = tmp_path / "neuf.mutu"
    (tmp_path / f".{path.name}.lock").mkdir()
    assert main(["--db", str(path), "init", "--epci", EPCI]) == 0
    said = capfd.readouterr()
    assert str(path) in said.out
    assert said.err == ""
    assert len(list(all_backups())) == 1
    path.unlink()
    shutil.rmtree(tmp_path / f".{path.name}.lock")
    monkeypatch.setattr(backing_up, "take_backup", full)
    assert main(["--db", str(path), "init", "--epci", EPCI]) == 0
    assert path.exists()
    assert "sauvegarde" in capfd.readouterr().err
