"""What lists show: read-only rows, and how a long list is asked for page by page.

A list never loads all its rows. The first page is read by `first`; only when the reader leaves it
are the ordered `ids` fetched (8 bytes a row), and then pages of `rows` by id.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from mutudesk.domain.persons import full_name, listed_name

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping, Sequence
    from datetime import date

    from mutudesk.domain.agents import AgentStatus
    from mutudesk.domain.assignments import AssignmentGround
    from mutudesk.domain.bodies import BodyKind
    from mutudesk.domain.period import Period
    from mutudesk.domain.services import LegalGround, Level, MembershipState

Row_co = TypeVar("Row_co", covariant=True)


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list is to show: the situation on a date, words searched, filters, order.

    `search` is matched without accents or case; `filters` are exact values by column name;
    `sort` is a column name, `descending` its direction.
    """

    on: date
    search: str = ""
    filters: Mapping[str, str] = field(default_factory=dict, hash=False)  # a dict has none
    sort: str = ""
    descending: bool = False


class ListSource(Protocol[Row_co]):
    """One list, already bound to its file and its query."""

    def count(self) -> int:
        """How many rows the query finds."""

    def first(self, limit: int) -> Sequence[Row_co]:
        """The first rows, in order."""

    def ids(self) -> array[int]:
        """The ids of all rows, in order."""

    def rows(self, ids: Sequence[int]) -> Sequence[Row_co]:
        """The rows of these ids, in the order asked."""


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A public body as it is on the date."""

    id: int
    siren: str
    kind: BodyKind
    insee_code: str
    departement: str
    name: str
    legal_form: str
    head: str  # first and last name; empty = mandate vacant
    quality: str
    acting: bool
    is_member: bool  # a commune of the agglomeration on the date
    municipal_population: int | None
    total_population: int | None
    population_year: int | None


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A shared service as it is on the date."""

    id: int
    code: str
    name: str
    ground: LegalGround
    manager: str  # name of the managing body on the date; empty = not running
    life: Period | None  # from its first to its last managed day
    running: bool
    mission_count: int
    joined_count: int  # bodies in force on the date, projects not counted
    agent_count: int


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A body's membership of a service, as it was known on the date."""

    id: int
    service: str
    service_name: str
    siren: str
    body: str
    level: Level
    missions: tuple[str, ...]
    mission_total: int  # missions the service has
    decided_on: date | None  # the vote, None where none was known on the date
    period: Period
    state: MembershipState

    @property
    def key(self) -> tuple[str, str, date | None]:
        """The key of the record."""
        return self.service, self.siren, self.period.valid_from


@dataclass(frozen=True, slots=True)
class AgentRow:
    """An agent with his position on the date (None where he has none)."""

    id: int
    matricule: str
    civility: str
    last_name: str
    first_name: str
    status: AgentStatus | None
    category: str
    cadre_emplois: str
    grade: str
    working_time: int | None
    employer: str
    services: str  # names of the services he is assigned to on the date, joined by ", "

    @property
    def listed_name(self) -> str:
        """Last name first, as lists of persons are read."""
        return listed_name(self.first_name, self.last_name)


@dataclass(frozen=True, slots=True)
class AuthorityHolder:
    """A body with the person who heads it on the date; `person` empty = mandate vacant."""

    siren: str
    body: str
    civility: str
    person: str
    quality: str
    acting: bool

    @property
    def is_vacant(self) -> bool:
        """Tell whether nobody holds office on the date."""
        return not self.person


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """One mission share in force on the date with both authorities, recorded apart."""

    id: int
    matricule: str
    last_name: str
    first_name: str
    service: str
    service_name: str
    mission: str
    mission_label: str
    beneficiary_siren: str
    beneficiary: str
    share: int
    ground: AssignmentGround
    period: Period
    hierarchical: AuthorityHolder
    operational: AuthorityHolder

    @property
    def full_name(self) -> str:
        """First name and last name, as recorded."""
        return full_name(self.first_name, self.last_name)

    @property
    def listed_name(self) -> str:
        """Last name first, as lists of persons are read."""
        return listed_name(self.first_name, self.last_name)
