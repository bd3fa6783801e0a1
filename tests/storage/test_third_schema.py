"""The third revision: a word before a name and a duration come in, and nothing else changes."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mutudesk.domain.bodies import LegalIdentity, LinkWord
from mutudesk.domain.changes import correct
from mutudesk.domain.listings import ListQuery
from mutudesk.domain.services import Membership
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.storage import schema_text
from mutudesk.storage.engine import connect
from mutudesk.storage.journal import broken_links
from mutudesk.storage.register_file import RegisterFile
from mutudesk.storage.schema import REVISION
from mutudesk.usecases import history
from mutudesk.usecases.acts import undoing
from mutudesk.usecases.checking import check_register
from mutudesk.usecases.exporting import export_folder
from mutudesk.usecases.importing import import_folder
from mutudesk.usecases.recording import record
from tests.builders import (
    create_register,
    day,
    digest,
    facts_in,
    one_stored,
    reading,
    world,
    writing,
)
from tests.exchange.later_columns import without_later_columns
from tests.tampering import tamper

pytestmark = pytest.mark.slow

DATA = Path(__file__).resolve().parents[1] / "data"
FORMER = ("first_schema", "second_schema", "third_schema")
NOW = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
ROYAT, CCAS = "216303081", "266300011"


def copied(folder: Path, name: str = "second_schema") -> Path:
    return Path(shutil.copy(DATA / f"{name}.mutu", folder / "ancien.mutu"))


def upgraded(folder: Path, name: str = "second_schema") -> Path:
    path = copied(folder, name)
    RegisterFile.open_to_write(path, upgrade_at=NOW).close()
    return path


def rows(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(statement).fetchall()


def schema_of(path: Path) -> dict[str, str]:
    found = rows(path, "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {str(name): str(sql) for name, sql in found}


def test_the_frozen_file_is_what_the_second_revision_made(tmp_path: Path) -> None:
    engine = connect(copied(tmp_path), "ro")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").all() == [
            ("0002",)
        ]
        found = schema_text.texts_of(connection)
    engine.dispose()
    assert schema_text.deviations(found, "0002") == []


# Brought up to date -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMER)
def test_a_migrated_file_is_to_the_letter_a_new_one(tmp_path: Path, name: str) -> None:
    path = upgraded(tmp_path, name)
    create_register(tmp_path / "new.mutu", world())
    assert schema_of(path) == schema_of(tmp_path / "new.mutu")
    for query in ("PRAGMA application_id", "SELECT * FROM sqlite_stat1 ORDER BY tbl, idx"):
        assert rows(path, query) == rows(tmp_path / "new.mutu", query)
    assert rows(path, "SELECT version_num FROM alembic_version") == [(REVISION,)]


@pytest.mark.parametrize("name", FORMER)
def test_it_is_exported_as_ever_but_for_the_columns_that_came(tmp_path: Path, name: str) -> None:
    with reading(copied(tmp_path, name)) as session:
        export_folder(session, tmp_path / "before")
    with writing(upgraded(tmp_path, name)) as session:
        export_folder(session, tmp_path / "after")
    for kind in ExchangeKind:
        frozen = (DATA / name / f"{kind.value}.csv").read_bytes()
        before = (tmp_path / "before" / f"{kind.value}.csv").read_bytes()
        assert without_later_columns(before, kind, frozen) == frozen, kind
        assert (tmp_path / "after" / f"{kind.value}.csv").read_bytes() == before, kind


def test_the_journal_is_not_touched(tmp_path: Path) -> None:
    every = "SELECT * FROM journal ORDER BY seq"
    assert rows(upgraded(tmp_path), every) == rows(DATA / "second_schema.mutu", every)


@pytest.mark.parametrize("name", FORMER)
def test_lines_older_than_a_field_are_silent_on_it(tmp_path: Path, name: str) -> None:
    path = copied(tmp_path, name)
    before = digest(path)
    with reading(path) as session:
        assert check_register(session).refusals == []
    assert digest(path) == before
    with writing(upgraded(tmp_path, name)) as session:
        assert check_register(session).refusals == []


def test_what_is_written_afterwards_follows_from_them(tmp_path: Path) -> None:
    with writing(upgraded(tmp_path)) as session:
        name = one_stored(session, LegalIdentity, siren=ROYAT)
        joined = one_stored(session, Membership, siren=CCAS)
        assert (name.fact.link_word, joined.fact.duration) == (None, "")
        changes = [
            correct(name, replace(name.fact, link_word=LinkWord.DE)),
            correct(joined, replace(joined.fact, duration="six ans")),
        ]
        record(session, changes, "correct")
        assert check_register(session).refusals == []
        assert one_stored(session, LegalIdentity, siren=ROYAT).fact.link_word is LinkWord.DE
        assert one_stored(session, Membership, siren=CCAS).fact.duration == "six ans"


def test_an_act_before_it_can_still_be_taken_back(tmp_path: Path) -> None:
    path = upgraded(tmp_path)
    with writing(path) as session:
        acts = history.acts(session, ListQuery(day("2026-12-01"))).first(100)
        undoing.undo_act(session, acts[0])
        assert CCAS not in {each.siren for each in facts_in(path) if isinstance(each, Membership)}
        assert check_register(session).refusals == []


def test_a_line_that_was_changed_is_still_found_afterwards(tmp_path: Path) -> None:
    path = copied(tmp_path)
    tamper(path, "UPDATE journal SET who = 'quelqu’un' WHERE seq = 40")
    RegisterFile.open_to_write(path, upgrade_at=NOW).close()
    with reading(path) as session, session.register.read() as unit:
        assert list(broken_links(unit.connection)) == [40]


# Files without the new columns --------------------------------------------------------------------


def test_older_files_keep_what_is_recorded(tmp_path: Path) -> None:
    with writing(upgraded(tmp_path)) as session:
        export_folder(session, tmp_path / "older")
        for kind in ExchangeKind:
            frozen = (DATA / "second_schema" / f"{kind.value}.csv").read_bytes()
            (tmp_path / "older" / f"{kind.value}.csv").write_bytes(frozen)
        name = one_stored(session, LegalIdentity, siren=ROYAT)
        joined = one_stored(session, Membership, siren=CCAS)
        changes = [
            correct(name, replace(name.fact, link_word=LinkWord.D)),
            correct(joined, replace(joined.fact, duration="six ans")),
        ]
        record(session, changes, "correct")
    facts = facts_in(tmp_path / "ancien.mutu")
    with writing(tmp_path / "ancien.mutu") as session:
        import_folder(session, tmp_path / "older")
    assert facts_in(tmp_path / "ancien.mutu") == facts
