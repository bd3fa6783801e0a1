"""What lies at a path, and what a file may be put in the place of."""

from __future__ import annotations

import errno
import os
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.findings import RefusedError
from mutudesk.storage.placing import placing, put_bytes
from tests.builders import make_register, world
from tests.disk_calls import all_in, code_of, no_links

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD, NEW = b"ancien" * 100, b"nouveau" * 100


def _a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as held:
        os.chdir(path.parent)  # such a name may be a hundred bytes long
        held.bind(path.name)


PIPE = os.pipe()  # as /dev/stdout is one
ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "a folder": (lambda path: path.mkdir(), "folder_in_place"),
    "a pipe": (os.mkfifo, "pipe_in_place"),
    "a socket": (_a_socket, "socket_in_place"),
    "a device": (lambda path: path.symlink_to("/dev/null"), "device_in_place"),
    "a pipe that the system names": (
        lambda path: path.symlink_to(f"/proc/self/fd/{PIPE[1]}"),
        "pipe_in_place",
    ),
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

    def write() -> None:
        with placing(tmp_path / "a.csv", tmp_path / "b.csv", inside=tmp_path):
            pytest.fail("given out")

    assert code_of(write) == "file_not_written"
    assert os.listdir(tmp_path) == ["a.csv"]  # noqa: PTH208


def test_a_name_without_replacing_is_taken_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    for links in (True, False):
        if not links:
            monkeypatch.setattr(os, "link", no_links)
        put_bytes(path, NEW, replace=False)
        assert code_of(lambda: put_bytes(path, NEW, replace=False)) == "path_taken"
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
