"""Power cuts: a run is recorded, cut anywhere, and what is left is looked at."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.faults.forks import TooLongError, at_most
from tests.faults.judging import UnsoundError, left_over, problems_of_seals
from tests.faults.recordings import lay
from tests.faults.results import Result
from tests.faults.running import PLACE, recorded, states_of, work_folder
from tests.faults.scenarios import at_home, quietly

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.faults.recordings import Cut
    from tests.faults.scenarios import Parts, Scenario

SECONDS = 60


def cuts(scenario: Scenario, count: int, seed: int) -> Result:
    """Cut the power in a scenario so many times."""
    result = Result()
    with work_folder() as folder:
        recording = recorded(scenario, folder)
        judge = Judge(scenario, states_of(scenario, recording, folder), folder / PLACE)
        for cut in recording.cuts(count, random.Random(f"{scenario.name} {seed}")):  # noqa: S311
            result.add(judge.problems(cut), cut.words)
    return result


@dataclass(frozen=True, slots=True)
class Judge:
    """Says what is wrong after a cut; `states` are what a user sees after each act."""

    scenario: Scenario
    states: list[Parts]
    place: Path

    def problems(self, cut: Cut) -> list[str]:
        """What is wrong after a cut; nothing when the register survived it."""
        lay(cut.tree, self.place)
        return self.found(cut.told)

    def found(self, told: int) -> list[str]:
        """What is wrong in the folder as it is, when so many acts were told done."""
        with at_home(self.place):
            try:
                with at_most(SECONDS):
                    return [*self._seen(told), *after_next_write(self.scenario, self.place)]
            except UnsoundError as problem:
                return [f"not sound: {problem}"]
            except TooLongError:
                return ["hangs"]

    def _seen(self, told: int) -> Iterator[str]:
        """Each part is as it was when the last act was told done, or as the next one makes it."""
        parts = self.scenario.parts(self.place)
        done, *begun = self.states[told : told + 2]
        for name in sorted({*parts, *done, *(each for state in begun for each in state)}):
            may_be = [state.get(name) for state in (done, *begun)]
            if parts.get(name) in may_be:
                continue
            earlier = [state.get(name) for state in self.states[:told]]
            is_lost = parts.get(name) in earlier or name not in parts
            yield f"told done and not there: {name}" if is_lost else f"neither old nor new: {name}"
        yield from problems_of_seals(self.place)


def after_next_write(scenario: Scenario, place: Path) -> Iterator[str]:
    """What is wrong once a user has written again. Raises UnsoundError."""
    with quietly() as said:
        code = scenario.again(place)
    if code:
        words = said.getvalue().decode()
        yield f"the next write is refused: {words}"
    scenario.parts(place)
    for name in left_over(place):
        yield f"left after the next write: {name}"
