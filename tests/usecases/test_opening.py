"""Opening to write where that is possible, else to read; closing with a copy."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.changes import create
from mutudesk.domain.findings import RefusedError
from mutudesk.storage.backup_list import backups_of
from mutudesk.storage.register_file import RegisterFile
from mutudesk.usecases import backing_up
from mutudesk.usecases.opening import (
    close_register,
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


def test_nothing_changed_since_the_backup_and_no_other_is_made(path: Path) -> None:
    close_register(open_register(path).session)  # nobody had made one yet
    (first,) = backups_of(path)
    close_register(open_register(path).session)
    assert backups_of(path) == [first]


def test_what_a_killed_session_wrote_is_backed_up_by_the_next_one(path: Path) -> None:
    killed = open_register(path).session
    record(killed, [create(agent("A-2"))], "record")
    killed.register.close()
    close_register(open_register(path).session)
    assert facts_in(backups_of(path)[0].path) == set(world(agent("A-2")))


def test_a_change_is_copied_at_closing(path: Path) -> None:
    session = open_register(path).session
    session.now = lambda: NOW
    record(session, [create(agent("A-2"))], "record")
    close_register(session)
    with open_to_read(path) as again:
        assert last_backup(again) == NOW
    (copy,) = backups_of(path)
    assert facts_in(copy.path) == set(world(agent("A-2")))


def test_the_register_stays_open_where_no_backup_can_be_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise RefusedError

    session = open_register(path).session
    record(session, [create(agent("A-2"))], "record")
    monkeypatch.setattr(backing_up, "take_backup", full)
    with pytest.raises(RefusedError):
        close_register(session)
    record(session, [create(agent("A-3"))], "record")
    monkeypatch.undo()
    close_register(session)
    assert agent("A-3") in facts_in(backups_of(path)[0].path)
    with RegisterFile.open_to_write(path) as register:
        assert register.is_writable
