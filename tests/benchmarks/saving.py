"""Saving one corrected record, against a bare commit of the same two rows in the same mode.

`python -m tests.benchmarks.saving ours|floor FILE COUNT` saves COUNT times, for strace to count.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mutudesk.domain.agents import Agent
from mutudesk.domain.changes import correct
from mutudesk.usecases.creation import create_demonstration
from mutudesk.usecases.opening import open_to_write
from mutudesk.usecases.queries import agent_record
from mutudesk.usecases.recording import record
from tests.benchmarks.registers import connect_safely
from tests.benchmarks.timing import Effort, Figure, Result, Skipped, compare

if TYPE_CHECKING:
    import sqlite3

    from mutudesk.usecases.session import Session

MATRICULE = "A-0377"
SYNCED = re.compile(r"f(?:data)?sync\(")


def run(effort: Effort) -> list[Result | Figure | Skipped]:
    """The time of one save, and how often each asks the disk to keep what it got."""
    path = effort.folder / "saving.mutu"
    create_demonstration(path)
    bare = effort.folder / "saving-bare.mutu"
    shutil.copy(path, bare)
    with open_to_write(path) as session, closing(connect_safely(bare)) as base:
        form = Form(session)
        time = compare(
            "save one record (rules, journal, one transaction)",
            lambda: save_bare(base),
            form.save,
            target=4,
            rounds=effort.rounds(100),
            prepare=form.read,
        )
    return [time, *_syncs(path, bare)]


class Form:
    """An agent's form: his record is read when it is opened, and corrected when it is saved."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def read(self) -> None:
        """Read the agent as he is stored now."""
        (self._stored,) = agent_record(self._session, MATRICULE).of(Agent)

    def save(self) -> None:
        """Correct his name."""
        agent = self._stored.fact
        name = "Garnier" if agent.last_name != "Garnier" else "Benali"
        record(self._session, [correct(self._stored, replace(agent, last_name=name))], "correct")


def save_bare(base: sqlite3.Connection) -> None:
    """Change a row and add a line of the journal's size."""
    base.execute("BEGIN IMMEDIATE")
    base.execute(
        "UPDATE agent SET last_name = 'x' || id, name_fold = 'x' || id || ' ' || row_version,"
        " row_version = row_version + 1 WHERE matricule = ?",
        (MATRICULE,),
    )
    base.execute(
        "INSERT INTO journal SELECT max(seq) + 1, max(seq) + 1, '2026-01-01T00:00:00+00:00', 'x',"
        " 'correct', '', 'agent', 1, ?, 'x', printf('%0300d', 1), hash, hash FROM journal",
        (MATRICULE,),
    )
    base.execute("COMMIT")


def _syncs(path: Path, bare: Path) -> list[Result | Figure | Skipped]:
    name = "fsyncs of one save"
    strace = shutil.which("strace")
    if strace is None:
        return [Skipped(name, "no strace here")]
    counts = {}
    for way, file in (("floor", bare), ("ours", path)):
        few, many = _count(strace, way, file, 1), _count(strace, way, file, 11)
        counts[way] = (many - few) / 10
    if not counts["floor"]:
        return [Skipped(name, "strace may not look here")]
    return [Figure(name, counts["ours"], "times", counts["floor"])]


def _count(strace: str, way: str, path: Path, times: int) -> int:
    command = [strace, "-f", "-qq", "-e", "trace=fsync,fdatasync", sys.executable]
    command += ["-m", "tests.benchmarks.saving", way, str(path), str(times)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return len(SYNCED.findall(done.stderr))


def _main(way: str, path: Path, times: int) -> None:
    if way == "ours":
        with open_to_write(path) as session:
            form = Form(session)
            for _ in range(times):
                form.read()
                form.save()
        return
    with closing(connect_safely(path)) as base:
        for _ in range(times):
            save_bare(base)


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
