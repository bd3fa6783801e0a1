"""The bodies of which a convention with a service can be asked, for the window to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from mutudesk.domain.codes import fold
from mutudesk.domain.factbase import FactBase
from mutudesk.storage.loading import Scope
from mutudesk.usecases.conventions.building import not_ended, shared_service

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.services import Membership
    from mutudesk.usecases.session import Session


class State(Enum):
    """How far a membership is on a date: not voted yet, voted with its effect to come, in force."""

    PROJECT = "project"
    DECIDED = "decided"
    IN_FORCE = "in_force"


@dataclass(frozen=True, slots=True)
class JoiningBody:
    """A body whose membership of a service is not ended: what its convention would be about."""

    siren: str
    name: str
    state: State
    membership: Membership


def joining_bodies(session: Session, service_code: str, on: date) -> list[JoiningBody]:
    """The bodies of which a convention can be asked, by name: the latest membership of each.

    Raises RefusedError("service_unknown", "convention_other_ground").
    """
    with session.register.read() as reading:
        stored = reading.scoped(Scope(services_seen=frozenset({service_code})))
        base = FactBase(reading.epci_siren(), (each.fact for each in stored))
    shared_service(base, service_code)
    latest = {each.siren: each for each in not_ended(base, service_code, on)}
    bodies = [
        JoiningBody(siren, base.name(siren, on), _state(membership, on), membership)
        for siren, membership in latest.items()
        if siren != base.epci_siren
    ]
    return sorted(bodies, key=lambda each: (fold(each.name), each.siren))


def _state(membership: Membership, on: date) -> State:
    """What was known on the date: a vote after it is not."""
    if membership.decided_on is None or membership.decided_on > on:
        return State.PROJECT
    return State.IN_FORCE if membership.period.holds(on) else State.DECIDED
