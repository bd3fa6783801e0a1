"""A scenario without a fault: run under the shim, recorded, and what a user sees after each act."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.calls import read_log
from tests.faults.forks import call
from tests.faults.recordings import Recording, lay, tree_of
from tests.faults.scenarios import at_home, nothing, quietly
from tests.faults.shim import Shim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.scenarios import Parts, Scenario

# Everything happens at one path: backups are known by that of their register.
PLACE = "lieu"
_FAST_DISK = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it


@contextmanager
def work_folder() -> Iterator[Path]:
    """A folder of our own, in memory where that can be had."""
    place = _FAST_DISK if _FAST_DISK.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="mutudesk-faults-", dir=place) as folder:
        yield Path(folder)


def recorded(scenario: Scenario, folder: Path) -> Recording:
    """Run a scenario under the shim in a folder, and record it."""
    place, log = folder / PLACE, folder / "log"
    lay_first(scenario, place)
    before = tree_of(place)

    def work() -> int:
        shim = Shim()
        with at_home(place):
            shim.watch(place, log)
            return scenario.acts(place, shim.told)

    outcome = call(work)
    if outcome.code != 0:
        message = f"{scenario.name} fails without a fault: {outcome.code} {outcome.err}"
        raise RuntimeError(message)
    recording = Recording(before, tuple(read_log(log, place)))
    if recording.end() != tree_of(place):
        message = f"{scenario.name}: the shim did not see all that was done"
        raise RuntimeError(message)
    return recording


def lay_first(scenario: Scenario, place: Path) -> None:
    """Put what a scenario begins with into a folder, and nothing else."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    with at_home(place):
        scenario.prepare(place)


def warm_up(scenario: Scenario) -> None:
    """Run a scenario once in this process, so that its forks find everything read and imported."""
    with work_folder() as folder:
        place = folder / PLACE
        lay_first(scenario, place)
        with at_home(place), quietly():
            scenario.acts(place, nothing)
            scenario.parts(place)
            scenario.again(place)


def states_of(scenario: Scenario, recording: Recording, folder: Path) -> list[Parts]:
    """What a user sees at first, and after each act that was told done."""
    place, found = folder / PLACE, []
    for tree in recording.states():
        lay(tree, place)
        with at_home(place):
            found.append(scenario.parts(place))
    return found
