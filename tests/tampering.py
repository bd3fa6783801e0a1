"""Registers changed by somebody who knows SQL."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

# What checks a file: it gives the exit code, the codes and the words.
Checked: TypeAlias = Callable[[Path], tuple[int, set[str], str]]


_INSERT = (
    "INSERT INTO journal (seq, act, at, who, action, why, kind, number, record, salt, data, digest,"
    " hash) VALUES "
)


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


def without_a_word(path: Path, *statements: str) -> None:
    """Run statements as any tool would, with the triggers as they are."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def rewritten(path: Path, of: str, old: str, new: str) -> None:
    """Change the statement that a table or trigger was made with, behind the back of SQLite."""
    without_a_word(
        path,
        "PRAGMA writable_schema=ON",
        f"UPDATE sqlite_schema SET sql = replace(sql, '{old}', '{new}') WHERE name = '{of}'",  # noqa: S608
    )


def sealed_again(path: Path, *statements: str) -> None:
    """Change the journal, number its lines anew and seal them as the program would."""
    tamper(path, *statements)
    with closing(sqlite3.connect(path)) as connection:
        every = "SELECT seq, act, at, who, action, why, kind, number, record, data FROM journal"
        rows = connection.execute(every + " ORDER BY seq").fetchall()
    begun: dict[int, int] = {}
    lines, previous = [], "0" * 64
    for seq, (_, act, at, who, action, why, kind, number, record, data) in enumerate(rows, 1):
        first = begun.setdefault(act, seq)
        salt = secrets.token_hex(8)
        digest = _sha256(salt, record, why, data)
        previous = _sha256(previous, seq, first, at, who, action, kind, number, digest)
        lines.append(
            (seq, first, at, who, action, why, kind, number, record, salt, data, digest, previous)
        )
    values = [f"({', '.join(_quoted(each) for each in line)})" for line in lines]
    tamper(path, "DELETE FROM journal", *(_INSERT + each for each in values))


def _sha256(*parts: object) -> str:
    return sha256("\x1f".join(map(str, parts)).encode()).hexdigest()


def _quoted(value: object) -> str:
    return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"
