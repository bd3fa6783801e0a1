"""What an act means beyond what was typed.

* A membership recorded without missions is for the missions that exist when it is recorded, one by
  one.
* An identity or an EPCI membership of unknown beginning holds until another one is recorded.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from mutudesk.domain.changes import Change, with_period
from mutudesk.domain.final_state import final_state
from mutudesk.domain.records import Fact, Kind, Stored, kind_of
from mutudesk.domain.services import Membership, Mission
from mutudesk.domain.territory import EpciMembership, LegalIdentity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from mutudesk.domain.changes import AnyChange

_HOLDING = frozenset({Kind.IDENTITY, Kind.EPCI_MEMBERSHIP})


def completed(stored: Sequence[Stored[Fact]], changes: Sequence[AnyChange]) -> list[AnyChange]:
    """The changes with missions named, and with what they bring to an end."""
    kinds = {kind_of(change.fact) for change in changes}
    result = list(changes)
    if Kind.MEMBERSHIP in kinds:
        facts = final_state(stored, changes).facts
        result = _with_missions(facts, result)
    if kinds & _HOLDING:
        result = _until_next(stored, result)
    return result


def _with_missions(facts: Iterable[Fact], changes: Iterable[AnyChange]) -> list[AnyChange]:
    missions: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if isinstance(fact, Mission):
            missions[fact.service].add(fact.code)
    return [
        Change(change.before, replace(after, missions=frozenset(missions[after.service])))
        if isinstance(after := change.after, Membership) and not after.missions
        else change
        for change in changes
    ]


def _owner(fact: LegalIdentity | EpciMembership) -> tuple[str, ...]:
    if isinstance(fact, LegalIdentity):
        return (fact.siren,)
    return (fact.epci_siren, fact.siren)


def _until_next(stored: Sequence[Stored[Fact]], changes: Sequence[AnyChange]) -> list[AnyChange]:
    """Let a record of unknown beginning and open end stop where the first dated one begins."""
    changed = {
        (kind_of(change.before.fact), change.before.id): change
        for change in changes
        if change.before is not None
    }
    untouched = [each for each in stored if (kind_of(each.fact), each.id) not in changed]
    facts = [each.fact for each in untouched]
    facts += [change.after for change in changes if change.after is not None]
    first: dict[tuple[str, ...], date] = {}
    for fact in facts:
        if isinstance(fact, LegalIdentity | EpciMembership) and fact.period.valid_from:
            owner = _owner(fact)
            first[owner] = min(first.get(owner, fact.period.valid_from), fact.period.valid_from)
    result = [Change(each.before, _held(each.after, first)) for each in changes]
    for each in untouched:
        held = _held(each.fact, first)
        if held is not None and held != each.fact:
            result.append(Change(each, held))
    return result


def _held(fact: Fact | None, first: dict[tuple[str, ...], date]) -> Fact | None:
    if not isinstance(fact, LegalIdentity | EpciMembership):
        return fact
    if fact.period.valid_from is not None or fact.period.valid_until is not None:
        return fact
    end = first.get(_owner(fact))
    return fact if end is None else with_period(fact, fact.period.until(end))
