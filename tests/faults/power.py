"""Power cuts: a run is recorded, cut anywhere, and what is left is looked at."""

from __future__ import annotations

import random
from functools import partial
from typing import TYPE_CHECKING

from tests.faults.forks import in_time
from tests.faults.recordings import lay
from tests.faults.results import Result
from tests.faults.running import PLACE, recorded, states_of, work_folder
from tests.faults.verdicts import Judge

if TYPE_CHECKING:
    from tests.faults.scenarios import Scenario


def cuts(scenario: Scenario, count: int, seed: int) -> Result:
    """Cut the power in a scenario so many times."""
    result, chance = Result(), random.Random(f"{scenario.name} {seed}")  # noqa: S311
    with work_folder() as folder:
        recording = recorded(scenario, folder)
        judge = Judge(scenario, states_of(scenario, recording, folder), folder / PLACE)
        for cut in recording.cuts(count, chance):
            lay(cut.tree, judge.place)
            result.add(in_time(partial(judge.after_crash, cut.told)), cut.words)
    return result
