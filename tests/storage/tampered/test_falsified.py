"""What somebody who knows SQL does to facts and journal, and that `check` says so, each time."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.changes import create
from mutudesk.storage.backup import take_backup
from mutudesk.storage.register_file import RegisterFile
from mutudesk.usecases.recording import record
from tests.builders import (
    act,
    agent,
    make_register,
    position,
    world,
    writing,
)
from tests.tampering import Checked, sealed_again, tamper, without_a_word

if TYPE_CHECKING:
    from collections.abc import Callable

FORMER = Path(__file__).resolve().parents[2] / "data" / "first_schema.mutu"
LATER = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
FORGET = "UPDATE journal SET salt = NULL, record = NULL, why = NULL, data = NULL"


def test_an_honest_register_passes(path: Path, checked: Checked) -> None:
    assert checked(path) == (0, set(), "")


# What was done to facts or journal, and what `check` says of it.
FALSIFIED: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "tail cut": (
        lambda path: tamper(
            path, "DELETE FROM journal WHERE seq IN (SELECT max(seq) FROM journal)"
        ),
        {"fact_gone"},
    ),
    "an act cut": (
        lambda path: tamper(path, "DELETE FROM journal WHERE act = (SELECT max(act) FROM journal)"),
        {"fact_gone"},
    ),
    "all but the first line cut": (
        lambda path: tamper(path, "DELETE FROM journal WHERE seq > 1"),
        {"fact_unsaid", "journal_more"},
    ),
    "emptied": (
        lambda path: tamper(path, "DELETE FROM journal"),
        {"journal_broken", "fact_unsaid", "journal_more"},
    ),
    "one deleted, all sealed again": (
        lambda path: sealed_again(path, "DELETE FROM journal WHERE action = 'correct'"),
        {"fact_changed"},
    ),
    "one in the middle deleted, all sealed again": (
        lambda path: sealed_again(
            path, "DELETE FROM journal WHERE action = 'correct' AND data LIKE '%Roux%Garnier%'"
            " OR seq = (SELECT min(seq) FROM journal WHERE action = 'correct')"
        ),
        {"journal_gap"},
    ),
    "data changed, all sealed again": (
        lambda path: sealed_again(path, "UPDATE journal SET data = replace(data, 'Brun', 'Noir')"),
        {"fact_changed"},
    ),
    "data without a side": (
        lambda path: sealed_again(path, "UPDATE journal SET data = '[null,null]' WHERE seq = 3"),
        {"journal_silent"},
    ),
    "data that are none": (
        lambda path: sealed_again(path, "UPDATE journal SET data = 'x' WHERE seq = 3"),
        {"journal_silent"},
    ),
    "data emptied": (
        lambda path: tamper(path, f"{FORGET} WHERE seq = 3"),
        {"journal_silent"},
    ),
    "all data emptied": (lambda path: tamper(path, FORGET), {"journal_silent", "journal_more"}),
    "a line changed": (
        lambda path: tamper(path, "UPDATE journal SET who = 'x' WHERE seq = 3"),
        {"journal_broken"},
    ),
    "a mayor renamed": (
        lambda path: without_a_word(path, "UPDATE mandate SET last_name = 'X' WHERE id = 2"),
        {"fact_changed"},
    ),
    "an employer changed": (
        lambda path: without_a_word(path, "UPDATE position SET employer_id = 2 WHERE id = 1"),
        {"fact_changed"},
    ),
    "the register's own line changed": (
        lambda path: without_a_word(path, "UPDATE register SET identity = 'x'"),
        {"fact_changed"},
    ),
    "a ghost agent": (
        lambda path: without_a_word(
            path, "INSERT INTO agent SELECT 'G-1', civility, last_name, first_name, name_fold, 99,"
            " row_version FROM agent WHERE id = 1"
        ),
        {"fact_unsaid"},
    ),
    "a share deleted": (
        lambda path: without_a_word(path, "DELETE FROM mission_share"),
        {"fact_gone"},
    ),
    "a mission taken out of a membership": (
        lambda path: without_a_word(path, "DELETE FROM membership_mission WHERE mission_id = 2"),
        {"fact_changed"},
    ),
    "an agent's number changed": (
        lambda path: tamper(
            path, "UPDATE agent SET id = 50 WHERE id = 2",
            "UPDATE position SET agent_id = 50 WHERE agent_id = 2",
        ),
        {"fact_unsaid", "fact_gone"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", FALSIFIED)
def test_what_was_falsified_is_found(path: Path, checked: Checked, what: str) -> None:
    do, expected = FALSIFIED[what]
    do(path)
    number, codes, words = checked(path)
    assert (number, codes - {"no_position"}) == (1, expected)
    assert "Traceback" not in words


# The journal of another, or of an earlier day -----------------------------------------------------


def seal_says(backup: Path, **values: str) -> None:
    """Put more into the seal of the newest backup."""
    seal = backup.with_name(f"{backup.name}.json")
    seal.write_text(json.dumps(json.loads(seal.read_text()) | values))


def test_a_whole_new_journal_is_found_by_the_newest_seal(path: Path, checked: Checked) -> None:
    backup = take_backup(path, LATER)
    assert checked(path) == (0, set(), "")
    sealed_again(path)
    number, codes, words = checked(path)
    assert (number, codes) == (1, {"journal_cut"})
    assert str(backup.path) in words


def test_facts_and_journal_of_an_earlier_day_are_found(path: Path, checked: Checked) -> None:
    earlier = path.read_bytes()
    with writing(path) as session:
        record(session, [create(agent("A-9")), create(position("A-9"))], "create")
    take_backup(path, LATER)
    assert checked(path)[0] == 0
    path.write_bytes(earlier)
    assert checked(path)[:2] == (1, {"journal_cut"})


def test_what_was_written_since_the_backup_is_no_cut(path: Path, checked: Checked) -> None:
    take_backup(path, LATER)
    with writing(path) as session:
        record(session, [create(agent("A-9")), create(position("A-9"))], "create")
    assert checked(path)[0] == 0


def test_seals_go_with_the_register_and_not_with_its_copies(
    path: Path, checked: Checked, tmp_path: Path
) -> None:
    earlier = make_register(tmp_path / "copies", world())
    earlier.write_bytes(path.read_bytes())
    with writing(path) as session:
        record(session, [create(agent("A-9")), create(position("A-9"))], "create")
        with session.register.read() as unit:
            identity = unit.identity()
    backup = take_backup(path, LATER).path
    seal_says(backup, identity=identity, path=str(path))
    assert checked(earlier)[0] == 0  # a copy that lies beside it
    (tmp_path / "ailleurs").mkdir()
    moved = path.rename(tmp_path / "ailleurs" / "déplacé.mutu")
    assert checked(moved)[0] == 0
    moved.write_bytes(earlier.read_bytes())
    assert checked(moved)[:2] == (1, {"journal_cut"})
    seal_says(backup, identity="another")
    assert checked(moved)[0] == 0


@pytest.mark.parametrize("upgraded", [False, True])
def test_a_backup_of_before_an_upgrade_is_found_in_its_journal(
    path: Path, checked: Checked, *, upgraded: bool
) -> None:
    """Its lines bear the seals of then; upgraded, the head of its journal bears the last one."""
    shutil.copy(FORMER, path)
    if upgraded:
        RegisterFile.open_to_write(path, upgrade_at=LATER).close()
        assert checked(path)[0] == 0
        tamper(path, "UPDATE journal SET why = 'x' WHERE seq = 0")
        assert "journal_cut" in checked(path)[1]
        return
    with closing(sqlite3.connect(path)) as connection:
        (seal,) = connection.execute("SELECT hash FROM journal WHERE seq = 40").fetchone()
    seal_says(take_backup(path, LATER).path, journal=seal)
    assert checked(path)[0] == 0
    tamper(path, "DELETE FROM journal WHERE seq = 40")
    assert "journal_cut" in checked(path)[1]


@pytest.mark.parametrize("seal", ["", "{", "[]", "{}", '{"journal": 3}', '{"journal": ""}'])
def test_a_seal_that_says_nothing_is_passed_over(path: Path, checked: Checked, seal: str) -> None:
    backup = take_backup(path, LATER)
    backup.path.with_name(f"{backup.path.name}.json").write_text(seal)
    sealed_again(path)
    assert checked(path)[0] == 0


def test_many_records_changed_are_counted(path: Path, checked: Checked) -> None:
    with writing(path) as session, session.register.write() as unit:
        unit.apply(act(), [create(agent(f"B-{number}")) for number in range(30)])
    tamper(path, "UPDATE agent SET first_name = 'X' WHERE matricule LIKE 'B-%'")
    _number, codes, words = checked(path)
    assert codes >= {"fact_changed", "journal_more"}
    assert words.count("prénom") == 20
