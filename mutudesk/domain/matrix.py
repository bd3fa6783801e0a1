"""The matrix of memberships on a date: bodies, services, and how each body stands in each service.

What was known on the date counts: a vote taken later is a project before it, unless its effect had
already begun.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from mutudesk.domain.codes import fold
from mutudesk.domain.services import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from mutudesk.domain.period import Period
    from mutudesk.domain.territory import BodyKind


class CellState(Enum):
    """How a body stands in a service on a date."""

    NONE = "none"
    PROJECT = "project"  # not voted yet, its effect to come
    DECIDED = "decided"  # voted, its effect to come
    IN_FORCE = "in_force"
    ENDED = "ended"
    CONFLICT = "conflict"


class Conflict(Enum):
    """What contradicts a membership on a date."""

    UNDECIDED = "undecided"  # its effect has begun, nobody voted
    OVERLAP = "overlap"  # two at once
    NOT_RUNNING = "not_running"  # nobody manages the service
    OUTSIDE = "outside"  # the commune does not belong to the agglomeration


@dataclass(frozen=True, slots=True)
class Joining:
    """One membership, as far as the matrix looks at it."""

    level: Level
    missions: int
    decided_on: date | None
    period: Period


@dataclass(frozen=True, slots=True)
class Cell:
    """How a body stands in a service.

    `day` is the first day of what is in force or to come, the last day of what has ended; `until`
    the last day of what is in force, where it is known.
    """

    state: CellState = CellState.NONE
    level: Level | None = None
    missions: int = 0
    total: int = 0
    day: date | None = None
    until: date | None = None
    conflict: Conflict | None = None

    @property
    def is_joined(self) -> bool:
        """Tell whether it counts as joined: voted and in force, contradicted or not."""
        if self.state is CellState.CONFLICT:
            return self.conflict is not Conflict.UNDECIDED
        return self.state is CellState.IN_FORCE

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
    state: CellState | None = None

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
        words = fold(wanted.search.strip())
        kept = tuple(
            each
            for each in self.bodies
            if words in fold(each.name)
            and wanted.departement in {"", each.departement}
            and _within(each.population, wanted)
            and (wanted.state is None or self._has(each.siren, wanted.state))
        )
        return replace(self, bodies=kept)

    def _has(self, siren: str, state: CellState) -> bool:
        return any(self.cell(siren, each.code).state is state for each in self.services)


def cell_of(
    joinings: Iterable[Joining], on: date, total: int, *, running: bool, belongs: bool
) -> Cell:
    """How a body stands in a service with all its memberships of it.

    `running`: somebody manages the service on the date. `belongs`: the body is allowed to be in it.
    """
    ordered = sorted(joinings, key=lambda each: each.period.start)
    held = [each for each in ordered if each.period.holds(on)]
    voted = [each for each in held if each.decided_on is not None]
    if voted:
        return _held(voted, total, running=running, belongs=belongs)
    if held:
        return _shown(held[0], CellState.CONFLICT, total, Conflict.UNDECIDED)
    coming = [each for each in ordered if each.period.start > on]
    known = [each for each in coming if each.decided_on is not None and each.decided_on <= on]
    if known:
        return _shown(known[0], CellState.DECIDED, total)
    if coming:
        return _shown(coming[0], CellState.PROJECT, total)
    past = [each for each in ordered if each.decided_on is not None]
    if past:
        last = max(past, key=lambda each: each.period.stop)
        return replace(_shown(last, CellState.ENDED, total), day=last.period.last_day, until=None)
    return NOTHING


def _held(voted: list[Joining], total: int, *, running: bool, belongs: bool) -> Cell:
    conflict = None
    if len(voted) > 1:
        conflict = Conflict.OVERLAP
    elif not running:
        conflict = Conflict.NOT_RUNNING
    elif not belongs:
        conflict = Conflict.OUTSIDE
    state = CellState.IN_FORCE if conflict is None else CellState.CONFLICT
    return _shown(voted[0], state, total, conflict)


def _shown(
    joining: Joining, state: CellState, total: int, conflict: Conflict | None = None
) -> Cell:
    period = joining.period
    return Cell(
        state,
        joining.level,
        joining.missions,
        total,
        period.valid_from,
        period.last_day,
        conflict,
    )


def _total(cells: list[Cell]) -> Total:
    counted = Counter(each.state for each in cells)
    joined = sum(each.is_joined for each in cells)
    return Total(joined, counted[CellState.DECIDED], len(cells))


def _within(population: int | None, wanted: MatrixFilter) -> bool:
    if wanted.at_least is None and wanted.at_most is None:
        return True
    if population is None:
        return False
    above = wanted.at_least is None or population >= wanted.at_least
    return above and (wanted.at_most is None or population <= wanted.at_most)
