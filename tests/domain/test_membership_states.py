"""How a membership stands on a day: what was known then, apart from what is recorded."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.period import Period
from mutudesk.domain.services import Level, MembershipState, standing_on
from tests.builders import Field, day, membership

if TYPE_CHECKING:
    from mutudesk.domain.services import Membership

NONE, PROJECT, DECIDED, IN_FORCE, IN_PART, INTEGRATED, ENDED = MembershipState
MISSIONS = 2  # of the service
ONE, BOTH = frozenset({"PC"}), frozenset({"PC", "DP"})


def joined(first: str | None, end: str | None, voted: str | None, **fields: Field) -> Membership:
    """`end` is the first day out."""
    period = Period(day(first) if first else None, day(end) if end else None)
    return membership(period=period, decided_on=day(voted) if voted else None, **fields)


@pytest.mark.parametrize(
    ("first", "end", "voted", "on", "state"),
    [
        # The vote comes first, as it should.
        ("2016-09-01", "2020-01-01", "2016-05-10", "2016-05-09", PROJECT),
        ("2016-09-01", "2020-01-01", "2016-05-10", "2016-05-10", DECIDED),
        ("2016-09-01", "2020-01-01", "2016-05-10", "2016-08-31", DECIDED),
        ("2016-09-01", "2020-01-01", "2016-05-10", "2016-09-01", IN_FORCE),
        ("2016-09-01", "2020-01-01", "2016-05-10", "2019-12-31", IN_FORCE),
        ("2016-09-01", "2020-01-01", "2016-05-10", "2020-01-01", ENDED),
        ("2016-09-01", None, "2016-05-10", "2199-12-31", IN_FORCE),
        (None, None, "2016-05-10", "2016-05-10", IN_FORCE),
        (None, None, "2016-05-10", "2016-05-09", PROJECT),
        # Voted on the day of its effect.
        ("2016-09-01", None, "2016-09-01", "2016-08-31", PROJECT),
        ("2016-09-01", None, "2016-09-01", "2016-09-01", IN_FORCE),
        # Retroactive: the vote was not known before it was taken (R5).
        ("2016-01-01", None, "2019-03-15", "2015-12-31", PROJECT),
        ("2016-01-01", None, "2019-03-15", "2017-06-01", PROJECT),
        ("2016-01-01", None, "2019-03-15", "2019-03-14", PROJECT),
        ("2016-01-01", None, "2019-03-15", "2019-03-15", IN_FORCE),
        # Retroactive, voted when it was already over.
        ("2016-01-01", "2018-01-01", "2019-03-15", "2017-12-31", PROJECT),
        ("2016-01-01", "2018-01-01", "2019-03-15", "2018-01-01", NONE),
        ("2016-01-01", "2018-01-01", "2019-03-15", "2019-03-14", NONE),
        ("2016-01-01", "2018-01-01", "2019-03-15", "2019-03-15", ENDED),
        # Never voted.
        ("2016-09-01", "2020-01-01", None, "2016-08-31", PROJECT),
        ("2016-09-01", "2020-01-01", None, "2016-09-01", PROJECT),
        ("2016-09-01", "2020-01-01", None, "2019-12-31", PROJECT),
        ("2016-09-01", "2020-01-01", None, "2020-01-01", NONE),
    ],
)
def test_on_both_sides_of_every_boundary(
    first: str | None, end: str | None, voted: str | None, on: str, state: MembershipState
) -> None:
    assert joined(first, end, voted).state_on(day(on), MISSIONS) is state


@pytest.mark.parametrize(
    ("level", "missions", "of", "state"),
    [
        (Level.USER, BOTH, 2, IN_FORCE),
        (Level.USER, ONE, 2, IN_PART),
        (Level.USER, ONE, 1, IN_FORCE),
        (Level.USER, ONE, 0, IN_FORCE),
        (Level.USER, frozenset(), 2, IN_FORCE),
        (Level.INTEGRATED, BOTH, 2, INTEGRATED),
        (Level.INTEGRATED, ONE, 2, INTEGRATED),
    ],
)
def test_what_in_force_means(
    level: Level, missions: frozenset[str], of: int, state: MembershipState
) -> None:
    fact = membership(level=level, missions=missions)
    assert fact.state_on(day("2016-09-01"), of) is state
    assert fact.state_on(day("2015-06-30"), of) is DECIDED


def test_those_in_force_count_as_joined() -> None:
    assert {each for each in MembershipState if each.is_joined} == {IN_FORCE, IN_PART, INTEGRATED}


@pytest.mark.parametrize(
    ("voted", "on", "known"),
    [
        (None, "2016-09-01", None),
        ("2016-09-01", "2016-08-31", None),
        ("2016-09-01", "2016-09-01", "2016-09-01"),
        ("2016-09-01", "2016-09-02", "2016-09-01"),
    ],
)
def test_a_vote_is_known_from_its_own_day_on(voted: str | None, on: str, known: str | None) -> None:
    fact = joined("2015-07-01", None, voted)
    assert fact.vote_known_on(day(on)) == (day(known) if known else None)
    assert fact.is_decided is (voted is not None)  # the record knows no day


@given(st.dates(date(2014, 1, 1), date(2021, 1, 1)), st.dates(date(2014, 1, 1), date(2021, 1, 1)))
def test_states_only_ever_go_forward(on: date, voted: date) -> None:
    fact = joined("2016-01-01", "2018-01-01", voted.isoformat())
    later = date.fromordinal(on.toordinal() + 1)
    order = [PROJECT, DECIDED, IN_FORCE, NONE, ENDED]
    assert order.index(fact.state_on(on)) <= order.index(fact.state_on(later))


# Several memberships of one body in one service -------------------------------------------------

PAST = joined("2015-01-01", "2016-01-01", "2014-11-01")
OLDER = joined("2012-01-01", "2013-01-01", "2011-11-01")
RUNNING = joined("2016-01-01", "2017-01-01", "2015-11-01")
BEGUN = joined("2016-01-01", "2017-01-01", None)
NEXT = joined("2017-01-01", "2018-01-01", "2015-12-01")
LATER = joined("2018-01-01", None, "2015-12-01")
PLANNED = joined("2017-01-01", "2018-01-01", None)
FORGOTTEN = joined("2013-01-01", "2014-01-01", None)


@pytest.mark.parametrize(
    ("memberships", "standing"),
    [
        ([], None),
        ([FORGOTTEN], None),
        ([FORGOTTEN, OLDER], OLDER),
        ([OLDER, PAST], PAST),
        ([PAST, PLANNED], PLANNED),
        ([PAST, NEXT, LATER], NEXT),
        ([PLANNED, LATER], LATER),
        ([BEGUN, NEXT], BEGUN),
        ([PAST, BEGUN], BEGUN),
        ([PAST, RUNNING, NEXT], RUNNING),
    ],
)
def test_a_body_stands_by_one_of_its_memberships(
    memberships: list[Membership], standing: Membership | None
) -> None:
    for order in permutations(memberships):
        assert standing_on(order, day("2016-09-01")) is standing
