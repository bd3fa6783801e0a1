"""The kinds of records the register holds, and how one record is pointed at."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import Enum
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar, cast

from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.domain.services import (
    ManagingPeriod,
    Membership,
    Mission,
    Origin,
    ServiceTerms,
    SharedService,
)
from mutudesk.domain.staff import Agent, Position
from mutudesk.domain.territory import EpciMembership, LegalIdentity, Mandate, Population, PublicBody

Fact: TypeAlias = (
    PublicBody
    | LegalIdentity
    | EpciMembership
    | Population
    | Mandate
    | SharedService
    | ManagingPeriod
    | ServiceTerms
    | Origin
    | Mission
    | Membership
    | Agent
    | Position
    | Assignment
    | MissionShare
)
DatedFact: TypeAlias = (
    LegalIdentity
    | EpciMembership
    | Mandate
    | ManagingPeriod
    | ServiceTerms
    | Membership
    | Position
    | Assignment
    | MissionShare
)
F = TypeVar("F", bound=Fact)
F_co = TypeVar("F_co", bound=Fact, covariant=True)
D = TypeVar("D", bound=DatedFact)
Key: TypeAlias = tuple[object, ...]


class Kind(Enum):
    """One kind of record, in the order in which records may refer to earlier ones."""

    BODY = "body"
    IDENTITY = "identity"
    EPCI_MEMBERSHIP = "epci_membership"
    POPULATION = "population"
    MANDATE = "mandate"
    SERVICE = "service"
    MANAGING = "managing"
    TERMS = "terms"
    ORIGIN = "origin"
    MISSION = "mission"
    MEMBERSHIP = "membership"
    AGENT = "agent"
    POSITION = "position"
    ASSIGNMENT = "assignment"
    MISSION_SHARE = "mission_share"


FACT_TYPES: dict[Kind, type[Fact]] = {
    Kind.BODY: PublicBody,
    Kind.IDENTITY: LegalIdentity,
    Kind.EPCI_MEMBERSHIP: EpciMembership,
    Kind.POPULATION: Population,
    Kind.MANDATE: Mandate,
    Kind.SERVICE: SharedService,
    Kind.MANAGING: ManagingPeriod,
    Kind.TERMS: ServiceTerms,
    Kind.ORIGIN: Origin,
    Kind.MISSION: Mission,
    Kind.MEMBERSHIP: Membership,
    Kind.AGENT: Agent,
    Kind.POSITION: Position,
    Kind.ASSIGNMENT: Assignment,
    Kind.MISSION_SHARE: MissionShare,
}
_KINDS = {fact_type: kind for kind, fact_type in FACT_TYPES.items()}

BODY_FIELDS = (
    "siren",
    "epci_siren",
    "employer_siren",
    "hierarchical_siren",
    "beneficiary_siren",
    "operational_siren",
)


def body_fields(kind: Kind) -> tuple[str, ...]:
    """The names of the fields of a kind that hold a SIREN."""
    return tuple(name for name in field_names(kind) if name in BODY_FIELDS)


def kind_of(fact: Fact) -> Kind:
    """The kind of a fact."""
    return _KINDS[type(fact)]


@lru_cache(maxsize=len(FACT_TYPES))
def field_names(kind: Kind) -> tuple[str, ...]:
    """The names of a fact's fields, in order."""
    return tuple(field.name for field in fields(FACT_TYPES[kind]))


class RecordRef(NamedTuple):
    """Points at one record by what an office calls it."""

    kind: Kind
    key: Key


def ref_to(fact: Fact) -> RecordRef:
    """The pointer to a fact."""
    return RecordRef(kind_of(fact), fact.key)


@dataclass(frozen=True, slots=True)
class Stored(Generic[F_co]):
    """A fact as it lies in the file; `row_version` counts its corrections."""

    id: int
    row_version: int
    fact: F_co


class Renames:
    """Headers (body, service, mission, agent) that get another code in one act.

    All codes are exchanged at once: A may become B while B becomes A.
    """

    def __init__(self) -> None:
        self._bodies: dict[str, str] = {}
        self._services: dict[str, str] = {}
        self._agents: dict[str, str] = {}
        self._missions: dict[tuple[str, str], str] = {}

    def add(self, header: Fact, renamed: Fact) -> None:
        """Note a header before and after; any other fact, or the same key, changes nothing."""
        if header.key == renamed.key:
            return
        match header, renamed:
            case PublicBody(), PublicBody():
                self._bodies[header.siren] = renamed.siren
            case SharedService(), SharedService():
                self._services[header.code] = renamed.code
            case Mission(), Mission():
                self._missions[header.key] = renamed.code
            case Agent(), Agent():
                self._agents[header.matricule] = renamed.matricule
            case _:
                pass

    def follow(self, facts: list[Fact]) -> list[Fact]:
        """The same facts, referring to the new codes."""
        if not (self._bodies or self._services or self._agents or self._missions):
            return facts
        return [self._renamed(fact) for fact in facts]

    def _renamed(self, fact: Fact) -> Fact:
        given: Any = fact
        named = dict.fromkeys(BODY_FIELDS, self._bodies)
        named |= {"service": self._services, "matricule": self._agents}
        changes: dict[str, object] = {}
        for name, codes in named.items():
            code = getattr(given, name, None)
            if code in codes:
                changes[name] = codes[code]
        if isinstance(given, MissionShare):
            changes["mission"] = self._mission(given.service, given.mission)
        if isinstance(given, Membership):
            changes["missions"] = frozenset(
                self._mission(given.service, code) for code in given.missions
            )
        return cast("Fact", replace(given, **changes)) if changes else fact

    def _mission(self, service: str, code: str) -> str:
        return self._missions.get((service, code), code)
