"""A name is never borrowed, and none is lost silently, whatever is recorded of a body (R1)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.bodies import EpciMembership, LegalIdentity
from mutudesk.domain.changes import correct, create, delete
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.period import Period
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.usecases.checking import check_register
from mutudesk.usecases.recording import record
from tests.builders import (
    AUBIERE,
    EPCI,
    NOW,
    all_stored,
    day,
    during,
    identity,
    make_register,
    reading,
    since,
    world,
    writing,
)
from tests.usecases.taking import take

if TYPE_CHECKING:
    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.records import Stored
    from mutudesk.usecases.session import Session

PAST = f"commune;{AUBIERE};63014;Vieil-Aubière;commune;;63;1990-01-01;1995-12-31"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path, world())


def identities(session: Session, siren: str = AUBIERE) -> list[Stored[LegalIdentity]]:
    return cast(
        "list[Stored[LegalIdentity]]",
        [
            each
            for each in all_stored(session)
            if isinstance(each.fact, LegalIdentity) and each.fact.siren == siren
        ],
    )


def names(path: Path, *days: str) -> list[str]:
    with reading(path) as session:
        held = [each.fact for each in identities(session)]
    return [next((each.name for each in held if each.period.holds(day(on))), "") for on in days]


def checked(path: Path) -> list[str]:
    with reading(path) as session:
        return [each.code for each in check_register(session).findings]


def test_a_past_identity_leaves_the_present_one_what_follows(path: Path) -> None:
    report = take(path, ExchangeKind.BODIES, PAST)
    assert not report.refusals
    assert names(path, "1989-12-31", "1990-01-01", "1995-12-31", "1996-01-01", "2026-11-30") == [
        "",
        "Vieil-Aubière",
        "Vieil-Aubière",
        "Aubière",
        "Aubière",
    ]
    told = [(each.finding.code, each.finding.values["period"]) for each in report.warnings]
    assert ("identity_now_on", since("1996-01-01")) in told
    assert ("identity_gap", during(None, "1989-12-31")) in told
    assert checked(path) == ["identity_gap"]


def test_a_past_belonging_leaves_the_commune_in_its_agglomeration(path: Path) -> None:
    report = take(path, ExchangeKind.EPCI_MEMBERSHIPS, f"{EPCI};{AUBIERE};1990-01-01;1995-12-31")
    assert [each.finding.code for each in report.warnings] == ["epci_membership_now_on"]
    with reading(path) as session, session.register.read() as facts:
        held = [
            each.fact.period
            for each in facts.facts()
            if isinstance(each.fact, EpciMembership) and each.fact.siren == AUBIERE
        ]
    assert sorted(held, key=lambda each: each.start) == [
        during("1990-01-01", "1995-12-31"),
        since("1996-01-01"),
    ]


@pytest.mark.parametrize(
    ("gone", "period"), [(0, during(None, "2016-12-31")), (1, since("2017-01-01"))]
)
def test_deleting_either_identity_tells_the_hole(path: Path, gone: int, period: Period) -> None:
    with writing(path) as session:
        record(session, [create(identity(AUBIERE, since("2017-01-01"), name="Neuve"))], "record")
        held = sorted(identities(session), key=lambda each: each.fact.period.start)
        judged = record(session, [delete(held[gone])], "delete")
    assert ("identity_gap", period) in [
        (each.code, each.values["period"]) for each in judged.warnings
    ]
    assert "identity_gap" in checked(path)


def test_an_end_without_anything_after_it_is_told(path: Path) -> None:
    with writing(path) as session:
        (seen,) = identities(session)
        ended = correct(seen, identity(AUBIERE, during(None, "2017-12-31")))
        judged = record(session, [ended], "close")
        assert [each.code for each in judged.warnings] == ["identity_gap"]
    assert checked(path) == ["identity_gap"]
    assert names(path, "2018-01-01") == [""]


def test_correcting_back_to_an_open_end_tells_that_it_is_cut(path: Path) -> None:
    with writing(path) as session:
        record(session, [create(identity(AUBIERE, since("2017-01-01"), name="Neuve"))], "record")
        former = min(identities(session), key=lambda each: each.fact.period.start)
        judged = record(session, [correct(former, identity(AUBIERE, name="Autre"))], "correct")
    assert [each.code for each in judged.warnings] == ["identity_now_on"]


# No sequence of acts ------------------------------------------------------------------------------

DAYS = st.dates(date(1960, 1, 1), date(2040, 12, 31))
PERIODS = st.tuples(st.none() | DAYS, st.none() | st.integers(1, 9_000)).map(
    lambda pair: Period(
        pair[0],
        None if pair[1] is None else (pair[0] or date(1960, 1, 1)) + timedelta(days=pair[1]),
    )
)
ACTS = st.lists(st.tuples(st.integers(0, 3), PERIODS), min_size=1, max_size=6)


@given(ACTS)
def test_no_sequence_of_acts_borrows_or_loses_a_name_silently(
    acts: list[tuple[int, Period]],
) -> None:
    """After each act, a day on which a name was known and is not any more is told."""
    with TemporaryDirectory() as folder:
        path = make_register(Path(folder), world())
        with writing(path) as session:
            for number, (which, period) in enumerate(acts):
                before = [each.fact for each in identities(session)]
                held = identities(session)
                chosen = held[which % len(held)]
                changes: list[AnyChange] = [
                    create(identity(AUBIERE, period, name=f"Nom {number}")),
                    correct(chosen, identity(AUBIERE, period, name=chosen.fact.name)),
                    delete(chosen),
                    create(identity(AUBIERE, period, name=f"Nom {number}")),
                ]
                try:
                    judged = record(session, [changes[which]], "act")
                except RefusedError:
                    assert [each.fact for each in identities(session)] == before
                    continue
                told = [each for each in judged.findings if "period" in each.values]
                after = [each.fact for each in identities(session)]
                for on in _days_around(before, after):
                    was, now = _name(before, on), _name(after, on)
                    if was and not now:
                        assert any(_holds(each.values["period"], on) for each in told), on
                    # Whoever is named bears that name by a record of his own.
                    assert now in {"", *(each.name for each in after if each.period.holds(on))}


def _name(facts: list[LegalIdentity], on: date) -> str:
    return next((each.name for each in facts if each.period.holds(on)), "")


def _days_around(*states: list[LegalIdentity]) -> set[date]:
    bounds = {
        bound
        for facts in states
        for each in facts
        for bound in (each.period.valid_from, each.period.valid_until)
        if bound is not None
    }
    around = {bound + timedelta(days=step) for bound in bounds for step in (-1, 0, 1)}
    return {*around, date(1950, 1, 1), NOW.date()}


def _holds(period: object, on: date) -> bool:
    return isinstance(period, Period) and period.holds(on)
