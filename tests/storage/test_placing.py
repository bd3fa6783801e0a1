"""A file at its place: whole or not at all, there for good, in the place of nothing else."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.findings import RefusedError
from mutudesk.storage.placing import placing, put_bytes
from tests.disk_calls import CALLS, FAULTS, DiskCalls, all_in, code_of, no_links

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD, NEW = b"ancien" * 100, b"nouveau" * 100


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> DiskCalls:
    calls = DiskCalls()
    calls.watch(monkeypatch)
    return calls


# There for good -----------------------------------------------------------------------------------


def test_written_synced_named_settled_in_this_order(tmp_path: Path, disk: DiskCalls) -> None:
    put_bytes(tmp_path / "a.csv", OLD)
    beside = disk.done[0][1]
    assert disk.done == [
        ("open", beside),
        ("write", beside),
        ("fsync", beside),
        ("replace", "a.csv"),
        ("settle", tmp_path.name),
    ]
    assert beside.startswith(".a.csv.")
    assert beside.endswith(".partial")


def test_many_are_written_before_any_is_named(tmp_path: Path, disk: DiskCalls) -> None:
    with placing(tmp_path / "a.csv", tmp_path / "b.csv") as files:
        for each in files:
            each.write(NEW)
    calls = [call for call, _name in disk.done]
    assert calls == ["open"] * 2 + ["write"] * 2 + ["fsync"] * 2 + ["replace"] * 2 + ["settle"]


def test_a_new_folder_is_settled_above(tmp_path: Path, disk: DiskCalls) -> None:
    with placing(tmp_path / "un" / "a.mutu", private=True) as (file,):
        file.write(NEW)
    assert disk.done[0] == ("settle", tmp_path.name)
    assert disk.done[-1] == ("settle", "un")


def one(folder: Path) -> None:
    put_bytes(folder / "a.csv", NEW)


def first(folder: Path) -> None:
    put_bytes(folder / "a.csv", NEW, replace=False)


def several(folder: Path) -> None:
    with placing(folder / "a.csv", folder / "b.csv", inside=folder) as files:
        for each in files:
            each.write(NEW)


@pytest.mark.parametrize("number", FAULTS)
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("write", [one, first, several])
@pytest.mark.parametrize("is_old", [False, True], ids=["new", "over an old one"])
def test_each_call_failing_leaves_all_as_it_was(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    write: Callable[[Path], None],
    call: str,
    number: int,
    is_old: bool,
) -> None:
    """Each call in turn, until no more of its kind is made: then all is there."""
    names = ["a.csv", "b.csv"] if write is several else ["a.csv"]
    if is_old and write is first:
        return
    for at in range(1, 9):
        for name in names:
            (tmp_path / name).unlink(missing_ok=True)
            if is_old:
                (tmp_path / name).write_bytes(OLD)
        before, disk = all_in(tmp_path), DiskCalls()
        with monkeypatch.context() as patch:
            disk.watch(patch)
            disk.fail(call, number, at)
            said = ""
            try:
                write(tmp_path)
            except RefusedError as problem:
                (finding,) = problem.findings
                said = finding.code
                assert finding.values["path"] in {str(tmp_path / name) for name in names}
        if said:
            assert (said, all_in(tmp_path)) == (FAULTS[number], before)
        else:  # the call was not made, or the program can do without it
            assert all_in(tmp_path) == dict.fromkeys(names, NEW)
        if not disk.has_failed:
            break
        assert said or call in {"link", "settle"}
    else:
        pytest.fail("too many calls")


def test_a_disk_that_fails_last_takes_nothing_away(tmp_path: Path, disk: DiskCalls) -> None:
    """Neither the new file, told not written, nor the second name of the old one stays."""
    (tmp_path / "a.csv").write_bytes(OLD)
    inode = (tmp_path / "a.csv").stat().st_ino
    disk.fail("settle", errno.EIO)
    assert code_of(lambda: put_bytes(tmp_path / "a.csv", NEW)) == "disk_error"
    assert all_in(tmp_path) == {"a.csv": OLD}
    assert (tmp_path / "a.csv").stat().st_ino == inode


def test_without_second_names_the_truth_is_said(
    tmp_path: Path, disk: DiskCalls, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a FAT stick the old file cannot come back: it was written, and may yet be lost."""
    (tmp_path / "a.csv").write_bytes(OLD)
    monkeypatch.setattr(os, "link", no_links)
    disk.fail("settle", errno.EIO)
    assert code_of(lambda: one(tmp_path)) == "place_unsettled"
    assert all_in(tmp_path) == {"a.csv": NEW}


def test_without_second_names_several_are_still_all_or_none(
    tmp_path: Path, disk: DiskCalls, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_bytes(OLD)
    monkeypatch.setattr(os, "link", no_links)
    disk.fail("replace", errno.EACCES, at=2)
    with pytest.raises(RefusedError) as refused:
        several(tmp_path)
    assert refused.value.findings[0].values["path"] == str(tmp_path / "b.csv")
    assert all_in(tmp_path) == {"a.csv": OLD, "b.csv": OLD}


@pytest.mark.parametrize("problem", [KeyboardInterrupt(), MemoryError(), OSError(errno.EIO, "")])
def test_whatever_stops_the_writer_leaves_nothing(tmp_path: Path, problem: BaseException) -> None:
    def write() -> None:
        with placing(tmp_path / "un" / "deux" / "a.mutu", private=True) as (file,):
            file.write(NEW)
            file.beside.with_name(f"{file.beside.name}-journal").write_bytes(b"x")
            raise problem

    with pytest.raises((RefusedError, KeyboardInterrupt, MemoryError)):
        write()
    assert list(tmp_path.iterdir()) == []
