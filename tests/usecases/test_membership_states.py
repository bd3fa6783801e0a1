"""How memberships stand on a date: what SQL says against what the domain says."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mutudesk.domain.listings import ListQuery
from mutudesk.domain.period import Period
from mutudesk.domain.services import Level, Membership, MembershipState, standing_on
from mutudesk.storage.register_file import RegisterFile
from mutudesk.usecases import queries
from mutudesk.usecases.conventions import joining_bodies
from mutudesk.usecases.matrix import read_matrix
from mutudesk.usecases.session import Session
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    EPCI,
    ROYAT,
    create_register,
    day,
    managing,
    membership,
    mission,
    service,
    since,
    territory,
)

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.records import Fact

SIRENS = [AUBIERE, BEAUMONT, ROYAT]
CODES = ["ADS", "SIG"]
MISSIONS = ["PC", "DP"]
DAYS = [day(f"2020-02-{number:02}") for number in (1, 8, 15, 22, 29)]
DATES = [day("2020-01-31"), *DAYS, day("2020-02-02"), day("2020-03-01")]
ALL = 1_000


@st.composite
def memberships(draw: st.DrawFn, code: str, siren: str) -> list[Membership]:
    """Memberships that follow one another, voted before, within, after their period or never."""
    bounds: list[date | None] = [*sorted(draw(st.sets(st.sampled_from(DAYS), max_size=4)))]
    if draw(st.booleans()):
        bounds.append(None)
    return [
        membership(
            siren,
            Period(start, stop),
            service=code,
            level=draw(st.sampled_from(Level)),
            missions=frozenset(draw(st.sets(st.sampled_from(MISSIONS), min_size=1))),
            decided_on=draw(st.none() | st.sampled_from(DATES)),
        )
        for start, stop in pairwise(bounds)
        if draw(st.booleans()) or len(bounds) == 2
    ]


@st.composite
def registers(draw: st.DrawFn) -> list[Fact]:
    """Two services with two missions each, three communes."""
    facts = territory()
    for code in CODES:
        facts += [service(code), managing(code, since("2000-01-01"))]
        facts += [mission(each, code) for each in MISSIONS]
        for siren in SIRENS:
            facts += draw(memberships(code, siren))
    return facts


@pytest.mark.slow
@settings(max_examples=60)
@given(registers(), st.sampled_from(DATES))
def test_lists_counts_matrix_and_conventions_say_what_the_domain_says(
    facts: list[Fact], on: date
) -> None:
    recorded = [each for each in facts if isinstance(each, Membership)]
    states = {each.key: each.state_on(on, len(MISSIONS)) for each in recorded}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "registre.mutu"
        create_register(path, facts)
        with RegisterFile.open_to_read(path) as register:
            session = Session(register)
            rows = queries.memberships(session, ListQuery(on)).first(ALL)
            narrowed = {
                name: queries.memberships(session, ListQuery(on, filters={name: "oui"}))
                for name in ("in_force", "project")
            }
            found = {
                name: {(row.service, row.siren, row.period.valid_from) for row in source.first(ALL)}
                for name, source in narrowed.items()
            }
            counts = {name: source.count() for name, source in narrowed.items()}
            services = queries.services(session, ListQuery(on)).first(ALL)
            by_vote = queries.memberships(session, ListQuery(on, sort="decided_on")).first(ALL)
            matrix = read_matrix(session, on)
            conventions = {code: joining_bodies(session, code, on) for code in CODES}
    assert {(row.service, row.siren, row.period.valid_from): row.state for row in rows} == states
    joined = {key for key, state in states.items() if state.is_joined}
    projects = {key for key, state in states.items() if state is MembershipState.PROJECT}
    assert found == {"in_force": joined, "project": projects}
    assert counts == {"in_force": len(joined), "project": len(projects)}
    votes = {each.key: each.vote_known_on(on) for each in recorded}
    known = [votes[row.service, row.siren, row.period.valid_from] for row in by_vote]
    assert [row.decided_on for row in by_vote] == known
    assert known == sorted(known, key=lambda vote: (vote is not None, vote or on))
    for row in services:
        assert row.joined_count == len({siren for code, siren, _ in joined if code == row.code})
        assert matrix.of_service(row.code).joined == row.joined_count
    for code in CODES:
        for siren in SIRENS:
            own = [each for each in recorded if (each.service, each.siren) == (code, siren)]
            standing = standing_on(own, on)
            expected = states[standing.key] if standing else MembershipState.NONE
            assert matrix.cell(siren, code).state is expected
        for each in conventions[code]:
            assert each.siren != EPCI
            assert each.state is states[each.membership.key]
