"""What the program does itself is not taken for tampering: renaming, undoing, upgrades."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mutudesk.domain.agents import Agent, Position
from mutudesk.domain.bodies import Mandate, PublicBody
from mutudesk.domain.changes import amend_from, correct, create, delete
from mutudesk.domain.records import Kind
from mutudesk.domain.services import Membership, Mission, SharedService
from mutudesk.usecases.acts import undoing
from mutudesk.usecases.checking import check_register
from mutudesk.usecases.creation import create_register
from mutudesk.usecases.last_acts import last_acts
from mutudesk.usecases.opening import open_to_read, open_to_write
from mutudesk.usecases.recording import record
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    EPCI,
    agent,
    all_stored,
    assignment,
    day,
    make_register,
    mandate,
    membership,
    one_stored,
    position,
    since,
    world,
    writing,
)
from tests.demonstration import demonstration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mutudesk.domain.records import Fact, Stored
    from mutudesk.usecases.session import Session

DATA = Path(__file__).resolve().parents[1] / "data"
# What is said of the journal and of facts that are not what it tells.
OF_TAMPERING = ("journal_", "fact_", "schema_", "integrity_")


def found(session: Session) -> list[str]:
    codes = [each.code for each in check_register(session).refusals]
    return [code for code in codes if code.startswith(OF_TAMPERING)]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    facts = world(
        agent("A-2"), position("A-2"), assignment("A-2"), membership(BEAUMONT), mandate_of_before()
    )
    with writing(make_register(tmp_path, facts)) as session:
        yield session


def mandate_of_before() -> Mandate:
    return mandate(AUBIERE, replace(since("2008-03-20"), valid_until=day("2014-04-05")))


def stored_of(session: Session, fact_type: type, **fields: object) -> Any:  # noqa: ANN401
    return one_stored(session, fact_type, **fields)


def renamed(session: Session, *pairs: tuple[Stored[Any], str]) -> None:
    """Give headers other codes, all in one act."""
    names = {PublicBody: "siren", Agent: "matricule"}
    changes = [
        correct(each, replace(each.fact, **{names.get(type(each.fact), "code"): code}))
        for each, code in pairs
    ]
    record(session, changes, "correct")


def _agent(session: Session) -> None:
    renamed(session, (stored_of(session, Agent, matricule="A-1"), "B-1"))


def _agents_exchanged(session: Session) -> None:
    one, two = (stored_of(session, Agent, matricule=each) for each in ("A-1", "A-2"))
    renamed(session, (one, "A-2"), (two, "A-1"))


def _service(session: Session) -> None:
    renamed(session, (stored_of(session, SharedService), "DROIT"))


def _mission(session: Session) -> None:
    renamed(session, (stored_of(session, Mission, code="PC"), "PERMIS"))


def _missions_exchanged(session: Session) -> None:
    one, two = (stored_of(session, Mission, code=each) for each in ("PC", "DP"))
    renamed(session, (one, "DP"), (two, "PC"))


def _body(session: Session) -> None:
    renamed(session, (stored_of(session, PublicBody, siren=AUBIERE), "216300996"))


def _code_given_again(session: Session) -> None:
    _agent(session)
    record(session, [create(agent("A-1")), create(position("A-1"))], "create")
    renamed(session, (stored_of(session, Agent, last_name="Garnier", matricule="A-1"), "C-1"))


def _followed_by_acts(session: Session) -> None:
    """What was taken along is changed afterwards, and taken along again."""
    _agent(session)
    _service(session)
    stored = stored_of(session, Position, matricule="B-1")
    new = replace(stored.fact, grade="Rédacteur principal", period=since("2016-01-01"))
    record(session, amend_from(stored, day("2016-01-01"), new), "amend")
    _mission(session)
    stored = stored_of(session, Membership, siren=AUBIERE)
    record(
        session, [correct(stored, replace(stored.fact, decided_on=day("2015-05-20")))], "correct"
    )
    renamed(session, (stored_of(session, Agent, matricule="B-1"), "A-1"))
    renamed(session, (stored_of(session, SharedService), "ADS"))


def _deleted(session: Session) -> None:
    every = all_stored(session)
    gone = [each for each in every if getattr(each.fact, "matricule", "") == "A-1"]
    assert len(gone) == 4
    record(session, [delete(each) for each in gone], "delete")


ACTS = (
    _agent,
    _agents_exchanged,
    _service,
    _mission,
    _missions_exchanged,
    _body,
    _code_given_again,
    _followed_by_acts,
    _deleted,
)


@pytest.mark.parametrize("act", ACTS)
def test_an_act_of_the_program_is_no_tampering(
    session: Session, act: Callable[[Session], None]
) -> None:
    assert found(session) == []
    act(session)
    assert found(session) == []
    last = last_acts(session).undo
    assert last is not None
    undoing.undo_act(session, last)
    assert found(session) == []
    undone = last_acts(session).redo
    assert undone is not None
    undoing.redo_act(session, undone)
    assert found(session) == []


def test_facts_taken_along_and_then_falsified_are_found(session: Session) -> None:
    _followed_by_acts(session)
    with session.register.write() as unit:
        unit.connection.exec_driver_sql("UPDATE position SET grade = 'X' WHERE agent_id = 1")
    assert found(session) == ["fact_changed", "fact_changed"]


def test_new_registers_pass(tmp_path: Path) -> None:
    create_register(tmp_path / "init.mutu", EPCI)
    for path in (tmp_path / "init.mutu", demonstration(tmp_path)):
        with open_to_read(path, touch=False) as session:
            assert found(session) == []


def test_registers_of_older_programs_pass_before_and_after_their_upgrade(tmp_path: Path) -> None:
    for frozen in DATA.glob("*.mutu"):
        path = Path(shutil.copy(frozen, tmp_path))
        with open_to_read(path, touch=False) as session:
            assert found(session) == []
        with open_to_write(path) as session:
            assert found(session) == []
            record(session, [create(agent("Z-9")), create(position("Z-9"))], "create")
        with open_to_read(path, touch=False) as session:
            assert found(session) == []
            with session.register.read() as unit:
                facts: list[Fact] = [each.fact for each in unit.facts([Kind.REGISTER])]
        assert len(facts) == 1
