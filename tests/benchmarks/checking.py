"""Checking a register of 100,000 agents whole, against reading its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.usecases.checking import check_register
from mutudesk.usecases.importing import import_file
from mutudesk.usecases.opening import open_to_read, open_to_write
from mutudesk.usecases.rebuilding import judge_journal
from tests.benchmarks.registers import agents_csv, make_register
from tests.benchmarks.timing import Effort, Result, compare

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.usecases.session import Session


def run(effort: Effort) -> list[Result]:
    """The facts rebuilt from the journal, and all that `check` looks at besides."""
    count = 10_000 if effort.quick else 100_000
    path = _register(effort.folder, count)
    with open_to_read(path, touch=False) as session:
        return [
            compare(
                f"check, {count:,} agents: facts held against the journal",
                lambda: _read(session),
                lambda: _rebuild(session),
                target=3,
                rounds=effort.rounds(5),
            ),
            compare(
                f"check, {count:,} agents: whole, with integrity and rules",
                lambda: _read(session),
                lambda: check_register(session),
                target=3,
                rounds=effort.rounds(5),
            ),
        ]


def _register(folder: Path, count: int) -> Path:
    path = make_register(folder / "checked.mutu", 0, assigned=False)
    with open_to_write(path) as session:
        import_file(session, ExchangeKind.AGENTS, agents_csv(folder / "agents.csv", count))
    return path


def _read(session: Session) -> None:
    with session.register.read() as reading:
        reading.facts()


def _rebuild(session: Session) -> None:
    with session.register.read() as reading:
        if judge_journal(reading, reading.facts()):
            raise RuntimeError("the program's own work was taken for tampering")
