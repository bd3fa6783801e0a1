"""What a crash left beside a file is swept; what somebody still writes is not."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.storage import leftovers
from mutudesk.storage.placing import put_bytes
from mutudesk.usecases.exporting import write_new
from tests.builders import make_register, reading, world, writing


@pytest.fixture
def gone() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def names_in(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def of_process(number: int) -> str:
    mine = leftovers.name_beside(Path("/x/a.csv"), 0).name
    return mine.replace(f"-{os.getpid()}-", f"-{number}-")


@pytest.mark.parametrize("ending", ["partial", "partial-journal", "former"])
def test_leftovers_of_the_dead_are_swept(tmp_path: Path, gone: int, ending: str) -> None:
    for name in (f".a.csv.{gone}.{ending}", of_process(gone).replace("partial", ending)):
        (tmp_path / name).write_bytes(b"half")
    put_bytes(tmp_path / "a.csv", b"whole")
    assert names_in(tmp_path) == {"a.csv"}


def test_what_is_not_left_stays(tmp_path: Path, gone: int) -> None:
    """Of the living, of other names, of people, and what is no file."""
    kept = {
        f".a.csv.{os.getpid()}.partial",
        f".a.csv.{os.getppid()}.partial",
        f".b.csv.{gone}.partial",
        f"a.csv.{gone}.partial",
        f".a.csv.{gone}.partial.txt",
        f".a.csv.v{gone}.partial",
        ".a.csv.partial",
    }
    for name in kept:
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / f".a.csv.{gone}.former").mkdir()
    put_bytes(tmp_path / "a.csv", b"whole")
    assert names_in(tmp_path) == {*kept, f".a.csv.{gone}.former", "a.csv"}


def test_another_machine_is_given_a_day(tmp_path: Path, gone: int) -> None:
    """Its processes cannot be asked after, on a shared folder."""
    left = tmp_path / f".a.csv.0123ab-{gone}-0.partial"
    left.write_bytes(b"half")
    leftovers.sweep(tmp_path / "a.csv")
    assert left.exists()
    yesterday = time.time() - 25 * 3600
    os.utime(left, (yesterday, yesterday))
    leftovers.sweep(tmp_path / "a.csv")
    assert not left.exists()


def test_a_folder_of_our_own_is_swept_whole(tmp_path: Path, gone: int) -> None:
    (tmp_path / f".un.mutu.{gone}.partial").write_bytes(b"half")
    (tmp_path / f".deux.mutu.{os.getppid()}.partial").write_bytes(b"half")
    leftovers.sweep_folder(tmp_path)
    assert names_in(tmp_path) == {f".deux.mutu.{os.getppid()}.partial"}


@given(st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=120))
def test_the_name_beside_always_fits(name: str) -> None:
    beside = leftovers.name_beside(Path("/x") / name, 9_999).name if name != "." else ""
    assert len(os.fsencode(f"{beside}-journal")) <= 255


@pytest.mark.parametrize("ending", ["partial", "partial-journal", "former"])
@pytest.mark.parametrize("by_link", [False, True])
def test_what_lies_beside_a_register_is_swept_by_the_next_to_write(
    tmp_path: Path, gone: int, ending: str, *, by_link: bool
) -> None:
    """Nothing else may ever be put in its place again: it was created, or upgraded, once."""
    path = make_register(tmp_path / "registres", world())
    left = path.with_name(f".{path.name}.{gone}.{ending}")
    left.write_bytes(b"half")
    given = path
    if by_link:
        given = tmp_path / "lien.mutu"
        given.symlink_to(path)
    with reading(given):
        assert left.exists()
    with writing(given):
        assert not left.exists()


def test_a_document_that_is_already_there_is_swept_around(tmp_path: Path, gone: int) -> None:
    path = tmp_path / "a.pdf"
    left = tmp_path / f".a.pdf.{gone}.former"
    for replace in (False, True):
        path.write_bytes(b"the same")
        left.write_bytes(b"former")
        write_new(path, b"the same", replace=replace)
        assert names_in(tmp_path) == {"a.pdf"}


def test_long_names_do_not_meet() -> None:
    one, two = (leftovers.name_beside(Path("/x") / ("é" * 120 + end), 0) for end in "ab")
    assert one != two


KILLED = """
import os, signal, sys
from pathlib import Path
from mutudesk.storage.placing import placing
with placing(Path(sys.argv[1]), private=True) as (file,):
    file.write(b"half")
    file.beside.with_name(f"{file.beside.name}-journal").write_bytes(b"x")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_program_left_is_gone_after_the_next_writing(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 240)
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert (done.returncode, len(names_in(tmp_path))) == (-9, 2)
    put_bytes(path, b"whole")
    assert names_in(tmp_path) == {path.name}
