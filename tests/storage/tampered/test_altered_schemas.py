"""What somebody does to the structure of a register: it is named, and the file only read."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.findings import RefusedError
from mutudesk.storage.register_file import RegisterFile
from mutudesk.usecases.exporting import export_folder
from mutudesk.usecases.opening import open_register, open_to_read, open_to_write
from tests.builders import (
    agent,
    all_stored,
    digest,
)
from tests.tampering import Checked, rewritten, without_a_word

if TYPE_CHECKING:
    from collections.abc import Callable

FORMER = Path(__file__).resolve().parents[2] / "data" / "first_schema.mutu"
LATER = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT "
COLUMNS = "i AS id, 1 AS row_version, '' AS matricule, '' AS last_name "


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


OF_A_FORMER_SCHEMA: dict[str, tuple[Callable[[Path], object], str]] = {
    "a trigger dropped": (
        lambda path: without_a_word(path, "DROP TRIGGER journal_append_only_delete"),
        "schema_differs",
    ),
    # It would run in the copy that is brought up to date to be read.
    "a trigger more": (
        _trigger("x", "AFTER INSERT ON journal", "DELETE FROM agent"),
        "schema_unreadable",
    ),
    "an endless view": (
        _view("agent", ENDLESS + COLUMNS + "FROM n"),
        "schema_unreadable",
    ),
}


@pytest.mark.parametrize("what", OF_A_FORMER_SCHEMA)
def test_a_former_schema_that_was_altered_is_found(path: Path, checked: Checked, what: str) -> None:
    shutil.copy(FORMER, path)
    assert checked(path)[:2] == (0, set())
    do, expected = OF_A_FORMER_SCHEMA[what]
    do(path)
    before = digest(path)
    number, codes, _words = checked(path)
    assert number == 1
    assert expected in codes
    for upgrade in (False, True):
        with pytest.raises(RefusedError) as refused:
            RegisterFile.open_to_write(path, upgrade_at=LATER if upgrade else None)
        assert refused.value.findings[0].code == expected
    assert digest(path) == before


def test_many_differences_are_counted(path: Path, checked: Checked) -> None:
    names = [f"x{number}" for number in range(30)]
    without_a_word(path, *(f"CREATE VIEW {name} AS SELECT 1" for name in names))
    _number, codes, words = checked(path)
    assert codes == {"schema_differs", "schema_part_unknown", "schema_more"}
    assert "10" in words.splitlines()[-1]
