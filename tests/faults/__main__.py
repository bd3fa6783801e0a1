"""`python -m tests.faults [NAME ...]`: one table of what was tried, and what survived.

Seeds are fixed, so that a failure is there again; where the program is killed is chance.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tests.faults import shim
from tests.faults.results import Result
from tests.faults.running import warm_up
from tests.faults.scenario_list import SCENARIOS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SEED = 20161130
# What the processes of a run work on: they are forks, and a scenario cannot be sent to another one.
_CHOSEN: list[Job] = []
HEADER = f"{'':<34}{'tried':>7}{'survived':>10}{'seconds':>9}  what failed"


@dataclass(frozen=True, slots=True)
class Job:
    """One line of the table; `words` are the names that choose it."""

    title: str
    words: frozenset[str]
    run: Callable[[], Result]


def main() -> int:
    """Run all that was asked for; return 1 when anything failed."""
    given = _arguments()
    if not shim.is_loaded():
        _with_shim()
    with tempfile.TemporaryDirectory(prefix="mutudesk-faults-") as folder:
        _at_home(Path(folder))
        wanted = set(given.names)
        jobs = [each for each in _jobs(given) if not wanted or wanted & each.words]
        known = {word for each in _jobs(given) for word in each.words}
        if wanted - known:
            _print(f"There is none of these: {', '.join(sorted(wanted - known))}.")
            _print(f"There are: {', '.join(sorted(known))}.")
            return 2
        return int(_run_all(jobs, given))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="a scenario or a kind of fault")
    parser.add_argument("--cuts", type=int, default=300, help="of the power, in each scenario")
    parser.add_argument("--calls", type=int, help="failed in each way; all, once each, unless told")
    parser.add_argument("--kills", type=int, default=120, help="altogether")
    parser.add_argument("--bits", type=int, default=400)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    return parser.parse_args()


def _with_shim() -> NoReturn:
    """Start again with the shim between this program and the disk."""
    try:
        library = shim.compiled()
    except shim.NoShimError as problem:
        sys.exit(str(problem))
    environment = {**os.environ, "LD_PRELOAD": str(library)}
    command = [sys.executable, "-m", "tests.faults", *sys.argv[1:]]
    sys.stdout.flush()
    os.execve(command[0], command, environment)  # noqa: S606 - our own interpreter, no shell


def _at_home(folder: Path) -> None:
    """Keep what the program writes for itself out of the user's own folders."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(folder / name.lower())


def _jobs(given: argparse.Namespace) -> Iterator[Job]:
    from tests.faults.bits import flipped_bits
    from tests.faults.failures import failing
    from tests.faults.kills import KILLED, kills
    from tests.faults.power import cuts
    from tests.faults.tampered import tampered

    for each in KILLED:
        run = partial(kills, each, given.kills // len(KILLED), given.seed)
        yield Job(f"kill -9: {each.name}", frozenset({"kills", each.name}), run)
    for each in SCENARIOS:
        run = partial(cuts, each, given.cuts, given.seed)
        yield Job(f"power cut: {each.name}", frozenset({"cuts", each.name}), run)
    for each in SCENARIOS:
        run = partial(failing, each, given.calls, given.seed)
        yield Job(f"call failed: {each.name}", frozenset({"calls", each.name}), run)
    bits = partial(flipped_bits, given.bits, given.seed)
    yield Job("one flipped bit", frozenset({"bits"}), bits)
    yield Job("tampered and hostile files", frozenset({"tampered"}), tampered)


def _run_all(jobs: Sequence[Job], given: argparse.Namespace) -> bool:
    """Run jobs side by side, print a line for each; tell whether anything failed."""
    begun, has_failed = time.monotonic(), False
    _print(f"seed {given.seed}, {given.processes} processes")
    _print(HEADER)
    for each in SCENARIOS:
        if any(each.name in job.words for job in jobs):
            warm_up(each)
    _CHOSEN.extend(jobs)
    with multiprocessing.get_context("fork").Pool(given.processes) as pool:
        for job, result in zip(jobs, pool.imap(_run, range(len(jobs))), strict=True):
            for line in _lines(job, result):
                _print(line)
            has_failed = has_failed or bool(result.failed)
    _print(f"{time.monotonic() - begun:.0f} s")
    return has_failed


def _run(number: int) -> Result:
    begun = time.monotonic()
    try:
        result = _CHOSEN[number].run()
    except Exception:  # noqa: BLE001 - the other lines of the table are still wanted
        result = Result()
        result.add(["the trial itself failed"], traceback.format_exc())
    result.seconds = time.monotonic() - begun
    return result


def _lines(job: Job, result: Result) -> Iterator[str]:
    yield f"{job.title:<34}{result.tried:>7}{result.survived:>10}{result.seconds:>9.0f}"
    for what, number in result.failed.most_common():
        yield f"{'':<60}  {number} {what} [{result.examples[what]}]"


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
