"""What an act is given, and what it says, as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.records import Stored
from mutudesk.usecases.queries import Record
from tests.builders import EPCI

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.records import Fact

FormerAndNew: TypeAlias = "tuple[Fact | None, Fact | None]"


def record_of(*facts: Fact) -> Record:
    """A record of these facts, stored with an id each."""
    stored = tuple(Stored(number, 1, fact) for number, fact in enumerate(facts, 1))
    return Record(FactBase(EPCI, facts), stored)


def told(changes: Iterable[AnyChange]) -> list[FormerAndNew]:
    """Each change as its former and its new fact."""
    return [(None if each.before is None else each.before.fact, each.after) for each in changes]


def after(facts: Iterable[Fact], changes: Iterable[AnyChange]) -> list[Fact]:
    """The facts with the changes laid over them."""
    replaced = {each.before.fact for each in changes if each.before is not None}
    kept = [fact for fact in facts if fact not in replaced]
    return [*kept, *(each.after for each in changes if each.after is not None)]
