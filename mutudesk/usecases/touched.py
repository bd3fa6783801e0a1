"""What an act touches, and what must be read beside it so that the rules can judge it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from mutudesk.domain.agents import Agent
from mutudesk.domain.bodies import PublicBody
from mutudesk.domain.commanding import days_lost
from mutudesk.domain.records import (
    HEADERS,
    Fact,
    Kind,
    Owner,
    body_fields,
    field_names,
    header_of,
    kind_of,
    kinds_of,
    ref_to,
)
from mutudesk.storage.loading import Scope
from mutudesk.storage.mappings.keyed import LARGE
from mutudesk.storage.queries.affected import (
    agents_alike,
    bearing_same_code,
    commanding_agents,
    namesakes,
    services_alike,
    services_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.commanding import Commanding
    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.records import RecordRef
    from mutudesk.storage.unit_of_work import ReadTransaction

# Without these a body is unknown, vacant or outside, whatever is recorded of those it commands.
_SHAKING = (Kind.IDENTITY, Kind.EPCI_MEMBERSHIP, Kind.MANDATE)


class Touched:
    """The facts before and after an act, by kind, and what they belong to."""

    def __init__(self, changes: Iterable[AnyChange]) -> None:
        self._facts: dict[Kind, list[Fact]] = defaultdict(list)
        self._codes_before: dict[Kind, set[str]] = defaultdict(set)
        for change in changes:
            before, after = change.before, change.after
            if before is not None:
                self._codes_before[kind_of(before.fact)].add(str(before.fact.key[0]))
                self._facts[kind_of(before.fact)].append(before.fact)
            if after is not None:
                self._facts[kind_of(after)].append(after)

    def keys(self, kinds: Iterable[Kind], name: str) -> set[str]:
        """The codes that facts of these kinds hold in a field."""
        read = attrgetter(name)
        return {
            key
            for kind in kinds
            if name in field_names(kind)
            for key in map(read, self._facts[kind])
            if key
        }

    def scope(self) -> Scope:
        """What must be read to judge the act."""
        sirens = (
            siren
            for kind in self._facts.copy()
            for name in body_fields(kind)
            for siren in self.keys((kind,), name)
        )
        return Scope(
            sirens=frozenset(sirens),
            services=frozenset(
                self.keys(kinds_of(Owner.SERVICE), "service") | self.keys((Kind.SERVICE,), "code")
            ),
            services_seen=frozenset(self.keys(kinds_of(Owner.AGENT), "service")),
            matricules=frozenset(self.keys(kinds_of(Owner.AGENT), "matricule")),
        )

    def scope_beside(self, reading: ReadTransaction, scope: Scope) -> Scope:
        """The scope with whom the act affects without touching any record of theirs."""
        matricules = scope.matricules
        if self._facts[Kind.AGENT] or self._facts[Kind.POSITION]:
            agents = [each for each in self._facts[Kind.AGENT] if isinstance(each, Agent)]
            matricules |= namesakes(reading.connection, agents, matricules)
            matricules |= agents_alike(reading.connection, self._new_codes(Kind.AGENT))
        sirens, services = scope.sirens, scope.services_seen
        services |= services_alike(reading.connection, self._new_codes(Kind.SERVICE))
        if self._facts[Kind.BODY] or self._facts[Kind.IDENTITY]:
            own = self.keys((Kind.BODY, Kind.IDENTITY), "siren")
            bodies = [each for each in self._facts[Kind.BODY] if isinstance(each, PublicBody)]
            sirens |= bearing_same_code(
                reading.connection, own, (each.insee_code for each in bodies)
            )
        if shaken := self.shaken():
            services |= services_of(reading.connection, shaken)
        return replace(scope, matricules=matricules, sirens=sirens, services_seen=services)

    def _new_codes(self, kind: Kind) -> set[str]:
        """The codes that the act gives to headers of a kind."""
        return {str(fact.key[0]) for fact in self._facts[kind]} - self._codes_before[kind]

    def shaken(self) -> set[str]:
        """The bodies whose head, identity or belonging the act changes."""
        return self.keys(_SHAKING, "siren")

    def services_shaken(self, base: FactBase) -> set[str]:
        """The services in which a body takes part whose belonging the act changes."""
        shaken = self.keys((Kind.EPCI_MEMBERSHIP,), "siren")
        if not shaken:
            return set()
        return {
            service
            for service, memberships in base.memberships.items()
            if any(each.siren in shaken for each in memberships)
        }

    def commanding_elsewhere(
        self, reading: ReadTransaction, former: FactBase, base: FactBase
    ) -> Commanding:
        """When the shaken bodies command agents who were not read for these two states.

        Only the days count on which a body loses its head or its name by the act.
        """
        lost = {siren: days_lost(former, base, siren) for siren in self.shaken()}
        if len(former.agents) > LARGE:  # then all agents were read
            return frozenset()
        return commanding_agents(reading.connection, lost, former.agents)

    def written(self) -> set[RecordRef]:
        """The records that the act writes, and what they belong to."""
        facts = [fact for facts in self._facts.values() for fact in facts]
        return {ref_to(each) for each in facts} | {header_of(each) for each in facts}


def kinds_touched(changes: Iterable[AnyChange]) -> frozenset[Kind]:
    """The kinds of the records that an act changes; all, where one gets a code that others hold."""
    kinds = set()
    for each in changes:
        kind = kind_of(each.fact)
        if (
            kind in HEADERS
            and each.before
            and each.after
            and each.before.fact.key != each.after.key
        ):
            return frozenset(Kind)
        kinds.add(kind)
    return frozenset(kinds)
