"""A register appears whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.changes import create
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.register import new_register
from mutudesk.resources import ENVIRONMENT_VARIABLE, resource_root
from mutudesk.storage import journal, register_file, unit_of_work
from mutudesk.storage.journal import broken_links
from mutudesk.storage.register_file import RegisterFile
from tests.builders import (
    EPCI,
    ROYAT,
    act,
    agent,
    create_register,
    facts_in,
    mandate,
    reading,
    since,
    world,
    writing,
)
from tests.disk_calls import FAULTS, DiskCalls

if TYPE_CHECKING:
    from collections.abc import Callable


def refused_code(path: Path) -> str:
    with pytest.raises(RefusedError) as refused:
        create_register(path, world())
    (finding,) = refused.value.findings
    assert str(path).startswith(str(finding.values["path"]))
    return finding.code


def test_it_holds_what_was_given_and_says_whose_it_is(tmp_path: Path) -> None:
    path = tmp_path / "registre.mutu"
    create_register(path, world())
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert facts_in(path) == set(world())
    with reading(path) as session, session.register.read() as unit:
        assert unit.epci_siren() == EPCI
        assert unit.reference_vintage() == "2025-01-01"
        assert list(broken_links(unit.connection)) == []


def test_missing_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "un" / "deux" / "registre.mutu"
    create_register(path, world())
    assert facts_in(path) == set(world())


@pytest.mark.parametrize(
    "put",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_text("x"),
        lambda path: path.mkdir(),
        lambda path: path.symlink_to("absent"),
        lambda path: create_register(path, world()),
    ],
    ids=["an empty file", "a file", "a folder", "a link to nothing", "a register"],
)
def test_an_existing_path_is_refused_and_left_alone(
    tmp_path: Path, put: Callable[[Path], object]
) -> None:
    path = tmp_path / "registre.mutu"
    put(path)
    before = os.lstat(path)
    assert refused_code(path) == "path_taken"
    assert os.lstat(path) == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "step", ["create_schema", "write_changes", "journal", "rename", "an overlap"]
)
def test_a_failure_midway_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    facts = world()

    def fail(*_arguments: object, **_options: object) -> None:
        raise MemoryError(step)

    match step:
        case "journal":
            monkeypatch.setattr(journal, "append", fail)
        case "rename":
            monkeypatch.setattr(Path, "hardlink_to", fail)
        case "an overlap":
            facts.append(mandate(ROYAT, since("2020-01-01")))
        case _:
            module = unit_of_work if step == "write_changes" else register_file
            monkeypatch.setattr(module, step, fail)
    with pytest.raises((MemoryError, RefusedError)):
        create_register(tmp_path / "registre.mutu", facts)
    assert list(tmp_path.iterdir()) == []


def test_whoever_comes_first_keeps_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody puts a file there while the register is being made."""
    path = tmp_path / "registre.mutu"
    append = journal.append

    def meanwhile(*arguments: object) -> None:
        append(*arguments)  # type: ignore[arg-type] # passed on
        path.write_text("à moi")

    monkeypatch.setattr(journal, "append", meanwhile)
    assert refused_code(path) == "path_taken"
    assert path.read_text() == "à moi"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("x")
    assert refused_code(tmp_path / "fichier" / "registre.mutu") == "not_a_folder"
    assert refused_code(tmp_path / ("x" * 250)) == "name_too_long"  # its companions would be
    assert [each.name for each in tmp_path.iterdir()] == ["fichier"]


def test_an_unknown_agglomeration_makes_no_register(tmp_path: Path) -> None:
    own = new_register("1", "", act().at)
    with pytest.raises(KeyError):
        RegisterFile.create(
            tmp_path / "registre.mutu", [create(each) for each in (*world(), own)], act()
        )
    assert list(tmp_path.iterdir()) == []


def test_a_new_register_is_its_users_alone(tmp_path: Path) -> None:
    path = tmp_path / "un" / "registre.mutu"
    create_register(path, world())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    tmp_path.chmod(0o2770)
    create_register(tmp_path / "partage.mutu", world())
    assert stat.S_IMODE((tmp_path / "partage.mutu").stat().st_mode) == 0o660


def test_a_long_name_is_one_that_can_be_worked_with(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 225 + ".mutu")
    create_register(path, world())
    with writing(path) as session, session.register.write() as unit:
        unit.apply(act(), [create(agent("A-2"))])
    assert facts_in(path) == {*world(), agent("A-2")}


def test_it_is_settled_before_it_is_told_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = DiskCalls()
    disk.watch(monkeypatch)
    create_register(tmp_path / "registre.mutu", world())
    calls = [call for call, _name in disk.done]
    assert calls[-3:] == ["fsync", "link", "settle"]
    assert disk.done[-2:] == [("link", "registre.mutu"), ("settle", tmp_path.name)]


@pytest.mark.parametrize("number", FAULTS)
@pytest.mark.parametrize("call", ["open", "fsync", "link", "settle"])
def test_each_call_of_the_disk_failing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    disk = DiskCalls()
    with monkeypatch.context() as patch:
        disk.watch(patch)
        disk.fail(call, number)
        if (call, number) == ("settle", errno.EACCES):  # a folder that only takes names
            create_register(tmp_path / "un" / "registre.mutu", world())
            return
        assert refused_code(tmp_path / "un" / "registre.mutu") == FAULTS[number]
    assert disk.has_failed
    assert list(tmp_path.iterdir()) == []


# In a private checkout nobody else may read what is the program's own: modules are imported before
# the rights are given up, and the resources lie elsewhere.
AS_SOMEBODY = """
import os, sys, tempfile
from pathlib import Path
from mutudesk.domain.findings import RefusedError
from mutudesk.storage.placing import put_bytes
from mutudesk.usecases.creation import create_register
with tempfile.TemporaryDirectory() as first:
    create_register(Path(first) / "a.mutu", "246300701")
if os.geteuid() == 0:
    os.setuid(65534)
folder = Path(sys.argv[1])
for write in (
    lambda: create_register(folder / "a.mutu", "246300701"),
    lambda: create_register(folder / "un" / "a.mutu", "246300701"),
    lambda: put_bytes(folder / "a.csv", b"x"),
    lambda: put_bytes(folder / "ancien.csv", b"x"),
):
    try:
        write()
    except RefusedError as refused:
        print(*(each.code for each in refused.findings))
"""


def test_a_folder_that_takes_no_file_is_said_as_such() -> None:
    above = Path(tempfile.mkdtemp(prefix="mutudesk-droits-"))
    above.chmod(0o755)
    resources, folder = above / "resources", above / "protected"
    shutil.copytree(resource_root(), resources)
    folder.mkdir()
    try:
        (folder / "ancien.csv").write_text("x")
        folder.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", AS_SOMEBODY, str(folder)],
            capture_output=True,
            text=True,
            check=False,
            env={
                **{key: each for key, each in os.environ.items() if not key.startswith("COVERAGE")},
                ENVIRONMENT_VARIABLE: str(resources),
            },
        )
        assert (done.stderr, done.stdout.split()) == ("", ["no_right_to_write"] * 4)
        assert [each.name for each in folder.iterdir()] == ["ancien.csv"]
    finally:
        folder.chmod(0o755)
        shutil.rmtree(above)


def test_what_cannot_be_opened_beside_is_not_said_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full takes no journal either: SQLite then only says that it cannot open."""

    def fail(*_arguments: object) -> None:
        problem = sqlite3.OperationalError("unable to open database file")
        problem.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise problem

    monkeypatch.setattr(register_file, "create_schema", fail)
    assert refused_code(tmp_path / "registre.mutu") == "file_not_written"
    assert list(tmp_path.iterdir()) == []
