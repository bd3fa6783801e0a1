"""One act of a user: completed, judged in its final state, written whole with its journal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.agents import Agent, Position
from mutudesk.domain.bodies import Mandate
from mutudesk.domain.changes import amend_from, close, correct, create, delete
from mutudesk.domain.findings import RefusedError
from mutudesk.usecases.recording import record
from tests.builders import (
    BEAUMONT,
    NOW,
    ROYAT,
    WHO,
    agent,
    assignment,
    day,
    during,
    facts_in,
    journalled,
    make_register,
    mandate,
    membership,
    mission,
    mission_share,
    one_stored,
    position,
    reading,
    since,
    world,
    world_with,
    writing,
)
from tests.usecases.acts_judged import journal, refusals, warnings

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.domain.records import Fact


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path, world())


# The acts -----------------------------------------------------------------------------------------


def test_create(path: Path) -> None:
    with writing(path) as session:
        assert warnings(session, create(agent("A-2")), create(position("A-2"))) == []
    assert facts_in(path) == set(world(agent("A-2"), position("A-2")))


def test_amend_from_a_day(path: Path) -> None:
    new = mandate(ROYAT, last_name="Nouvelle")
    with writing(path) as session:
        changes = amend_from(one_stored(session, Mandate, siren=ROYAT), day("2020-05-25"), new)
        assert warnings(session, *changes) == []
    found = {fact for fact in facts_in(path) if isinstance(fact, Mandate) and fact.siren == ROYAT}
    assert found == {
        mandate(ROYAT, during("2014-04-05", "2020-05-24"), last_name="Royat"),
        mandate(ROYAT, since("2020-05-25"), last_name="Nouvelle"),
    }


def test_correct(path: Path) -> None:
    with writing(path) as session:
        seen = one_stored(session, Mandate, siren=ROYAT)
        assert warnings(session, correct(seen, mandate(ROYAT, last_name="Juste"))) == []
        again = one_stored(session, Mandate, siren=ROYAT)
        assert (again.id, again.row_version) == (seen.id, seen.row_version + 1)


def test_close(path: Path) -> None:
    with writing(path) as session:
        changes = [close(one_stored(session, Mandate, siren=ROYAT), day("2020-05-24"))]
        assert warnings(session, *changes) == []
    closed = mandate(ROYAT, during("2014-04-05", "2020-05-24"), last_name="Royat")
    assert facts_in(path) == set(world_with(closed))


def test_delete(path: Path) -> None:
    with writing(path) as session:
        gone = one_stored(session, Mandate, siren=ROYAT)
        assert warnings(session, delete(gone)) == []
    assert gone.fact not in facts_in(path)


def test_every_act_is_journalled_with_who_when_why_before_and_after(path: Path) -> None:
    before = len(journal(path))
    with writing(path) as session:
        changes = amend_from(
            one_stored(session, Mandate, siren=ROYAT),
            day("2020-05-25"),
            mandate(ROYAT, last_name="N."),
        )
        record(session, changes, "amend", "élections")
    closed, opened = journal(path)[before:]
    common = (before + 1, WHO, NOW.isoformat(), "amend", "élections", "mandate")
    assert closed[:6] == opened[:6] == common
    assert (closed[6], opened[6]) == (f"{ROYAT} False 2014-04-05", f"{ROYAT} False 2020-05-25")
    old = mandate(ROYAT, last_name="Royat")
    assert json.loads(str(closed[7])) == [
        journalled(old),
        journalled(mandate(ROYAT, during("2014-04-05", "2020-05-24"), last_name="Royat")),
    ]
    assert json.loads(str(opened[7])) == [
        None,
        journalled(mandate(ROYAT, since("2020-05-25"), last_name="N.")),
    ]


def test_what_changes_nothing_is_not_written(path: Path) -> None:
    before = journal(path)
    with writing(path) as session:
        seen = one_stored(session, Agent)
        judged = record(session, [correct(seen, agent())], "correct")
        assert judged.changes == ()
        assert not session.changed
        assert one_stored(session, Agent) == seen
    assert journal(path) == before


def test_a_register_open_to_read_is_not_written(path: Path) -> None:
    with reading(path) as session, pytest.raises(RefusedError) as refused:
        record(session, [create(agent("A-2"))], "record")
    assert [each.code for each in refused.value.findings] == ["file_read_only"]


# Refusals and warnings ----------------------------------------------------------------------------


def test_all_reasons_are_given_at_once(path: Path) -> None:
    with writing(path) as session:
        found = refusals(
            session,
            create(mandate(ROYAT, since("2020-01-01"), last_name="Autre")),
            create(position(period=since("2020-01-01"))),
            create(agent("A+B")),
        )
    assert sorted(found) == ["code_invalid", "mandate_overlap", "position_overlap"]


def test_a_warning_does_not_stop_an_act(path: Path) -> None:
    late = membership(BEAUMONT, decided_on=day("2016-01-01"))
    with writing(path) as session:
        assert warnings(session, create(late)) == ["retroactive_effect"]
    assert late in facts_in(path)


def test_what_was_wrong_before_and_elsewhere_stops_nobody(tmp_path: Path) -> None:
    path = make_register(tmp_path, world(agent("A-2"), assignment("A-2")))
    with writing(path) as session:
        assert warnings(session, create(agent("A-3"))) == ["agent_without_position"]
        assert refusals(session, create(mission_share("A-2", mission="DP"))) == ["no_position"]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (mandate("216302547"), "body_unknown"),
        (mission("X", "XX"), "service_unknown"),
        (position("XX"), "agent_unknown"),
        (agent("A-1", last_name="Double"), "already_recorded"),
        (membership(), "already_recorded"),
    ],
)
def test_references_and_keys(path: Path, wanted: Fact, code: str) -> None:
    with writing(path) as session:
        assert refusals(session, create(wanted)) == [code]


def test_somebody_else_was_faster(path: Path) -> None:
    with writing(path) as session:
        seen = one_stored(session, Position)
        record(session, [correct(seen, position(grade="Autre"))], "correct")
        assert refusals(session, correct(seen, position(grade="Encore"))) == ["changed_meanwhile"]
        assert refusals(session, delete(seen)) == ["changed_meanwhile"]


def test_a_record_deleted_meanwhile_and_another_made(path: Path) -> None:
    with writing(path) as session:
        record(session, [create(agent("A-2"))], "record")
        seen = one_stored(session, Agent, matricule="A-2")
        record(session, [delete(seen)], "delete")
        record(session, [create(agent("B-7", last_name="Autre"))], "record")
        assert one_stored(session, Agent, matricule="B-7").id > seen.id
        found = refusals(session, correct(seen, agent("A-2", last_name="Nouveau")))
    assert found == ["changed_meanwhile"]
