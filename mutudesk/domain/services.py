"""Shared services: legal ground, managing body, missions, and who joined for what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
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


class MembershipState(Enum):
    """How a body stands in a service on a day, by what was known on that day."""

    NONE = "none"  # neither joined nor about to
    PROJECT = "project"  # its council has not voted by then
    DECIDED = "decided"  # voted, its effect to come
    IN_FORCE = "in_force"  # for every mission of the service
    IN_PART = "in_part"  # in force for some of the missions
    INTEGRATED = "integrated"  # in force, the body's own staff merged into the service
    ENDED = "ended"

    @property
    def is_joined(self) -> bool:
        """Tell whether it counts as joined on that day."""
        return self in _JOINED


_JOINED = frozenset({MembershipState.IN_FORCE, MembershipState.IN_PART, MembershipState.INTEGRATED})


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


class Settlement(Enum):
    """How the costs of a service are paid; values as in CSV (L.5211-4-2)."""

    INVOICE = "facturation"
    COMPENSATION = "imputation"  # on the attribution de compensation (CGI 1609 nonies C)


@dataclass(frozen=True, slots=True)
class ServiceTerms:
    """What a convention says of the service beyond the law; empty = the template's own words.

    An empty duration or notice is to be completed by hand. The texts of `domain.clauses.CLAUSES`
    are each an article, or the preamble, in the office's own words.
    """

    service: str
    duration: str
    notice_months: int | None
    financial_terms: str
    court: str
    preamble: str
    premises: str
    assets: str
    contracts: str
    settlement: Settlement | None
    committee: str
    liability: str
    data_protection: str
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

    `decided_on` is the day of the joining body's own deliberation (inclusive); None = a project,
    never counted as joined. `missions` are codes, stored one by one: a body is bound only to what
    its council voted. `duration` is what its convention says of how long it runs; empty = what the
    terms of the service say.

    Two questions are asked of a vote. *What was known on a day* (`state_on`) rules words, signs,
    counts and the choice of a convention: before the vote there is a project, whatever was voted
    later. *What is recorded* (`is_decided`) rules who may benefit, sums and authorities: a vote
    with retroactive effect binds for the whole period.
    """

    service: str
    siren: str
    level: Level
    missions: frozenset[str]
    decided_on: date | None
    duration: str
    period: Period

    @property
    def key(self) -> tuple[str, str, object]:
        """One membership of one body begins on one day."""
        return (self.service, self.siren, self.period.valid_from)

    @property
    def is_decided(self) -> bool:
        """Tell whether a vote of the joining body's council is recorded, of whatever day."""
        return self.decided_on is not None

    def vote_known_on(self, day: date) -> date | None:
        """The day of the vote as far as it was known on a day: one after it is not."""
        return self.decided_on if self.decided_on is not None and self.decided_on <= day else None

    def state_on(self, day: date, of: int = 0) -> MembershipState:
        """How this membership stands on a day, by what was known on that day.

        `of` is how many missions the service has; without it, "in part" is not told from in force.
        A body that is integrated is so whether for all missions or for some.
        """
        over = self.period.stop <= day
        if self.vote_known_on(day) is None:
            return MembershipState.NONE if over else MembershipState.PROJECT
        if over:
            return MembershipState.ENDED
        if self.period.start > day:
            return MembershipState.DECIDED
        if self.level is Level.INTEGRATED:
            return MembershipState.INTEGRATED
        in_part = 0 < len(self.missions) < of
        return MembershipState.IN_PART if in_part else MembershipState.IN_FORCE


def standing_on(memberships: Iterable[Membership], day: date) -> Membership | None:
    """The one of a body's memberships of a service by which it stands there on a day.

    What is in force, else a project whose effect has begun, else the next that is decided, else the
    next project, else what ended last; None where nothing was known on that day.
    """
    ordered = sorted(memberships, key=lambda each: each.period.start)
    states = [(each, each.state_on(day)) for each in ordered]
    joined = [each for each, state in states if state.is_joined]
    projects = [each for each, state in states if state is MembershipState.PROJECT]
    begun = [each for each in projects if each.period.start <= day]
    coming = [each for each, state in states if state is MembershipState.DECIDED]
    ended = [each for each, state in states if state is MembershipState.ENDED]
    ended.sort(key=lambda each: each.period.stop, reverse=True)
    return next(iter([*joined, *begun, *coming, *projects, *ended]), None)


def membership_for_convention(
    memberships: Iterable[Membership], on: date, effect: date | None = None
) -> Membership | None:
    """Of a body's memberships of a service, the one that its convention is about on a day.

    The one in force on the day by its dates, voted or not, else the next to begin; with `effect`,
    the one that begins on that very day, whenever the convention is dated. None where there is no
    such one.
    """
    ordered = sorted(memberships, key=lambda each: each.period.start)
    if effect is not None:
        return next((each for each in ordered if each.period.valid_from == effect), None)
    return next((each for each in ordered if each.period.stop > on), None)
