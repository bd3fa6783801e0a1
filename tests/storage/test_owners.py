"""Whose new files are, and that those replaced keep their mode, owner and group."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from mutudesk.storage import placing as module
from mutudesk.storage.placing import placing
from tests.disk_calls import no_links

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OLD, NEW = b"ancien" * 100, b"nouveau" * 100


@pytest.fixture(autouse=True)
def _usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


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
    monkeypatch.setattr(os, "chown", no_links)
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
