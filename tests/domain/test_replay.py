"""The journal gone through again: what each record is in the end, and where a line is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.history import JournalLine
from mutudesk.domain.records import Kind, kind_of
from mutudesk.domain.replay import Replay, differing_fields
from tests.builders import agent, membership, mission, position, service

if TYPE_CHECKING:
    from mutudesk.domain.records import Fact


def line(
    act: int, before: Fact | None, after: Fact | None, number: int = 1, *, purged: bool = False
) -> JournalLine:
    fact = after or before
    assert fact is not None
    kind = kind_of(fact)
    if purged:
        before = after = None
    return JournalLine(act, kind, "", before, after, purged, act=act, number=number)


def replayed(*lines: JournalLine) -> Replay:
    replay = Replay()
    for each in lines:
        replay.note_rename(each)
        replay.watch(each)
    return replay


def test_what_was_written_last_is_at_the_end() -> None:
    one, other = agent(), agent(last_name="Roux")
    replay = replayed(line(1, None, one), line(2, one, other))
    assert replay.at_end(Kind.AGENT, 1) == other
    assert replay.at_end(Kind.AGENT, 2) is None
    assert replay.gaps == []
    assert replayed(line(1, None, one), line(2, one, None)).at_end(Kind.AGENT, 1) is None


@pytest.mark.parametrize(
    "lines",
    [
        [line(1, None, agent()), line(3, agent(last_name="Roux"), agent(last_name="Brun"))],
        [line(1, None, agent()), line(3, None, agent(last_name="Brun"))],
        [line(3, agent(), None)],
    ],
    ids=["another before", "created twice", "never created"],
)
def test_a_line_that_follows_from_nothing(lines: list[JournalLine]) -> None:
    assert [each.id for each in replayed(*lines).gaps] == [3]


def test_codes_that_change_take_along_what_was_written_before() -> None:
    replay = replayed(
        line(1, None, agent("A")),
        line(1, None, position("A")),
        line(2, agent("A"), agent("B")),
        line(3, None, agent("A", last_name="Other"), 2),
        line(3, None, position("A"), 2),
        line(4, agent("A", last_name="Other"), agent("C", last_name="Other"), 2),
        line(5, agent("B"), agent("A")),
    )
    assert replay.at_end(Kind.POSITION, 1) == position("A")
    assert replay.at_end(Kind.POSITION, 2) == position("C")
    assert replay.gaps == []


def test_codes_exchanged_in_one_act() -> None:
    replay = replayed(
        line(1, None, agent("A")),
        line(1, None, agent("B"), 2),
        line(1, None, position("A")),
        line(1, None, position("B"), 2),
        line(2, agent("A"), agent("B")),
        line(2, agent("B"), agent("A"), 2),
    )
    assert replay.at_end(Kind.POSITION, 1) == position("B")
    assert replay.at_end(Kind.POSITION, 2) == position("A")


def test_a_line_of_the_act_that_renames_knows_the_former_code_before_and_the_new_after() -> None:
    replay = replayed(
        line(1, None, agent("A")),
        line(1, None, position("A")),
        line(2, agent("A"), agent("B")),
        line(2, position("A"), position("B", grade="X")),
    )
    assert replay.gaps == []
    assert replay.at_end(Kind.POSITION, 1) == position("B", grade="X")


def test_what_is_written_while_codes_are_exchanged_knows_the_new_ones() -> None:
    replay = replayed(
        line(1, None, position("A")),
        line(2, agent("A"), agent("B")),
        line(2, agent("B"), agent("A"), 2),
        line(2, position("A"), position("B", grade="X")),
    )
    assert replay.at_end(Kind.POSITION, 1) == position("B", grade="X")


def test_a_mission_is_called_by_its_service_too() -> None:
    replay = replayed(
        line(1, None, service("ADS")),
        line(1, None, mission("PC", "ADS")),
        line(1, None, mission("DP", "ADS"), 2),
        line(1, None, membership()),
        line(2, service("ADS"), service("DROIT")),
        line(3, mission("PC", "DROIT"), mission("X", "DROIT")),
    )
    told = membership(service="DROIT", missions=frozenset({"X", "DP"}))
    assert replay.at_end(Kind.MEMBERSHIP, 1) == told
    assert replay.at_end(Kind.MISSION, 2) == mission("DP", "DROIT")
    assert replay.gaps == []


def test_of_what_was_forgotten_nothing_is_known_until_something_is_said_again() -> None:
    forgotten = line(2, agent(), agent(last_name="Roux"), purged=True)
    replay = replayed(line(1, None, agent()), forgotten)
    assert not replay.is_known(Kind.AGENT, 1)
    replay.watch(line(3, agent(last_name="Roux"), agent(last_name="Brun")))
    assert replay.is_known(Kind.AGENT, 1)
    assert replay.at_end(Kind.AGENT, 1) == agent(last_name="Brun")
    assert replay.gaps == []


def test_fields_that_differ_are_named() -> None:
    assert differing_fields(agent(), agent(first_name="X", civility="M.")) == (
        "civility",
        "first_name",
    )
