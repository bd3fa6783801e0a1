"""A backup that cannot be made never makes what was done look refused."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from mutudesk.app import main
from mutudesk.domain.findings import RefusedError, refusals, refused
from mutudesk.storage.backup import all_backups
from mutudesk.storage.backup_places import is_within
from mutudesk.usecases import backing_up
from mutudesk.usecases.backing_up import back_up, back_up_closed, choose_second_folder
from mutudesk.usecases.opening import open_to_read
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


def test_what_the_second_folder_missed_goes_there_when_it_is_back(
    path: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "clé"
    choose_second_folder(stick)
    away = stick.rename(tmp_path / "ailleurs")
    assert [each.code for each in back_up_closed(path)] == ["second_folder_missing"]
    away.rename(stick)
    assert back_up_closed(path) == []
    first, second = sorted(all_backups(), key=lambda each: each.path.is_relative_to(stick))
    assert second.path.is_relative_to(stick)
    assert second.path.read_bytes() == first.path.read_bytes()
    assert back_up_closed(path) == []
    assert len(list(all_backups())) == 2


def test_what_only_the_second_folder_has_is_made_in_the_first(path: Path, tmp_path: Path) -> None:
    choose_second_folder(tmp_path / "clé")
    back_up_closed(path)
    (lost,) = (each for each in all_backups() if not is_within(each.path, [tmp_path]))
    lost.path.unlink()
    assert back_up_closed(path) == []
    assert len(list(all_backups())) == 2


def test_a_backup_that_is_looked_into_is_not_backed_up(path: Path) -> None:
    back_up_closed(path)
    (made,) = all_backups()
    with open_to_read(made.path) as session, pytest.raises(RefusedError) as problem:
        back_up(session)
    assert problem.value.findings[0].code == "backup_read_only"
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
