"""Killed at any moment: taking files in on the command line, and a session of acts."""

from __future__ import annotations

import random
import signal
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from mutudesk.usecases.opening import open_to_write
from tests.faults.forks import Board, Child, in_time
from tests.faults.recordings import lay
from tests.faults.register_scenarios import IMPORT, REGISTER, SAVE, steps
from tests.faults.results import Result
from tests.faults.running import PLACE, recorded, states_of, work_folder
from tests.faults.scenarios import at_home
from tests.faults.verdicts import Judge

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.disk import Tree
    from tests.faults.scenarios import Scenario, Tell

_AGENTS = 12  # of a session, with five acts each
_LATER = 1.1  # times the time of the whole work, so that some kills come too late


def _many_acts(folder: Path, tell: Tell) -> int:
    with open_to_write(folder / REGISTER) as session:
        for number in range(_AGENTS):
            for each in steps(session, f"P-{number}"):
                each()
                tell()
    return 0


KILLED = (IMPORT, replace(SAVE, name="session", acts=_many_acts))


def kills(scenario: Scenario, count: int, seed: int) -> Result:
    """Kill a scenario so many times."""
    result, chance = Result(), random.Random(f"{scenario.name} {seed}")  # noqa: S311
    with work_folder() as folder:
        recording = recorded(scenario, folder)
        judge = Judge(scenario, states_of(scenario, recording, folder), folder / PLACE)
        begun = time.monotonic()
        _run(judge, recording.before)
        whole = time.monotonic() - begun
        for _ in range(count):
            delay = chance.uniform(0, _LATER * whole)
            code, told = _run(judge, recording.before, delay)
            found = in_time(partial(judge.after_crash, told))
            if code not in {0, -signal.SIGKILL}:
                found.append(f"ends with {code}")
            result.add(found, f"after {delay * 1000:.0f} ms, {told} acts told done")
    return result


def _run(judge: Judge, before: Tree, seconds: float | None = None) -> tuple[int, int]:
    """Run, to the end or for so long; give the exit code and how many acts were told done."""
    lay(before, judge.place)
    board = Board()
    with at_home(judge.place):
        child = Child(lambda: judge.scenario.acts(judge.place, board.tell))
        if seconds is not None:
            time.sleep(seconds)
            child.kill()
        return child.outcome().code, board.told
