"""Folders that the program makes are its user's alone; those that are there stay as they are."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from mutudesk import folders
from mutudesk.folders import make_folders, shared_group

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _open_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(
    ("above", "private", "made"),
    [
        (0o755, True, 0o700),
        (0o1777, True, 0o700),  # everybody's is no group's
        (0o770, True, 0o770),
        (0o2755, True, 0o2770),
        (0o755, False, 0o755),
        (0o2755, False, 0o2755),
    ],
)
def test_modes_of_new_folders(tmp_path: Path, above: int, private: bool, made: int) -> None:
    tmp_path.chmod(above)
    new = make_folders(tmp_path / "un" / "deux", private=private)
    assert new == [tmp_path / "un", tmp_path / "un" / "deux"]
    assert [mode_of(each) for each in new] == [made, made]
    assert mode_of(tmp_path) == above
    assert make_folders(tmp_path / "un" / "deux", private=private) == []


def test_a_folder_that_cannot_be_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fichier").write_text("x")
    for path in (tmp_path / "fichier", tmp_path / "fichier" / "un", tmp_path / "a" / ("x" * 300)):
        with pytest.raises(OSError, match=r"."):
            make_folders(path, private=True)

    def fail(_folder: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(folders, "sync_folder", fail)
    with pytest.raises(OSError, match="Input"):
        make_folders(tmp_path / "a" / "b", private=True)
    assert [each.name for each in tmp_path.iterdir()] == ["fichier"]


@pytest.mark.parametrize(
    ("mode", "is_shared"),
    [(0o755, False), (0o700, False), (0o775, True), (0o2755, True), (0o777, False), (0o2777, True)],
)
def test_whose_a_folder_is(tmp_path: Path, mode: int, is_shared: bool) -> None:
    tmp_path.chmod(mode)
    assert shared_group(tmp_path) == (tmp_path.stat().st_gid if is_shared else None)
