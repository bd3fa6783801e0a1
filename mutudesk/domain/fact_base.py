"""Facts of the register held together in memory, for rules to judge them as a whole."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast

from mutudesk.domain.agents import Agent, Position
from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.domain.bodies import (
    BodyName,
    EpciMembership,
    LegalIdentity,
    Mandate,
    Population,
    PublicBody,
)
from mutudesk.domain.codes import fold
from mutudesk.domain.lookalikes import alike
from mutudesk.domain.records import KINDS, Fact, Kind
from mutudesk.domain.services import (
    ManagingPeriod,
    Membership,
    Mission,
    Origin,
    ServiceTerms,
    SharedService,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from mutudesk.domain.commanding import Commanding
    from mutudesk.domain.period import Period
    from mutudesk.domain.records import RecordKind

F = TypeVar("F", bound=Fact)
T = TypeVar("T", LegalIdentity, Mandate)


class FactBase:
    """Facts by what they belong to: body (SIREN), service (code), agent (matricule).

    `epci_siren` is the agglomeration whose register it is. `commanding_elsewhere` says when bodies
    command agents who are not among the facts (see `domain.commanding`).
    """

    def __init__(
        self, epci_siren: str, facts: Iterable[Fact], elsewhere: Commanding | None = None
    ) -> None:
        self.epci_siren = epci_siren
        self.commanding_elsewhere: Commanding = elsewhere or frozenset()
        held: dict[type[Any], dict[str, Any]] = {
            each.fact_type: {} if each.is_header else defaultdict(list) for each in KINDS
        }
        held[Mission] = defaultdict(dict)
        self.bodies: dict[str, PublicBody] = held[PublicBody]
        self.identities: dict[str, list[LegalIdentity]] = held[LegalIdentity]
        self.epci_memberships: dict[str, list[EpciMembership]] = held[EpciMembership]
        self.populations: dict[str, list[Population]] = held[Population]
        self.mandates: dict[str, list[Mandate]] = held[Mandate]
        self.services: dict[str, SharedService] = held[SharedService]
        self.managing: dict[str, list[ManagingPeriod]] = held[ManagingPeriod]
        self.terms: dict[str, list[ServiceTerms]] = held[ServiceTerms]
        self.origins: dict[str, list[Origin]] = held[Origin]
        self.missions: dict[str, dict[str, Mission]] = held[Mission]
        self.memberships: dict[str, list[Membership]] = held[Membership]
        self.agents: dict[str, Agent] = held[Agent]
        self.positions: dict[str, list[Position]] = held[Position]
        self.assignments: dict[str, list[Assignment]] = held[Assignment]
        self.shares: dict[str, list[MissionShare]] = held[MissionShare]
        self._held = held
        add = {each.fact_type: _adder(each, held[each.fact_type]) for each in KINDS}
        for fact in facts:
            add[type(fact)](fact)

    def of(self, fact_type: type[F], owner: str) -> Sequence[F]:
        """The facts of a kind, no header, that belong to a body, service or agent."""
        return cast("Sequence[F]", self._held[fact_type].get(owner, ()))

    def identity(self, siren: str, on: date) -> LegalIdentity | None:
        """The identity of a body on a date, None where none is recorded for it."""
        return on_date(self.identities.get(siren, ()), on)

    def name(self, siren: str, on: date | None = None) -> BodyName:
        """The name of a body on a date, its SIREN where none is recorded for that day.

        A name is never borrowed from another period. Without a date: the last name known.
        """
        identities = self.identities.get(siren, ())
        if on is not None:
            identity = on_date(identities, on)
        else:
            identity = max(identities, key=lambda each: each.period.start, default=None)
        if identity is None:
            return BodyName(siren)
        return BodyName.recorded(identity, self.bodies.get(siren))

    def known_name(self, siren: str, on: date) -> str:
        """The name of a body on a date; empty where none is recorded for that day."""
        return "" if self.identity(siren, on) is None else self.name(siren, on)

    def service_name(self, code: str) -> str:
        """The name of a service, else its code."""
        service = self.services.get(code)
        return service.name if service else code

    def agent_name(self, matricule: str) -> str:
        """First and last name with the matricule, else the matricule alone."""
        agent = self.agents.get(matricule)
        return f"{agent.full_name} ({matricule})" if agent else matricule

    def namesakes(self, matricule: str) -> Iterator[str]:
        """The other agents among the facts who have the name of this one, accents ignored."""
        return (each for each in self._sharing_names.get(matricule, ()) if each != matricule)

    @cached_property
    def _sharing_names(self) -> dict[str, list[str]]:
        """All who have one name, for each of those who share it."""
        by_name: dict[str, list[str]] = defaultdict(list)
        for agent in self.agents.values():
            by_name[fold(agent.full_name)].append(agent.matricule)
        shared = (each for each in by_name.values() if len(each) > 1)
        return {matricule: matricules for matricules in shared for matricule in matricules}

    def agents_alike(self, matricule: str) -> Sequence[str]:
        """The numbers that look like this one, itself among them, in order; none for none."""
        return self._agents_alike.get(matricule, ())

    def services_alike(self, code: str) -> Sequence[str]:
        """The services whose codes look like this one, itself among them, in order."""
        return self._services_alike.get(code, ())

    @cached_property
    def _agents_alike(self) -> dict[str, list[str]]:
        return alike(self.agents)

    @cached_property
    def _services_alike(self) -> dict[str, list[str]]:
        return alike(self.services)

    @cached_property
    def projects(self) -> dict[str, dict[str, list[Membership]]]:
        """The memberships without a vote, by service and body: few services have any."""
        found: dict[str, dict[str, list[Membership]]] = {}
        for service, memberships in self.memberships.items():
            for each in memberships:
                if not each.is_decided:
                    found.setdefault(service, {}).setdefault(each.siren, []).append(each)
        return found

    def service_life(self, code: str) -> list[Period]:
        """The periods during which somebody manages the service."""
        return [each.period for each in self.managing.get(code, ())]


def on_date(facts: Iterable[T], on: date) -> T | None:
    """The fact that holds on the date."""
    return next((fact for fact in facts if fact.period.holds(on)), None)


def _adder(kind: RecordKind, held: dict[str, Any]) -> Callable[[Any], None]:
    """What puts a fact of a kind where facts of that kind are held."""
    owner = attrgetter(kind.owner_field)
    if kind.kind is Kind.MISSION:
        return lambda fact: held[fact.service].__setitem__(fact.code, fact)
    if kind.is_header:
        return lambda fact: held.__setitem__(owner(fact), fact)
    return lambda fact: held[owner(fact)].append(fact)
