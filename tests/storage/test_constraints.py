# ruff: noqa: S608 - names of tables and columns are ours
"""What the database itself refuses, whoever writes in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from mutudesk.storage.tables import Base
from mutudesk.storage.triggers import APPEND_ONLY, EXCLUSIVE, OVERLAP
from tests.builders import (
    ROYAT,
    make_register,
    mandate,
    member,
    origin,
    population,
    since,
    terms,
    world,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A register with at least one row in every table, opened by another program."""
    path = make_register(
        tmp_path, world(population(), terms(), origin(), mandate(ROYAT, acting=True))
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA recursive_triggers=ON")
        yield connection


def insert(connection: sqlite3.Connection, table: str, **changes: object) -> None:
    """A copy of the first row of a table with another id and with changes."""
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY id LIMIT 1")
    names = [each[0] for each in cursor.description]
    row = dict(zip(names, cursor.fetchone(), strict=True))
    row |= {"id": connection.execute(f"SELECT max(id) + 1 FROM {table}").fetchone()[0], **changes}
    marks = ", ".join("?" * len(row))
    connection.execute(
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})",
        list(row.values()),
    )


def test_every_table_has_a_row(database: sqlite3.Connection) -> None:
    for table in Base.metadata.tables:
        assert database.execute(f"SELECT count(*) FROM {table}").fetchone()[0], table


# Overlaps -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", EXCLUSIVE)
def test_an_overlap_is_refused_when_inserted(database: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=OVERLAP):
        insert(database, table, valid_from="2199-01-01", valid_until="2199-01-02")


@pytest.mark.parametrize("table", EXCLUSIVE)
def test_an_overlap_is_refused_when_updated(database: sqlite3.Connection, table: str) -> None:
    database.execute(f"UPDATE {table} SET valid_from='2001-01-01', valid_until='2010-01-01'")
    insert(database, table, valid_from="2010-01-01", valid_until="2020-01-01")
    with pytest.raises(sqlite3.IntegrityError, match=OVERLAP):
        database.execute(
            f"UPDATE {table} SET valid_from='2009-12-31' WHERE valid_from='2010-01-01'"
        )
    database.execute(f"UPDATE {table} SET valid_from='2010-01-02' WHERE valid_from='2010-01-01'")


@pytest.mark.parametrize(("table", "column"), [(t, c) for t, cs in EXCLUSIVE.items() for c in cs])
def test_another_owner_may_hold_the_same_days(
    database: sqlite3.Connection, table: str, column: str
) -> None:
    database.execute("PRAGMA foreign_keys=OFF")
    (flag,) = database.execute(f"SELECT {column} FROM {table} ORDER BY id LIMIT 1").fetchone()
    other = 1 - flag if column == "acting" else 999
    if column == "acting":
        database.execute(f"DELETE FROM {table} WHERE {column} = ?", (other,))
    insert(database, table, **{column: other})
    with pytest.raises(sqlite3.IntegrityError, match=OVERLAP):
        insert(database, table, **{column: other})


def test_shares_of_missions_may_overlap(database: sqlite3.Connection) -> None:
    insert(database, "mission_share", share=1)
    insert(database, "mission_share", share=2)


# Periods, dates and types -------------------------------------------------------------------------

DATED = [*EXCLUSIVE, "mission_share"]


@pytest.mark.parametrize("table", DATED)
@pytest.mark.parametrize(
    ("first", "until"),
    [("2017-01-01", "2016-01-01"), ("2017-01-01", "2017-01-01")],
    ids=["upside down", "no day"],
)
def test_a_period_is_upright(
    database: sqlite3.Connection, table: str, first: str, until: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"ck_{table}_period_upright"):
        insert(database, table, valid_from=first, valid_until=until)


@pytest.mark.parametrize("table", DATED)
@pytest.mark.parametrize(
    "text", ["2016-02-30", "2016-13-01", "01/09/2016", "2016-9-1", "20160901", "now", ""]
)
def test_a_day_exists(database: sqlite3.Connection, table: str, text: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed"):
        insert(database, table, valid_from=text, valid_until="9999-12-31")


@pytest.mark.parametrize("table", DATED)
@pytest.mark.parametrize("column", ["valid_from", "valid_until"])
def test_no_end_of_a_period_is_null(database: sqlite3.Connection, table: str, column: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="NOT NULL"):
        insert(database, table, **{column: None})


@pytest.mark.parametrize(
    ("table", "changes", "reason"),
    [
        ("position", {"working_time": 0}, "working_time_range"),
        ("position", {"working_time": 10_001}, "working_time_range"),
        ("position", {"working_time": "beaucoup"}, "cannot store TEXT"),
        ("position", {"status": "chef"}, "ck_position_status"),
        ("assignment", {"share": 0}, "share_range"),
        ("assignment", {"share": 0.5}, "cannot store REAL"),
        ("assignment", {"ground": "autre"}, "ck_assignment_ground"),
        ("mission_share", {"share": 10_001}, "share_range"),
        ("membership", {"level": "moyenne"}, "ck_membership_level"),
        ("membership", {"decided_on": "2016-02-30"}, "decided_on_iso"),
        ("public_body", {"siren": "1", "kind": "mairie"}, "ck_public_body_kind"),
        ("public_body", {"siren": b"1"}, "cannot store BLOB"),
        ("shared_service", {"code": "X", "ground": "L1"}, "ck_shared_service_ground"),
        ("population", {"year": "MMXXII"}, "cannot store TEXT"),
        ("register", {}, "ck_register_single"),
    ],
)
def test_values_are_strict(
    database: sqlite3.Connection, table: str, changes: dict[str, object], reason: str
) -> None:
    if "valid_from" in {row[1] for row in database.execute(f"PRAGMA table_info({table})")}:
        changes = {"valid_from": "1950-01-01", "valid_until": "1950-01-02", **changes}
    with pytest.raises(sqlite3.IntegrityError, match=reason):
        insert(database, table, **changes)


@pytest.mark.parametrize(
    "table", ["public_body", "agent", "shared_service", "mission", "population", "service_origin"]
)
def test_a_key_is_there_once(database: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        insert(database, table)


@pytest.mark.parametrize("table", ["public_body", "shared_service", "mission", "agent"])
def test_what_others_refer_to_stays(database: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        database.execute(f"DELETE FROM {table}")


def test_every_table_is_strict(database: sqlite3.Connection) -> None:
    rows = database.execute("PRAGMA table_list").fetchall()
    loose = {name for _, name, kind, _, _, strict in rows if kind == "table" and not strict}
    assert {name for name in loose if not name.startswith("sqlite_")} == {"alembic_version"}


# The journal --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET who='x' WHERE seq=1",
        "UPDATE journal SET seq=999 WHERE seq=1",
        "DELETE FROM journal WHERE seq=1",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq=1",
    ],
)
def test_the_journal_is_only_added_to(database: sqlite3.Connection, statement: str) -> None:
    before = database.execute("SELECT * FROM journal").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match=APPEND_ONLY):
        database.execute(statement)
    assert database.execute("SELECT * FROM journal").fetchall() == before


def test_a_membership_of_two_agglomerations_is_no_overlap(tmp_path: Path) -> None:
    path = make_register(tmp_path, world(member(ROYAT, since("2020-01-01"), epci="216301135")))
    assert path.exists()
