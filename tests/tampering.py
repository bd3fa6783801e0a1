"""Registers changed by somebody who knows SQL."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def tamper(path: Path, *statements: str) -> None:
    """Change rows with triggers and checks out of the way; the triggers are there afterwards."""
    with closing(sqlite3.connect(path)) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("PRAGMA foreign_keys=OFF")
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        for _, sql in triggers:
            if sql.split(" ON ")[1].split()[0] in tables:
                connection.execute(sql)
        connection.commit()
