"""What an act means beyond what was typed.

* A membership recorded without missions is for the missions that exist when it is recorded, one by
  one.
* An identity or an EPCI membership of unknown beginning holds until another one is recorded, and
  after one that is over (`domain.since_always`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from mutudesk.domain.bodies import EpciMembership, LegalIdentity
from mutudesk.domain.changes import Change, with_period
from mutudesk.domain.findings import warning
from mutudesk.domain.period import ALWAYS
from mutudesk.domain.records import Fact, Kind, Stored, kind_of, owner_of
from mutudesk.domain.resulting_state import resulting_state
from mutudesk.domain.services import Membership, Mission
from mutudesk.domain.since_always import days_left

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.period import Period
    from mutudesk.domain.records import Key

_HOLDING = frozenset({Kind.IDENTITY, Kind.EPCI_MEMBERSHIP})


def with_implied(
    stored: Sequence[Stored[Fact]], changes: Sequence[AnyChange], today: date
) -> list[AnyChange]:
    """The changes with missions named, and with what they bring to an end."""
    kinds = {kind_of(change.fact) for change in changes}
    result = list(changes)
    if Kind.MEMBERSHIP in kinds:
        facts = resulting_state(stored, changes).facts
        result = _with_missions(facts, result)
    if kinds & _HOLDING:
        result = _beside_dated(stored, result, today)
    return result


def implied_findings(
    base: FactBase, given: Sequence[AnyChange], changes: Sequence[AnyChange]
) -> list[Finding]:
    """What `with_implied` did to records of unknown beginning, for the user to know.

    `base` holds the register after the act, `given` are the changes before they were completed.
    """
    typed = {(each.before, each.after) for each in _holding(given)}
    return [
        _implied_finding(base, change)
        for change in _holding(changes)
        if (change.before, change.after) not in typed
    ]


def _holding(changes: Iterable[AnyChange]) -> list[AnyChange]:
    return [each for each in changes if kind_of(each.fact) in _HOLDING]


def _implied_finding(base: FactBase, change: AnyChange) -> Finding:
    fact = change.fact
    of_identity = isinstance(fact, LegalIdentity)
    name = fact.name if isinstance(fact, LegalIdentity) else ""
    body = base.name(owner_of(fact))
    code = "identity_now_on" if of_identity else "epci_membership_now_on"
    period = getattr(fact, "period", ALWAYS)
    return warning(code, change.ref, field="valid_from", body=body, name=name, period=period)


def _place(change: AnyChange) -> tuple[Kind, int]:
    return kind_of(change.fact), change.before.id if change.before is not None else 0


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


def _beside_dated(
    stored: Sequence[Stored[Fact]], changes: Sequence[AnyChange], today: date
) -> list[AnyChange]:
    """Let a record of unknown beginning and open end have the days that the dated ones leave it."""
    changed = {_place(change) for change in changes if change.before is not None}
    untouched = [each for each in stored if (kind_of(each.fact), each.id) not in changed]
    facts = [each.fact for each in untouched]
    facts += [change.after for change in changes if change.after is not None]
    dated: dict[tuple[Kind, Key], list[Period]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, LegalIdentity | EpciMembership) and fact.period.valid_from:
            dated[_owner(fact)].append(fact.period)
    result: list[AnyChange] = [
        Change(each.before, _left(each.after, dated, today)) for each in changes
    ]
    for each in untouched:
        after = _left(each.fact, dated, today)
        if after != each.fact:
            result.append(Change(each, after))
    return result


def _owner(fact: LegalIdentity | EpciMembership) -> tuple[Kind, Key]:
    """What has one such record a day."""
    return kind_of(fact), fact.key[:-1]


def _left(
    fact: Fact | None, dated: dict[tuple[Kind, Key], list[Period]], today: date
) -> Fact | None:
    """The fact on the days that are left to it."""
    if not isinstance(fact, LegalIdentity | EpciMembership) or fact.period != ALWAYS:
        return fact
    return with_period(fact, days_left(dated[_owner(fact)], today))
