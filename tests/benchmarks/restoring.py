"""Putting a backup of 100,000 agents in the place of its register, against making the copy."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.storage.backup import save_copy
from mutudesk.storage.putting_back import put_back
from mutudesk.storage.seals import read_seal
from mutudesk.usecases.importing import import_file
from mutudesk.usecases.opening import open_to_write
from tests.benchmarks.registers import agents_csv, make_register
from tests.benchmarks.timing import Effort, Result, compare

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def run(effort: Effort) -> list[Result]:
    """Verified, put in place of a damaged register, which is kept aside."""
    agents = 10_000 if effort.quick else 100_000
    os.environ["XDG_DATA_HOME"] = str(effort.folder / "data")
    path = make_register(effort.folder / "register.mutu", 0, assigned=False)
    with open_to_write(path) as session:
        import_file(session, ExchangeKind.AGENTS, agents_csv(effort.folder / "a.csv", agents))
    copy = save_copy(path, effort.folder / "copy.mutu")
    numbers = count()
    return [
        compare(
            f"restore, {agents:,} agents",
            lambda: save_copy(path, effort.folder / f"copy-{next(numbers)}.mutu"),
            lambda: _restore(copy, effort.folder / f"damaged-{next(numbers)}.mutu"),
            target=2,
            rounds=effort.rounds(5),
        )
    ]


def _restore(copy: Path, damaged: Path) -> None:
    damaged.write_bytes(bytes(1_000))
    put_back(copy, read_seal(copy), damaged, NOW)
