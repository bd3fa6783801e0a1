"""Scenarios run in the process of a test, seen or failed between Python and the system."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

import pytest

from tests.faults.forks import Outcome
from tests.faults.interception import Interception
from tests.faults.running import PLACE, lay_first, states_of
from tests.faults.scenarios import at_home, quietly
from tests.faults.verdicts import Judge, Ran

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.recordings import Recording
    from tests.faults.scenarios import Scenario


class Run(Protocol):
    """Runs a scenario, perhaps with the `at`th call failing."""

    def __call__(self, scenario: Scenario, at: int = 0, number: int = 0) -> tuple[Recording, Ran]:
        """Return what was recorded, and how it ended."""


@pytest.fixture(scope="session")
def gone() -> int:
    """The number of a process that is gone: what it left is swept, unlike what this one does."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gone: int) -> Run:
    if not sys.platform.startswith("linux"):
        pytest.skip("needs the numbers of open files of Linux")
    place = tmp_path / PLACE

    def runs(scenario: Scenario, at: int = 0, number: int = 0) -> tuple[Recording, Ran]:
        lay_first(scenario, place)
        seen = Interception(place)
        seen.fail(at, number)
        with at_home(place), quietly() as said, monkeypatch.context() as patch:
            seen.watch(patch)
            patch.setattr(os, "getpid", lambda: gone)
            code = scenario.acts(place, seen.told)
        words = said.getvalue().decode()
        outcome = Outcome(code, "", words)
        return seen.recording(), Ran(outcome, seen.told_count, seen.counted, seen.failed_kind)

    return runs


class Judging(Protocol):
    """Makes the judge of a scenario from a recording without a fault."""

    def __call__(self, scenario: Scenario, recording: Recording) -> Judge:
        """Return the judge."""


@pytest.fixture
def judging(tmp_path: Path) -> Judging:
    return lambda scenario, recording: Judge(
        scenario, states_of(scenario, recording, tmp_path), tmp_path / PLACE
    )
