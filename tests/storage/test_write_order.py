"""No step of a write is refused that the final state allows."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mutudesk.domain.agents import Agent, Position
from mutudesk.domain.bodies import Mandate, Population, PublicBody
from mutudesk.domain.changes import AnyChange, correct, create, delete
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.period import Period
from mutudesk.domain.records import Stored
from mutudesk.domain.services import Membership, Mission, SharedService
from mutudesk.storage.register_file import RegisterFile
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    ROYAT,
    act,
    agent,
    all_stored,
    assignment,
    body,
    day,
    during,
    facts_in,
    identity,
    make_register,
    managing,
    mandate,
    member,
    membership,
    mission,
    mission_share,
    one_stored,
    population,
    position,
    service,
    since,
    territory,
    world,
    world_with,
    writing,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mutudesk.domain.records import Fact
    from mutudesk.usecases.session import Session


def write(session: Session, *changes: AnyChange) -> None:
    with session.register.write() as unit:
        unit.apply(act(), changes)


def after(
    tmp_path: Path, facts: Iterable[Fact], change: Callable[[Session], list[AnyChange]]
) -> frozenset[Fact]:
    """What a register of these facts holds after one act."""
    path = make_register(tmp_path, facts)
    with writing(path) as session:
        write(session, *change(session))
    return facts_in(path)


FIRST, SECOND = during("2015-01-01", "2016-12-31"), since("2017-01-01")


@pytest.mark.parametrize("new_boundary", ["2016-06-01", "2018-06-01"], ids=["earlier", "later"])
@pytest.mark.parametrize("reverse", [False, True])
def test_a_shared_boundary_moves(tmp_path: Path, new_boundary: str, *, reverse: bool) -> None:
    one, two = mandate(ROYAT, FIRST, last_name="Une"), mandate(ROYAT, SECOND, last_name="Deux")
    boundary = day(new_boundary)
    new_one = mandate(ROYAT, Period(day("2015-01-01"), boundary), last_name="Une")
    new_two = mandate(ROYAT, Period(boundary), last_name="Deux")

    def move(session: Session) -> list[AnyChange]:
        changes = [
            correct(one_stored(session, Mandate, last_name="Une"), new_one),
            correct(one_stored(session, Mandate, last_name="Deux"), new_two),
        ]
        return changes[::-1] if reverse else changes

    found = after(tmp_path, world_with(one, two), move)
    assert found == set(world_with(new_one, new_two))


def test_two_records_exchange_their_days(tmp_path: Path) -> None:
    one, two = mandate(ROYAT, FIRST, last_name="Une"), mandate(ROYAT, SECOND, last_name="Deux")
    new = [mandate(ROYAT, SECOND, last_name="Une"), mandate(ROYAT, FIRST, last_name="Deux")]
    found = after(
        tmp_path,
        world_with(one, two),
        lambda session: [
            correct(one_stored(session, Mandate, last_name="Une"), new[0]),
            correct(one_stored(session, Mandate, last_name="Deux"), new[1]),
        ],
    )
    assert found == set(world_with(*new))


def test_two_bodies_exchange_their_heads(tmp_path: Path) -> None:
    one, two = mandate(ROYAT, last_name="Une"), mandate(BEAUMONT, last_name="Deux")
    new = [mandate(BEAUMONT, last_name="Une"), mandate(ROYAT, last_name="Deux")]
    found = after(
        tmp_path,
        world_with(one, two),
        lambda session: [
            correct(one_stored(session, Mandate, last_name="Une"), new[0]),
            correct(one_stored(session, Mandate, last_name="Deux"), new[1]),
        ],
    )
    assert found == set(world_with(*new))


def test_the_head_and_the_acting_head_were_mixed_up(tmp_path: Path) -> None:
    one = mandate(ROYAT, last_name="Une")
    two = mandate(ROYAT, last_name="Deux", acting=True)
    new = [mandate(ROYAT, last_name="Une", acting=True), mandate(ROYAT, last_name="Deux")]
    found = after(
        tmp_path,
        world_with(one, two),
        lambda session: [
            correct(one_stored(session, Mandate, last_name="Une"), new[0]),
            correct(one_stored(session, Mandate, last_name="Deux"), new[1]),
        ],
    )
    assert found == set(world_with(*new))


def test_a_moved_record_and_a_new_one(tmp_path: Path) -> None:
    """The record taken out for a moment has the highest number: the new one may not get it."""
    moved, new = mandate(ROYAT, since("2020-01-01")), mandate(ROYAT, during("2014-01-01", None))
    new = mandate(ROYAT, during("2014-01-01", "2019-12-31"), last_name="Avant")
    late = mandate(ROYAT, during("2016-01-01", "2017-01-01"))
    found = after(
        tmp_path,
        world_with(late),
        lambda session: [
            correct(one_stored(session, Mandate, siren=ROYAT), moved),
            create(new),
        ],
    )
    assert found == set(world_with(moved, new))


CODES = ["A", "B", "C"]


def test_codes_move_up_by_one(tmp_path: Path) -> None:
    """Renaming A to B, B to C and C to A in one act, whatever refers to them."""
    agents: list[Fact] = [
        fact
        for code in CODES
        for fact in (
            agent(code, last_name=f"Nom {code}"),
            position(code, working_time=1_000 + ord(code)),
            assignment(code, share=500),
        )
    ]
    found = after(
        tmp_path,
        world(*agents),
        lambda session: [
            correct(
                one_stored(session, Agent, matricule=code),
                agent(CODES[number - 2], last_name=f"Nom {code}"),
            )
            for number, code in enumerate(CODES)
        ],
    )
    names = {each.matricule: each.last_name for each in found if isinstance(each, Agent)}
    times = {each.matricule: each.working_time for each in found if isinstance(each, Position)}
    assert {code: names[code] for code in CODES} == {"B": "Nom A", "C": "Nom B", "A": "Nom C"}
    assert {code: times[code] - 1_000 for code in CODES} == {
        "B": ord("A"),
        "C": ord("B"),
        "A": ord("C"),
    }


def test_missions_exchange_their_codes(tmp_path: Path) -> None:
    found = after(
        tmp_path,
        world_with(mission("PC"), mission("DP"), membership(missions=frozenset({"PC"}))),
        lambda session: [
            correct(one_stored(session, Mission, code="PC"), mission("DP", label="Mission PC")),
            correct(one_stored(session, Mission, code="DP"), mission("PC", label="Mission DP")),
        ],
    )
    assert mission("DP", label="Mission PC") in found
    assert membership(missions=frozenset({"DP"})) in found
    assert mission_share(mission="DP") in found


def test_populations_exchange_their_years(tmp_path: Path) -> None:
    found = after(
        tmp_path,
        world(population(year=2020, total=1), population(year=2021, total=2)),
        lambda session: [
            correct(one_stored(session, Population, year=2020), population(year=2021, total=1)),
            correct(one_stored(session, Population, year=2021), population(year=2020, total=2)),
        ],
    )
    assert {population(year=2021, total=1), population(year=2020, total=2)} <= found


def test_a_new_service_code_and_new_records_that_use_it(tmp_path: Path) -> None:
    found = after(
        tmp_path,
        world(),
        lambda session: [
            correct(one_stored(session, SharedService), service("URBA")),
            create(mission("CU", "URBA")),
            create(membership(BEAUMONT, service="URBA", missions=frozenset({"PC", "CU"}))),
            correct(
                one_stored(session, Membership),
                membership(service="URBA", missions=frozenset({"PC", "DP", "CU"})),
            ),
            create(agent("A-2")),
            create(position("A-2")),
            create(assignment("A-2", service="URBA")),
            create(mission_share("A-2", service="URBA", mission="CU")),
        ],
    )
    assert {
        managing("URBA"),
        assignment(service="URBA"),
        mission_share(service="URBA"),
        membership(service="URBA", missions=frozenset({"PC", "DP", "CU"})),
        membership(BEAUMONT, service="URBA", missions=frozenset({"PC", "CU"})),
        mission_share("A-2", service="URBA", mission="CU"),
    } <= found
    assert "ADS" not in {getattr(fact, "service", "") for fact in found}


def test_a_new_siren_and_new_records_that_use_it(tmp_path: Path) -> None:
    romagnat = "216303073"
    found = after(
        tmp_path,
        world(),
        lambda session: [
            correct(
                one_stored(session, PublicBody, siren=AUBIERE), body(romagnat, insee_code="63307")
            ),
            create(population(romagnat)),
            create(mandate(romagnat, acting=True)),
        ],
    )
    assert {membership(romagnat), member(romagnat), population(romagnat)} <= found
    assert mission_share(beneficiary_siren=romagnat) in found


def test_everything_of_a_body_is_deleted_and_recorded_again(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    own: list[Fact] = [
        body(ROYAT),
        identity(ROYAT),
        member(ROYAT),
        mandate(ROYAT, last_name="Royat"),
    ]
    with writing(path) as session:
        before = [each for each in all_stored(session) if each.fact in own]
        assert len(before) == 4
        write(session, *(delete(each) for each in before), *(create(fact) for fact in own))
        again = [each for each in all_stored(session) if each.fact in own]
    assert facts_in(path) == set(world())
    assert {each.row_version for each in again} == {1}


def test_everything_is_deleted_but_the_territory(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    kept = set(territory())
    with writing(path) as session:
        gone = [each for each in all_stored(session) if each.fact not in kept]
        write(session, *(delete(each) for each in gone))
    assert facts_in(path) == kept
    with writing(path) as session:
        write(session, *(create(each.fact) for each in gone))
    assert facts_in(path) == set(world())


@pytest.mark.parametrize("act_on", ["correct", "move", "delete"])
def test_a_record_changed_meanwhile_is_refused_and_nothing_written(
    tmp_path: Path, act_on: str
) -> None:
    path = make_register(tmp_path, world())
    with writing(path) as session:
        seen = one_stored(session, Position)
        write(session, correct(seen, position(working_time=9_000)))
        change = {
            "correct": correct(seen, position(working_time=8_000)),
            "move": correct(seen, position(period=since("2010-01-01"), working_time=8_000)),
            "delete": delete(seen),
        }[act_on]
        with pytest.raises(RefusedError) as refused:
            write(session, create(agent("A-9")), change)
        assert [each.code for each in refused.value.findings] == ["changed_meanwhile"]
        assert one_stored(session, Position) == Stored(
            seen.id, seen.row_version + 1, position(working_time=9_000)
        )
    assert agent("A-9") not in facts_in(path)


@pytest.mark.parametrize(
    "wanted",
    [
        mandate(ROYAT, since("2000-01-01"), last_name="Autre"),
        mandate(ROYAT, during("2020-01-01", "2020-01-01"), last_name="Autre"),
    ],
)
def test_an_overlap_in_the_final_state_is_refused_by_the_database_too(
    tmp_path: Path, wanted: Fact
) -> None:
    path = make_register(tmp_path, world())
    with writing(path) as session, pytest.raises(RefusedError) as refused:
        write(session, create(wanted))
    assert [each.code for each in refused.value.findings] == ["period_overlap"]
    assert facts_in(path) == set(world())


# Any order to any order ---------------------------------------------------------------------------

DAYS = [day(f"2020-01-{number:02}") for number in range(1, 30)]


@st.composite
def successions(draw: st.DrawFn, count: int) -> list[tuple[str, Period]]:
    """So many periods of two bodies that may all stand in the file together."""
    found = []
    for siren, number in ((ROYAT, count - count // 2), (BEAUMONT, count // 2)):
        bounds = sorted(draw(st.sets(st.sampled_from(DAYS), min_size=number + 1, max_size=9)))
        pairs = list(pairwise(bounds))
        chosen = draw(st.permutations(pairs))[:number]
        found += [(siren, Period(start, stop)) for start, stop in chosen]
    return draw(st.permutations(found))


@st.composite
def acts(draw: st.DrawFn) -> tuple[list[tuple[str, Period]], list[tuple[str, Period]], int]:
    before = draw(successions(draw(st.integers(1, 6))))
    later = draw(successions(draw(st.integers(1, 6))))
    return before, later, draw(st.integers(0, min(len(before), len(later))))


@pytest.fixture(scope="module")
def register() -> Iterable[RegisterFile]:
    with tempfile.TemporaryDirectory() as folder:
        path = make_register(Path(folder), [f for f in territory() if not isinstance(f, Mandate)])
        with RegisterFile.open_to_write(path) as opened:
            yield opened


@pytest.mark.slow
@settings(max_examples=60)
@given(acts())
def test_any_succession_can_become_any_other_in_one_act(
    register: RegisterFile,
    given_act: tuple[list[tuple[str, Period]], list[tuple[str, Period]], int],
) -> None:
    """Some records are corrected into any place of the other succession, the rest leave or come."""
    before, later, kept = given_act

    def mandates() -> list[Stored[Fact]]:
        with register.read() as unit:
            return [each for each in unit.facts() if isinstance(each.fact, Mandate)]

    def wanted(number: int) -> Mandate:
        siren, period = later[number]
        return mandate(siren, period, last_name=f"Nouveau {number}")

    with register.write() as unit:
        unit.apply(act(), [delete(each) for each in mandates()])
    with register.write() as unit:
        unit.apply(act(), [create(mandate(siren, period)) for siren, period in before])
    stored = mandates()
    changes = [correct(stored[number], wanted(number)) for number in range(kept)]
    changes += [delete(each) for each in stored[kept:]]
    changes += [create(wanted(number)) for number in range(kept, len(later))]
    with register.write() as unit:
        unit.apply(act(), changes)
    assert {each.fact for each in mandates()} == {wanted(number) for number in range(len(later))}
    ids = {each.fact: each.id for each in mandates()}
    assert all(ids[wanted(number)] == stored[number].id for number in range(kept))
