"""Only plain files are read, whole, and no larger than a list is."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.findings import RefusedError
from mutudesk.exchange import plain_files
from mutudesk.exchange.plain_files import read_plain

if TYPE_CHECKING:
    from collections.abc import Callable


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


def _zero(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _nowhere(path: Path) -> None:
    path.symlink_to("nowhere")


def _circle(path: Path) -> None:
    path.symlink_to(path)


def _large(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(plain_files.LARGEST_FILE + 1)


CASES: list[tuple[Callable[[Path], None], str]] = [
    (os.mkdir, "folder_given"),
    (_pipe, "no_plain_file"),
    (_socket, "no_plain_file"),
    (_zero, "no_plain_file"),
    (_nowhere, "file_missing"),
    (_circle, "file_unreachable"),
    (_large, "file_too_large"),
]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without such files")
@pytest.mark.parametrize(("make", "code"), CASES)
def test_what_is_no_plain_file_is_refused_at_once(
    tmp_path: Path, make: Callable[[Path], None], code: str
) -> None:
    path = tmp_path / "agents.csv"
    make(path)
    with pytest.raises(RefusedError, match=code):
        read_plain(path)


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(RefusedError, match="file_unreachable"):
        read_plain(Path("a\0b"))


def test_a_file_that_grows_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "agents.csv"
    path.write_bytes(b"123456")
    monkeypatch.setattr(plain_files, "LARGEST_FILE", 5)
    known = os.stat_result((0o100600, 0, 0, 1, 0, 0, 0, 0, 0, 0))
    monkeypatch.setattr(os, "fstat", lambda _: known)
    with pytest.raises(RefusedError, match="file_too_large"):
        read_plain(path)


def test_a_link_to_a_file_is_a_file(tmp_path: Path) -> None:
    path, link = tmp_path / "agents.csv", tmp_path / "link.csv"
    path.write_bytes(b"1234")
    link.symlink_to(path)
    assert read_plain(link) == b"1234"
    assert read_plain(link, 3) == b"123"
