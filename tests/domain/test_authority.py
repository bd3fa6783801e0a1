"""The law on authority as tables of cases: both boundary days, both directions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.assignments import HierarchicalSiren, OperationalSiren
from mutudesk.domain.authority import (
    assignment_on,
    beneficiaries_on,
    benefit_periods,
    head_on,
    hierarchical_body,
    hierarchical_of,
    hierarchical_periods,
    instruct_periods,
    instructing_on,
    operational_body,
    operational_of,
    position_on,
    vacant_since,
)
from mutudesk.domain.period import ALWAYS, Period, uncovered
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    EPCI,
    ROYAT,
    assignment,
    base_of,
    day,
    during,
    managing,
    mandate,
    membership,
    mission_share,
    position,
    since,
)

if TYPE_CHECKING:
    from mutudesk.domain.bodies import Mandate
    from mutudesk.domain.services import Membership

# Hierarchical -------------------------------------------------------------------------------------

LENT = (
    position(period=during("2012-03-01", "2016-12-31"), employer_siren=CLERMONT),
    position(period=since("2017-03-01")),
)


@pytest.mark.parametrize(
    ("recorded", "on", "siren"),
    [
        (None, "2016-12-31", CLERMONT),  # the employer's last day
        (None, "2017-01-01", None),  # nobody employs him: no guess
        (None, "2017-02-28", None),
        (None, "2017-03-01", EPCI),
        (ROYAT, "2016-12-31", ROYAT),
        (ROYAT, "2017-01-01", ROYAT),  # recorded, so an employer is not asked for
    ],
)
def test_recorded_on_the_assignment_else_the_employer_of_the_day(
    recorded: str | None, on: str, siren: str | None
) -> None:
    body = HierarchicalSiren(recorded) if recorded else None
    fact = assignment(hierarchical_siren=body)
    base = base_of(*LENT, fact)
    assert hierarchical_body(base, fact, day(on)) == siren
    assert hierarchical_of(recorded, position_on(base, "A-1", day(on))) == siren


def test_the_position_is_that_of_the_agent() -> None:
    base = base_of(position(), position("A-2", employer_siren=ROYAT))
    found = position_on(base, "A-2", day("2016-09-01"))
    assert found is not None
    assert found.employer_siren == ROYAT
    assert position_on(base, "A-3", day("2016-09-01")) is None


def test_who_commands_over_a_whole_assignment() -> None:
    fact = assignment(period=during("2015-07-01", "2018-12-31"))
    assert hierarchical_periods(base_of(*LENT), fact) == [
        (CLERMONT, during("2015-07-01", "2016-12-31")),
        (EPCI, during("2017-03-01", "2018-12-31")),
    ]
    fact = assignment(hierarchical_siren=HierarchicalSiren(ROYAT))
    assert hierarchical_periods(base_of(*LENT), fact) == [(ROYAT, fact.period)]


@pytest.mark.parametrize(
    ("service", "on", "share"),
    [
        ("ADS", "2016-08-31", 4_000),
        ("ADS", "2016-09-01", 6_000),
        ("ADS", "2015-06-30", None),
        ("SIG", "2016-09-01", None),
    ],
)
def test_the_assignment_of_the_day(service: str, on: str, share: int | None) -> None:
    base = base_of(
        assignment(period=during("2015-07-01", "2016-08-31"), share=4_000),
        assignment(period=since("2016-09-01"), share=6_000),
    )
    found = assignment_on(base, "A-1", service, day(on))
    assert (found.share if found else None) == share


# Operational --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("recorded", "siren"), [(None, AUBIERE), ("", AUBIERE), (EPCI, EPCI)])
def test_recorded_on_the_share_else_the_beneficiary(recorded: str | None, siren: str) -> None:
    body = OperationalSiren(recorded) if recorded else None
    assert operational_body(mission_share(operational_siren=body)) == siren
    assert operational_of(recorded, AUBIERE) == siren


# Who may benefit ----------------------------------------------------------------------------------

MANAGED = (
    managing(siren=CLERMONT, period=during("2015-07-01", "2016-12-31")),
    managing(period=since("2017-01-01")),
)


@pytest.mark.parametrize(
    ("memberships", "siren", "on", "may"),
    [
        # The agglomeration, always; the managing body while it manages.
        ([], EPCI, "2016-09-01", True),
        ([], CLERMONT, "2016-12-31", True),
        ([], CLERMONT, "2017-01-01", False),
        ([], AUBIERE, "2016-09-01", False),
        # A membership, from its first to its last day.
        ([membership(period=during("2016-01-01", "2016-09-30"))], AUBIERE, "2015-12-31", False),
        ([membership(period=during("2016-01-01", "2016-09-30"))], AUBIERE, "2016-01-01", True),
        ([membership(period=during("2016-01-01", "2016-09-30"))], AUBIERE, "2016-09-30", True),
        ([membership(period=during("2016-01-01", "2016-09-30"))], AUBIERE, "2016-10-01", False),
        # By the record: a retroactive vote binds for the whole period, a project nowhere.
        ([membership(decided_on=day("2019-01-15"))], AUBIERE, "2016-09-01", True),
        ([membership(decided_on=None)], AUBIERE, "2016-09-01", False),
        # Only for the missions that were voted, and only for itself.
        ([membership(missions=frozenset({"DP"}))], AUBIERE, "2016-09-01", False),
        ([membership(BEAUMONT)], AUBIERE, "2016-09-01", False),
        ([membership(service="SIG")], AUBIERE, "2016-09-01", False),
    ],
)
def test_for_whom_the_service_may_work_in_a_mission(
    memberships: list[Membership], siren: str, on: str, may: bool
) -> None:
    base = base_of(*MANAGED, *memberships)
    assert (siren in beneficiaries_on(base, "ADS", "PC", day(on))) is may
    periods = benefit_periods(base, "ADS", "PC", siren)
    assert any(each.holds(day(on)) for each in periods) is may


def test_beneficiaries_come_once_in_the_order_of_the_law() -> None:
    base = base_of(*MANAGED, membership(ROYAT), membership(CLERMONT), membership(EPCI))
    found = beneficiaries_on(base, "ADS", "PC", day("2016-09-01"))
    assert found == [EPCI, CLERMONT, ROYAT]
    assert beneficiaries_on(base, "ADS", "", day("2016-09-01")) == [EPCI, CLERMONT]


def test_memberships_that_follow_each_other_leave_no_gap() -> None:
    base = base_of(
        membership(period=during("2015-07-01", "2016-12-31")),
        membership(period=since("2017-01-01")),
    )
    assert not uncovered(since("2015-07-01"), benefit_periods(base, "ADS", "PC", AUBIERE))


# Who may instruct ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("siren", "on", "may"),
    [
        (AUBIERE, "2016-09-01", True),  # the beneficiary
        (EPCI, "2016-09-01", True),
        (CLERMONT, "2016-12-31", True),  # the managing body, until its last day
        (CLERMONT, "2017-01-01", False),
        (ROYAT, "2016-09-01", False),  # joined, but the mission is not done for it
    ],
)
def test_whose_head_may_instruct(siren: str, on: str, may: bool) -> None:
    base = base_of(*MANAGED, membership(), membership(ROYAT))
    assert (siren in instructing_on(base, "ADS", AUBIERE, day(on))) is may
    periods = instruct_periods(base, "ADS", AUBIERE, siren)
    assert any(each.holds(day(on)) for each in periods) is may


def test_those_who_may_instruct_come_once_the_beneficiary_first() -> None:
    base = base_of(*MANAGED)
    on = day("2016-09-01")
    assert instructing_on(base, "ADS", AUBIERE, on) == [AUBIERE, EPCI, CLERMONT]
    assert instructing_on(base, "ADS", CLERMONT, on) == [CLERMONT, EPCI]
    assert instructing_on(base, "ADS", EPCI, on) == [EPCI, CLERMONT]
    assert instructing_on(base, "ADS", "", on) == [EPCI, CLERMONT]
    assert instruct_periods(base, "ADS", AUBIERE, EPCI) == [ALWAYS]


# Who holds an office ------------------------------------------------------------------------------

ELECTED = mandate(period=during("2014-04-05", "2018-02-14"), last_name="Partie")
ACTING = mandate(period=during("2018-02-10", "2018-06-30"), last_name="Adjointe", acting=True)
FOLLOWING = mandate(period=since("2018-07-02"), last_name="Nouvelle")
STANDING_IN = mandate(period=during("2020-03-01", "2020-03-30"), last_name="Absence", acting=True)


@pytest.mark.parametrize(
    ("on", "head", "since_when"),
    [
        ("2014-04-04", None, None),  # nobody was recorded before
        ("2014-04-05", ELECTED, None),
        ("2018-02-09", ELECTED, None),
        ("2018-02-10", ACTING, None),  # during an absence the acting head is the one
        ("2018-02-14", ACTING, None),
        ("2018-02-15", ACTING, None),
        ("2018-06-30", ACTING, None),
        ("2018-07-01", None, "2018-07-01"),
        ("2018-07-02", FOLLOWING, None),
        ("2020-03-01", STANDING_IN, None),
        ("2020-03-31", FOLLOWING, None),  # back in office after an absence
    ],
)
def test_who_heads_a_body_day_by_day(on: str, head: Mandate | None, since_when: str | None) -> None:
    recorded = [ELECTED, ACTING, FOLLOWING, STANDING_IN]
    for mandates in (recorded, recorded[::-1]):
        assert head_on(mandates, day(on)) is head
        assert vacant_since(mandates, day(on)) == (day(since_when) if since_when else None)


def test_an_office_is_vacant_since_the_last_who_left_it() -> None:
    mandates = [
        mandate(period=during("2008-03-16", "2014-03-29")),
        mandate(period=during("2014-04-05", "2016-08-31"), acting=True),
    ]
    assert vacant_since(mandates, day("2014-04-01")) == day("2014-03-30")
    assert vacant_since(mandates, day("2017-01-01")) == day("2016-09-01")


@st.composite
def terms_of_office(draw: st.DrawFn) -> list[Mandate]:
    """Heads and acting heads that each follow one another, as the rules demand."""
    mandates: list[Mandate] = []
    for acting in (False, True):
        bounds = sorted(draw(st.sets(st.integers(1, 28), max_size=6)))
        for start, stop in zip(bounds[::2], bounds[1::2], strict=False):
            period = Period(day(f"2020-02-{start:02}"), day(f"2020-02-{stop:02}"))
            mandates.append(mandate(period=period, acting=acting, last_name=f"{acting}{start}"))
    return draw(st.permutations(mandates))


@given(terms_of_office(), st.integers(1, 29))
def test_head_on_is_the_acting_one_else_the_one_in_office_else_nobody(
    mandates: list[Mandate], number: int
) -> None:
    on = day(f"2020-02-{number:02}")
    acting = [each for each in mandates if each.acting and each.period.holds(on)]
    regular = [each for each in mandates if not each.acting and each.period.holds(on)]
    expected = next(iter(acting or regular), None)
    assert head_on(mandates, on) == expected
