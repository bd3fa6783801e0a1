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
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.changes import create
from mutudesk.domain.findings import RefusedError
from mutudesk.storage import backup
from mutudesk.storage.backup import (
    Backup,
    backup_folder,
    backups_of,
    save_copy,
    superfluous,
    take_backup,
)
from mutudesk.storage.journal import BEGINNING
from tests.builders import act, agent, facts_in, make_register, world, writing
from tests.disk_calls import CALLS, FAULTS, DiskCalls, all_in

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
    for hours in (0, 2, 1):
        take_backup(path, START + timedelta(hours=hours))
    (backup_folder(path) / "note.mutu").write_text("x")
    (backup_folder(path) / "note.txt").write_text("x")
    assert [each.made_at.hour for each in backups_of(path)] == [20, 19, 18]


def test_thinning_removes_copy_and_seal(path: Path) -> None:
    for number in range(40):
        take_backup(path, START + timedelta(days=number, hours=number % 2))
    files = {each.name for each in backup_folder(path).iterdir()}
    kept = {each.path.name for each in backups_of(path)}
    assert files == kept | {f"{name}.json" for name in kept}
    assert len(kept) < 25


# Thinning -----------------------------------------------------------------------------------------


def at(moment: datetime) -> Backup:
    return Backup(Path(f"{moment:{backup.STAMP}}.mutu"), moment)


def thinned(backups: list[Backup], now: datetime) -> list[Backup]:
    gone = {each.path for each in superfluous(backups, now)}
    return [each for each in backups if each.path not in gone]


MOMENTS = st.sets(
    st.datetimes(datetime(2015, 1, 1), datetime(2016, 12, 31)),  # noqa: DTZ001 - made aware below
    min_size=1,
    max_size=60,
)


@given(MOMENTS)
def test_thinning_keeps_the_newest_all_of_two_days_and_each_period(moments: set[datetime]) -> None:
    backups = [at(each.replace(tzinfo=UTC, microsecond=0)) for each in moments]
    now = max(each.made_at for each in backups)
    kept = thinned(backups, now)
    moments_kept = {each.made_at for each in kept}
    assert now in moments_kept
    assert {each.made_at for each in backups if now - each.made_at <= timedelta(days=2)} <= (
        moments_kept
    )
    for pattern, count in backup.KEPT:
        periods = sorted({f"{each.made_at:{pattern}}" for each in backups}, reverse=True)[:count]
        assert set(periods) <= {f"{each:{pattern}}" for each in moments_kept}
    assert thinned(kept, now) == kept


def test_a_year_of_daily_copies() -> None:
    """Thinned day after day, as an office does, and not all at once."""
    backups: list[Backup] = []
    for number in range(365):
        now = START + timedelta(days=number)
        backups = thinned([*backups, at(now)], now)
    days = sorted((each.made_at.date() for each in backups), reverse=True)
    today = date(2016, 12, 30)
    assert days[:12] == [today - timedelta(days=number) for number in range(12)]
    assert {day.isocalendar()[1] for day in days} >= set(range(44, 53))
    assert {day.month for day in days} >= set(range(4, 13))
    assert len(days) <= 12 + 10 + 9
    assert max(later - earlier for later, earlier in pairwise(days)) <= timedelta(days=31)


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
