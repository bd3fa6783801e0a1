"""Acts on agents: one with his first position, and the end of a position with what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from mutudesk.domain.agents import Agent, Position
from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.usecases.acts.assignments import ending_with
from mutudesk.usecases.acts.records import (
    close_record,
    correct_record,
    delete_records,
    enter_record,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.records import Stored
    from mutudesk.usecases.queries import Record

Held: TypeAlias = "Stored[Assignment] | Stored[MissionShare]"


def create_agent(agent: Agent, position: Position) -> list[AnyChange]:
    """An agent with his first position."""
    return [*enter_record(agent), *enter_record(position)]


def correct_agent(record: Record, matricule: str, agent: Agent) -> list[AnyChange]:
    """Matricule and names of an agent as they should have been."""
    (stored,) = record.owned(Agent, matricule)
    return correct_record(stored, agent)


def delete_agent(record: Record, matricule: str) -> list[AnyChange]:
    """An agent who should never have been, with his positions; assignments stand against it."""
    own = record.owned(Agent, matricule)
    return delete_records([*own, *record.owned(Position, matricule)])


def held_by_position(record: Record, last_day: date) -> list[Held]:
    """The assignments and mission shares that run on beyond the end of a position."""
    assignments = ending_with(record.of(Assignment), last_day)
    return [*assignments, *ending_with(record.of(MissionShare), last_day)]


def close_position(
    stored: Stored[Position], last_day: date | None, held: Iterable[Held]
) -> list[AnyChange]:
    """The end of a position, and of what is chosen to end with it. Raises like `close_record`."""
    changes = close_record(stored, last_day)
    for each in held:
        changes += close_record(each, last_day)
    return changes
