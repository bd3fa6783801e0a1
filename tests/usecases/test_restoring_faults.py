"""A restore while the disk fails: what lay there stays, and what is told is true."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.findings import RefusedError, refused
from mutudesk.storage.backup_list import backups_of
from mutudesk.usecases import backing_up, restoring
from tests.builders import (
    facts_in,
)
from tests.disk_calls import CALLS, FAULTS, DiskCalls, all_in
from tests.usecases.restored_registers import (
    ALL,
    backed_up_register,
    restored,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A register with one act after its first, backed up."""
    return backed_up_register(tmp_path / "registres")


def cut(path: Path) -> None:
    os.truncate(path, 50_000)


# What is said where no lock can be put beside a file.
NO_LOCK = {errno.EACCES: "file_read_only", errno.EROFS: "file_read_only"}


@pytest.mark.parametrize("number", FAULTS)
@pytest.mark.parametrize("call", CALLS)
def test_a_restore_that_fails_leaves_what_was_there(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    cut(path)
    newest = backups_of(path)[0].path
    before = all_in(path.parent)
    monkeypatch.setattr(restoring._Restoring, "_back_up", lambda _self: None)  # noqa: SLF001
    for at in range(1, 12):
        disk, said = DiskCalls(), ""
        with monkeypatch.context() as patch:
            disk.watch(patch)
            disk.fail(call, number, at)
            try:
                restored(path, newest)
            except RefusedError as problem:
                said = problem.findings[0].code
        if said:
            left = {name: data for name, data in all_in(path.parent).items() if data}
            assert left == {name: data for name, data in before.items() if data}
            is_lock = (call, at) == ("open", 1)
            expected = NO_LOCK.get(number, "lock_not_made") if is_lock else FAULTS[number]
            assert said == expected
        if not disk.has_failed:
            break
        if not said:  # a second name that the disk refuses is a copy
            (aside,) = path.parent.glob("*avant restauration*")
            aside.rename(path)
    else:
        pytest.fail("too many calls")
    assert facts_in(path) == ALL


def test_a_backup_that_fails_never_makes_a_restore_look_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(path, "B-1")

    def full(*_arguments: object) -> None:
        raise refused("disk_full", path="sauvegardes")

    monkeypatch.setattr(backing_up, "take_backup", full)
    done = restored(path, backups_of(path)[-1].path)
    assert [each.code for each in done.notes] == ["backup_missed", "disk_full"]
    assert facts_in(path) == ALL
