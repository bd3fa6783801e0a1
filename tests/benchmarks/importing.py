"""Taking 100,000 agents in, with rules and journal, against the same rows by `executemany`."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.usecases.importing import import_file
from mutudesk.usecases.opening import open_to_write
from tests.benchmarks.registers import agents_csv, connect_safely, make_register
from tests.benchmarks.timing import Effort, Result, compare

if TYPE_CHECKING:
    from pathlib import Path

TABLES = ("agent", "position")


def run(effort: Effort) -> list[Result]:
    """One transaction each, into the same schema with its indexes, checks and triggers."""
    count = 10_000 if effort.quick else 100_000
    file = agents_csv(effort.folder / "agents.csv", count)
    empty = make_register(effort.folder / "empty.mutu", 0, assigned=False)
    target = effort.folder / "target.mutu"

    def prepare() -> None:
        shutil.copy(empty, target)

    def ours() -> None:
        with open_to_write(target) as session:
            report = import_file(session, ExchangeKind.AGENTS, file)
        if report.created != len(TABLES) * count:
            raise RuntimeError("the file was not taken")

    prepare()
    ours()
    rows = _rows(target)
    return [
        compare(
            f"import of {count:,} agents with journal",
            lambda: _insert(target, rows),
            ours,
            target=5,
            rounds=effort.rounds(5),
            prepare=prepare,
        )
    ]


def _rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as base:
        return {table: base.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}  # noqa: S608 - our tables


def _insert(path: Path, rows: dict[str, list[tuple[object, ...]]]) -> None:
    with closing(connect_safely(path)) as base:
        base.execute("BEGIN IMMEDIATE")
        for table, lines in rows.items():
            marks = ", ".join("?" * len(lines[0]))
            base.executemany(f"INSERT INTO {table} VALUES ({marks})", lines)  # noqa: S608 - our tables
        base.execute("COMMIT")
