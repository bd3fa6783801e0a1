"""The schema has a history: its first revision is frozen, and two ways of making it agree."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mutudesk.resources import resource_path
from mutudesk.storage import migrations, schema, schema_text, triggers
from mutudesk.storage.engine import connect
from mutudesk.storage.header import APPLICATION_ID
from mutudesk.storage.schema_text import clauses_of
from mutudesk.storage.tables import Base

if TYPE_CHECKING:
    from sqlalchemy import Connection

DATA = Path(__file__).resolve().parents[1] / "data"
FROZEN_SQL = DATA / "first_schema.sql"
FROZEN_FILE = DATA / "first_schema.mutu"


def made_by_create(connection: Connection) -> None:
    schema.create_schema(connection)


def made_by_migrations(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    migrations.upgrade(connection)


def made_by_first_revision(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    migrations.upgrade(connection, "0001")


def made_by_second_revision(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    migrations.upgrade(connection, "0002")


def make(path: Path, made: object) -> None:
    assert callable(made)
    engine = connect(path, "rwc")
    with engine.execution_options(write=True).begin() as connection:
        made(connection)
    engine.dispose()


def statements(path: Path) -> dict[str, str]:
    """Every statement that made the file, by kind and name."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
        ).fetchall()
    return {f"{kind} {name}": sql for kind, name, sql in rows}


def comparable(found: dict[str, str]) -> dict[str, object]:
    return {
        name: clauses_of(sql) if name.startswith("table ") else re.sub(r"\s+", " ", sql)
        for name, sql in found.items()
    }


def test_a_new_file_is_what_all_migrations_make(tmp_path: Path) -> None:
    make(tmp_path / "new", made_by_create)
    make(tmp_path / "migrated", made_by_migrations)
    new, migrated = statements(tmp_path / "new"), statements(tmp_path / "migrated")
    assert comparable(new) == comparable(migrated)
    for query in (
        "SELECT * FROM alembic_version",
        "PRAGMA application_id",
        "SELECT * FROM sqlite_stat1 ORDER BY tbl, idx",
    ):
        found = set()
        for name in ("new", "migrated"):
            with closing(sqlite3.connect(tmp_path / name)) as connection:
                found.add(tuple(connection.execute(query).fetchall()))
        assert len(found) == 1, query


def test_the_program_knows_the_newest_revision() -> None:
    assert migrations.head() == schema.REVISION


def test_every_table_of_the_program_is_in_the_file(tmp_path: Path) -> None:
    make(tmp_path / "new", made_by_create)
    tables = {name for name in statements(tmp_path / "new") if name.startswith("table ")}
    assert {f"table {name}" for name in Base.metadata.tables} <= tables


def test_triggers_may_be_installed_again(tmp_path: Path) -> None:
    make(tmp_path / "new", made_by_create)
    before = statements(tmp_path / "new")
    engine = connect(tmp_path / "new", "rw")
    with engine.execution_options(write=True).begin() as connection:
        triggers.install(connection)
    engine.dispose()
    assert statements(tmp_path / "new") == before
    names = {name.removeprefix("trigger ") for name in before if name.startswith("trigger ")}
    assert len(names) == 2 * len(triggers.EXCLUSIVE) + 2


def test_there_is_nothing_before_the_first_revision(tmp_path: Path) -> None:
    from alembic import command

    make(tmp_path / "new", made_by_create)
    engine = connect(tmp_path / "new", "rw")
    with engine.begin() as connection, pytest.raises(NotImplementedError):
        command.downgrade(migrations.configuration(connection), "base")
    engine.dispose()


# Frozen: files of users hold this schema, so neither of the two may ever change. A new schema is a
# new revision, with its own frozen files.


def test_the_first_revision_is_frozen(tmp_path: Path) -> None:
    make(tmp_path / "first", made_by_first_revision)
    frozen = FROZEN_SQL.read_text(encoding="utf-8")
    found = ";\n".join(sql for _, sql in sorted(statements(tmp_path / "first").items())) + ";\n"
    assert found == frozen


def test_the_frozen_file_has_the_frozen_schema() -> None:
    with closing(sqlite3.connect(f"{FROZEN_FILE.as_uri()}?mode=ro&immutable=1", uri=True)) as each:
        (revision,) = each.execute("SELECT version_num FROM alembic_version").fetchone()
        (tables,) = each.execute("SELECT count(*) FROM pragma_table_list WHERE strict").fetchone()
    assert revision == "0001"
    assert tables == len(Base.metadata.tables)


@pytest.mark.parametrize(
    ("revision", "made"),
    [
        ("0001", made_by_first_revision),
        ("0002", made_by_second_revision),
        (schema.REVISION, made_by_create),
    ],
)
def test_what_a_file_is_held_against_is_what_its_revision_made(
    tmp_path: Path, revision: str, made: object
) -> None:
    make(tmp_path / "made", made)
    engine = connect(tmp_path / "made", "ro")
    with engine.connect() as connection:
        found = schema_text.texts_of(connection)
    engine.dispose()
    assert schema_text.deviations(found, revision) == []
    assert found.keys() == schema_text.frozen_texts(revision).keys()


def test_a_new_file_is_to_the_letter_what_it_is_held_against(tmp_path: Path) -> None:
    """Run `python tools/schema.py` for a new revision, and for no other."""
    make(tmp_path / "new", made_by_create)
    found = {k: v for k, v in statements(tmp_path / "new").items() if "sqlite_stat" not in k}
    assert found == schema_text.frozen_texts(schema.REVISION)


def test_every_revision_is_frozen() -> None:
    names = {each.stem for each in resource_path("schemas").iterdir()}
    assert names == {*schema.FORMER, schema.REVISION}
