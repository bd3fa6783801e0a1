"""Each call of the disk failed in turn: what is said is true, and nothing is half or left over."""

from __future__ import annotations

import errno
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.faults import calls
from tests.faults.forks import Board, TooLongError, at_most, call
from tests.faults.judging import UnsoundError, left_over, problems_of_seals
from tests.faults.power import SECONDS, after_next_write
from tests.faults.recordings import lay
from tests.faults.results import Result
from tests.faults.running import PLACE, recorded, states_of, work_folder
from tests.faults.sayings import DONE, Refusal, of_saying, untrue_of_done
from tests.faults.scenarios import at_home
from tests.faults.shim import Shim

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.faults.disk import Tree
    from tests.faults.forks import Outcome
    from tests.faults.scenarios import Parts, Scenario

_MOST = 100  # calls that fail in each way but the first, which fails all
_SPACE = calls.CREATE + calls.GROW + calls.LINK + calls.MAKE_FOLDER


@dataclass(frozen=True, slots=True)
class Fault:
    """What a disk answers to calls of some kinds: once, or from then on; a part may be written."""

    name: str
    kinds: str
    number: int
    for_good: bool = False
    is_short: bool = False

    @property
    def leaves_means(self) -> bool:
        """Tell whether the program can still clear up after itself."""
        return not self.for_good or self.kinds == _SPACE


FAULTS = (
    Fault("EIO once", calls.EVERY, errno.EIO),
    Fault("EIO for good", calls.EVERY, errno.EIO, for_good=True),
    Fault("ENOSPC for good", _SPACE, errno.ENOSPC, for_good=True),
    Fault("ENOSPC, short write", _SPACE, errno.ENOSPC, for_good=True, is_short=True),
    Fault("EDQUOT for good", _SPACE + calls.SYNC, errno.EDQUOT, for_good=True),
)


def failing(scenario: Scenario, most: int | None, seed: int) -> Result:
    """Fail each call of a scenario in turn; in the other ways, and with `most`, that many."""
    result, chance = Result(), random.Random(f"{scenario.name} {seed}")  # noqa: S311
    with work_folder() as folder:
        recording = recorded(scenario, folder)
        states = states_of(scenario, recording, folder)
        trial = Trial(scenario, recording.before, states, folder / PLACE)
        for fault in FAULTS:
            count = trial.run(fault, 0).counted
            limit = most or (count if fault is FAULTS[0] else _MOST)
            for at in sorted(chance.sample(range(1, count + 1), min(count, limit))):
                result.add(trial.problems(fault, at), f"{fault.name}, call {at} of {count}")
    return result


@dataclass(frozen=True, slots=True)
class _Ran:
    """How a run with a fault ended: what was said, how many acts were told done, what failed."""

    outcome: Outcome
    told: int
    counted: int
    failed_kind: str


@dataclass(frozen=True, slots=True)
class Trial:
    """Runs a scenario with faults; `states` are what a user sees after each act without one."""

    scenario: Scenario
    before: Tree
    states: list[Parts]
    place: Path

    def run(self, fault: Fault, at: int) -> _Ran:
        """Run with the `at`th call failing; 0 counts the calls."""
        lay(self.before, self.place)
        board = Board()

        def work() -> int:
            shim = Shim()
            with at_home(self.place):
                shim.watch(self.place)
                shim.fail(fault, at)
                try:
                    return self.scenario.acts(self.place, board.tell)
                finally:
                    board.leave(shim.counted(), shim.failed())
                    shim.rest()

        outcome = call(work)
        return _Ran(outcome, board.told, board.counted, board.failed_kind)

    def problems(self, fault: Fault, at: int) -> list[str]:
        """What is wrong after the `at`th call failed."""
        ran = self.run(fault, at)
        found = [*of_saying(ran.outcome)]
        with at_home(self.place):
            try:
                with at_most(SECONDS):
                    if fault.leaves_means and ran.failed_kind != calls.REMOVE:
                        names = left_over(self.place, self.before.files)
                        found += [f"left over: {name}" for name in names]
                    found += self._untrue(ran)
                    found += problems_of_seals(self.place)
                    found += after_next_write(self.scenario, self.place)
            except UnsoundError as problem:
                found.append(f"not sound: {problem}")
            except TooLongError:
                found.append("hangs")
        return [f"{each} ({ran.failed_kind})" for each in found]

    def _untrue(self, ran: _Ran) -> Iterator[str]:
        parts, done = self.scenario.parts(self.place), self.states[ran.told]
        if ran.outcome.code == DONE:
            said, ahead = ran.outcome.out + ran.outcome.err, self.scenario.ahead
            yield from untrue_of_done(said, parts, self.states[-1], ahead)
            return
        after = self.states[min(ran.told + 1, len(self.states) - 1)]
        refusal = Refusal(ran.outcome, done, after, self.scenario.ahead)
        yield from refusal.untrue(parts, self.place)
