"""An agent is entered with his first position, and what a position holds may end with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.findings import RefusedError
from mutudesk.domain.records import Stored
from mutudesk.usecases.acts.agents import (
    close_position,
    correct_agent,
    create_agent,
    delete_agent,
    held_by_position,
)
from tests.builders import agent, assignment, day, during, mission_share, position, since
from tests.usecases.acts.changing import record_of, told

if TYPE_CHECKING:
    from mutudesk.domain.records import Fact

LAST = day("2017-06-30")
ENDED = during("2012-03-01", "2017-06-30")


def test_a_new_agent_brings_his_first_position() -> None:
    assert told(create_agent(agent(), position())) == [(None, agent()), (None, position())]


def test_a_correction_is_of_the_agent_alone() -> None:
    other = agent("A-9", first_name="Paula")
    record = record_of(agent(), position())
    assert told(correct_agent(record, "A-1", other)) == [(agent(), other)]


def test_a_deletion_takes_the_positions_along_and_no_assignment() -> None:
    record = record_of(agent(), position(), assignment(), mission_share())
    assert told(delete_agent(record, "A-1")) == [(agent(), None), (position(), None)]


@pytest.mark.parametrize(
    ("first", "last", "held"),
    [
        ("2015-07-01", None, True),
        ("2017-06-30", None, True),  # begins on the last day
        ("2017-07-01", None, False),  # the day after
        ("2015-07-01", "2017-06-30", False),  # ends with the position anyway
        ("2015-07-01", "2017-07-01", True),
        ("2015-07-01", "2017-06-29", False),
    ],
)
def test_a_position_holds_what_runs_on_beyond_its_end(
    first: str, last: str | None, held: bool
) -> None:
    facts: list[Fact] = [
        assignment(period=during(first, last)),
        mission_share(period=during(first, last)),
    ]
    found = held_by_position(record_of(position(), *facts), LAST)
    assert [each.fact for each in found] == (facts if held else [])


def test_what_is_chosen_ends_with_the_position() -> None:
    held = Stored(2, 1, assignment())
    changes = close_position(Stored(1, 1, position()), LAST, [held])
    assert told(changes) == [
        (position(), position(period=ENDED)),
        (assignment(), assignment(period=during("2015-07-01", "2017-06-30"))),
    ]


def test_an_end_needs_a_day() -> None:
    with pytest.raises(RefusedError, match="cell_required"):
        close_position(Stored(1, 1, position(period=since("2012-03-01"))), None, [])
