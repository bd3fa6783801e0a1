"""The journal read out: which lines are found for a day, a kind, a key, an owner."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.agents import Agent, Position
from mutudesk.domain.assignments import Assignment
from mutudesk.domain.changes import correct, create, delete
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.records import Kind
from mutudesk.domain.services import Mission, SharedService
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.usecases.journal_reading import read_journal
from mutudesk.usecases.recording import record
from mutudesk.usecases.session import Session
from tests.builders import (
    AUBIERE,
    EPCI,
    agent,
    create_register,
    day,
    one_stored,
    position,
    since,
    world,
    writing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mutudesk.domain.changes import AnyChange

K = ExchangeKind


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "registre.mutu"
    create_register(path, world())
    with writing(path) as opened:
        yield opened


def found(
    session: Session, kind: ExchangeKind | None = None, key: str | None = None
) -> list[tuple[str, int, str]]:
    """Kind, number and action of each line found."""
    lines = read_journal(session, kind, key).lines
    return [(each.kind.value, each.number, each.action) for each in lines]


def never(session: Session, kind: ExchangeKind, key: str) -> bool:
    with pytest.raises(RefusedError) as refused:
        read_journal(session, kind, key)
    return [each.code for each in refused.value.findings] == ["history_key_never"]


def rename_agent(session: Session, old: str, new: str) -> None:
    stored = one_stored(session, Agent, matricule=old)
    record(session, [correct(stored, replace(stored.fact, matricule=new))], "correct")


def test_everything_in_order_and_the_head(session: Session) -> None:
    reading = read_journal(session)
    lines = list(reading.lines)
    assert [each.id for each in lines] == list(range(1, len(world()) + 2))
    assert lines[-1].seal == reading.head
    assert {each.action for each in lines} == {"init"}


def test_what_is_written_meanwhile_is_not_among_them(session: Session) -> None:
    lines = read_journal(session).lines
    record(session, [create(agent("A-2")), create(position("A-2"))], "create")
    assert {each.action for each in lines} == {"init"}
    assert len(list(read_journal(session).lines)) == len(world()) + 3


@pytest.mark.parametrize(("since_day", "count"), [("2016-09-01", 3), ("2016-09-03", 2),
                                                  ("2016-09-04", 0)])  # fmt: skip
def test_since_a_day_of_this_machine(session: Session, since_day: str, count: int) -> None:
    noon = datetime(2016, 9, 3, 12, 0, tzinfo=UTC)
    later = Session(session.register, "a.petit", lambda: noon)
    record(later, [create(agent("A-2")), create(position("A-2"))], "create")
    lines = list(read_journal(session, K.AGENTS, None, day(since_day)).lines)
    assert len(lines) == count + (1 if since_day == "2016-09-01" else 0)


def test_a_kind_alone(session: Session) -> None:
    assert found(session, K.SERVICES) == [("service", 1, "init"), ("managing", 1, "init")]
    assert found(session, K.ORIGINS) == []


@pytest.mark.parametrize(
    ("kind", "key", "expected"),
    [
        (K.AGENTS, "A-1", {"agent", "position", "assignment", "mission_share"}),
        (K.AGENTS, "A-1+01/03/2012", {"position"}),
        (K.SERVICES, "ADS", {"service", "managing", "mission", "membership"}),
        (K.BODIES, AUBIERE, {"body", "identity", "epci_membership", "mandate"}),
        (K.BODIES, f"{AUBIERE}+", {"identity"}),
        (K.BODIES, EPCI, {"body", "identity", "mandate"}),
        (K.EPCI_MEMBERSHIPS, f"{EPCI}+{AUBIERE}+", {"epci_membership"}),
        (K.MANDATES, f"{AUBIERE}+non+2014-04-05", {"mandate"}),
        (K.MISSIONS, "ADS+PC", {"mission"}),
        (K.MEMBERSHIPS, f"ADS+{AUBIERE}+2015-07-01", {"membership"}),
        (K.ASSIGNMENTS, "A-1+ADS+2015-07-01", {"assignment"}),
        (K.MISSION_SHARES, f"A-1+ADS+PC+{AUBIERE}+2015-07-01", {"mission_share"}),
    ],
)
def test_one_record_or_all_of_an_owner(
    session: Session, kind: ExchangeKind, key: str, expected: set[str]
) -> None:
    assert {each[0] for each in found(session, kind, key)} == expected


def test_keys_that_never_were(session: Session) -> None:
    assert never(session, K.AGENTS, "A-2")
    assert never(session, K.AGENTS, "A")
    assert never(session, K.ASSIGNMENTS, "A-1+ADS+2015-07-02")
    assert never(session, K.MISSIONS, "ADS+XX")


def test_a_code_with_a_space_is_not_taken_for_two(session: Session) -> None:
    record(session, [create(agent("A-1 B")), create(position("A-1 B"))], "create")
    assert ("agent", 2, "create") not in found(session, K.AGENTS, "A-1")
    assert found(session, K.AGENTS, "A-1 B") == [("agent", 2, "create"), ("position", 2, "create")]


@pytest.mark.parametrize("code", ["A-1", "B-1"])
def test_an_agent_that_got_another_matricule_is_found_by_both(session: Session, code: str) -> None:
    rename_agent(session, "A-1", "B-1")
    stored = one_stored(session, Position, matricule="B-1")
    record(session, [correct(stored, replace(stored.fact, grade="Autre"))], "correct")
    lines = found(session, K.AGENTS, code)
    assert lines[-2:] == [("agent", 1, "correct"), ("position", 1, "correct")]
    assert {each[0] for each in lines} == {"agent", "position", "assignment", "mission_share"}
    assert found(session, K.ASSIGNMENTS, f"{code}+ADS+2015-07-01") == [("assignment", 1, "init")]


def test_a_matricule_given_again_does_not_mix_two_persons(session: Session) -> None:
    rename_agent(session, "A-1", "B-1")
    record(session, [create(agent("A-1")), create(position("A-1"))], "create", "autre personne")
    assert [each for each in found(session, K.AGENTS, "B-1") if each[1] == 2] == []
    assert ("agent", 2, "create") in found(session, K.AGENTS, "A-1")  # both were called so
    assert ("agent", 1, "init") in found(session, K.AGENTS, "A-1")


def test_a_mission_is_found_under_any_code_of_it_and_of_its_service(session: Session) -> None:
    stored = one_stored(session, SharedService, code="ADS")
    record(session, [correct(stored, replace(stored.fact, code="DROIT"))], "correct")
    permits = one_stored(session, Mission, code="PC")
    record(session, [correct(permits, replace(permits.fact, code="PERMIS"))], "correct")
    expected = [("mission", 1, "init"), ("mission", 1, "correct")]
    for key in ("ADS+PC", "DROIT+PC", "DROIT+PERMIS"):
        assert found(session, K.MISSIONS, key) == expected
    for key in ("ADS+PC", "DROIT+PERMIS"):
        share = found(session, K.MISSION_SHARES, f"A-1+{key}+{AUBIERE}+2015-07-01")
        assert share == [("mission_share", 1, "init")]


def test_a_corrected_beginning_is_found_by_both_days(session: Session) -> None:
    stored = one_stored(session, Position, matricule="A-1")
    moved = replace(stored.fact, period=since("2012-04-01"))
    record(session, [correct(stored, moved)], "correct")
    for key in ("A-1+2012-03-01", "A-1+2012-04-01"):
        assert found(session, K.AGENTS, key) == [
            ("position", 1, "init"),
            ("position", 1, "correct"),
        ]


def test_what_was_deleted_is_found(session: Session) -> None:
    record(session, [create(agent("A-2")), create(position("A-2"))], "create")
    gone: list[AnyChange] = [
        delete(one_stored(session, Position, matricule="A-2")),
        delete(one_stored(session, Agent, matricule="A-2")),
    ]
    record(session, gone, "delete", "double")
    assert [each[2] for each in found(session, K.AGENTS, "A-2")] == ["create"] * 2 + ["delete"] * 2


def test_lines_whose_data_were_taken_out(session: Session) -> None:
    record(session, [create(agent("A-2")), create(position("A-2"))], "create")
    number = one_stored(session, Position, matricule="A-2").id
    with closing(sqlite3.connect(session.register.path)) as connection:
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(
            "UPDATE journal SET salt = NULL, record = NULL, why = NULL, data = NULL"
            " WHERE kind = 'position' AND number = ?",
            (number,),
        )
        connection.execute(
            "UPDATE journal SET salt = NULL, record = NULL, why = NULL, data = NULL"
            " WHERE kind = 'agent' AND number = 1"
        )
        connection.commit()
    line = list(read_journal(session).lines)[-1]
    assert (line.kind, line.number, line.purged, line.fact) == (Kind.POSITION, number, True, None)
    # Of a person who was forgotten, what was not still answers to the code it holds.
    assert found(session, K.ASSIGNMENTS, "A-1+ADS+2015-07-01") == [("assignment", 1, "init")]
    assert ("assignment", 1, "init") in found(session, K.AGENTS, "A-1")
    assert one_stored(session, Assignment, matricule="A-1").fact.service == "ADS"
