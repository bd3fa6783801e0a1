from __future__ import annotations

import pytest

from mutudesk.domain.findings import Severity
from mutudesk.domain.period import ALWAYS
from mutudesk.domain.records import Fact, Kind, RecordRef
from mutudesk.domain.rules import judge_all
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    EPCI,
    ROYAT,
    assignment,
    base_of,
    body,
    day,
    during,
    identity,
    managing,
    mandate,
    member,
    membership,
    mission_share,
    position,
    since,
    world,
    world_with,
)
from tests.domain.judging import codes, findings, only


def test_the_small_world_is_without_a_finding() -> None:
    assert findings(*world()) == []


@pytest.mark.parametrize("siren", ["246300702", "24630070", "216300145 "])
def test_siren_invalid(siren: str) -> None:
    found = only(*world(body(siren, insee_code="63019"), identity(siren)))
    assert (found.code, found.field, found.severity) == ("siren_invalid", "siren", Severity.REFUSAL)
    assert found.records == (RecordRef(Kind.BODY, (siren,)),)
    assert found.values == {"text": siren}


def test_insee() -> None:
    found = only(*world_with(body(AUBIERE, insee_code="96014")))
    assert (found.code, found.field) == ("insee_invalid", "insee_code")
    found = only(*world_with(body(AUBIERE, insee_code="")))
    assert (found.code, found.field) == ("insee_missing", "insee_code")
    assert codes(*world_with(body(EPCI, insee_code=""))) == []


def test_body_without_identity() -> None:
    facts = [fact for fact in world() if fact != identity(ROYAT)]
    found = only(*facts)
    assert (found.code, found.records) == (
        "body_without_identity",
        (RecordRef(Kind.BODY, (ROYAT,)),),
    )


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2016-12-31", "2017-01-01", []),
        ("2017-01-01", "2017-01-01", ["identity_overlap"]),
        ("2016-12-30", "2017-01-01", ["identity_gap"]),
    ],
    ids=["neighbours", "one day twice", "one day missing"],
)
def test_identities_follow_each_other(first: str, last: str, expected: list[str]) -> None:
    facts = world_with(identity(EPCI, during(None, first)), identity(EPCI, since(last)))
    assert codes(*facts) == expected


def test_overlap_names_the_later_record_first_and_where_to_mend_it() -> None:
    found = only(*world_with(identity(EPCI), identity(EPCI, since("2017-01-01"))))
    assert found.code == "identity_overlap"
    assert found.field == "valid_from"
    assert found.records == (
        RecordRef(Kind.IDENTITY, (EPCI, day("2017-01-01"))),
        RecordRef(Kind.IDENTITY, (EPCI, None)),
    )
    assert found.values["period"] == since("2017-01-01")
    assert found.values["other"] == ALWAYS


def test_identity_gap_says_which_days() -> None:
    found = only(
        *world_with(identity(EPCI, during(None, "2016-12-30")), identity(EPCI, since("2017-01-02")))
    )
    assert found.severity is Severity.WARNING
    assert found.values["period"] == during("2016-12-31", "2017-01-01")


@pytest.mark.parametrize(
    ("acting", "last", "first", "expected"),
    [
        ((False, False), "2020-05-24", "2020-05-25", []),
        ((False, False), "2020-05-25", "2020-05-25", ["mandate_overlap"]),
        ((True, True), "2020-05-24", "2020-05-25", []),
        ((True, True), "2020-05-25", "2020-05-25", ["interim_overlap"]),
        ((False, True), "2020-05-25", "2014-05-01", []),
    ],
    ids=["heads follow", "two heads", "acting follow", "two acting", "acting during absence"],
)
def test_one_head_and_one_acting_head_a_day(
    acting: tuple[bool, bool], last: str, first: str, expected: list[str]
) -> None:
    facts = world_with(
        mandate(ROYAT, during("2014-04-05", last), acting=acting[0], last_name="Premier"),
        mandate(ROYAT, during(first, None), acting=acting[1], last_name="Second"),
    )
    assert [each.code for each in findings(*facts)] == expected


def test_mandate_overlap_names_both_persons() -> None:
    found = only(
        *world_with(
            mandate(ROYAT, last_name="Premier"),
            mandate(ROYAT, since("2020-05-25"), last_name="Second"),
        )
    )
    assert found.values["person"] == "Sylvie Second"
    assert found.values["other_person"] == "Sylvie Premier"
    assert found.records[0] == RecordRef(Kind.MANDATE, (ROYAT, False, day("2020-05-25")))


def test_a_long_mandate_is_named_against_each_that_it_covers() -> None:
    facts = world_with(
        mandate(ROYAT, since("2001-03-01"), last_name="Longue"),
        mandate(ROYAT, during("2008-03-01", "2008-12-31"), last_name="Une"),
        mandate(ROYAT, during("2014-03-01", "2014-12-31"), last_name="Deux"),
    )
    assert [each.values["person"] for each in findings(*facts)] == ["Sylvie Une", "Sylvie Deux"]
    assert {each.values["other_person"] for each in findings(*facts)} == {"Sylvie Longue"}


def test_epci_membership() -> None:
    left, back = during(None, "2016-12-31"), since("2018-01-01")
    assert codes(*world_with(member(ROYAT, left), member(ROYAT, back))) == []
    again = world_with(member(ROYAT, left), member(ROYAT, since("2016-12-31")))
    assert codes(*again) == ["epci_membership_overlap"]
    other = world_with(member(ROYAT), member(ROYAT, epci=CLERMONT))
    assert codes(*other) == ["member_of_no_epci"]
    assert codes(*world(member(EPCI))) == ["member_of_itself"]


# Vacancies ----------------------------------------------------------------------------------------


def vacancies(siren: str, *facts: Fact) -> list[object]:
    found = [each for each in judge_all(base_of(*facts)) if each.code == "mandate_vacant"]
    assert {each.severity for each in found} <= {Severity.WARNING}
    return [
        each.values["period"] for each in found if each.records == (RecordRef(Kind.BODY, (siren,)),)
    ]


ONE_DAY_OFF = (
    mandate(AUBIERE, during("2014-04-05", "2020-05-23")),
    mandate(AUBIERE, since("2020-05-25")),
)


def test_no_vacancy_where_everybody_is_in_office() -> None:
    assert judge_all(base_of(*world())) == []


def test_a_beneficiary_without_head_for_a_day() -> None:
    assert vacancies(AUBIERE, *world_with(*ONE_DAY_OFF)) == [during("2020-05-24", "2020-05-24")]


def test_an_acting_head_fills_a_vacancy() -> None:
    acting = mandate(AUBIERE, during("2020-05-24", "2020-05-24"), acting=True)
    assert vacancies(AUBIERE, *world_with(*ONE_DAY_OFF, acting)) == []


def test_nobody_misses_the_head_of_a_body_that_commands_nothing() -> None:
    facts = world_with(mandate(ROYAT, during("2014-04-05", "2014-04-06")))
    assert vacancies(ROYAT, *facts) == []


@pytest.mark.parametrize(
    "facts",
    [
        [membership(BEAUMONT), membership()],
        [managing(siren=BEAUMONT)],
        [mission_share(operational_siren=BEAUMONT)],
        [position(employer_siren=BEAUMONT)],
        [assignment(hierarchical_siren=BEAUMONT, hierarchical_reason="arrêté")],
    ],
    ids=["joined", "manages", "operational", "employs", "hierarchical"],
)
def test_whoever_commands_somebody_is_missed(facts: list[Fact]) -> None:
    vacant = mandate(BEAUMONT, during("2014-04-05", "2020-05-24"))
    assert vacancies(BEAUMONT, *world_with(vacant, *facts)) == [since("2020-05-25")]


def test_an_employer_is_not_missed_where_another_body_is_recorded() -> None:
    facts = world_with(
        mandate(BEAUMONT, during("2014-04-05", "2020-05-24")),
        position(employer_siren=BEAUMONT),
        assignment(hierarchical_siren=EPCI, hierarchical_reason="arrêté"),
    )
    assert vacancies(BEAUMONT, *facts) == []


def test_a_project_of_joining_needs_no_head_yet() -> None:
    facts = world_with(
        membership(), membership(BEAUMONT, decided_on=None), mandate(BEAUMONT, since("2040-01-01"))
    )
    assert vacancies(BEAUMONT, *facts) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", []),
        ("la Communauté", []),
        ("L'Agglomération", []),
        ("l’Agglo", []),
        ("Communauté", ["short_name_without_article"]),
        ("lagune", ["short_name_without_article"]),
    ],
)
def test_the_name_in_conventions_begins_with_its_article(name: str, expected: list[str]) -> None:
    facts = world_with(identity(EPCI, short_name=name))
    assert codes(*facts) == expected
    for found in findings(*facts):
        assert (found.field, found.of_writing) == ("short_name", True)
