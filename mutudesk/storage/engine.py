"""Connections to a register file: the settings measured for safety, and explicit transactions.

journal_mode=DELETE with synchronous=EXTRA keeps one portable file and loses no acknowledged commit
on a power cut. A write transaction begins IMMEDIATE, so that what it read cannot change under it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Engine, create_engine, event

from mutudesk.domain.codes import fold

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

BUSY_SECONDS = 15
_SAFE = (
    "foreign_keys=ON",
    "synchronous=EXTRA",
    "fullfsync=ON",  # macOS: a plain fsync does not reach the disk there
    "secure_delete=ON",
    "recursive_triggers=ON",  # INSERT OR REPLACE must not slip past the journal's triggers
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "cache_size=-32000",
)


def connect(
    path: Path, mode: str, *, foreign_keys: bool = True, busy_seconds: float = BUSY_SECONDS
) -> Engine:
    """An engine on the file; `mode` is SQLite's own: ro, rw or rwc. Nothing is opened yet.

    Without `foreign_keys` a table can be made anew; they are checked afterwards. What others do in
    the file is waited for `busy_seconds` at most.
    """
    url = URL.create(
        "sqlite+pysqlite", database=path.absolute().as_uri(), query={"mode": mode, "uri": "true"}
    )
    engine = create_engine(url, connect_args={"timeout": busy_seconds}, hide_parameters=True)
    pragmas = _SAFE if mode == "ro" else ("journal_mode=DELETE", *_SAFE)

    def on_connect(connection: Any, _record: object) -> None:  # noqa: ANN401 - DBAPI connection
        connection.isolation_level = None
        connection.create_function("folded", 1, _folded, deterministic=True)
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
        if not foreign_keys:
            connection.execute("PRAGMA foreign_keys=OFF")

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


@lru_cache(maxsize=4_096)
def _folded(text: str | None) -> str | None:
    """The key of a text that has none in the file; grades and the like repeat a lot."""
    return None if text is None else fold(text)


def _on_begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
