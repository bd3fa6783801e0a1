"""Looking at the register on a date: lists, and one record with all that hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from mutudesk.collector import collector_paused
from mutudesk.domain.agents import Agent
from mutudesk.domain.bodies import PublicBody
from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.findings import refused
from mutudesk.domain.records import F, Fact, Owner, Stored, kinds_of, owner_of
from mutudesk.domain.services import SharedService
from mutudesk.storage.loading import Scope
from mutudesk.storage.queries.agents import agent_list
from mutudesk.storage.queries.authorities import all_authorities, authority_list
from mutudesk.storage.queries.bodies import body_list
from mutudesk.storage.queries.services import membership_list, service_list

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mutudesk.domain.listings import (
        AgentRow,
        AuthorityRow,
        BodyRow,
        ListQuery,
        ListSource,
        MembershipRow,
        ServiceRow,
    )
    from mutudesk.usecases.session import Session


def bodies(session: Session, query: ListQuery) -> ListSource[BodyRow]:
    """Public bodies; filters `kind`, `departement`, `member`."""
    return body_list(session.register, query)


def services(session: Session, query: ListQuery) -> ListSource[ServiceRow]:
    """Shared services; filter `ground`."""
    return service_list(session.register, query)


def memberships(session: Session, query: ListQuery) -> ListSource[MembershipRow]:
    """Memberships; filters `service`, `siren`, `level`, `in_force`, `project`."""
    return membership_list(session.register, query)


def agents(session: Session, query: ListQuery) -> ListSource[AgentRow]:
    """Agents; filters `employer`, `service`, `category`."""
    return agent_list(session.register, query)


def authorities(session: Session, query: ListQuery) -> ListSource[AuthorityRow]:
    """Who commands whom; filters `service`, `mission`, `commune`, `agent`, `vacant`."""
    return authority_list(session.register, query)


def authority_lines(session: Session, query: ListQuery) -> list[AuthorityRow]:
    """The same, every line at once, for a file."""
    with collector_paused(), session.register.read() as reading:
        return all_authorities(reading.connection, query)


def require_known(session: Session, filters: Mapping[str, str]) -> None:
    """Refuse a filter that names nothing recorded.

    Raises RefusedError("service_unknown", "body_unknown", "agent_unknown").
    """
    code = filters.get("service")
    if code is not None and not service_record(session, code).of(SharedService):
        raise refused("service_unknown", field="service", service=code)
    siren = filters.get("commune")
    if siren is not None and not body_record(session, siren).of(PublicBody):
        raise refused("body_unknown", field="siren", siren=siren)
    matricule = filters.get("agent")
    if matricule is not None and not agent_record(session, matricule).of(Agent):
        raise refused("agent_unknown", field="matricule", matricule=matricule)


@dataclass(frozen=True, slots=True)
class Record:
    """One body, service or agent with everything its rules look at, as stored.

    `base` holds the same facts for rules and names.
    """

    base: FactBase
    stored: tuple[Stored[Fact], ...]

    def of(self, fact_type: type[F]) -> list[Stored[F]]:
        """The stored facts of one type, earliest first."""
        found = [each for each in self.stored if isinstance(each.fact, fact_type)]
        found.sort(key=lambda each: str(each.fact.key[-1] or ""))
        return cast("list[Stored[F]]", found)

    def owned(self, fact_type: type[F], owner: str) -> list[Stored[F]]:
        """Those of one type that belong to one body (SIREN), service (code), agent (matricule)."""
        return [each for each in self.of(fact_type) if owner_of(each.fact) == owner]


def body_record(session: Session, siren: str) -> Record:
    """A body with identities, populations, mandates and belonging."""
    return _record(session, Scope(sirens=frozenset({siren})))


def service_record(session: Session, code: str) -> Record:
    """A service with managing periods, terms, origins, missions and memberships."""
    return _record(session, Scope(services_seen=frozenset({code})))


def agent_record(session: Session, matricule: str) -> Record:
    """An agent with positions, assignments and mission shares, and the services he works in."""
    return _record(session, Scope(matricules=frozenset({matricule})))


def _record(session: Session, scope: Scope) -> Record:
    with session.register.read() as reading:
        stored = reading.scoped(scope)
        return Record(FactBase(reading.epci_siren(), (each.fact for each in stored)), tuple(stored))


def bodies_and_services(session: Session) -> FactBase:
    """Bodies and services without agents: what forms offer to choose from."""
    kinds = [*kinds_of(Owner.BODY), *kinds_of(Owner.SERVICE)]
    with session.register.read() as reading:
        return FactBase(reading.epci_siren(), (each.fact for each in reading.facts(kinds)))
