"""Each call of the disk failed in turn: what is said is true, and nothing is half or left over."""

from __future__ import annotations

import errno
import random
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tests.faults import calls
from tests.faults.forks import Board, call, in_time
from tests.faults.recordings import lay
from tests.faults.results import Result
from tests.faults.running import PLACE, recorded, states_of, work_folder
from tests.faults.scenarios import at_home
from tests.faults.shim import Shim
from tests.faults.verdicts import Judge, Ran

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.disk import Tree
    from tests.faults.scenarios import Scenario

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
        recording, place = recorded(scenario, folder), folder / PLACE
        judge = Judge(scenario, states_of(scenario, recording, folder), place)
        for fault in FAULTS:
            run = partial(_ran, scenario, recording.before, place, fault)
            count = run(0).counted
            limit = most or (count if fault is FAULTS[0] else _MOST)
            for at in sorted(chance.sample(range(1, count + 1), min(count, limit))):
                find = partial(
                    judge.after_fault,
                    run(at),
                    can_clear=fault.leaves_means,
                    before=recording.before.files,
                )
                result.add(in_time(find), f"{fault.name}, call {at} of {count}")
    return result


def _ran(scenario: Scenario, before: Tree, place: Path, fault: Fault, at: int) -> Ran:
    """Run a scenario with the `at`th call failing; 0 counts the calls."""
    lay(before, place)
    board = Board()

    def work() -> int:
        shim = Shim()
        with at_home(place):
            shim.watch(place)
            shim.fail(fault, at)
            try:
                return scenario.acts(place, board.tell)
            finally:
                board.leave(shim.counted(), shim.failed())
                shim.rest()

    outcome = call(work)
    return Ran(outcome, board.told, board.counted, board.failed_kind)
