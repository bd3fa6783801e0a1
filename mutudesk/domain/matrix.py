"""The matrix of memberships on a date: bodies, services, and how each body stands in each service.

How a membership stands is `Membership.state_on`; what contradicts it is shown on top of that.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from mutudesk.domain.searching import Search
from mutudesk.domain.services import Level, MembershipState, standing_on

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from mutudesk.domain.bodies import BodyKind
    from mutudesk.domain.period import Period
    from mutudesk.domain.services import Membership


class Conflict(Enum):
    """What contradicts a membership on a date: a finding shown on top of its state."""

    UNDECIDED = "undecided"  # its effect has begun, nobody had voted by then
    OVERLAP = "overlap"  # two at once
    NOT_RUNNING = "not_running"  # nobody manages the service
    OUTSIDE = "outside"  # the commune does not belong to the agglomeration


@dataclass(frozen=True, slots=True)
class Cell:
    """How a body stands in a service.

    `day` is the first day of what is in force or to come, the last day of what has ended; `until`
    the last day of what is in force, where it is known.
    """

    state: MembershipState = MembershipState.NONE
    level: Level | None = None
    missions: int = 0
    total: int = 0
    day: date | None = None
    until: date | None = None
    conflict: Conflict | None = None

    @property
    def is_joined(self) -> bool:
        """Tell whether it counts as joined, contradicted or not."""
        return self.state.is_joined

    @property
    def is_partial(self) -> bool:
        """Tell whether some missions of the service were left out."""
        return 0 < self.missions < self.total

    @property
    def is_integrated(self) -> bool:
        """Tell whether the body's own staff was merged into the service."""
        return self.level is Level.INTEGRATED


NOTHING = Cell()


@dataclass(frozen=True, slots=True)
class MatrixBody:
    """A row: a commune of the agglomeration, or another body that ever joined a service."""

    siren: str
    name: str
    kind: BodyKind
    departement: str
    population: int | None
    is_member: bool


@dataclass(frozen=True, slots=True)
class MatrixService:
    """A column; `life` goes from its first to its last managed day."""

    code: str
    name: str
    missions: int
    life: Period | None
    running: bool


@dataclass(frozen=True, slots=True)
class Total:
    """How many joined and how many have decided to, of how many."""

    joined: int
    decided: int
    of: int


@dataclass(frozen=True, slots=True)
class MatrixFilter:
    """Which rows are wanted; words are matched without accents or case."""

    search: str = ""
    departement: str = ""
    at_least: int | None = None
    at_most: int | None = None
    states: frozenset[MembershipState] = frozenset()  # one cell in one of these; empty = any
    contradicted: bool = False  # one cell with a conflict

    @property
    def is_empty(self) -> bool:
        """Tell whether every row is wanted."""
        return self == MatrixFilter()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Everything the matrix shows on a date; cells that are not named hold nothing."""

    on: date
    bodies: tuple[MatrixBody, ...]
    services: tuple[MatrixService, ...]
    cells: Mapping[tuple[str, str], Cell]

    def cell(self, siren: str, service: str) -> Cell:
        """How a body stands in a service."""
        return self.cells.get((siren, service), NOTHING)

    def of_body(self, siren: str) -> Total:
        """Of how many services a body is a member."""
        return _total([self.cell(siren, each.code) for each in self.services])

    def of_service(self, code: str) -> Total:
        """How many of the bodies have joined a service."""
        return _total([self.cell(each.siren, code) for each in self.bodies])

    @property
    def joined(self) -> int:
        """How many bodies have joined at least one service."""
        return sum(self.of_body(each.siren).joined > 0 for each in self.bodies)

    def narrowed(self, wanted: MatrixFilter) -> Matrix:
        """The same with the rows that are wanted."""
        if wanted.is_empty:
            return self
        search = Search(wanted.search)
        kept = tuple(
            each
            for each in self.bodies
            if search.finds(each.name)
            and wanted.departement in {"", each.departement}
            and _within(each.population, wanted)
            and self._has(each.siren, wanted)
        )
        return replace(self, bodies=kept)

    def _has(self, siren: str, wanted: MatrixFilter) -> bool:
        cells = [self.cell(siren, each.code) for each in self.services]
        in_state = not wanted.states or any(each.state in wanted.states for each in cells)
        return in_state and (not wanted.contradicted or any(each.conflict for each in cells))


def cell_of(
    memberships: Collection[Membership], on: date, total: int, *, running: bool, belongs: bool
) -> Cell:
    """How a body stands in a service with all its memberships of it.

    `total` is how many missions the service has. `running`: somebody manages the service on the
    date. `belongs`: the body is allowed to be in it.
    """
    standing = standing_on(memberships, on)
    if standing is None:
        return NOTHING
    state, period = standing.state_on(on, total), standing.period
    conflict = None
    if state is MembershipState.PROJECT and period.holds(on):
        conflict = Conflict.UNDECIDED
    elif state.is_joined:
        twice = sum(each.state_on(on).is_joined for each in memberships) > 1
        conflict = _contradiction(twice=twice, running=running, belongs=belongs)
    over = state is MembershipState.ENDED
    return Cell(
        state,
        standing.level,
        len(standing.missions),
        total,
        period.last_day if over else period.valid_from,
        None if over else period.last_day,
        conflict,
    )


def _contradiction(*, twice: bool, running: bool, belongs: bool) -> Conflict | None:
    if twice:
        return Conflict.OVERLAP
    if not running:
        return Conflict.NOT_RUNNING
    return None if belongs else Conflict.OUTSIDE


def _total(cells: list[Cell]) -> Total:
    counted = Counter(each.state for each in cells)
    joined = sum(each.is_joined for each in cells)
    return Total(joined, counted[MembershipState.DECIDED], len(cells))


def _within(population: int | None, wanted: MatrixFilter) -> bool:
    if wanted.at_least is None and wanted.at_most is None:
        return True
    if population is None:
        return False
    above = wanted.at_least is None or population >= wanted.at_least
    return above and (wanted.at_most is None or population <= wanted.at_most)
