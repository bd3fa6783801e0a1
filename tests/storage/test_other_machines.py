"""What the system's lock cannot see: other machines, other names, another file in its place."""

from __future__ import annotations

import json
import os
import shutil
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.changes import create
from mutudesk.domain.findings import RefusedError
from mutudesk.storage.lock import LockHolder, WriterLock
from mutudesk.storage.register_file import RegisterFile
from tests.builders import act, agent, digest, facts_in, make_register, position, world

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SINCE = "2026-03-02T08:15+01:00"
OTHER = {"who": "l.montel", "host": "poste-rh-2", "since": SINCE, "token": "0123"}
ME = {"who": "s.maurel", "host": socket.gethostname(), "since": SINCE, "token": "4567"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path, world())


def note_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.holder")


def leave(path: Path, **note: object) -> None:
    note_of(path).write_text(json.dumps(note), encoding="utf-8")


def refusal(path: Path, code: str) -> RefusedError:
    with pytest.raises(RefusedError) as refused:
        RegisterFile.open_to_write(path)
    assert [each.code for each in refused.value.findings] == [code]
    return refused.value


def save(register: RegisterFile, matricule: str) -> None:
    with register.write() as unit:
        unit.apply(act(), [create(agent(matricule)), create(position(matricule))])


def saved(register: RegisterFile, matricule: str) -> str:
    """The code of what stops an act, "" where it is written."""
    try:
        save(register, matricule)
    except RefusedError as refused:
        return refused.findings[0].code
    return ""


# Another machine ----------------------------------------------------------------------------------


@pytest.mark.parametrize("note", [OTHER, {key: OTHER[key] for key in ("who", "host", "since")}])
def test_a_holder_on_another_machine_is_named(path: Path, note: dict[str, str]) -> None:
    leave(path, **note)
    before = note_of(path).read_bytes()
    values = refusal(path, "held_elsewhere").findings[0].values
    assert (values["who"], values["host"], values["path"]) == ("l.montel", "poste-rh-2", str(path))
    assert str(values["since"]).startswith("02/03/2026 ")
    assert note_of(path).read_bytes() == before
    assert facts_in(path) == set(world())
    # It is not only the first who is refused, and the lock of this machine is free again.
    refusal(path, "held_elsewhere")


@pytest.mark.parametrize(
    "note",
    [
        json.dumps(ME),  # of a crash on this machine
        json.dumps(OTHER | {"who": "\x1b[2J"}),
        json.dumps(OTHER | {"host": 3}),
        json.dumps(OTHER | {"token": None}),
        json.dumps({"host": "poste-rh-2"}),
        "[" * 100_000,
        "{",
        "",
    ],
)
def test_a_note_of_no_account(path: Path, note: str) -> None:
    note_of(path).write_text(note, encoding="utf-8")
    with RegisterFile.open_to_write(path) as register:
        assert saved(register, "N-1") == ""
    assert not note_of(path).exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes")
def test_a_note_that_is_a_pipe_is_not_waited_for(path: Path) -> None:
    os.mkfifo(note_of(path))
    assert WriterLock(path).holder() is None


def test_taking_the_lock_leaves_a_note_of_its_own(path: Path) -> None:
    leave(path, **OTHER)
    with RegisterFile.open_to_write(path, take_lock=True) as register:
        assert json.loads(note_of(path).read_text())["host"] == socket.gethostname()
        assert saved(register, "N-1") == ""
    assert not note_of(path).exists()


@pytest.mark.parametrize("note", [OTHER, ME], ids=["another machine", "another of the same name"])
def test_whoever_lost_the_lock_writes_no_more(path: Path, note: dict[str, str]) -> None:
    with RegisterFile.open_to_write(path) as register:
        assert saved(register, "N-1") == ""
        before = digest(path)
        leave(path, **note)
        with pytest.raises(RefusedError) as refused, register.write():
            pytest.fail("nothing may be written")
        (found,) = refused.value.findings
        assert (found.code, found.values["who"]) == ("lock_lost", note["who"])
        assert digest(path) == before
    assert json.loads(note_of(path).read_text()) == note


def test_a_note_that_was_swept_away_is_left_again(path: Path) -> None:
    with RegisterFile.open_to_write(path) as register:
        note_of(path).unlink()
        assert saved(register, "N-1") == ""
        assert note_of(path).exists()


def test_two_openings_are_told_from_each_other() -> None:
    one, other = LockHolder.me(), LockHolder.me()
    assert one != other
    assert (one.who, one.host) == (other.who, other.host)


# Two names of one file ----------------------------------------------------------------------------


def test_a_file_of_two_names_is_only_read(path: Path) -> None:
    second = path.with_name("second.mutu")
    os.link(path, second)
    before = digest(path)
    for each in (path, second):
        assert refusal(each, "file_linked").findings[0].values["count"] == 2
        assert facts_in(each) == set(world())
    assert digest(path) == before
    second.unlink()
    with RegisterFile.open_to_write(path) as register:
        assert saved(register, "N-1") == ""


def test_what_a_crash_of_the_program_left_under_a_second_name_is_removed(path: Path) -> None:
    left = path.with_name(f".{path.name}.4194305-1.former")
    os.link(path, left)
    with RegisterFile.open_to_write(path) as register:
        assert saved(register, "N-1") == ""
    assert not left.exists()


# Another file in its place ------------------------------------------------------------------------


def _renamed_over(copy: Path, path: Path) -> None:
    copy.replace(path)


def _written_over(copy: Path, path: Path) -> None:
    path.write_bytes(copy.read_bytes())


@pytest.mark.parametrize("put", [_renamed_over, _written_over])
@pytest.mark.parametrize("has_written", [False, True])
def test_a_copy_put_over_the_open_file_is_noticed(
    path: Path, put: Callable[[Path, Path], None], has_written: bool
) -> None:
    copy = path.with_name("copie.mutu")
    with RegisterFile.open_to_write(path) as register:
        shutil.copyfile(path, copy)
        with RegisterFile.open_to_write(copy) as other:
            save(other, "AILLEURS")
        if has_written:
            save(register, "N-1")
        put(copy, path)
        there = digest(path)
        assert saved(register, "N-2") == "replaced_meanwhile"
        assert saved(register, "N-3") == "replaced_meanwhile"
        assert digest(path) == there
    with RegisterFile.open_to_write(path) as register:
        assert saved(register, "N-2") == ""


def test_a_former_copy_put_over_the_open_file_is_noticed(path: Path) -> None:
    former = path.read_bytes()
    with RegisterFile.open_to_write(path) as register:
        save(register, "N-1")
        path.write_bytes(former)
        assert saved(register, "N-2") == "replaced_meanwhile"


def test_a_file_that_was_only_touched_is_the_same(path: Path) -> None:
    with RegisterFile.open_to_write(path) as register:
        os.utime(path, (0, 0))
        assert saved(register, "N-1") == ""
        path.write_bytes(path.read_bytes())
        assert saved(register, "N-2") == ""


def test_what_was_replaced_can_still_be_saved_elsewhere(path: Path) -> None:
    """The file that was opened may be the last that holds what was written in it."""
    copy, target = path.with_name("copie.mutu"), path.with_name("sauf.mutu")
    shutil.copyfile(path, copy)
    with RegisterFile.open_to_write(path) as register:
        save(register, "N-1")
        copy.replace(path)
        assert saved(register, "N-2") == "replaced_meanwhile"
        assert not register.is_in_place
        register.save_copy(target)
    assert agent("N-1") in facts_in(target)


def test_the_same_state_in_another_file_is_gone_on_with(path: Path) -> None:
    """Programs that synchronise, and some disks, give a file a new number."""
    copy = path.with_name("copie.mutu")
    with RegisterFile.open_to_write(path) as register:
        save(register, "N-1")
        shutil.copyfile(path, copy)
        copy.replace(path)
        assert saved(register, "N-2") == ""
        assert register.is_in_place
    assert {agent("N-1"), agent("N-2")} <= facts_in(path)


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "file_empty"), (b"x" * 200, "file_foreign")], ids=["empty", "foreign"]
)
def test_what_is_no_register_any_more(path: Path, data: bytes, code: str) -> None:
    with RegisterFile.open_to_write(path) as register:
        path.write_bytes(data)
        assert saved(register, "N-1") == code
    assert path.read_bytes() == data


def test_a_file_that_is_gone_is_said_to_be(path: Path) -> None:
    with RegisterFile.open_to_write(path) as register:
        path.rename(path.with_name("ailleurs.mutu"))
        assert saved(register, "N-1") == "file_moved"
        path.with_name("ailleurs.mutu").rename(path)
        assert saved(register, "N-1") == ""


def test_an_act_that_was_taken_back_changes_nothing(path: Path) -> None:
    with RegisterFile.open_to_write(path) as register:
        with suppress(KeyError), register.write() as unit:
            unit.apply(act(), [create(agent("N-1"))])
            raise KeyError
        assert saved(register, "N-1") == ""
        assert saved(register, "N-2") == ""
