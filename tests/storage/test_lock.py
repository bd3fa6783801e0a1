"""One writer at a time, whoever he is and however he left."""

from __future__ import annotations

import errno
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mutudesk.domain.findings import RefusedError
from mutudesk.storage.lock import WriterLock
from mutudesk.storage.register_file import RegisterFile
from tests.builders import facts_in, make_register, world

pytestmark = pytest.mark.slow

HOLDER = """
import sys
from pathlib import Path
from mutudesk.storage.register_file import RegisterFile
register = RegisterFile.open_to_write(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path, world())


def refusal(path: Path) -> RefusedError:
    with pytest.raises(RefusedError) as refused:
        RegisterFile.open_to_write(path)
    assert [each.code for each in refused.value.findings] == ["locked_by"]
    return refused.value


def test_a_second_writer_is_told_who_writes_where_and_since_when(path: Path) -> None:
    with RegisterFile.open_to_write(path):
        values = refusal(path).findings[0].values
    assert values["host"] == socket.gethostname()
    assert values["path"] == str(path)
    assert values["who"]
    day, time = str(values["since"]).split(" ")
    assert (len(day), len(time)) == (10, 5)


def test_readers_come_in_while_somebody_writes(path: Path) -> None:
    with RegisterFile.open_to_write(path):
        assert facts_in(path) == set(world())


def test_the_lock_is_free_again_after_closing(path: Path) -> None:
    for _ in range(3):
        with RegisterFile.open_to_write(path) as register:
            assert register.is_writable
    assert not list(path.parent.glob("*.holder"))


def test_a_reader_takes_no_lock_and_may_not_write(path: Path) -> None:
    with RegisterFile.open_to_read(path) as reader, RegisterFile.open_to_write(path):
        with pytest.raises(RefusedError) as refused, reader.write():
            pass
        assert [each.code for each in refused.value.findings] == ["file_read_only"]


def test_another_process_is_refused_until_the_holder_is_killed(path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        refusal(path)
        assert facts_in(path) == set(world())
        os.kill(holder.pid, signal.SIGKILL)
    finally:
        holder.kill()
        holder.communicate()
    with RegisterFile.open_to_write(path):
        assert json.loads(path.with_name(f".{path.name}.holder").read_text())["who"]


def test_a_link_to_the_file_is_the_same_file(path: Path) -> None:
    link = path.with_name("raccourci.mutu")
    link.symlink_to(path.name)
    with RegisterFile.open_to_write(path):
        refusal(link)
    with RegisterFile.open_to_write(link):
        refusal(path)


def test_one_thread_may_open_and_another_close(path: Path) -> None:
    """A window opens a file in its worker and closes it at the end."""
    register = RegisterFile.open_to_write(path)
    closing = threading.Thread(target=register.close)
    closing.start()
    closing.join()
    with RegisterFile.open_to_write(path) as again:
        assert again.is_writable


def test_a_refused_opening_leaves_no_lock_behind(path: Path) -> None:
    good = path.read_bytes()
    path.write_bytes(good[:100] + bytes(len(good) - 100))
    with pytest.raises(RefusedError):
        RegisterFile.open_to_write(path)
    path.write_bytes(good)
    with RegisterFile.open_to_write(path) as register:
        assert register.is_writable


@pytest.mark.parametrize(
    "note", ["", "{", "[]", '{"who": 1}', '{"who": "x", "host": "y", "since": "hier"}', "\0"]
)
def test_an_odd_note_of_the_holder_stops_nobody(path: Path, note: str) -> None:
    with RegisterFile.open_to_write(path):
        path.with_name(f".{path.name}.holder").write_text(note)
        assert refusal(path).findings[0].values["since"] == "?"


def test_a_full_disk_leaves_no_empty_note(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(place: Path, _data: bytes) -> int:
        place.touch()
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", half)
    with RegisterFile.open_to_write(path):
        assert not path.with_name(f".{path.name}.holder").exists()


def test_releasing_twice_is_harmless(path: Path) -> None:
    lock = WriterLock(path)
    lock.acquire()
    lock.release()
    lock.release()
    with RegisterFile.open_to_write(path):
        pass


def test_no_lock_can_be_put_where_there_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("")
    with pytest.raises(RefusedError) as refused:
        WriterLock(tmp_path / "fichier" / "registre.mutu").acquire()
    assert [each.code for each in refused.value.findings] == ["lock_not_made"]


def test_what_stands_where_the_lock_belongs_is_named(tmp_path: Path) -> None:
    register = tmp_path / "registre.mutu"
    (tmp_path / ".registre.mutu.lock").mkdir()
    with pytest.raises(RefusedError) as problem:
        WriterLock(register).acquire()
    (finding,) = problem.value.findings
    assert finding.code == "lock_in_place"
    assert str(finding.values["file"]).endswith(".registre.mutu.lock")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "file_read_only"),
        (errno.EROFS, "file_read_only"),
        (errno.ENOSPC, "lock_not_made"),
        (errno.EIO, "lock_not_made"),
    ],
)
def test_a_lock_that_cannot_be_made_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr("filelock.FileLock.acquire", fail)
    with pytest.raises(RefusedError) as problem:
        WriterLock(tmp_path / "registre.mutu").acquire()
    assert problem.value.findings[0].code == code
