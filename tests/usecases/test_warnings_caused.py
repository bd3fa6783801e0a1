"""An act tells the warnings that it causes, wherever, and only those (R3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.bodies import BodyKind, EpciMembership, LegalIdentity, Mandate, PublicBody
from mutudesk.domain.changes import close, correct, create, delete
from mutudesk.domain.services import ManagingPeriod
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.usecases.checking import check_register
from mutudesk.usecases.recording import foresee, record
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    EPCI,
    ROYAT,
    agent,
    assignment,
    body,
    day,
    during,
    identity,
    make_register,
    mandate,
    member,
    membership,
    one_stored,
    position,
    reading,
    since,
    terms,
    world,
    world_with,
    writing,
)
from tests.usecases.taking import take

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.domain.changes import AnyChange
    from mutudesk.usecases.session import Session

OTHER_EPCI = "200071199"


def told(session: Session, *changes: AnyChange) -> list[tuple[str, object]]:
    """What an act that is written gives to know, with the days."""
    judged = record(session, changes, "act")
    return [(each.code, each.values.get("period")) for each in judged.warnings]


def refusals(session: Session, *changes: AnyChange) -> list[str]:
    return [each.code for each in foresee(session, changes).refusals]


# What an act leads to elsewhere -------------------------------------------------------------------


@pytest.mark.parametrize("siren", [EPCI, AUBIERE], ids=["employs", "instructs"])
def test_closing_the_only_mandate_of_an_authority(tmp_path: Path, siren: str) -> None:
    path = make_register(tmp_path, world())
    with writing(path) as session:
        seen = one_stored(session, Mandate, siren=siren)
        closing = close(seen, day("2020-05-24"))
        assert told(session, closing) == [("mandate_vacant", since("2020-05-25"))]


@pytest.mark.parametrize("siren", [EPCI, AUBIERE], ids=["employs", "instructs"])
def test_deleting_the_only_mandate_of_an_authority(tmp_path: Path, siren: str) -> None:
    path = make_register(tmp_path, world())
    with writing(path) as session:
        assert [
            code for code, _ in told(session, delete(one_stored(session, Mandate, siren=siren)))
        ] == ["mandate_vacant"]


def test_a_mandate_of_nobody_who_commands_is_closed_without_a_word(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    with writing(path) as session:
        closing = close(one_stored(session, Mandate, siren=ROYAT), day("2020-05-24"))
        assert told(session, closing) == []


def test_a_commune_that_leaves_while_it_is_in_services(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    with writing(path) as session:
        leaving = close(one_stored(session, EpciMembership, siren=AUBIERE), day("2019-12-31"))
        assert told(session, leaving) == [("membership_outside_epci", since("2020-01-01"))]


def test_an_employer_that_no_longer_fits_the_ground(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    with writing(path) as session:
        seen = one_stored(session, ManagingPeriod)
        given = correct(seen, ManagingPeriod("ADS", AUBIERE, seen.fact.period))
        assert "ground_does_not_fit" in [code for code, _ in told(session, given)]


# And only that ------------------------------------------------------------------------------------


def test_what_was_said_before_is_not_said_again(tmp_path: Path) -> None:
    facts = world_with(
        membership(), membership(BEAUMONT, decided_on=None), mandate(BEAUMONT, since("2016-01-01"))
    )
    path = make_register(tmp_path, facts)
    line = f"ADS;{ROYAT};adherente;PC;2015-06-01;2016-01-01;"
    report = take(path, ExchangeKind.MEMBERSHIPS, line)
    assert [each.finding.code for each in report.warnings] == []
    with reading(path) as session:
        assert [each.code for each in check_register(session).findings] == ["membership_project"]


def test_a_vacancy_made_shorter_is_not_told_and_one_made_longer_is(tmp_path: Path) -> None:
    path = make_register(
        tmp_path,
        world_with(
            mandate(AUBIERE, during("2014-04-05", "2020-05-24")),
            mandate(AUBIERE, since("2020-07-01"), last_name="Autre"),
        ),
    )
    with writing(path) as session:
        second = one_stored(session, Mandate, siren=AUBIERE, last_name="Autre")
        earlier = mandate(AUBIERE, since("2020-06-01"), last_name="Autre")
        assert told(session, correct(second, earlier)) == []
        second = one_stored(session, Mandate, siren=AUBIERE, last_name="Autre")
        later = mandate(AUBIERE, since("2020-08-01"), last_name="Autre")
        assert told(session, correct(second, later)) == [
            ("mandate_vacant", during("2020-05-25", "2020-07-31"))
        ]


# What a register may hold, and no act may write ---------------------------------------------------


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (create(mandate(ROYAT, during("2001-01-01", "2001-12-31"))), "mandate_before_body"),
        (create(membership(EPCI)), "membership_of_agglomeration"),
        (create(terms(notice_months=0)), "notice_of_no_month"),
        (create(terms(liability="Pour {la commune}")), "clause_name_unknown"),
        (
            create(member(ROYAT, during("1990-01-01", "1991-12-31"), epci=BEAUMONT)),
            "member_of_no_epci",
        ),
    ],
    ids=["before the body", "its own service", "no month", "no name", "of a commune"],
)
def test_it_is_refused(tmp_path: Path, change: AnyChange, code: str) -> None:
    path = make_register(tmp_path, world_with(identity(ROYAT, since("2010-01-01"))))
    with writing(path) as session:
        assert refusals(session, change) == [code]


def test_two_communes_with_one_code_on_one_day(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    new = [create(body("200100006", insee_code="63014")), create(identity("200100006"))]
    late = [new[0], create(identity("200100006", since("2025-01-01"), name="Aubière-Nouvelle"))]
    with writing(path) as session:
        assert refusals(session, *new) == ["insee_code_twice"]
        assert refusals(session, *late) == ["insee_code_twice"]
        former = one_stored(session, LegalIdentity, siren=AUBIERE)
        ending = correct(former, identity(AUBIERE, during(None, "2024-12-31")))
        assert refusals(session, ending, *late) == []


@pytest.mark.parametrize(
    ("siren", "kind", "code"),
    [
        (EPCI, BodyKind.CCAS, "agglomeration_is_epci"),
        (AUBIERE, BodyKind.EPCI, "member_is_no_commune"),
    ],
)
def test_a_body_given_another_type(tmp_path: Path, siren: str, kind: BodyKind, code: str) -> None:
    path = make_register(tmp_path, world())
    with writing(path) as session:
        seen = one_stored(session, PublicBody, siren=siren)
        given = correct(seen, body(siren, kind=kind, insee_code=seen.fact.insee_code))
        assert code in refusals(session, given)


def test_what_a_register_holds_of_it_only_warns_and_stays_editable(tmp_path: Path) -> None:
    held = world_with(
        identity(ROYAT, since("2017-01-01")),
        body(BEAUMONT, insee_code="63014"),
        terms(notice_months=0),
    )
    path = make_register(tmp_path, held)
    with reading(path) as session:
        report = check_register(session)
    assert report.refusals == []
    assert {each.code for each in report.warnings} == {
        "mandate_before_body",
        "identity_gap",
        "insee_code_twice",
        "notice_of_no_month",
    }
    with writing(path) as session:
        seen = one_stored(session, LegalIdentity, siren=ROYAT)
        better = identity(ROYAT, since("2017-01-01"), name="Royat-les-Bains")
        assert told(session, correct(seen, better)) == []
        assert told(session, create(mandate(BEAUMONT, during("2001-01-01", "2001-12-31")))) == []


def test_an_agent_twice_with_one_employer(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    line = f"B-2;Mme;GARNIER;Paulé;titulaire;B;;;50;{EPCI};2015-01-01;"
    report = take(path, ExchangeKind.AGENTS, line)
    (found,) = report.warnings
    assert (found.finding.code, found.line) == ("agent_twice", 2)
    assert (found.finding.values["first"], found.finding.values["second"]) == ("A-1", "B-2")
    elsewhere = f"B-3;Mme;Garnier;Paule;titulaire;B;;;50;{BEAUMONT};2015-01-01;"
    assert take(path, ExchangeKind.AGENTS, elsewhere).warnings == ()


def test_an_agent_without_a_position_is_in_no_file(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    with writing(path) as session:
        assert told(session, create(agent("A-2"))) == [("agent_without_position", None)]
        assert told(session, create(position("A-2"))) == []


# The register is bound to one agglomeration (R7) --------------------------------------------------


def test_the_agglomeration_cannot_become_another(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    with writing(path) as session:
        seen = one_stored(session, PublicBody, siren=EPCI)
        other = body(OTHER_EPCI, kind=BodyKind.EPCI, insee_code="")
        assert refusals(session, correct(seen, other)) == ["register_bound"]


def test_its_end_says_how_to_go_on(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    with writing(path) as session:
        seen = one_stored(session, LegalIdentity, siren=EPCI)
        ended = correct(seen, identity(EPCI, during(None, "2025-12-31")))
        assert told(session, ended) == [("agglomeration_ended", since("2026-01-01"))]


def test_its_services_are_not_managed_by_its_successor(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    with writing(path) as session:
        seen = one_stored(session, ManagingPeriod)
        changes = [
            create(body(OTHER_EPCI, kind=BodyKind.EPCI, insee_code="")),
            create(identity(OTHER_EPCI)),
            close(seen, day("2025-12-31")),
            create(ManagingPeriod("ADS", OTHER_EPCI, since("2026-01-01"))),
        ]
        assert refusals(session, *changes) == ["managed_by_other_epci"]


def test_assignments_of_others_are_left_alone(tmp_path: Path) -> None:
    """The act is judged with what it affects, however many agents a body employs."""
    staff = [
        fact
        for number in range(30)
        for fact in (agent(f"S-{number}"), position(f"S-{number}"), assignment(f"S-{number}"))
    ]
    path = make_register(tmp_path, world(*staff))
    with writing(path) as session:
        closing = close(one_stored(session, Mandate, siren=EPCI), day("2020-05-24"))
        assert told(session, closing) == [("mandate_vacant", since("2020-05-25"))]
