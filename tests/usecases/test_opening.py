"""Opening to write where that is possible, else to read; closing with a copy."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.changes import create
from mutudesk.domain.findings import RefusedError
from mutudesk.storage.backup import backups_of
from mutudesk.storage.register_file import RegisterFile
from mutudesk.usecases import opening
from mutudesk.usecases.opening import (
    close_register,
    copy_register,
    last_backup,
    open_register,
    open_to_read,
    open_to_write,
)
from mutudesk.usecases.recording import record
from tests.builders import (
    NOW,
    agent,
    all_stored,
    create_register,
    digest,
    facts_in,
    make_register,
    world,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path / "registres", world())


def test_to_write(path: Path) -> None:
    opened = open_register(path)
    assert opened.read_only_because is None
    assert opened.session.register.is_writable
    close_register(opened.session)


def test_to_read_while_somebody_else_writes(path: Path) -> None:
    with open_to_write(path):
        opened = open_register(path)
        assert opened.read_only_because is not None
        assert opened.read_only_because.code == "locked_by"
        assert {each.fact for each in all_stored(opened.session)} == set(world())
        with pytest.raises(RefusedError):
            record(opened.session, [create(agent("A-2"))], "record")
        close_register(opened.session)


def test_to_read_where_the_file_is_protected(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    opened = open_register(path)
    assert opened.read_only_because is not None
    assert opened.read_only_because.code == "file_read_only"
    assert not opened.session.register.is_writable
    close_register(opened.session)


@pytest.mark.parametrize("content", [b"", b"matricule;nom", b"SQLite format 3\0" + bytes(84)])
def test_what_cannot_be_read_is_not_opened(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(RefusedError):
        open_register(path)
    assert path.read_bytes() == content


def test_a_damaged_file_gives_its_lock_back(path: Path) -> None:
    good = path.read_bytes()
    half = len(good) // 2 // 4096 * 4096
    path.write_bytes(good[:half] + b"\xff" * 4096 + good[half + 4096 :])
    with pytest.raises(RefusedError) as refused:
        open_register(path)
    assert refused.value.findings[0].code == "file_damaged"
    path.write_bytes(good)
    with open_to_write(path) as session:
        assert session.register.is_writable


def test_nothing_changed_and_no_copy_is_made(path: Path) -> None:
    close_register(open_register(path).session)
    assert last_backup(path) is None


def test_a_change_is_copied_at_closing(path: Path) -> None:
    session = open_register(path).session
    session.now = lambda: NOW
    record(session, [create(agent("A-2"))], "record")
    close_register(session)
    assert last_backup(path) == NOW
    (copy,) = backups_of(path)
    assert facts_in(copy.path) == set(world(agent("A-2")))


def test_the_register_is_closed_even_where_no_copy_can_be_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise RefusedError

    session = open_register(path).session
    record(session, [create(agent("A-2"))], "record")
    monkeypatch.setattr(opening, "take_backup", full)
    with pytest.raises(RefusedError):
        close_register(session)
    with RegisterFile.open_to_write(path) as register:
        assert register.is_writable


def test_a_copy_elsewhere(path: Path, tmp_path: Path) -> None:
    with open_to_read(path) as session:
        target = copy_register(session, tmp_path / "copie.mutu")
    assert facts_in(target) == set(world())


def test_a_copy_takes_the_place_of_a_former_copy(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copie.mutu"
    with open_to_write(path) as session:
        copy_register(session, target)
        record(session, [create(agent("A-2"))], "record")
        copy_register(session, target)
    assert facts_in(target) == {*world(), agent("A-2")}


@pytest.mark.parametrize("content", [b"", b"un texte"])
def test_a_copy_takes_the_place_of_what_is_no_register(
    path: Path, tmp_path: Path, content: bytes
) -> None:
    target = tmp_path / "copie.mutu"
    target.write_bytes(content)
    with open_to_read(path) as session:
        copy_register(session, target)
    assert facts_in(target) == set(world())


def test_a_copy_never_takes_the_place_of_another_register(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "autre.mutu"
    create_register(other, world())
    before = digest(other)
    with open_to_read(path) as session, pytest.raises(RefusedError) as refused:
        copy_register(session, other)
    assert refused.value.findings[0].code == "register_in_place"
    assert digest(other) == before


def test_a_copy_that_is_open_to_write_keeps_its_place(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copie.mutu"
    with open_to_read(path) as session:
        copy_register(session, target)
        with open_to_write(target), pytest.raises(RefusedError) as refused:
            copy_register(session, target)
    assert refused.value.findings[0].code == "locked_by"
