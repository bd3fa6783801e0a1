"""The bodies of which a convention with a service can be asked, for the window to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.domain.codes import fold
from mutudesk.domain.fact_base import FactBase
from mutudesk.storage.loading import Scope
from mutudesk.usecases.conventions.building import memberships_on, shared_service

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.services import Membership, MembershipState
    from mutudesk.usecases.session import Session


@dataclass(frozen=True, slots=True)
class JoiningBody:
    """A body whose membership of a service is not ended: what its convention would be about.

    `name` is empty where none is recorded for the day. `memberships` are all that the body has of
    the service, earliest first: the convention of another than `membership` is asked for by its
    effect.
    """

    siren: str
    name: str
    state: MembershipState
    membership: Membership
    memberships: tuple[Membership, ...] = ()


def joining_bodies(session: Session, service_code: str, on: date) -> list[JoiningBody]:
    """The bodies of which a convention can be asked, by name, with the membership it is about.

    Raises RefusedError("service_unknown", "convention_other_ground").
    """
    with session.register.read() as reading:
        stored = reading.scoped(Scope(services_seen=frozenset({service_code})))
        base = FactBase(reading.epci_siren(), (each.fact for each in stored))
    shared_service(base, service_code)
    missions = len(base.missions.get(service_code, {}))
    bodies = [
        JoiningBody(
            each.siren,
            _name(base, each.siren, on),
            each.state_on(on, missions),
            each,
            _memberships(base, service_code, each.siren),
        )
        for each in memberships_on(base, service_code, on)
        if each.siren != base.epci_siren
    ]
    return sorted(bodies, key=lambda each: (not each.name, fold(each.name), each.siren))


def _memberships(base: FactBase, service: str, siren: str) -> tuple[Membership, ...]:
    own = [each for each in base.memberships.get(service, ()) if each.siren == siren]
    return tuple(sorted(own, key=lambda each: each.period.start))


def _name(base: FactBase, siren: str, on: date) -> str:
    return base.known_name(siren, on)
