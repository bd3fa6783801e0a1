"""The command `check`: what it finds, and that it changes nothing."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from mutudesk.storage.register_file import RegisterFile
from tests.builders import digest
from tests.e2e.command_runs import MANDATES, accepted, refused, refused_here, run

if TYPE_CHECKING:
    from pathlib import Path


def test_check_lists_warnings_and_changes_nothing(demo: Path) -> None:
    before = digest(demo), demo.stat().st_mtime_ns
    done = run("check", db=demo)
    assert done.returncode == 0
    assert len(done.stdout.decode().splitlines()) >= 1
    assert (digest(demo), demo.stat().st_mtime_ns) == before
    assert [each.name for each in demo.parent.iterdir()] == [demo.name]


def test_check_finds_a_broken_rule_and_a_changed_journal(register: Path) -> None:
    with closing(sqlite3.connect(register)) as connection:
        connection.execute("UPDATE position SET working_time = 1 WHERE id = 1")
        connection.execute("DROP TRIGGER journal_append_only_update")
        connection.execute("UPDATE journal SET who = 'x' WHERE seq = 3")
        connection.commit()
    before = digest(register)
    done = run("check", db=register)
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert len(lines) >= 3
    assert digest(register) == before


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + bytes(200), b"\xff" * 5_000])
def test_check_writes_not_even_to_a_file_that_is_no_register(
    tmp_path: Path, content: bytes, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "registre.mutu"
    path.write_bytes(content)
    assert len(refused_here(capsysbinary, path, "check")) == 1
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_writing_command_is_refused_while_a_window_holds_the_file(register: Path) -> None:
    given = register.with_name("mandats.csv")
    given.write_text(MANDATES)
    with RegisterFile.open_to_write(register):
        (line,) = refused("import", "mandates", given, db=register)
        accepted("import", "mandates", given, "--dry-run", db=register)
        accepted("authorities", "--on", "2016-09-01", db=register)
        assert run("check", db=register).returncode == 0
    assert os.uname().nodename in line
