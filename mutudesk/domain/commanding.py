"""When a body commands somebody or takes part in a service: then it needs a head and an identity.

Counted, so that what a part of the register says can be taken off what all of it says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from mutudesk.domain.authority import hierarchical_periods, operational_body

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mutudesk.domain.assignments import Assignment, MissionShare
    from mutudesk.domain.factbase import FactBase
    from mutudesk.domain.period import Period

Commanding: TypeAlias = "Counter[tuple[str, Period]]"  # by SIREN


def over_agents(base: FactBase) -> Commanding:
    """The days on which each body has authority over agents, once for each record that says so."""
    shares: Iterable[MissionShare] = chain.from_iterable(base.shares.values())
    assignments: Iterable[Assignment] = chain.from_iterable(base.assignments.values())
    found: Commanding = Counter((str(operational_body(each)), each.period) for each in shares)
    for assignment in assignments:
        found.update((str(siren), days) for siren, days in hierarchical_periods(base, assignment))
    return found


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
    for siren, days in {**over_agents(base), **base.commanding_elsewhere}:
        periods[siren].append(days)
    return periods
