"""Every kind of fact and its rows, in the order in which rows may refer to earlier ones."""

from __future__ import annotations

from mutudesk.domain.records import Kind
from mutudesk.storage.mappings import assignments, register, services, staff, territory
from mutudesk.storage.mappings.base import Ids, Mapping, among

__all__ = ["MAPPINGS", "Ids", "Mapping", "among"]

MAPPINGS: dict[Kind, Mapping] = {
    Kind.BODY: territory.BODY,
    Kind.REGISTER: register.REGISTER,
    Kind.IDENTITY: territory.IDENTITY,
    Kind.EPCI_MEMBERSHIP: territory.EPCI_MEMBERSHIP,
    Kind.POPULATION: territory.POPULATION,
    Kind.MANDATE: territory.MANDATE,
    Kind.SERVICE: services.SERVICE,
    Kind.MANAGING: services.MANAGING,
    Kind.TERMS: services.TERMS,
    Kind.ORIGIN: services.ORIGIN,
    Kind.MISSION: services.MISSION,
    Kind.MEMBERSHIP: services.MEMBERSHIP,
    Kind.AGENT: staff.AGENT,
    Kind.POSITION: staff.POSITION,
    Kind.ASSIGNMENT: assignments.ASSIGNMENT,
    Kind.MISSION_SHARE: assignments.MISSION_SHARE,
}
