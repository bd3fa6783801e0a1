# ruff: noqa: S608 - the statements are ours
"""Who did what, when and why; and whoever changes a line afterwards is found."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.agents import Agent
from mutudesk.domain.changes import correct, create, delete
from mutudesk.domain.services import Membership
from mutudesk.storage.journal import Act, broken_links
from tests.builders import (
    BEAUMONT,
    act,
    agent,
    journalled,
    make_register,
    membership,
    one_stored,
    position,
    reading,
    since,
    world,
    writing,
)

if TYPE_CHECKING:
    from pathlib import Path

LATER = datetime(2017, 1, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A register with two acts after its creation."""
    path = make_register(tmp_path, world())
    with writing(path) as session:
        with session.register.write() as unit:
            unit.apply(
                Act("a.petit", LATER, "record", "recrutement"),
                [create(agent("A-2")), create(position("A-2"))],
            )
        with session.register.write() as unit:
            stored = one_stored(session, Agent, matricule="A-2")
            unit.apply(act("correct"), [correct(stored, agent("A-2", last_name="Éon"))])
    return path


def lines(path: Path) -> list[dict[str, object]]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute("SELECT * FROM journal ORDER BY seq")]


def tamper(path: Path, *statements: str) -> None:
    """Change the journal as somebody with the file in his hands could."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER journal_append_only_update")
        connection.execute("DROP TRIGGER journal_append_only_delete")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def broken(path: Path) -> list[int]:
    with reading(path) as session, session.register.read() as unit:
        return list(broken_links(unit.connection))


def test_one_line_a_record_with_who_when_what_and_why(path: Path) -> None:
    created = len(world()) + 1  # with the register itself
    *_, first, second, third = lines(path)
    assert [line["seq"] for line in lines(path)] == list(range(1, created + 4))
    assert {line["act"] for line in lines(path)[:created]} == {1}
    for line in (first, second):
        assert line["act"] == created + 1
        assert (line["who"], line["action"], line["why"]) == ("a.petit", "record", "recrutement")
        assert line["at"] == "2017-01-02T09:00:00+00:00"
    assert (first["kind"], first["record"]) == ("agent", "A-2")
    assert (second["kind"], second["record"]) == ("position", "A-2 2012-03-01")
    assert json.loads(str(first["data"])) == [None, journalled(agent("A-2"))]
    assert json.loads(str(third["data"])) == [
        journalled(agent("A-2")),
        journalled(agent("A-2", last_name="Éon")),
    ]
    assert third["act"] == third["seq"]


def test_a_deletion_keeps_what_was_there(path: Path) -> None:
    joined = membership(BEAUMONT, since("2018-01-01"), missions=frozenset({"PC", "DP"}))
    with writing(path) as session:
        with session.register.write() as unit:
            unit.apply(act(), [create(joined)])
        with session.register.write() as unit:
            unit.apply(act(), [delete(one_stored(session, Membership, siren=BEAUMONT))])
    before, after = json.loads(str(lines(path)[-1]["data"]))
    assert after is None
    assert before["missions"] == ["DP", "PC"]
    assert before["period"] == ["2018-01-01", None]


def test_the_chain_of_an_untouched_file_holds(path: Path) -> None:
    assert broken(path) == []


@pytest.mark.parametrize(
    "column",
    ["act", "at", "who", "action", "why", "kind", "record", "salt", "data", "digest", "hash"],
)
def test_any_changed_value_is_found(path: Path, column: str) -> None:
    value = "99" if column == "act" else f"{column} || 'x'"
    tamper(path, f"UPDATE journal SET {column} = {value} WHERE seq = 5")
    assert 5 in broken(path)


def test_a_payload_with_a_new_digest_is_found(path: Path) -> None:
    """The digest stands in the chain: changing both does not help."""
    victim = lines(path)[4]
    data = str(victim["data"]).replace("Clermont", "Riom")
    with closing(sqlite3.connect(path)) as connection:
        digest = connection.execute("SELECT digest FROM journal WHERE seq = 6").fetchone()[0]
    tamper(
        path,
        f"UPDATE journal SET data = '{data}', digest = '{digest}' WHERE seq = 5",
    )
    assert 5 in broken(path)


def test_a_line_removed_from_the_middle_is_found(path: Path) -> None:
    tamper(path, "DELETE FROM journal WHERE seq = 5")
    assert broken(path) == [6]


def test_a_line_removed_and_the_rest_renumbered_is_found(path: Path) -> None:
    tamper(
        path,
        "DELETE FROM journal WHERE seq = 5",
        "UPDATE journal SET seq = seq - 1 WHERE seq > 5",
    )
    assert 5 in broken(path)


def test_two_lines_exchanged_are_found(path: Path) -> None:
    tamper(
        path,
        "UPDATE journal SET seq = 1000 WHERE seq = 5",
        "UPDATE journal SET seq = 5 WHERE seq = 6",
        "UPDATE journal SET seq = 6 WHERE seq = 1000",
    )
    assert {5, 6} <= set(broken(path))


def test_a_line_slipped_in_at_the_end_is_found(path: Path) -> None:
    last = len(lines(path))
    tamper(
        path,
        "INSERT INTO journal SELECT seq + 1, act, at, who, action, why, kind, number, record, "
        f"salt, data, digest, hash FROM journal WHERE seq = {last}",
    )
    assert broken(path) == [last + 1]


def test_an_emptied_journal_is_found(path: Path) -> None:
    """A register begins with an act: it always has a first line."""
    tamper(path, "DELETE FROM journal")
    assert broken(path) == [1]


def test_personal_data_may_be_purged_without_breaking_the_chain(path: Path) -> None:
    tamper(
        path,
        "UPDATE journal SET salt = NULL, record = NULL, why = NULL, data = NULL "
        "WHERE kind IN ('agent', 'position')",
    )
    assert broken(path) == []
    tamper_again = "UPDATE journal SET who = 'x' WHERE kind = 'agent' AND seq > 20"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(tamper_again)
        connection.commit()
    assert broken(path) != []


def test_equal_data_have_different_digests(path: Path) -> None:
    """Without the salt, a purged name could be found again by trying names."""
    with writing(path) as session:
        for _ in range(2):
            with session.register.write() as unit:
                unit.apply(act(), [create(agent("A-3"))])
            with session.register.write() as unit:
                unit.apply(act(), [delete(one_stored(session, Agent, matricule="A-3"))])
    one, _, other, _ = lines(path)[-4:]
    assert one["data"] == other["data"]
    assert one["digest"] != other["digest"]


def test_an_act_without_changes_leaves_no_line(path: Path) -> None:
    before = lines(path)
    with writing(path) as session, session.register.write() as unit:
        unit.apply(act(), [])
    assert lines(path) == before
