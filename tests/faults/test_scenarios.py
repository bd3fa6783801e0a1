"""Power cuts, kills and failed calls, a few of each: `make faults` tries all of them."""

from __future__ import annotations

import errno
import random
from typing import TYPE_CHECKING

import pytest

from mutudesk.storage import leftovers, placing
from tests.faults.recordings import lay
from tests.faults.scenario_list import SCENARIOS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.conftest import Judging, Run
    from tests.faults.scenarios import Scenario

pytestmark = pytest.mark.slow

CUTS, KILLS, FAILURES = 10, 2, 4
# Those whose files Python puts at their places; a save is SQLite alone.
SEEN = [each for each in SCENARIOS if each.name != "save"]
BY_NAME = {each.name: each for each in SCENARIOS}

of_each = pytest.mark.parametrize("scenario", SEEN, ids=lambda each: each.name)


@of_each
def test_what_was_told_done_is_there_after_a_power_cut(
    scenario: Scenario, run: Run, judging: Judging
) -> None:
    recording, _ran = run(scenario)
    judge, chance = judging(scenario, recording), random.Random(20161130)  # noqa: S311
    for cut in recording.cuts(CUTS, chance):
        lay(cut.tree, judge.place)
        assert (cut.words, judge.after_crash(cut.told)) == (cut.words, [])
    for at in chance.sample(range(len(recording.calls)), KILLS):
        killed = recording.kill(at)
        lay(killed.tree, judge.place)
        assert (killed.words, judge.after_crash(killed.told)) == (killed.words, [])


@of_each
def test_what_is_said_of_a_failed_call_is_true(
    scenario: Scenario, run: Run, judging: Judging
) -> None:
    recording, ran = run(scenario)
    assert ran.outcome.code == 0
    judge, chance = judging(scenario, recording), random.Random(20161130)  # noqa: S311
    calls = range(1, ran.counted + 1)
    for at in chance.sample(calls, min(FAILURES, len(calls))):
        _recording, failed = run(scenario, at, chance.choice((errno.EIO, errno.ENOSPC)))
        found = judge.after_fault(failed, can_clear=True, before=recording.before.files)
        assert (at, found) == (at, [])


# That faults of the program are seen --------------------------------------------------------------


def found_after_cuts(scenario: Scenario, run: Run, judging: Judging) -> set[str]:
    recording, _ran = run(scenario)
    judge, found = judging(scenario, recording), set[str]()
    for cut in recording.cuts(30, random.Random(1)):  # noqa: S311
        lay(cut.tree, judge.place)
        found |= {each.partition(":")[0] for each in judge.after_crash(cut.told)}
    return found


def test_names_that_are_not_settled_are_seen(
    run: Run, judging: Judging, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "sync_folder", lambda _folder: None)
    assert found_after_cuts(BY_NAME["export"], run, judging) == {"told done and not there"}


def test_contents_that_are_not_synced_are_seen(
    run: Run, judging: Judging, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "_finish", lambda _file, **_how: None)
    assert "neither old nor new" in found_after_cuts(BY_NAME["export"], run, judging)


def test_what_is_never_swept_is_seen(
    run: Run, judging: Judging, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keep(_place: Path) -> None:
        pass

    monkeypatch.setattr(leftovers, "sweep", keep)
    assert found_after_cuts(BY_NAME["export"], run, judging) == {"left after the next write"}


def test_a_file_put_at_its_place_at_once_is_seen(
    run: Run, judging: Judging, monkeypatch: pytest.MonkeyPatch
) -> None:
    def put(path: Path, data: bytes, **_how: object) -> None:
        path.write_bytes(data)

    monkeypatch.setattr("mutudesk.usecases.exporting.put_bytes", put)
    assert "neither old nor new" in found_after_cuts(BY_NAME["export"], run, judging)
