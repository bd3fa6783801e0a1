"""Verified copies, and which of them are kept."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.changes import create
from mutudesk.domain.findings import RefusedError
from mutudesk.storage import backup_places
from mutudesk.storage.backup import backup_folder, copy_to_second, is_backup, save_copy, take_backup
from mutudesk.storage.backup_list import backups_of
from mutudesk.storage.journal import BEGINNING
from mutudesk.storage.register_file import RegisterFile
from mutudesk.storage.seals import read_seal, seal_place
from tests.builders import act, agent, facts_in, make_register, world, writing
from tests.disk_calls import CALLS, FAULTS, DiskCalls, all_in

if TYPE_CHECKING:
    from pathlib import Path

START = datetime(2016, 1, 1, 18, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path / "registres", world())


def refused_codes(register: Path, target: Path) -> list[str]:
    with pytest.raises(RefusedError) as refused:
        save_copy(register, target)
    return [each.code for each in refused.value.findings]


def test_a_copy_is_a_register_like_the_first(path: Path, tmp_path: Path) -> None:
    target = save_copy(path, tmp_path / "copies" / "copie.mutu")
    assert facts_in(target) == facts_in(path) == set(world())
    assert {each.name for each in target.parent.iterdir()} == {"copie.mutu", "copie.mutu.json"}


def test_a_copy_is_sealed(path: Path, tmp_path: Path) -> None:
    """SQLite does not see a byte that changed inside a text: the digest does."""
    target = save_copy(path, tmp_path / "copie.mutu")
    seal = json.loads((tmp_path / "copie.mutu.json").read_text())
    assert seal["sha256"] == hashlib.sha256(target.read_bytes()).hexdigest()
    with closing(sqlite3.connect(path)) as connection:
        (last,) = connection.execute("SELECT hash FROM journal ORDER BY seq DESC").fetchone()
    assert seal["journal"] == last != BEGINNING


def test_a_copy_replaces_an_older_one_whole(path: Path, tmp_path: Path) -> None:
    target = save_copy(path, tmp_path / "copie.mutu")
    with writing(path) as session:
        with session.register.write() as unit:
            unit.apply(act(), [create(agent("A-2"))])
        save_copy(path, target)
    assert facts_in(target) == set(world(agent("A-2")))


def test_a_copy_never_takes_the_place_of_the_register(path: Path, tmp_path: Path) -> None:
    link, hard = tmp_path / "lien.mutu", tmp_path / "dur.mutu"
    link.symlink_to(path)
    os.link(path, hard)
    before = path.read_bytes()
    for target in (path, path.parent / ".." / "registres" / path.name, link, hard):
        assert refused_codes(path, target) == ["copy_onto_itself"]
    assert path.read_bytes() == before


def test_a_copy_that_does_not_verify_is_not_kept(path: Path, tmp_path: Path) -> None:
    older = save_copy(path, tmp_path / "copie.mutu").read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE position SET employer_id = 999")
        connection.commit()
    assert refused_codes(path, tmp_path / "copie.mutu") == ["copy_damaged"]
    assert (tmp_path / "copie.mutu").read_bytes() == older
    assert not list(tmp_path.glob(".*partial*"))


def test_a_copy_that_cannot_be_written(path: Path, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("x")
    assert refused_codes(path, tmp_path / "fichier" / "copie.mutu") == ["not_a_folder"]
    assert refused_codes(path, tmp_path / "registres") == ["folder_in_place"]
    assert refused_codes(tmp_path / "absent.mutu", tmp_path / "copie.mutu") == ["file_missing"]
    assert {each.name for each in tmp_path.iterdir()} == {"registres", "fichier"}


def test_backups_of_two_registers_of_one_name_do_not_mix(tmp_path: Path) -> None:
    one = make_register(tmp_path / "un", world())
    two = make_register(tmp_path / "deux", world(agent("A-2")))
    assert backup_folder(one) != backup_folder(two)
    take_backup(one, START)
    take_backup(two, START + timedelta(hours=1))
    assert [each.made_at for each in backups_of(one)] == [START]
    assert agent("A-2") in facts_in(backups_of(two)[0].path)


def test_backups_are_listed_newest_first_and_nothing_else_is(path: Path) -> None:
    """In the order of their making: a clock that was wrong once decides nothing."""
    for hours in (0, 2, 1):
        take_backup(path, START + timedelta(hours=hours))
    (backup_folder(path) / "note.mutu").write_text("x")
    (backup_folder(path) / "note.txt").write_text("x")
    assert [each.made_at.hour for each in backups_of(path)] == [19, 20, 18]


def test_thinning_removes_copy_and_seal(path: Path) -> None:
    for number in range(60):
        take_backup(path, START + timedelta(days=number, hours=number % 2))
    files = {each.name for each in backup_folder(path).iterdir()}
    kept = {each.path.name for each in backups_of(path)}
    assert files == kept | {f"{name}.json" for name in kept}
    assert len(kept) < 30


# On the disk --------------------------------------------------------------------------------------


def test_the_seal_is_there_before_the_copy_has_its_name(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = DiskCalls()
    disk.watch(monkeypatch)
    save_copy(path, tmp_path / "copie.mutu")
    calls = [call for call, _name in disk.done]
    named = [name for call, name in disk.done if call == "replace"]
    assert named == ["copie.mutu.json", "copie.mutu"]
    assert calls[-4:] == ["replace", "settle"] * 2  # names may reach the disk in any order
    last = {call: len(calls) - 1 - calls[::-1].index(call) for call in set(calls)}
    assert last["fsync"] < calls.index("replace")


@pytest.mark.parametrize("is_old", [False, True], ids=["new", "over a former copy"])
@pytest.mark.parametrize("number", FAULTS)
@pytest.mark.parametrize("call", CALLS)
def test_a_copy_that_fails_leaves_the_former_one_with_its_seal(
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    number: int,
    is_old: bool,
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    for at in range(1, 9):
        if is_old:
            (folder / "copie.mutu").write_bytes(b"ancienne")
            (folder / "copie.mutu.json").write_bytes(b"son sceau")
        before, disk, said = all_in(folder), DiskCalls(), ""
        with monkeypatch.context() as patch:
            disk.watch(patch)
            disk.fail(call, number, at)
            try:
                save_copy(path, folder / "copie.mutu")
            except RefusedError as problem:
                said = problem.findings[0].code
        if said:
            assert (said, all_in(folder)) == (FAULTS[number], before)
        else:
            digest = hashlib.sha256((folder / "copie.mutu").read_bytes()).hexdigest()
            assert json.loads((folder / "copie.mutu.json").read_text())["sha256"] == digest
            assert set(all_in(folder)) == {"copie.mutu", "copie.mutu.json"}
        for name in all_in(folder):
            (folder / name).unlink()
        if not disk.has_failed:
            break
    else:
        pytest.fail("too many calls")


def test_copies_are_their_users_alone(path: Path, tmp_path: Path) -> None:
    path.chmod(0o644)
    taken = take_backup(path, START).path
    own = save_copy(path, tmp_path / "copie.mutu")
    for each in (taken, taken.with_name(f"{taken.name}.json"), own):
        assert stat.S_IMODE(each.stat().st_mode) == 0o600
    for folder in (backup_folder(path), backup_folder(path).parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_what_a_cut_backup_left_is_swept(path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    take_backup(path, START)
    for ending in ("partial", "partial-journal"):
        (backup_folder(path) / f".20150101T000000Z.mutu.{gone.pid}.{ending}").write_bytes(b"x")
    take_backup(path, START + timedelta(hours=1))
    assert not [each for each in backup_folder(path).iterdir() if each.name.startswith(".")]


def test_a_seal_never_takes_the_place_of_a_register(path: Path, tmp_path: Path) -> None:
    other = make_register(tmp_path, world(), "copie.mutu.json")
    before = other.read_bytes()
    assert refused_codes(path, tmp_path / "copie.mutu") == ["register_in_place"]
    assert other.read_bytes() == before


# The second folder --------------------------------------------------------------------------------


def test_a_backup_goes_to_the_second_folder_too(path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "clé"
    backup_places.choose_second_folder(stick)
    taken = take_backup(path, START)
    second = copy_to_second(taken)
    assert second is not None
    assert second.is_relative_to(stick / backup_places.SUB_FOLDER)
    assert second.read_bytes() == taken.path.read_bytes()
    assert read_seal(second) == taken.seal
    assert {each.path for each in backups_of(path)} == {taken.path, second}


def test_without_a_second_folder_nothing_goes_there(path: Path, tmp_path: Path) -> None:
    assert copy_to_second(take_backup(path, START)) is None
    backup_places.choose_second_folder(tmp_path / "clé")
    backup_places.choose_second_folder(None)
    assert copy_to_second(take_backup(path, START)) is None


def test_a_second_folder_that_is_away_is_said(path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "clé"
    backup_places.choose_second_folder(stick)
    (stick / backup_places.SUB_FOLDER).rmdir()
    stick.rmdir()
    with pytest.raises(RefusedError) as refused:
        copy_to_second(take_backup(path, START))
    assert refused.value.findings[0].code == "second_folder_missing"
    assert not stick.exists()


def test_the_second_folder_is_not_among_the_first_backups() -> None:
    with pytest.raises(RefusedError) as refused:
        backup_places.choose_second_folder(backup_places.own_root() / "encore")
    assert refused.value.findings[0].code == "second_folder_own"


# Only read ----------------------------------------------------------------------------------------


def test_a_backup_is_never_opened_to_write(path: Path, tmp_path: Path) -> None:
    taken = take_backup(path, START).path
    moved = tmp_path / "ailleurs.mutu"
    moved.write_bytes(taken.read_bytes())
    seal_place(moved).write_bytes(seal_place(taken).read_bytes())
    link = tmp_path / "lien.mutu"
    link.symlink_to(taken)
    for each in (taken, moved, link):
        assert is_backup(each)
        with pytest.raises(RefusedError) as refused:
            RegisterFile.open_to_write(each)
        assert refused.value.findings[0].code == "backup_read_only"
    own = save_copy(path, tmp_path / "copie.mutu")
    with RegisterFile.open_to_write(own) as register:  # a copy is there to be worked with
        assert register.is_writable


def test_two_backups_of_one_second_do_not_replace_each_other(path: Path) -> None:
    one, two = take_backup(path, START), take_backup(path, START)
    assert one.path != two.path
    assert [each.path for each in backups_of(path)] == [two.path, one.path]
