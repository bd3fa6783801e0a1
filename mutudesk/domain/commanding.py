"""When a body commands somebody or is in a service: then it needs a head and an identity."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from mutudesk.domain.authority import (
    hierarchical_periods,
    in_force_periods,
    operational_body,
)
from mutudesk.domain.period import Period, merged, uncovered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mutudesk.domain.assignments import Assignment, MissionShare
    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.records import DatedFact

Commanding: TypeAlias = frozenset[tuple[str, Period]]  # by SIREN


def over_agents(base: FactBase) -> Commanding:
    """The days on which each body has authority over agents; those only planned do not count."""
    shares: Iterable[MissionShare] = chain.from_iterable(base.shares.values())
    assignments: Iterable[Assignment] = chain.from_iterable(base.assignments.values())
    instructing = (
        (str(operational_body(share)), days)
        for share in shares
        for days in in_force_periods(base, share)
    )
    employing = (
        (str(siren), days)
        for assignment in assignments
        for siren, days in hierarchical_periods(base, assignment)
    )
    return frozenset(chain(instructing, employing))


def commanding_periods(base: FactBase) -> dict[str, list[Period]]:
    """The days on which each body manages a service, has joined one or has authority over agents.

    A membership without a vote counts for nothing.
    """
    periods: dict[str, list[Period]] = defaultdict(list)
    for managing in chain.from_iterable(base.managing.values()):
        periods[managing.siren].append(managing.period)
    for membership in chain.from_iterable(base.memberships.values()):
        if membership.is_decided:
            periods[membership.siren].append(membership.period)
    for siren, days in over_agents(base) | base.commanding_elsewhere:
        periods[siren].append(days)
    return periods


def days_lost(former: FactBase, base: FactBase, siren: str) -> list[Period]:
    """The days on which a body had a head, or an identity, in a former state and has none now.

    Whoever it commands on other days leads to nothing that was not said before.
    """
    heads = _lost(former.mandates.get(siren, ()), base.mandates.get(siren, ()))
    names = _lost(former.identities.get(siren, ()), base.identities.get(siren, ()))
    return merged([*heads, *names])


def _lost(former: Iterable[DatedFact], present: Iterable[DatedFact]) -> list[Period]:
    held = [each.period for each in present]
    before = merged(each.period for each in former)
    return [gap for period in before for gap in uncovered(period, held)]
