"""What somebody who knows SQL does to a register, and that `check` says so, each time."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeAlias

import pytest

from mutudesk.app import main
from mutudesk.domain.changes import correct, create, delete
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.staff import Agent
from mutudesk.storage.backup import take_backup
from mutudesk.usecases.checking import check_register
from mutudesk.usecases.exporting import export_folder
from mutudesk.usecases.opening import open_register, open_to_read, open_to_write
from mutudesk.usecases.recording import record
from tests.builders import (
    act,
    agent,
    all_stored,
    digest,
    make_register,
    one_stored,
    position,
    world,
    writing,
)
from tests.tampering import rewritten, sealed_again, tamper, without_a_word

if TYPE_CHECKING:
    from collections.abc import Callable

Checked: TypeAlias = "Callable[[Path], tuple[int, set[str], str]]"
LATER = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT "
COLUMNS = "i AS id, 1 AS row_version, '' AS matricule, '' AS last_name "
FORGET = "UPDATE journal SET salt = NULL, record = NULL, why = NULL, data = NULL"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register that was worked in: an agent was entered, corrected, and another one deleted.

    Its backups are its own: all of these tests begin with the same one.
    """
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = tmp_path / "registres" / "registre.mutu"
    path.parent.mkdir()
    path.write_bytes(_worked_in())
    return path


@cache
def _worked_in() -> bytes:
    with TemporaryDirectory() as folder:
        path = make_register(Path(folder), world())
        with writing(path) as session:
            record(session, [create(agent("A-2")), create(position("A-2"))], "create")
            record(session, [create(agent("A-3")), create(position("A-3"))], "create")
            for name in ("Roux", "Brun"):
                stored = one_stored(session, Agent, matricule="A-2")
                record(session, [correct(stored, agent("A-2", last_name=name))], "correct")
            third = (agent("A-3"), position("A-3"))
            gone = [each for each in all_stored(session) if each.fact in third]
            record(session, [delete(each) for each in gone], "delete")
        return path.read_bytes()


@pytest.fixture
def checked(capfd: pytest.CaptureFixture[str]) -> Checked:
    """Check as an office does; return the exit code, the codes and the words."""
    return lambda path: _checked(path, capfd)


def _checked(path: Path, capfd: pytest.CaptureFixture[str]) -> tuple[int, set[str], str]:
    before = digest(path)
    number = main(["--db", str(path), "check"])
    words = capfd.readouterr().err
    try:
        with open_to_read(path, touch=False) as session:
            codes = {each.code for each in check_register(session).refusals}
    except RefusedError as refused:
        codes = {each.code for each in refused.findings}
    assert digest(path) == before
    assert {each.name for each in path.parent.iterdir()} - {f".{path.name}.lock"} == {path.name}
    return number, codes, words


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


def _trigger(name: str, when: str, do: str) -> Callable[[Path], None]:
    return lambda path: without_a_word(path, f"CREATE TRIGGER {name} {when} BEGIN {do}; END")


def _view(name: str, of: str) -> Callable[[Path], None]:
    return lambda path: without_a_word(
        path, f"DROP TABLE IF EXISTS {name}", f"CREATE VIEW {name} AS {of}"
    )


# What was done to the schema: what `check` says of it, whether it can still be read.
ALTERED: dict[str, tuple[Callable[[Path], object], set[str], bool]] = {
    "a trigger that renames": (
        _trigger("x", "AFTER UPDATE ON agent", "UPDATE mandate SET last_name = 'X'"),
        {"schema_part_unknown"},
        True,
    ),
    "a trigger that deletes": (
        _trigger("x", "AFTER INSERT ON agent", "DELETE FROM mission_share"),
        {"schema_part_unknown"},
        True,
    ),
    "a trigger that swallows the journal": (
        _trigger("x", "BEFORE INSERT ON journal", "SELECT RAISE(IGNORE)"),
        {"schema_part_unknown"},
        True,
    ),
    "a trigger dropped": (
        lambda path: without_a_word(path, "DROP TRIGGER journal_append_only_delete"),
        {"schema_part_missing"},
        True,
    ),
    "a trigger hollowed": (
        lambda path: rewritten(path, "journal_append_only_update", "BEGIN", "WHEN 0 BEGIN"),
        {"schema_part_changed"},
        True,
    ),
    "a view beside": (_view("x", ENDLESS + "i FROM n"), {"schema_part_unknown"}, True),
    "an index dropped": (
        lambda path: without_a_word(path, "DROP INDEX ix_agent_name_fold_id"),
        {"schema_part_missing"},
        True,
    ),
    "an index that computes": (
        lambda path: without_a_word(path, "CREATE INDEX x ON agent (upper(last_name))"),
        {"schema_part_unknown"},
        False,
    ),
    "STRICT gone": (
        lambda path: rewritten(path, "agent", "STRICT", ""),
        {"schema_part_changed"},
        False,
    ),
    "a CHECK gone": (
        lambda path: rewritten(path, "register", "CHECK (id = 1)", "CHECK (1)"),
        {"schema_part_changed"},
        False,
    ),
    "a column more": (
        lambda path: without_a_word(path, "ALTER TABLE agent ADD COLUMN x TEXT"),
        {"schema_part_changed"},
        False,
    ),
    "a table more": (
        lambda path: without_a_word(path, "CREATE TABLE x (y TEXT)"),
        {"schema_part_unknown"},
        False,
    ),
    "a table gone": (
        lambda path: without_a_word(path, "DROP TABLE mission_share"),
        {"schema_part_missing"},
        False,
    ),
    "a table replaced by a view": (
        lambda path: without_a_word(
            path, "ALTER TABLE agent RENAME TO x", "CREATE VIEW agent AS SELECT * FROM x"
        ),
        {"schema_part_missing", "schema_part_changed", "schema_part_unknown"},
        False,
    ),
    "an endless view": (
        _view("agent", ENDLESS + COLUMNS + "FROM n"),
        {"schema_part_missing", "schema_part_unknown"},
        False,
    ),
    "an endless view for the revision": (
        _view("alembic_version", ENDLESS + "i AS version_num FROM n WHERE i < 0"),
        {"schema_part_missing", "schema_part_unknown"},
        False,
    ),
}


@pytest.mark.parametrize("what", ALTERED)
@pytest.mark.timeout(20)
def test_a_schema_that_was_altered_is_found(
    path: Path, checked: Checked, tmp_path: Path, what: str
) -> None:
    do, expected, is_readable = ALTERED[what]
    do(path)
    head = "schema_differs" if is_readable else "schema_unreadable"
    number, codes, _words = checked(path)
    assert (number, codes) == (1, expected | {head})
    before = digest(path)
    with pytest.raises(RefusedError) as refused:
        open_to_write(path)
    assert refused.value.findings[0].code == head
    if is_readable:
        opened = open_register(path)
        with opened.session as session:
            assert opened.read_only_because is not None
            assert opened.read_only_because.code == head
            assert agent() in {each.fact for each in all_stored(session)}
            assert export_folder(session, tmp_path / "export")
    else:
        for opening in (open_register, open_to_read):
            with pytest.raises(RefusedError) as refused:
                opening(path)
            assert refused.value.findings[0].code == head
    assert digest(path) == before


def test_many_differences_are_counted(path: Path, checked: Checked) -> None:
    names = [f"x{number}" for number in range(30)]
    without_a_word(path, *(f"CREATE VIEW {name} AS SELECT 1" for name in names))
    _number, codes, words = checked(path)
    assert codes == {"schema_differs", "schema_part_unknown", "schema_more"}
    assert "10" in words.splitlines()[-1]


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
