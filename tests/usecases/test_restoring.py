"""A register comes back from a backup, whatever became of it; what lay there is kept."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.changes import create
from mutudesk.domain.copy_states import CopyState
from mutudesk.domain.findings import RefusedError
from mutudesk.storage.backup import save_copy, take_backup
from mutudesk.storage.backup_list import backups_of
from mutudesk.storage.lock import WriterLock
from mutudesk.storage.seals import seal_place
from mutudesk.usecases.backups import content_of, list_backups, states_of
from mutudesk.usecases.opening import open_to_write
from mutudesk.usecases.recording import record
from tests.builders import (
    NOW,
    agent,
    create_register,
    facts_in,
    world,
)
from tests.disk_calls import all_in
from tests.tampering import tamper
from tests.usecases.restored_registers import (
    ALL,
    backed_up_register,
    is_in_order,
    restored,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Callable

FORMER = Path(__file__).parents[1] / "data" / "first_schema.mutu"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A register with one act after its first, backed up."""
    return backed_up_register(tmp_path / "registres")


def codes(path: Path, copy: Path | None = None) -> list[str]:
    with pytest.raises(RefusedError) as problem:
        restored(path, copy)
    return [each.code for each in problem.value.findings]


# Damaged in every way ---------------------------------------------------------------------------


def cut(path: Path) -> None:
    os.truncate(path, 50_000)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def overwritten(path: Path) -> None:
    path.write_bytes(bytes(len(path.read_bytes())))


def page_lost(path: Path) -> None:
    data = path.read_bytes()
    half = len(data) // 2 // 4096 * 4096
    path.write_bytes(data[:half] + b"\xff" * 4096 + data[half + 4096 :])


def removed(path: Path) -> None:
    path.unlink()


def schema_changed(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE autre (x)")


def journal_changed(path: Path) -> None:
    tamper(path, "UPDATE journal SET who = 'personne' WHERE seq = 3")


def shortened(path: Path) -> None:
    """Put in an earlier state by hand: its newest backup is not in its journal any more."""
    numbers = "SELECT number FROM journal WHERE act = (SELECT max(act) FROM journal) AND kind = "
    tamper(
        path,
        f"DELETE FROM position WHERE id IN ({numbers} 'position')",  # noqa: S608
        f"DELETE FROM agent WHERE id IN ({numbers} 'agent')",  # noqa: S608
        "DELETE FROM journal WHERE act = (SELECT max(act) FROM journal)",
    )


DAMAGES: list[Callable[[Path], None]] = [
    cut,
    emptied,
    overwritten,
    page_lost,
    removed,
    schema_changed,
    journal_changed,
    shortened,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_register_comes_back_whole(path: Path, damage: Callable[[Path], None]) -> None:
    known = path.stat()
    damage(path)
    before = path.read_bytes() if path.exists() else None
    done = restored(path)
    assert facts_in(path) == ALL
    assert is_in_order(path)
    if before is None:
        assert done.aside is None
    else:
        assert done.aside is not None
        assert done.aside.read_bytes() == before
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(known.st_mode) or before is None
    with open_to_write(path) as session:
        assert session.register.is_writable


def test_the_journal_of_a_write_that_was_cut_never_reaches_the_copy(path: Path) -> None:
    """The natural way, copying the backup over the file, is ruined by it."""
    beside = path.with_name(f"{path.name}-journal")
    session = open_to_write(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA cache_size=1")
        other.execute("PRAGMA synchronous=OFF")
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE public_body SET row_version = row_version + 1")
        hot, torn = beside.read_bytes(), path.read_bytes()
        other.rollback()
    session.register.close()
    assert hot
    beside.write_bytes(hot)
    path.write_bytes(torn[: len(torn) // 2])
    done = restored(path)
    assert facts_in(path) == ALL
    assert is_in_order(path)
    assert not beside.exists()
    assert done.aside is not None
    assert done.aside.with_name(f"{done.aside.name}-journal").read_bytes() == hot


# What is taken, and what is refused -------------------------------------------------------------


def test_a_sound_register_that_is_ahead_is_never_taken_back_unasked(path: Path) -> None:
    session = open_to_write(path)
    record(session, [create(agent("B-1"))], "create")
    session.register.close()
    assert codes(path) == ["register_ahead"]
    assert agent("B-1") in facts_in(path)
    done = restored(path, backups_of(path)[0].path)
    assert facts_in(path) == ALL
    assert done.aside is not None
    assert agent("B-1") in facts_in(done.aside)
    assert agent("B-1") in facts_in(backups_of(path)[1].path), "backed up before, too"
    assert is_in_order(path)


def test_one_that_holds_everything_is_left_alone(path: Path) -> None:
    before = all_in(path.parent)
    assert codes(path) == ["restore_not_needed"]
    assert all_in(path.parent) == before


def test_a_damaged_backup_is_passed_over(path: Path) -> None:
    write(path, "B-1")
    newest, good = backups_of(path)[:2]
    data = bytearray(newest.path.read_bytes())
    data[data.index(b"B-1")] ^= 1
    newest.path.write_bytes(data)
    cut(path)
    done = restored(path)
    assert done.skipped == (newest.path,)
    assert done.source == good.path
    assert facts_in(path) == ALL
    assert codes(path, newest.path) == ["backup_damaged", "backup_not_as_sealed"]


def test_where_none_is_whole_nothing_is_changed(path: Path) -> None:
    for each in backups_of(path):
        cut(each.path)
    cut(path)
    before = all_in(path.parent)
    assert codes(path) == ["backups_damaged"]
    assert all_in(path.parent) == before


def test_without_a_backup_nothing_is_made(tmp_path: Path) -> None:
    assert codes(tmp_path / "dossier" / "absent.mutu") == ["no_backup"]
    assert list(tmp_path.iterdir()) == []


def test_the_copy_of_another_register_is_refused(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "autre.mutu"
    create_register(other, world())
    assert codes(path, save_copy(other, tmp_path / "copie.mutu")) == ["restore_other_register"]
    assert facts_in(path) == ALL


@pytest.mark.parametrize("name", ["notes.txt", "notes.mutu"])
def test_a_document_is_not_replaced(path: Path, name: str) -> None:
    """What is called a register may be a damaged one; a document never is."""
    document = path.with_name(name)
    document.write_bytes(b"des notes")
    if name.endswith(".txt"):
        assert codes(document, backups_of(path)[0].path) == ["file_foreign"]
        assert document.read_bytes() == b"des notes"
    else:
        done = restored(document, backups_of(path)[0].path)
        assert done.aside is not None
        assert done.aside.read_bytes() == b"des notes"


def test_a_copy_without_a_seal_is_checked_and_told(path: Path, tmp_path: Path) -> None:
    copy = save_copy(path, tmp_path / "copie.mutu")
    seal_place(copy).unlink()
    cut(path)
    assert [each.code for each in restored(path, copy).notes] == ["copy_unsealed"]
    assert facts_in(path) == ALL


@pytest.mark.parametrize("damage", [cut, page_lost, schema_changed, journal_changed])
def test_a_damaged_copy_is_refused(
    path: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    copy = save_copy(path, tmp_path / "copie.mutu")
    seal_place(copy).unlink()
    damage(copy)
    before = all_in(path.parent)
    assert codes(path, copy)[0] == "backup_damaged"
    assert {**all_in(path.parent), **before} == all_in(path.parent)
    assert path.read_bytes() == before[path.name]


def test_onto_itself_over_a_backup_or_beside_a_writer(path: Path, tmp_path: Path) -> None:
    newest = backups_of(path)[0].path
    link = tmp_path / "lien.mutu"
    link.symlink_to(path)
    assert codes(path, path) == ["copy_onto_itself"]
    assert codes(path, link) == ["copy_onto_itself"]
    assert codes(newest, path) == ["backup_read_only"]
    assert codes(path, tmp_path / "absent.mutu") == ["file_missing"]
    lock = WriterLock(path)
    lock.acquire()
    try:
        assert codes(path, newest) == ["locked_by"]
    finally:
        lock.release()


def test_a_link_stays_a_link_and_the_mode_stays(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "lien.mutu"
    link.symlink_to(path)
    path.chmod(0o640)
    cut(path)
    restored(link)
    assert link.is_symlink()
    assert facts_in(path) == ALL
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_register_of_a_former_schema_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "ancien.mutu"
    shutil.copy(FORMER, path)
    taken = take_backup(path, NOW)
    cut(path)
    restored(path)
    assert path.read_bytes() == taken.path.read_bytes()


def test_a_moved_register_finds_its_backups_and_a_copy_says_of_what(
    path: Path, tmp_path: Path
) -> None:
    copy = save_copy(path, tmp_path / "copie.mutu")
    (of_copy, *_more) = list_backups(copy)
    assert states_of(of_copy) == [CopyState.VERIFIED, CopyState.OF_COPY, CopyState.CONTAINED]
    moved = path.rename(tmp_path / "déplacé.mutu")
    listed = list_backups(moved)
    assert [each.is_of_copy for each in listed] == [False] * len(listed)
    assert listed[0].made_of == str(path.resolve())
    cut(moved)
    assert codes(moved) == ["no_backup"], "it cannot say any more which register it was"
    restored(moved, listed[0].path)
    assert facts_in(moved) == ALL


def test_what_a_backup_would_bring_back(path: Path) -> None:
    content = content_of(backups_of(path)[0].path, NOW.date())
    assert sum(content.counts.values()) == len(ALL)
    assert [each.action for each in content.last_acts] == ["create", "init"]


# On the disk --------------------------------------------------------------------------------------


def test_the_seal_says_of_what_it_is(path: Path) -> None:
    said = json.loads(seal_place(backups_of(path)[0].path).read_text())
    assert said["path"] == str(path.resolve())
    assert said["identity"]
    assert said["number"] == len(backups_of(path))
