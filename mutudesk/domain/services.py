"""Shared services: legal ground, managing body, missions, and who joined for what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.period import Period


class LegalGround(Enum):
    """The article a shared service rests on; the two are never mixed in one convention."""

    SHARED_SERVICE = "L5211-4-2"  # CGCT L.5211-4-2, service commun
    SERVICE_PROVISION = "L5211-4-1"  # CGCT L.5211-4-1, mise à disposition de service
    OTHER = "autre"


class Level(Enum):
    """How a body joins: it uses the service, or its own staff was merged into it."""

    USER = "adherente"
    INTEGRATED = "integree"


@dataclass(frozen=True, slots=True)
class SharedService:
    """A service that works for several communes. Its life is the sum of its managing periods."""

    code: str
    name: str
    ground: LegalGround

    @property
    def key(self) -> tuple[str]:
        """The code the office chose."""
        return (self.code,)


@dataclass(frozen=True, slots=True)
class ManagingPeriod:
    """A body manages the service during a period: the EPCI, or by derogation a commune."""

    service: str
    siren: str
    period: Period

    @property
    def key(self) -> tuple[str, object]:
        """One managing period begins on one day."""
        return (self.service, self.period.valid_from)


@dataclass(frozen=True, slots=True)
class ServiceTerms:
    """Duration, withdrawal, money and court in the convention; empty = to be completed."""

    service: str
    duration: str
    notice_months: int | None
    financial_terms: str
    court: str
    period: Period

    @property
    def key(self) -> tuple[str, object]:
        """One set of terms begins on one day."""
        return (self.service, self.period.valid_from)


@dataclass(frozen=True, slots=True)
class Origin:
    """A former service, of the body `siren`, that was merged into the shared service."""

    service: str
    siren: str
    name: str

    @property
    def key(self) -> tuple[str, str, str]:
        """A former service is known by its body and its name."""
        return (self.service, self.siren, self.name)


@dataclass(frozen=True, slots=True)
class Mission:
    """One task of a service, which a body may or may not entrust to it."""

    service: str
    code: str
    label: str

    @property
    def key(self) -> tuple[str, str]:
        """A code within the service."""
        return (self.service, self.code)


@dataclass(frozen=True, slots=True)
class Membership:
    """A body joins a service for chosen missions and a period.

    `decided_on` is the day of the joining body's own deliberation; None = a project, never counted
    as joined. `missions` are codes, stored one by one: a body is bound only to what its council
    voted.
    """

    service: str
    siren: str
    level: Level
    missions: frozenset[str]
    decided_on: date | None
    period: Period

    @property
    def key(self) -> tuple[str, str, object]:
        """One membership of one body begins on one day."""
        return (self.service, self.siren, self.period.valid_from)

    @property
    def is_project(self) -> bool:
        """Tell whether the joining body's council has not voted yet."""
        return self.decided_on is None

    @property
    def is_decided(self) -> bool:
        """Tell whether a vote of the joining body's council is recorded, of whatever day."""
        return self.decided_on is not None
