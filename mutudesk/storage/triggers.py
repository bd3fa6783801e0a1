"""What the database itself refuses, whoever writes: overlapping periods, a rewritten journal.

The rules of the domain say it in words first; these triggers are the belt. `install` may be run at
any time: migrations call it last, because rebuilding a table loses its triggers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.storage.tables import Base
from mutudesk.storage.tables.base import ALONE

if TYPE_CHECKING:
    from sqlalchemy import Connection

# table -> columns that together may hold only once a day
EXCLUSIVE: dict[str, tuple[str, ...]] = {
    table.name: table.info[ALONE] for table in Base.metadata.sorted_tables if table.info.get(ALONE)
}
OVERLAP = "period_overlap"
APPEND_ONLY = "journal_append_only"


def _overlap(table: str, columns: tuple[str, ...], event: str) -> str:
    same = " AND ".join(f"{column} = NEW.{column}" for column in columns)
    # Every name comes from EXCLUSIVE above, never from a user.
    return (
        f"CREATE TRIGGER {OVERLAP}_{table}_{event.lower()} AFTER {event} ON {table} "  # noqa: S608
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same} AND id <> NEW.id "
        "AND valid_from < NEW.valid_until AND valid_until > NEW.valid_from) "
        f"BEGIN SELECT RAISE(ABORT, '{OVERLAP}'); END"
    )


def _append_only(event: str) -> str:
    return (
        f"CREATE TRIGGER {APPEND_ONLY}_{event.lower()} BEFORE {event} ON journal "
        f"BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END"
    )


def install(connection: Connection) -> None:
    """Create the triggers, replacing older ones of the same names (SQLite).

    A file on its way to the current schema may not have every table yet.
    """
    tables = "SELECT name FROM sqlite_schema WHERE type = 'table'"
    there = {name for (name,) in connection.exec_driver_sql(tables)}
    statements = {
        f"{OVERLAP}_{table}_{event.lower()}": _overlap(table, columns, event)
        for table, columns in EXCLUSIVE.items()
        if table in there
        for event in ("INSERT", "UPDATE")
    }
    statements |= {
        f"{APPEND_ONLY}_{event.lower()}": _append_only(event) for event in ("UPDATE", "DELETE")
    }
    for name, statement in statements.items():
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(statement)
