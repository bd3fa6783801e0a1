"""Undoing by new acts: what goes back, what is refused and in which words, what can be redone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.agents import Agent, Position
from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.domain.bodies import Mandate
from mutudesk.domain.changes import amend_from, close, correct, create, delete
from mutudesk.domain.findings import RefusedError
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.language.messages import sentence
from mutudesk.storage.journal import broken_links
from mutudesk.storage.queries import journal
from mutudesk.usecases.acts import undoing
from mutudesk.usecases.importing import import_file
from mutudesk.usecases.last_acts import LastActs, last_acts
from mutudesk.usecases.recording import record
from tests.builders import (
    AUBIERE,
    EPCI,
    ROYAT,
    agent,
    all_stored,
    assignment,
    day,
    make_register,
    mandate,
    mission_share,
    one_stored,
    position,
    reading,
    since,
    world,
    writing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mutudesk.domain.history import HistoryAct, HistoryLine
    from mutudesk.domain.records import Fact, Stored
    from mutudesk.usecases.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with writing(make_register(tmp_path, world())) as opened:
        yield opened


def facts(session: Session) -> frozenset[Fact]:
    return frozenset(each.fact for each in all_stored(session))


def close_mandate(session: Session, siren: str = AUBIERE, last: str = "2016-10-31") -> None:
    record(session, [close(one_stored(session, Mandate, siren=siren), day(last))], "close")


def undo(session: Session) -> None:
    last = last_acts(session).undo
    assert last is not None
    undoing.undo_act(session, last)


def redo(session: Session) -> None:
    last = last_acts(session).redo
    assert last is not None
    undoing.redo_act(session, last)


def codes(error: pytest.ExceptionInfo[RefusedError]) -> set[str]:
    return {each.code for each in error.value.findings}


def newest(session: Session) -> HistoryAct:
    with session.register.read() as unit:
        (head,) = journal.last_heads(unit.connection, 1)
        return journal.acts_of(unit.connection, [head.act])[0]


def test_nothing_to_undo_after_the_creation(session: Session) -> None:
    assert last_acts(session) == LastActs(None, None)
    with pytest.raises(RefusedError) as refused:
        undoing.undo_act(session, newest(session))
    assert codes(refused) == {"undo_beginning"}


def _new_agent(session: Session) -> None:
    record(session, [create(agent("A-2")), create(position("A-2"))], "create")


def _delete_work(session: Session) -> None:
    gone: list[Stored[Fact]] = [one_stored(session, MissionShare), one_stored(session, Assignment)]
    record(session, [delete(each) for each in gone], "delete")


def _amend(session: Session) -> None:
    new = mandate(AUBIERE, since("2016-11-01"), last_name="Neuf")
    running = one_stored(session, Mandate, siren=AUBIERE)
    record(session, amend_from(running, day("2016-11-01"), new), "amend")


def _rename(session: Session) -> None:
    record(session, [correct(one_stored(session, Agent), agent("B-1"))], "correct")


@pytest.mark.parametrize("act", [close_mandate, _new_agent, _delete_work, _amend, _rename])
def test_undo_restores_and_redo_does_it_again(session: Session, act: object) -> None:
    before = facts(session)
    act(session)  # type: ignore[operator] # one of the functions above
    after = facts(session)
    undo(session)
    assert facts(session) == before
    assert last_acts(session).undo is None
    redo(session)
    assert facts(session) == after
    assert last_acts(session).redo is None
    undo(session)
    assert facts(session) == before


def test_acts_are_undone_one_after_the_other_and_redone_in_their_order(session: Session) -> None:
    states = [facts(session)]
    for siren in (AUBIERE, ROYAT, EPCI):
        close_mandate(session, siren)
        states.append(facts(session))
    for state in states[-2::-1]:
        undo(session)
        assert facts(session) == state
    assert last_acts(session).undo is None
    for state in states[1:]:
        redo(session)
        assert facts(session) == state
    assert last_acts(session).redo is None


def test_a_new_act_ends_what_could_be_redone(session: Session) -> None:
    close_mandate(session)
    undo(session)
    _new_agent(session)
    assert last_acts(session).redo is None
    undo(session)
    assert one_stored(session, Mandate, siren=AUBIERE).fact.period.valid_until is None


def test_the_journal_names_what_was_undone(session: Session) -> None:
    close_mandate(session)
    undo(session)
    act = newest(session)
    assert act.action == "undo"
    assert act.target == len(world()) + 2
    assert act.reason.replace("\u00a0", " ").startswith("clôture du mandat de Mme Sylvie")
    with session.register.read() as unit:
        assert list(broken_links(unit.connection)) == []


def test_refused_when_the_record_was_touched_since(session: Session) -> None:
    close_mandate(session)
    closed = newest(session)
    stored = one_stored(session, Mandate, siren=AUBIERE)
    record(session, [correct(stored, replace(stored.fact, quality="Maire déléguée"))], "correct")
    before = facts(session)
    with pytest.raises(RefusedError) as refused:
        undoing.undo_act(session, closed)
    assert codes(refused) == {"undo_touched_since"}
    said = sentence(refused.value.findings[0]).replace("\u00a0", " ")
    assert said.startswith("« Mandat : Mme Sylvie Aubière, Aubière » a été modifié depuis.")
    assert facts(session) == before
    undo(session)
    undoing.undo_act(session, closed)
    assert one_stored(session, Mandate, siren=AUBIERE).fact.period.valid_until is None


def test_refused_when_something_later_depends_on_it(session: Session) -> None:
    _new_agent(session)
    engaged = newest(session)
    record(session, [create(assignment("A-2"))], "create")
    with pytest.raises(RefusedError) as refused:
        undoing.undo_act(session, engaged)
    assert codes(refused) == {"in_use"}


def test_refused_by_the_rules_like_any_act(session: Session) -> None:
    close_mandate(session)
    closed = newest(session)
    record(session, [create(mandate(AUBIERE, since("2016-11-01")))], "create")
    with pytest.raises(RefusedError) as refused:
        undoing.undo_act(session, closed)
    assert codes(refused) == {"mandate_overlap"}


def test_an_act_is_undone_once(session: Session) -> None:
    close_mandate(session)
    closed = newest(session)
    undoing.undo_act(session, closed)
    with pytest.raises(RefusedError) as refused:
        undoing.undo_act(session, closed)
    assert codes(refused) == {"undo_already"}


def test_an_undo_taken_back_from_the_list_is_a_redo(session: Session) -> None:
    close_mandate(session)
    after = facts(session)
    undo(session)
    undoing.take_back(session, newest(session))
    assert newest(session).action == "redo"
    assert facts(session) == after
    last = last_acts(session)
    assert last.undo is not None
    assert (last.undo.action, last.redo) == ("close", None)


def test_what_was_deleted_and_put_back_may_have_another_id(session: Session) -> None:
    _delete_work(session)
    undo(session)
    record(session, [close(one_stored(session, MissionShare), day("2016-12-31"))], "close")
    undo(session)
    assert one_stored(session, MissionShare).fact == mission_share()


def test_an_import_is_undone_as_one_act(session: Session, tmp_path: Path) -> None:
    from mutudesk.usecases.exporting import export_kind

    before = facts(session)
    file = tmp_path / "agents.csv"
    _new_agent(session)
    export_kind(session, ExchangeKind.AGENTS, file)
    undo(session)
    report = import_file(session, ExchangeKind.AGENTS, file)
    assert report.created == 2
    last = last_acts(session).undo
    assert last is not None
    assert last.action == "import"
    undo(session)
    assert facts(session) == before


def test_read_only(session: Session) -> None:
    close_mandate(session)
    path = session.register.path
    with reading(path) as other:
        last = last_acts(other).undo
        assert last is not None
        with pytest.raises(RefusedError) as refused:
            undoing.undo_act(other, last)
    assert codes(refused) == {"file_read_only"}


# One record back to a former state


def _lines(session: Session, act: HistoryAct) -> list[HistoryLine]:
    with session.register.read() as unit:
        return journal.lines_of(unit.connection, act.id)


def test_a_record_goes_back_to_a_former_state(session: Session) -> None:
    for grade in ("Rédacteur principal", "Attaché", "Attaché principal"):
        stored = one_stored(session, Position)
        record(session, [correct(stored, replace(stored.fact, grade=grade))], "correct")
        if grade == "Attaché":
            wanted = newest(session)
    (line,) = _lines(session, wanted)
    wished = undoing.foresee_return(session, line)
    assert wished is not None
    assert wished.before is not None
    assert wished.before.fact.grade == "Attaché principal"  # type: ignore[union-attr]
    assert not wished.refusals
    undoing.go_back(session, wished)
    assert one_stored(session, Position).fact.grade == "Attaché"
    assert newest(session).action == "restore"
    assert undoing.foresee_return(session, line) is None
    undo(session)
    assert one_stored(session, Position).fact.grade == "Attaché principal"


def test_a_deleted_record_comes_back(session: Session) -> None:
    _delete_work(session)
    for line in reversed(_lines(session, newest(session))):
        wished = undoing.foresee_return(session, line)
        assert wished is not None
        assert wished.before is None
        undoing.go_back(session, wished)
    assert one_stored(session, MissionShare).fact == mission_share()


def test_a_former_state_that_a_rule_forbids_is_foreseen_so(session: Session) -> None:
    _delete_work(session)
    (share,) = [
        each for each in _lines(session, newest(session)) if each.kind.value != "assignment"
    ]
    wished = undoing.foresee_return(session, share)
    assert wished is not None
    assert {each.code for each in wished.refusals} == {"share_without_assignment"}
    with pytest.raises(RefusedError):
        undoing.go_back(session, wished)
