"""Facts of the register held together in memory, for rules to judge them as a whole."""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from mutudesk.domain.authority import head_on
from mutudesk.domain.records import KINDS, Kind
from mutudesk.domain.territory import LegalIdentity, Mandate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from mutudesk.domain.assignments import Assignment, MissionShare
    from mutudesk.domain.period import Period
    from mutudesk.domain.records import Fact, RecordKind
    from mutudesk.domain.register import Register
    from mutudesk.domain.services import (
        ManagingPeriod,
        Membership,
        Mission,
        Origin,
        ServiceTerms,
        SharedService,
    )
    from mutudesk.domain.staff import Agent, Position
    from mutudesk.domain.territory import EpciMembership, Population, PublicBody

T = TypeVar("T", LegalIdentity, Mandate)


class FactBase:
    """Facts by what they belong to: body (SIREN), service (code), agent (matricule).

    `epci_siren` is the agglomeration whose register it is.
    """

    def __init__(self, epci_siren: str, facts: Iterable[Fact]) -> None:
        self.epci_siren = epci_siren
        self.bodies: dict[str, PublicBody] = {}
        self.registers: dict[str, list[Register]] = defaultdict(list)
        self.identities: dict[str, list[LegalIdentity]] = defaultdict(list)
        self.epci_memberships: dict[str, list[EpciMembership]] = defaultdict(list)
        self.populations: dict[str, list[Population]] = defaultdict(list)
        self.mandates: dict[str, list[Mandate]] = defaultdict(list)
        self.services: dict[str, SharedService] = {}
        self.managing: dict[str, list[ManagingPeriod]] = defaultdict(list)
        self.terms: dict[str, list[ServiceTerms]] = defaultdict(list)
        self.origins: dict[str, list[Origin]] = defaultdict(list)
        self.missions: dict[str, dict[str, Mission]] = defaultdict(dict)
        self.memberships: dict[str, list[Membership]] = defaultdict(list)
        self.agents: dict[str, Agent] = {}
        self.positions: dict[str, list[Position]] = defaultdict(list)
        self.assignments: dict[str, list[Assignment]] = defaultdict(list)
        self.shares: dict[str, list[MissionShare]] = defaultdict(list)
        add = {each.fact_type: self._adder(each) for each in KINDS}
        for fact in facts:
            add[type(fact)](fact)

    def _adder(self, kind: RecordKind) -> Callable[[Any], None]:
        """Return what puts a fact of a kind where facts of that kind are held."""
        held, owner = getattr(self, kind.held_as), attrgetter(kind.owner_field)
        if kind.kind is Kind.MISSION:
            return lambda fact: held[fact.service].__setitem__(fact.code, fact)
        if kind.is_header:
            return lambda fact: held.__setitem__(owner(fact), fact)
        return lambda fact: held[owner(fact)].append(fact)

    def identity(self, siren: str, on: date) -> LegalIdentity | None:
        """The identity of a body on a date, None where none is recorded for it."""
        return on_date(self.identities.get(siren, ()), on)

    def name(self, siren: str, on: date | None = None) -> str:
        """The name of a body on a date, else the nearest one known, else its SIREN."""
        identities = sorted(self.identities.get(siren, ()), key=lambda each: each.period.start)
        if not identities:
            return siren
        if on is None:
            return identities[-1].name
        began = [each for each in identities if each.period.start <= on]
        return (began[-1] if began else identities[0]).name

    def service_name(self, code: str) -> str:
        """The name of a service, else its code."""
        service = self.services.get(code)
        return service.name if service else code

    def agent_name(self, matricule: str) -> str:
        """First and last name with the matricule, else the matricule alone."""
        agent = self.agents.get(matricule)
        return f"{agent.full_name} ({matricule})" if agent else matricule

    def service_life(self, code: str) -> list[Period]:
        """The periods during which somebody manages the service."""
        return [each.period for each in self.managing.get(code, ())]

    def head(self, siren: str, on: date) -> Mandate | None:
        """Who heads the body on the date, an acting head first; None = mandate vacant."""
        return head_on(self.mandates.get(siren, ()), on)


def on_date(facts: Iterable[T], on: date) -> T | None:
    """The fact that holds on the date."""
    return next((fact for fact in facts if fact.period.holds(on)), None)
