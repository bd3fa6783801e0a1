"""How a body stands in a service on a date, and which rows a filter keeps."""

from __future__ import annotations

from datetime import date

import pytest

from mutudesk.domain.bodies import BodyKind
from mutudesk.domain.matrix import (
    Cell,
    Conflict,
    Matrix,
    MatrixBody,
    MatrixFilter,
    MatrixService,
    Total,
    cell_of,
)
from mutudesk.domain.period import Period
from mutudesk.domain.services import Level, Membership, MembershipState

ON = date(2016, 9, 1)
BEFORE, AFTER = date(2016, 2, 1), date(2016, 12, 1)
JULY, JANUARY = date(2015, 7, 1), date(2017, 1, 1)


def joining(
    first: date | None, end: date | None = None, *, voted: date | None = BEFORE, missions: int = 5
) -> Membership:
    codes = frozenset(map(str, range(missions)))
    return Membership("ADS", "1", Level.USER, codes, voted, "", Period(first, end))


@pytest.mark.parametrize(
    ("joinings", "state", "conflict", "day"),
    [
        ([], MembershipState.NONE, None, None),
        ([joining(JULY)], MembershipState.IN_FORCE, None, JULY),
        ([joining(ON)], MembershipState.IN_FORCE, None, ON),
        ([joining(None)], MembershipState.IN_FORCE, None, None),
        ([joining(JULY, voted=ON)], MembershipState.IN_FORCE, None, JULY),
        ([joining(JULY, voted=AFTER)], MembershipState.PROJECT, Conflict.UNDECIDED, JULY),
        (
            [joining(JULY, ON), joining(ON, voted=AFTER)],
            MembershipState.PROJECT,
            Conflict.UNDECIDED,
            ON,
        ),
        ([joining(JULY, ON, voted=AFTER)], MembershipState.NONE, None, None),
        ([joining(JULY, ON)], MembershipState.ENDED, None, date(2016, 8, 31)),
        ([joining(JULY, ON, voted=None)], MembershipState.NONE, None, None),
        ([joining(JANUARY)], MembershipState.DECIDED, None, JANUARY),
        ([joining(JANUARY, voted=AFTER)], MembershipState.PROJECT, None, JANUARY),
        ([joining(JANUARY, voted=None)], MembershipState.PROJECT, None, JANUARY),
        ([joining(JULY, ON), joining(JANUARY)], MembershipState.DECIDED, None, JANUARY),
        ([joining(JULY, JANUARY), joining(JANUARY)], MembershipState.IN_FORCE, None, JULY),
        ([joining(JULY, voted=None)], MembershipState.PROJECT, Conflict.UNDECIDED, JULY),
        ([joining(JULY), joining(ON)], MembershipState.IN_FORCE, Conflict.OVERLAP, JULY),
    ],
)
def test_state_on_a_date(
    joinings: list[Membership], state: MembershipState, conflict: Conflict | None, day: date | None
) -> None:
    cell = cell_of(joinings, ON, 5, running=True, belongs=True)
    assert (cell.state, cell.conflict, cell.day) == (state, conflict, day)


@pytest.mark.parametrize(
    ("running", "belongs", "conflict"),
    [
        (True, True, None),
        (False, True, Conflict.NOT_RUNNING),
        (True, False, Conflict.OUTSIDE),
    ],
)
def test_what_contradicts_a_membership_still_counts_as_joined(
    running: bool,
    belongs: bool,
    conflict: Conflict | None,
) -> None:
    cell = cell_of([joining(JULY)], ON, 5, running=running, belongs=belongs)
    assert cell.conflict is conflict
    assert cell.is_joined
    assert not cell_of([joining(JULY, voted=None)], ON, 5, running=True, belongs=True).is_joined


@pytest.mark.parametrize(("missions", "partial"), [(5, False), (3, True), (0, False)])
def test_part_of_the_missions(missions: int, partial: bool) -> None:
    cell = cell_of([joining(JULY, missions=missions)], ON, 5, running=True, belongs=True)
    assert cell.is_partial is partial


def _body(siren: str, name: str, departement: str, population: int | None) -> MatrixBody:
    return MatrixBody(siren, name, BodyKind.COMMUNE, departement, population, is_member=True)


MATRIX = Matrix(
    ON,
    (
        _body("1", "Cébazat", "63", 8_949),
        _body("2", "Œuilly", "03", 200),
        _body("3", "Royat", "63", None),
    ),
    (MatrixService("A", "Droit des sols", 5, None, running=True),),
    {
        ("1", "A"): Cell(MembershipState.IN_FORCE),
        ("2", "A"): Cell(MembershipState.DECIDED),
        ("3", "A"): Cell(MembershipState.PROJECT, conflict=Conflict.UNDECIDED),
    },
)


@pytest.mark.parametrize(
    ("wanted", "sirens"),
    [
        (MatrixFilter(), "123"),
        (MatrixFilter(search=" cebazat "), "1"),
        (MatrixFilter(search="oeu"), "2"),
        (MatrixFilter(departement="63"), "13"),
        (MatrixFilter(at_least=200), "12"),
        (MatrixFilter(at_most=8_948), "2"),
        (MatrixFilter(at_least=201, at_most=8_949), "1"),
        (MatrixFilter(states=frozenset({MembershipState.DECIDED})), "2"),
        (MatrixFilter(states=frozenset({MembershipState.NONE, MembershipState.PROJECT})), "3"),
        (MatrixFilter(contradicted=True), "3"),
        (MatrixFilter(departement="63", states=frozenset({MembershipState.DECIDED})), ""),
    ],
)
def test_filters_keep_the_rows_wanted(wanted: MatrixFilter, sirens: str) -> None:
    assert "".join(each.siren for each in MATRIX.narrowed(wanted).bodies) == sirens


def test_totals_follow_the_rows_shown() -> None:
    assert MATRIX.of_service("A") == Total(1, 1, 3)
    assert MATRIX.of_body("1") == Total(1, 0, 1)
    assert MATRIX.joined == 1
    assert MATRIX.narrowed(MatrixFilter(departement="03")).of_service("A") == Total(0, 1, 1)
