"""A register of a former schema: read as it is, brought up to date on demand, never hurt."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.agents import Agent
from mutudesk.domain.changes import create, delete
from mutudesk.domain.codes import fold
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.listings import ListQuery
from mutudesk.domain.records import RECORDED, Kind, kind_of
from mutudesk.domain.register import Register
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.storage import migrating, migrations
from mutudesk.storage.backup_list import backups_of
from mutudesk.storage.journal import broken_links
from mutudesk.storage.lock import WriterLock
from mutudesk.storage.register_file import RegisterFile
from mutudesk.storage.schema import REVISION
from mutudesk.usecases import queries
from mutudesk.usecases.checking import check_register
from mutudesk.usecases.exporting import export_folder
from mutudesk.usecases.opening import open_former, open_register, open_to_write
from tests.builders import (
    AUBIERE,
    EPCI,
    act,
    agent,
    all_stored,
    create_register,
    day,
    digest,
    make_register,
    one_stored,
    reading,
    world,
    writing,
)
from tests.exchange.later_columns import without_later_columns
from tests.tampering import tamper

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

DATA = Path(__file__).resolve().parents[1] / "data"
FROZEN = DATA / "first_schema.mutu"
NOW = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    """A register written by the first version of the program, with awkward rows."""
    folder = tmp_path / "registres"
    folder.mkdir()
    return Path(shutil.copy(FROZEN, folder / "ancien.mutu"))


def rows(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(statement).fetchall()


def schema_of(path: Path) -> dict[str, str]:
    found = rows(path, "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {str(name): str(sql) for name, sql in found}


def left(path: Path) -> set[str]:
    """Name what lies beside a file, its lock apart."""
    return {each.name for each in path.parent.iterdir()} - {path.name, f".{path.name}.lock"}


def upgraded(path: Path) -> Path:
    RegisterFile.open_to_write(path, upgrade_at=NOW).close()
    return path


# Read as it is ------------------------------------------------------------------------------------


def test_an_old_file_is_read_and_checked_without_a_byte_written(old_file: Path) -> None:
    before = digest(old_file)
    with reading(old_file) as session:
        session.register.require_sound()
        report = check_register(session)
        kinds = {kind_of(each.fact) for each in all_stored(session)}
        assert session.register.path == old_file
    assert report.refusals == []
    assert {each.code for each in report.warnings} == {
        "mandate_vacant",
        "membership_project",
        "shares_undistributed",
        "ground_does_not_fit",
        "retroactive_effect",
    }
    assert kinds == set(RECORDED)
    assert digest(old_file) == before
    assert left(old_file) == set()


def test_an_old_file_keeps_its_awkward_rows(old_file: Path) -> None:
    with reading(old_file) as session:
        query = ListQuery(day("2018-03-01"), search="oehler")
        (row,) = queries.agents(session, query).first(10)
        assert (row.matricule, row.last_name) == ("R&D", "Œhler <b>&\"'")
        assert fold(row.last_name).startswith("oehler")
        lines = queries.authority_lines(session, ListQuery(day("2018-03-01")))
    assert {(line.operational.siren, line.operational.acting) for line in lines} >= {
        (AUBIERE, True),
        (EPCI, False),
    }


def test_an_old_file_is_exported_as_ever(old_file: Path, tmp_path: Path) -> None:
    with reading(old_file) as session:
        written = export_folder(session, tmp_path / "before")
    assert len(written) == len(ExchangeKind)
    with writing(upgraded(old_file)) as session:
        export_folder(session, tmp_path / "after")
    for kind in ExchangeKind:
        frozen = (DATA / "first_schema" / f"{kind.value}.csv").read_bytes()
        before = (tmp_path / "before" / f"{kind.value}.csv").read_bytes()
        assert without_later_columns(before, kind, frozen) == frozen, kind
        assert (tmp_path / "after" / f"{kind.value}.csv").read_bytes() == before, kind


def test_no_private_copy_is_left(old_file: Path) -> None:
    def copies() -> list[Path]:
        return list(migrating.copies_folder().glob(f"mutudesk-lecture-{os.getpid()}-*"))

    with reading(old_file):
        (copy,) = copies()
        assert stat.S_IMODE(copy.stat().st_mode) == 0o700
    assert copies() == []


def test_private_copies_of_the_dead_are_swept(old_file: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    dead = migrating.copies_folder() / f"mutudesk-lecture-{gone.pid}-x"
    alive = migrating.copies_folder() / f"mutudesk-lecture-{os.getppid()}-x"
    for folder in (dead, alive):
        folder.mkdir()
        (folder / "ancien.mutu").write_bytes(b"x")
    with reading(old_file):
        assert not dead.exists()
        assert alive.exists()
    shutil.rmtree(alive)


def test_a_protected_file_is_read(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest(old_file)
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path != old_file and access(path, mode))
    opened = open_register(old_file)
    with opened.session as session:
        assert all_stored(session)
        assert not session.register.is_writable
    assert opened.read_only_because is not None
    assert opened.read_only_because.code == "file_read_only"
    assert digest(old_file) == before


# Brought up to date -------------------------------------------------------------------------------


def test_nothing_is_upgraded_unasked(old_file: Path) -> None:
    before = digest(old_file)
    with pytest.raises(RefusedError) as refused:
        open_register(old_file)
    (finding,) = refused.value.findings
    assert finding.code == "file_older"
    assert finding.values["found"] == "0001"
    assert finding.values["known"] == REVISION
    opened = open_former(old_file, finding)
    assert opened.read_only_because is finding
    assert not opened.session.register.is_writable
    opened.session.register.close()
    assert digest(old_file) == before
    assert left(old_file) == set()


def test_upgrading_makes_a_backup_and_the_schema_of_a_new_register(
    old_file: Path, tmp_path: Path
) -> None:
    opened = open_register(old_file, upgrade=True)
    opened.session.register.close()
    assert opened.read_only_because is None
    create_register(tmp_path / "new.mutu", world())
    assert schema_of(old_file) == schema_of(tmp_path / "new.mutu")
    for each in ("SELECT * FROM sqlite_stat1 ORDER BY tbl, idx", "PRAGMA application_id"):
        assert rows(old_file, each) == rows(tmp_path / "new.mutu", each)
    (backup,) = backups_of(old_file)
    for table in ("alembic_version", "journal", "register"):
        every = f"SELECT * FROM {table}"  # noqa: S608 - a name of ours
        assert rows(backup.path, every) == rows(FROZEN, every)
    assert left(old_file) == set()


def test_writing_commands_upgrade(old_file: Path) -> None:
    with open_to_write(old_file) as session, session.register.read() as unit:
        assert list(broken_links(unit.connection)) == []
    assert rows(old_file, "SELECT version_num FROM alembic_version") == [(REVISION,)]


def test_facts_and_journal_are_what_they_were(old_file: Path) -> None:
    former = "seq, act, at, who, action, why, kind, record, salt, data"
    before = rows(old_file, f"SELECT {former} FROM journal ORDER BY seq")  # noqa: S608
    with reading(old_file) as session:
        facts = {each.fact for each in all_stored(session)}
    upgraded(old_file)
    with reading(old_file) as session:
        assert {each.fact for each in all_stored(session)} == facts
        with session.register.read() as unit:
            assert list(broken_links(unit.connection)) == []
            (own,) = unit.facts([Kind.REGISTER])
    after = rows(old_file, f"SELECT {former} FROM journal WHERE seq > 0 ORDER BY seq")  # noqa: S608
    assert after[:-1] == before
    assert after[-1][4:8] == ("migration", "", "register", EPCI)
    assert isinstance(own.fact, Register)
    assert len(own.fact.identity) == 32


def test_the_head_holds_the_former_seal(old_file: Path) -> None:
    ((seal,),) = rows(old_file, "SELECT hash FROM journal ORDER BY seq DESC LIMIT 1")
    upgraded(old_file)
    head = rows(old_file, "SELECT seq, action, why, data FROM journal ORDER BY seq LIMIT 1")
    assert head == [(0, "migration", seal, None)]


def test_records_have_the_numbers_of_their_rows(old_file: Path) -> None:
    upgraded(old_file)
    created = rows(
        old_file,
        "SELECT number, record FROM journal WHERE kind = 'agent' AND data LIKE '[null,%'",
    )
    ids = {each[0]: each[1] for each in rows(old_file, "SELECT matricule, id FROM agent")}
    assert {record: number for number, record in created if record in ids} == ids
    # One that is gone keeps a number of its own.
    for kind in ("agent", "position", "mandate", "assignment"):
        numbers = rows(
            old_file,
            f"SELECT number FROM journal WHERE kind = '{kind}' AND data LIKE '[null,%'",  # noqa: S608
        )
        assert len(set(numbers)) == len(numbers)


def test_links_mode_and_owner_stay(old_file: Path, tmp_path: Path) -> None:
    old_file.chmod(0o640)
    link = tmp_path / "lien.mutu"
    link.symlink_to(old_file)
    upgraded(link)
    assert link.is_symlink()
    assert stat.S_IMODE(old_file.stat().st_mode) == 0o640
    assert rows(old_file, "SELECT version_num FROM alembic_version") == [(REVISION,)]


def test_upgrading_twice_changes_nothing(old_file: Path) -> None:
    assert digest(upgraded(old_file)) == digest(upgraded(old_file))


def test_what_a_cut_migration_left_is_swept(old_file: Path) -> None:
    (old_file.parent / ".ancien.mutu.4194999.partial").write_bytes(b"half")
    (old_file.parent / ".ancien.mutu.4194999.partial-journal").write_bytes(b"half")
    upgraded(old_file)
    assert left(old_file) == set()


# What can go wrong --------------------------------------------------------------------------------


def _fail(*_arguments: object, **_options: object) -> None:
    raise OSError(28, "No space left on device")


STEPS: dict[str, tuple[object, str]] = {
    "copying": (migrating, "copy_checked"),
    "migrating": (migrations, "upgrade"),
    "syncing": (os, "fsync"),
    "taking its place": (Path, "replace"),
}


@pytest.mark.parametrize("step", STEPS)
def test_a_failure_leaves_the_file_as_it_was(
    old_file: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(old_file)
    owner, name = STEPS[step]
    with monkeypatch.context() as patch:
        patch.setattr(migrating, "take_backup", lambda *_: None, raising=False)
        patch.setattr("mutudesk.storage.register_file.take_backup", lambda *_arguments: None)
        patch.setattr(owner, name, _fail)
        with pytest.raises(RefusedError) as refused:
            upgraded(old_file)
    assert refused.value.findings[0].code == "disk_full"
    assert digest(old_file) == before
    assert left(old_file) == set()
    assert rows(upgraded(old_file), "SELECT version_num FROM alembic_version") == [(REVISION,)]


def _lose_an_agent(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM service_origin")


def _change_a_name(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE agent SET last_name = 'X' WHERE id = 1")


def _change_the_journal(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TRIGGER journal_append_only_update")
    connection.execute("UPDATE journal SET data = '[null,null]' WHERE seq = 3")


@pytest.mark.parametrize("harm", [_lose_an_agent, _change_a_name, _change_the_journal])
def test_a_migration_that_loses_something_is_not_taken(
    old_file: Path,
    harm: Callable[[sqlite3.Connection], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before, upgrade = digest(old_file), migrations.upgrade

    def harmful(connection: object) -> None:
        upgrade(connection)  # type: ignore[arg-type] # passed on
        harm(connection.connection.driver_connection)  # type: ignore[attr-defined]

    monkeypatch.setattr(migrations, "upgrade", harmful)
    with pytest.raises(RefusedError) as refused:
        upgraded(old_file)
    assert refused.value.findings[0].code == "migration_failed"
    assert digest(old_file) == before
    assert left(old_file) == set()


def test_a_line_that_was_changed_is_still_found_afterwards(old_file: Path) -> None:
    tamper(old_file, "UPDATE journal SET who = 'quelqu’un' WHERE seq = 40")
    with reading(old_file) as session, session.register.read() as unit:
        assert list(broken_links(unit.connection)) == [40]
    with writing(upgraded(old_file)) as session, session.register.read() as unit:
        assert list(broken_links(unit.connection)) == [40]


def test_another_writer_keeps_its_file(old_file: Path) -> None:
    lock = WriterLock(old_file)
    lock.acquire()
    try:
        with pytest.raises(RefusedError) as refused:
            upgraded(old_file)
        assert refused.value.findings[0].code == "locked_by"
        with reading(old_file) as session:
            assert all_stored(session)
    finally:
        lock.release()


# The journal afterwards ---------------------------------------------------------------------------


def test_a_number_is_never_given_twice(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    numbers = []
    with writing(path) as session:
        for _round in range(2):
            with session.register.write() as unit:
                unit.apply(act("create"), [create(agent("Z-9"))])
            stored = one_stored(session, Agent, matricule="Z-9")
            numbers.append(stored.id)
            with session.register.write() as unit:
                unit.apply(act("delete"), [delete(stored)])
    assert numbers[0] != numbers[1]
    told = rows(path, "SELECT number FROM journal WHERE record = 'Z-9' ORDER BY seq")
    assert [number for (number,) in told] == [numbers[0]] * 2 + [numbers[1]] * 2


def test_a_line_half_forgotten_is_found(old_file: Path) -> None:
    upgraded(old_file)
    with closing(sqlite3.connect(old_file)) as connection:
        connection.execute("DROP TRIGGER journal_append_only_update")
        connection.execute("UPDATE journal SET why = NULL, data = NULL WHERE seq = 20")
        connection.execute(
            "UPDATE journal SET salt = NULL, record = NULL, why = NULL, data = NULL WHERE seq = 21"
        )
        connection.commit()
    with reading(old_file) as session, session.register.read() as unit:
        assert list(broken_links(unit.connection)) == [20]
