"""What an act means beyond what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.bodies import BodyKind, LegalIdentity
from mutudesk.domain.changes import correct, create
from mutudesk.domain.services import Membership
from mutudesk.usecases.recording import foresee, record
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    EPCI,
    ROYAT,
    body,
    during,
    facts_in,
    identity,
    make_register,
    member,
    membership,
    mission,
    one_stored,
    service,
    since,
    world,
    world_with,
    writing,
)

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.records import Fact
    from mutudesk.usecases.session import Session

NOTHING_NAMED = membership(BEAUMONT, missions=frozenset())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path, world())


def write(session: Session, *changes: AnyChange) -> list[str]:
    return [each.code for each in record(session, changes, "record").findings]


def of_body(path: Path, siren: str, kind: type) -> set[Fact]:
    return {
        fact
        for fact in facts_in(path)
        if isinstance(fact, kind) and getattr(fact, "siren", "") == siren
    }


# Missions -----------------------------------------------------------------------------------------


def test_no_mission_named_is_those_that_exist_one_by_one(path: Path) -> None:
    with writing(path) as session:
        assert write(session, create(NOTHING_NAMED)) == []
        stored = one_stored(session, Membership, siren=BEAUMONT)
    assert stored.fact.missions == frozenset({"PC", "DP"})


def test_a_mission_that_comes_later_binds_nobody(path: Path) -> None:
    with writing(path) as session:
        write(session, create(NOTHING_NAMED))
        write(session, create(mission("CU")))
        assert one_stored(session, Membership, siren=BEAUMONT).fact.missions == {"PC", "DP"}
        assert one_stored(session, Membership, siren=AUBIERE).fact == membership()


def test_missions_of_the_same_act_count(path: Path) -> None:
    with writing(path) as session:
        write(session, create(mission("CU")), create(NOTHING_NAMED))
        assert one_stored(session, Membership, siren=BEAUMONT).fact.missions == {"PC", "DP", "CU"}


def test_missions_of_another_service_do_not_count(tmp_path: Path) -> None:
    path = make_register(tmp_path, world(service("SIG"), mission("CARTES", "SIG")))
    with writing(path) as session:
        write(session, create(NOTHING_NAMED))
        assert one_stored(session, Membership, siren=BEAUMONT).fact.missions == {"PC", "DP"}


def test_a_service_without_missions_cannot_be_joined_yet(tmp_path: Path) -> None:
    facts = [
        f for f in world() if type(f).__name__ not in {"Mission", "Membership", "MissionShare"}
    ]
    path = make_register(tmp_path, facts)
    with writing(path) as session:
        judged = foresee(session, [create(NOTHING_NAMED)])
    assert [each.code for each in judged.refusals] == ["membership_without_mission"]


def test_what_is_foreseen_is_what_is_written(path: Path) -> None:
    with writing(path) as session:
        foreseen = foresee(session, [create(NOTHING_NAMED)])
        (change,) = foreseen.changes
        assert change.after == membership(BEAUMONT)
        assert record(session, [create(NOTHING_NAMED)], "record") == foreseen


# Since always, until another is recorded ----------------------------------------------------------

NEW = identity(EPCI, since("2017-01-01"), name="Clermont Auvergne Métropole")


def test_an_identity_of_unknown_beginning_holds_until_the_next(path: Path) -> None:
    with writing(path) as session:
        assert write(session, create(NEW)) == ["identity_now_on"]
    assert of_body(path, EPCI, LegalIdentity) == {identity(EPCI, during(None, "2016-12-31")), NEW}


def test_it_holds_until_the_first_of_several(path: Path) -> None:
    first = identity(EPCI, during("2016-01-01", "2016-12-31"), name="Entre-deux")
    with writing(path) as session:
        assert write(session, create(NEW), create(first)) == ["identity_now_on"]
    assert of_body(path, EPCI, LegalIdentity) == {
        identity(EPCI, during(None, "2015-12-31")),
        first,
        NEW,
    }


def test_an_end_that_was_recorded_is_not_moved(tmp_path: Path) -> None:
    ended = identity(EPCI, during(None, "2015-12-31"))
    path = make_register(tmp_path, world_with(ended))
    with writing(path) as session:
        assert write(session, create(NEW)) == ["identity_gap"]
    assert of_body(path, EPCI, LegalIdentity) == {ended, NEW}


def test_a_known_beginning_is_not_shortened(tmp_path: Path) -> None:
    path = make_register(tmp_path, world_with(identity(EPCI, since("2000-01-01"))))
    with writing(path) as session:
        judged = foresee(session, [create(NEW)])
    assert [each.code for each in judged.refusals] == ["identity_overlap"]


def test_an_older_fact_than_the_reference_is_refused_by_nothing(path: Path) -> None:
    old = identity(EPCI, during("1900-01-01", "1999-12-31"), name="District")
    with writing(path) as session:
        judged = foresee(session, [create(old)])
    assert judged.refusals == []


def test_the_name_of_always_is_corrected_and_followed_in_one_act(path: Path) -> None:
    with writing(path) as session:
        seen = one_stored(session, LegalIdentity, siren=EPCI)
        better = identity(EPCI, name="Clermont-Communauté")
        assert write(session, correct(seen, better), create(NEW)) == ["identity_now_on"]
    assert of_body(path, EPCI, LegalIdentity) == {
        identity(EPCI, during(None, "2016-12-31"), name="Clermont-Communauté"),
        NEW,
    }


def test_a_membership_of_the_agglomeration_holds_until_the_next(path: Path) -> None:
    back = member(ROYAT, since("2018-01-01"))
    with writing(path) as session:
        assert write(session, create(back)) == ["epci_membership_now_on"]
    assert of_body(path, ROYAT, type(back)) == {member(ROYAT, during(None, "2017-12-31")), back}


def test_a_membership_of_another_agglomeration_ends_nothing(path: Path) -> None:
    other_epci: list[Fact] = [
        body("200071199", kind=BodyKind.EPCI, insee_code=""),
        identity("200071199"),
    ]
    other = member(ROYAT, since("2018-01-01"), epci="200071199")
    with writing(path) as session:
        assert write(session, *(create(each) for each in (*other_epci, other))) == []
    assert of_body(path, ROYAT, type(other)) == {member(ROYAT), other}


def test_other_bodies_are_left_alone(path: Path) -> None:
    with writing(path) as session:
        write(session, create(NEW))
    assert of_body(path, ROYAT, LegalIdentity) == {identity(ROYAT)}


def test_the_ending_is_journalled_like_any_change(path: Path) -> None:
    with writing(path) as session:
        judged = record(session, [create(NEW)], "record")
    assert [change.before is None for change in judged.changes] == [True, False]
