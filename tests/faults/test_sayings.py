"""What a command says is held against what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.forks import CRASHED, HANGS, Outcome
from tests.faults.sayings import Refusal, of_saying, untrue_of_done

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW, HALF = {"a.csv": 1}, {"a.csv": 2}, {"a.csv": 3}
FULL = "Le disque est plein : « {place}/a.csv » n’a pas été modifié."
UNSETTLED = "« {place}/a.csv » a été écrit, mais le disque ne l’a pas confirmé."
SEAL = "« {place}/a.json » a été écrit, mais le disque ne l’a pas confirmé."

# What is there, what was said on standard error and output, what is wrong with it.
REFUSALS: list[tuple[dict[str, int], str, str, list[str]]] = [
    (OLD, FULL, "", []),
    (NEW, FULL, "", ["said refused, and written: a.csv"]),
    (HALF, FULL, "", ["half"]),
    ({}, FULL, "", ["half"]),
    (NEW, UNSETTLED, "", []),
    (OLD, UNSETTLED, "", ["said written, and is not"]),
    (OLD, SEAL, "", ["said written, and is not"]),
    (NEW, UNSETTLED + FULL, "", ["said unchanged, and written"]),
    ({**OLD, "backup": 1}, FULL, "", []),
    (OLD, FULL, "{place}/b.csv\t2016-09-01\n", ["said written, and is not"]),
    (OLD, FULL, "ailleurs/b.csv\n", []),
]


@pytest.mark.parametrize(("parts", "err", "out", "expected"), REFUSALS)
def test_a_refusal_is_held_against_what_is_there(
    tmp_path: Path, parts: dict[str, int], err: str, out: str, expected: list[str]
) -> None:
    (tmp_path / "a.csv").touch()
    outcome = Outcome(1, out.format(place=tmp_path), err.format(place=tmp_path))
    refusal = Refusal(outcome, OLD, {**NEW, "backup": 1}, ("backup",))
    assert list(refusal.untrue(parts, tmp_path)) == expected


def test_a_backup_that_an_earlier_act_could_not_make_was_said(tmp_path: Path) -> None:
    done = {**OLD, "backup": 1}
    for out, expected in (("", ["not there, without a word: backup"]), ("manquée", [])):
        refusal = Refusal(Outcome(1, out, FULL), done, done, ("backup",))
        assert list(refusal.untrue(OLD, tmp_path)) == expected


def test_what_is_told_done_is_there() -> None:
    wanted = {**NEW, "backup": 1}
    assert list(untrue_of_done("", wanted, wanted, ("backup",))) == []
    missing = ["said done, and is not: backup"]
    assert list(untrue_of_done("", NEW, wanted, ("backup",))) == missing
    assert list(untrue_of_done("La sauvegarde…", NEW, wanted, ("backup",))) == []
    old = {**OLD, "backup": 1}
    assert list(untrue_of_done("La sauvegarde…", old, wanted, ("backup",))) == [
        "said done, and is not: a.csv"
    ]


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome(0, "", ""), []),
        (Outcome(1, "", "Refusé."), []),
        (Outcome(1, "", " "), ["refused without a word"]),
        (Outcome(CRASHED, "", "Traceback"), [f"ends with {CRASHED}", "says “Traceback”"]),
        (Outcome(HANGS, "", ""), [f"ends with {HANGS}"]),
        (Outcome(1, "", "un cas imprévu"), ["says “cas imprévu”"]),
    ],
)
def test_no_traceback_no_silence_no_other_end(outcome: Outcome, expected: list[str]) -> None:
    assert list(of_saying(outcome)) == expected
