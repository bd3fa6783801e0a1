"""The kinds of records the register holds, in one table, and how one record is pointed at.

Whoever needs to know what kinds there are, what a record belongs to or which codes it holds asks
here: storage, files in and out, journal, rules, editors.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from mutudesk.domain.agents import Agent, Position
from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.domain.bodies import EpciMembership, LegalIdentity, Mandate, Population, PublicBody
from mutudesk.domain.register import Register
from mutudesk.domain.services import (
    ManagingPeriod,
    Membership,
    Mission,
    Origin,
    ServiceTerms,
    SharedService,
)

Fact: TypeAlias = (
    PublicBody
    | Register
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
    REGISTER = "register"
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

    # Each is there once: Enum's own hash runs Python code at every look-up.
    __hash__ = object.__hash__


class Owner(Enum):
    """What records belong to; the value is the field in which they name it."""

    BODY = "siren"
    SERVICE = "service"
    AGENT = "matricule"


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One line of the table of kinds.

    A header is what others refer to by its code, and may be given another code. The register itself
    belongs to nothing in it.
    """

    kind: Kind
    fact_type: type[Fact]
    owner: Owner | None
    is_header: bool = False

    @property
    def owner_field(self) -> str:
        """The field with the code of what a record belongs to; of a service, its own."""
        if self.owner is None:
            return "epci_siren"
        return "code" if self.kind is Kind.SERVICE else self.owner.value


KINDS = (
    RecordKind(Kind.BODY, PublicBody, Owner.BODY, is_header=True),
    RecordKind(Kind.REGISTER, Register, None),
    RecordKind(Kind.IDENTITY, LegalIdentity, Owner.BODY),
    RecordKind(Kind.EPCI_MEMBERSHIP, EpciMembership, Owner.BODY),
    RecordKind(Kind.POPULATION, Population, Owner.BODY),
    RecordKind(Kind.MANDATE, Mandate, Owner.BODY),
    RecordKind(Kind.SERVICE, SharedService, Owner.SERVICE, is_header=True),
    RecordKind(Kind.MANAGING, ManagingPeriod, Owner.SERVICE),
    RecordKind(Kind.TERMS, ServiceTerms, Owner.SERVICE),
    RecordKind(Kind.ORIGIN, Origin, Owner.SERVICE),
    RecordKind(Kind.MISSION, Mission, Owner.SERVICE, is_header=True),
    RecordKind(Kind.MEMBERSHIP, Membership, Owner.SERVICE),
    RecordKind(Kind.AGENT, Agent, Owner.AGENT, is_header=True),
    RecordKind(Kind.POSITION, Position, Owner.AGENT),
    RecordKind(Kind.ASSIGNMENT, Assignment, Owner.AGENT),
    RecordKind(Kind.MISSION_SHARE, MissionShare, Owner.AGENT),
)
# Fields that hold the code of another record (of a record itself, in its own header), by name:
# a field of one of these names means the same in every kind.
REFERENCES = {
    "siren": Kind.BODY,
    "epci_siren": Kind.BODY,
    "employer_siren": Kind.BODY,
    "hierarchical_siren": Kind.BODY,
    "beneficiary_siren": Kind.BODY,
    "operational_siren": Kind.BODY,
    "service": Kind.SERVICE,
    "matricule": Kind.AGENT,
    "mission": Kind.MISSION,
    "missions": Kind.MISSION,
}
BODY_FIELDS = tuple(name for name, kind in REFERENCES.items() if kind is Kind.BODY)
FACT_TYPES = {each.kind: each.fact_type for each in KINDS}
# What an office records: all but the register itself.
RECORDED = tuple(each.kind for each in KINDS if each.owner is not None)
HEADERS = frozenset(each.kind for each in KINDS if each.is_header)
_OF_TYPE = {each.fact_type: each for each in KINDS}


def kinds_of(owner: Owner) -> tuple[Kind, ...]:
    """The kinds of the records that belong to bodies, to services or to agents."""
    return tuple(each.kind for each in KINDS if each.owner is owner)


def owner_field(kind: Kind) -> str:
    """The field in which records of a kind name what they belong to."""
    return _OF_TYPE[FACT_TYPES[kind]].owner_field


def owner_of(fact: Fact) -> str:
    """The code of the body, service or agent that a fact belongs to."""
    return str(getattr(fact, _OF_TYPE[type(fact)].owner_field))


def header_of(fact: Fact) -> RecordRef:
    """The body, service or agent that a fact belongs to."""
    owner = _OF_TYPE[type(fact)].owner or Owner.BODY
    return RecordRef(REFERENCES[owner.value], (owner_of(fact),))


def body_fields(kind: Kind) -> tuple[str, ...]:
    """The names of the fields of a kind that hold a SIREN."""
    return tuple(name for name in field_names(kind) if name in BODY_FIELDS)


def kind_of(fact: Fact) -> Kind:
    """The kind of a fact."""
    return _OF_TYPE[type(fact)].kind


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


def key_text(key: Key) -> str:
    """The key of a record as a person reads it."""
    parts = (part for part in key if part is not None and not isinstance(part, bool))
    return " ".join(f"{part:%d/%m/%Y}" if isinstance(part, date) else str(part) for part in parts)


@dataclass(frozen=True, slots=True)
class Stored(Generic[F_co]):
    """A fact as it lies in the file; `row_version` counts its corrections."""

    id: int
    row_version: int
    fact: F_co
