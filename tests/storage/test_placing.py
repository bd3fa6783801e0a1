"""A file at its place: whole or not at all, there for good, in the place of nothing else."""

from __future__ import annotations

import errno
import os
import socket
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.findings import RefusedError
from mutudesk.storage import placing as module
from mutudesk.storage.placing import placing, put_bytes
from tests.builders import make_register, world
from tests.disk_calls import CALLS, DiskCalls

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

OLD, NEW = b"ancien" * 100, b"nouveau" * 100
FAULTS = {
    errno.EIO: "disk_error",
    errno.ENOSPC: "disk_full",
    errno.EACCES: "no_right_to_write",
    errno.EROFS: "place_read_only",
}


@pytest.fixture(autouse=True)
def _usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> DiskCalls:
    calls = DiskCalls()
    calls.watch(monkeypatch)
    return calls


def code_of(write: Callable[[], object]) -> str:
    with pytest.raises(RefusedError) as refused:
        write()
    (finding,) = refused.value.findings
    return finding.code


def all_in(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


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


def _no_links(*_arguments: object) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


def test_without_second_names_the_truth_is_said(
    tmp_path: Path, disk: DiskCalls, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a FAT stick the old file cannot come back: it was written, and may yet be lost."""
    (tmp_path / "a.csv").write_bytes(OLD)
    monkeypatch.setattr(os, "link", _no_links)
    disk.fail("settle", errno.EIO)
    assert code_of(lambda: one(tmp_path)) == "place_unsettled"
    assert all_in(tmp_path) == {"a.csv": NEW}


def test_without_second_names_several_are_still_all_or_none(
    tmp_path: Path, disk: DiskCalls, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_bytes(OLD)
    monkeypatch.setattr(os, "link", _no_links)
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


# What lies there ----------------------------------------------------------------------------------


def _a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as held:
        os.chdir(path.parent)  # such a name may be a hundred bytes long
        held.bind(path.name)


ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "a folder": (lambda path: path.mkdir(), "folder_in_place"),
    "a pipe": (os.mkfifo, "pipe_in_place"),
    "a socket": (_a_socket, "socket_in_place"),
    "a device": (lambda path: path.symlink_to("/dev/null"), "device_in_place"),
    "a link to itself": (lambda path: path.symlink_to(path.name), "link_in_circle"),
    "a register": (
        lambda path: make_register(path.parent, world(), path.name),
        "register_in_place",
    ),
    "a register, cut": (
        lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(50)),
        "register_in_place",
    ),
    "a link to a register": (
        lambda path: path.symlink_to(make_register(path.parent / "r", world())),
        "register_in_place",
    ),
}


@pytest.mark.parametrize("odd", ODD)
def test_what_is_no_file_or_a_register_is_never_replaced(
    tmp_path: Path, odd: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # comes back at the end
    path, (put, code) = tmp_path / "a.csv", ODD[odd]
    put(path)
    before, names = path.lstat(), set(os.listdir(tmp_path))  # noqa: PTH208 - names only
    assert code_of(lambda: put_bytes(path, NEW)) == code
    after = path.lstat()
    assert (after.st_ino, after.st_mode, after.st_size) == (
        before.st_ino,
        before.st_mode,
        before.st_size,
    )
    assert set(os.listdir(tmp_path)) == names  # noqa: PTH208


def test_a_file_that_cannot_be_looked_into_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be a register."""
    path = tmp_path / "a.csv"
    path.write_bytes(OLD)

    def closed(*_arguments: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.open", closed)
        assert code_of(lambda: put_bytes(path, NEW)) == "no_right_to_write"
    assert path.read_bytes() == OLD


def test_a_link_stays_and_its_real_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "loin").mkdir()
    real, link = tmp_path / "loin" / "vrai.csv", tmp_path / "a.csv"
    link.symlink_to(real)
    for data in (OLD, NEW):  # the first time nothing lies there
        put_bytes(link, data)
        assert link.is_symlink()
        assert real.read_bytes() == data
    assert sorted(os.listdir(tmp_path / "loin")) == ["vrai.csv"]  # noqa: PTH208


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder, outside = tmp_path / "sortie", tmp_path / "dehors.csv"
    folder.mkdir()
    outside.write_bytes(OLD)
    (folder / "a.csv").symlink_to(outside)
    (folder / "b.csv").symlink_to("ici.csv")
    assert code_of(lambda: put_bytes(folder / "a.csv", NEW, inside=folder)) == "link_leads_out"
    put_bytes(folder / "b.csv", NEW, inside=folder)
    (tmp_path / "lien").symlink_to(folder)  # the folder itself may be reached by one
    put_bytes(tmp_path / "lien" / "c.csv", NEW, inside=tmp_path / "lien")
    assert outside.read_bytes() == OLD
    assert (folder / "ici.csv").read_bytes() == (folder / "c.csv").read_bytes() == NEW


def test_two_names_of_one_place_are_not_written_over_each_other(tmp_path: Path) -> None:
    (tmp_path / "a.csv").symlink_to("b.csv")
    assert code_of(lambda: several(tmp_path)) == "file_not_written"
    assert os.listdir(tmp_path) == ["a.csv"]  # noqa: PTH208


def test_a_name_without_replacing_is_taken_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    for links in (True, False):
        if not links:
            monkeypatch.setattr(os, "link", _no_links)
        first(tmp_path)
        assert code_of(lambda: first(tmp_path)) == "path_taken"
        path.unlink()

        def late() -> None:
            with placing(path, replace=False) as (file,):
                file.write(NEW)
                path.write_bytes(OLD)  # somebody is faster

        assert code_of(late) == "path_taken"
        assert all_in(tmp_path) == {"a.csv": OLD}
        path.unlink()


def test_what_an_interrupted_write_left_does_not_meet_a_new_register(tmp_path: Path) -> None:
    """SQLite would roll it into the new file."""
    (tmp_path / "a.mutu-journal").write_bytes(b"x")

    def write() -> None:
        with placing(tmp_path / "a.mutu", private=True) as (file,):
            file.write(NEW)

    assert code_of(write) == "journal_in_place"
    assert all_in(tmp_path) == {"a.mutu-journal": b"x"}


@pytest.mark.parametrize("length", [230, 247, 250, 255, 256])
def test_long_names(tmp_path: Path, length: int) -> None:
    path = tmp_path / ("n" * length)
    if length > 255:
        assert code_of(lambda: put_bytes(path, NEW)) == "name_too_long"
    else:
        put_bytes(path, NEW)
        assert all_in(tmp_path) == {path.name: NEW}
        path.unlink()
    with suppress(RefusedError), placing(path, private=True) as (file,):
        file.write(NEW)
    assert path.name not in all_in(tmp_path) or length <= 247  # a journal has its name too


# Whose it is --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("folder", "private", "mode"),
    [
        (0o755, True, 0o600),
        (0o1777, True, 0o600),
        (0o775, True, 0o660),
        (0o2755, True, 0o660),
        (0o755, False, 0o644),
        (0o2775, False, 0o644),
    ],
)
def test_modes_of_new_files(tmp_path: Path, folder: int, private: bool, mode: int) -> None:
    tmp_path.chmod(folder)
    with placing(tmp_path / "a", private=private) as (file,):
        assert mode_of(file.beside) in {0o600, 0o644}
        file.write(NEW)
    assert mode_of(tmp_path / "a") == mode
    assert mode_of(tmp_path) == folder


@pytest.mark.skipif(os.getuid() != 0, reason="gives files to somebody else")
def test_a_shared_folder_gives_its_group(tmp_path: Path) -> None:
    os.chown(tmp_path, -1, 12_345)
    tmp_path.chmod(0o770)
    with placing(tmp_path / "a", private=True) as (file,):
        file.write(NEW)
    known = (tmp_path / "a").stat()
    assert (known.st_gid, stat.S_IMODE(known.st_mode)) == (12_345, 0o660)


def test_a_group_that_cannot_be_given_gets_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "shared_group", lambda _folder: 12_345)
    monkeypatch.setattr(os, "chown", _no_links)
    with placing(tmp_path / "a", private=True) as (file,):
        file.write(NEW)
    assert mode_of(tmp_path / "a") == 0o600


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("mode", [0o400, 0o640, 0o664, 0o600])
def test_a_replaced_file_hands_on_mode_owner_and_group(
    tmp_path: Path, private: bool, mode: int
) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)
    path.chmod(mode)
    tmp_path.chmod(0o770)
    if os.getuid() == 0:
        os.chown(path, 1_234, 12_345)
    before = path.stat()
    with placing(path, private=private) as (file,):
        file.write(NEW)
    after = path.stat()
    assert after.st_ino != before.st_ino
    assert (after.st_mode, after.st_uid, after.st_gid) == (
        before.st_mode,
        before.st_uid,
        before.st_gid,
    )
