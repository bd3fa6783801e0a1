"""Which facts a convention is made of, and when there can be none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mutudesk.documents.convention.content import (
    AnnexHolder,
    AnnexLine,
    MissionLine,
    OriginLine,
    PostLine,
    Terms,
)
from mutudesk.documents.convention.document import CONVENTION
from mutudesk.documents.render import render
from mutudesk.domain.assignments import (
    AssignmentGround,
)
from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.period import ALWAYS
from mutudesk.domain.services import LegalGround
from mutudesk.usecases.conventions import build_convention
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    EPCI,
    agent,
    assignment,
    body,
    day,
    during,
    identity,
    managing,
    mandate,
    membership,
    mission,
    origin,
    position,
    service,
    since,
    terms,
    world,
    world_with,
)

if TYPE_CHECKING:
    from mutudesk.documents.convention.content import ConventionContent
    from mutudesk.domain.records import Fact

ON = day("2016-02-29")
FROM_2014 = since("2014-04-05")


def built(*facts: Fact, siren: str = AUBIERE, on: str = "2016-02-29") -> ConventionContent:
    return build_convention(FactBase(EPCI, facts), "ADS", siren, day(on))


def refused(*facts: Fact, siren: str = AUBIERE, on: str = "2016-02-29") -> dict[str, str]:
    """The codes of the refusal with the field where each would be mended."""
    with pytest.raises(RefusedError) as problem:
        built(*facts, siren=siren, on=on)
    return {each.code: each.field for each in problem.value.findings}


def test_the_facts_of_a_convention() -> None:
    content = built(*world(origin(), terms(court="TA")))
    assert [(party.name, party.representative.quality) for party in content.parties] == [
        ("Clermont Communauté", "Président"),
        ("Aubière", "Maire"),
    ]
    assert (content.manager, content.member) == (EPCI, AUBIERE)
    assert content.dated == ON
    assert content.effect == day("2015-07-01")
    assert content.last_day is None
    assert content.missions == (MissionLine("DP", "Mission DP"), MissionLine("PC", "Mission PC"))
    assert content.origins == (OriginLine("Service instructeur", "Clermont-Ferrand", "commune"),)
    assert content.terms == Terms("indéterminée", 12, "", "TA")
    assert [(each.ground, each.agents, each.share) for each in content.staff] == [
        (AssignmentGround.INTERNAL, 1, 10_000)
    ]
    assert content.posts == (PostLine("B", "Rédacteurs", 10_000),)
    agglomeration = AnnexHolder("Clermont Communauté", "communauté d'agglomération", "Président")
    commune = AnnexHolder("Aubière", "commune", "Maire")
    assert content.authorities == tuple(
        AnnexLine(code, f"Mission {code}", body.name, body.legal_form, agglomeration, body)
        for code in ("DP", "PC")
        for body in (agglomeration, commune)
    )
    assert render(CONVENTION, content).data.startswith(b"%PDF")


def test_the_order_of_the_facts_does_not_matter() -> None:
    facts = world(origin(), terms(), agent("A-2"), position("A-2"), assignment("A-2", share=10))
    assert built(*facts) == built(*reversed(facts))


def test_names_forms_and_heads_are_those_of_the_day() -> None:
    facts = world_with(
        identity(EPCI, during(None, "2016-12-31")),
        identity(
            EPCI,
            during("2017-01-01", "2017-12-31"),
            name="Clermont Auvergne Métropole",
            legal_form="communauté urbaine",
        ),
        mandate(AUBIERE, during("2014-04-05", "2016-12-31"), last_name="Ancien"),
        mandate(AUBIERE, since("2017-01-01"), last_name="Nouveau", quality="Maire élu"),
    )
    before, after = built(*facts, on="2016-12-31"), built(*facts, on="2017-01-01")
    assert before.parties[0].legal_form == "communauté d'agglomération"
    assert after.parties[0].name == "Clermont Auvergne Métropole"
    assert after.parties[0].legal_form == "communauté urbaine"
    assert before.parties[1].representative.full_name == "Sylvie Ancien"
    assert after.parties[1].representative.quality == "Maire élu"
    assert {each.operational.quality for each in after.authorities} == {"Président", "Maire élu"}


def test_an_acting_head_represents_the_body() -> None:
    interim = mandate(
        AUBIERE, during("2016-02-01", "2016-03-31"), quality="1er adjoint", acting=True
    )
    head = built(*world(interim)).parties[1].representative
    assert (head.quality, head.acting) == ("1er adjoint", True)


def test_a_managing_commune_is_the_third_party() -> None:
    content = built(*world_with(managing(siren=CLERMONT)))
    assert [party.siren for party in content.parties] == [EPCI, CLERMONT, AUBIERE]
    assert content.manager == CLERMONT


def test_a_managing_commune_that_joins_is_a_party_once() -> None:
    content = built(*world_with(managing(siren=CLERMONT), membership(CLERMONT)), siren=CLERMONT)
    assert [party.siren for party in content.parties] == [EPCI, CLERMONT]
    assert (content.manager, content.member) == (CLERMONT, CLERMONT)
    assert content.parties[1].decided_on == day("2015-05-21")


def test_the_manager_is_that_of_the_day_or_else_of_the_beginning() -> None:
    later = world_with(
        managing(period=during("2017-01-01", "2017-12-31"), siren=CLERMONT),
        managing(period=since("2018-01-01"), siren=EPCI),
        membership(period=since("2017-06-01")),
    )
    assert built(*later).manager == CLERMONT
    assert built(*later, on="2018-02-01").manager == EPCI


def test_the_same_person_at_the_head_of_two_parties_signs_once() -> None:
    facts = world_with(
        mandate(EPCI, first_name="Hélène", last_name="Vigier", civility="Mme"),
        mandate(AUBIERE, first_name="HELENE", last_name="vigier", civility="Mme"),
    )
    assert [party.signs_for for party in built(*facts).parties] == [(), (EPCI,)]


@pytest.mark.parametrize(("civility", "signs_for"), [("M.", ()), ("", (EPCI,)), ("Mme", (EPCI,))])
def test_a_man_and_a_woman_of_one_name_are_two(civility: str, signs_for: tuple[str, ...]) -> None:
    facts = world_with(
        mandate(EPCI, first_name="Dominique", last_name="Petit", civility="Mme"),
        mandate(AUBIERE, first_name="Dominique", last_name="Petit", civility=civility),
    )
    assert built(*facts).parties[1].signs_for == signs_for


SEVERAL = world_with(
    membership(period=during("2015-07-01", "2016-02-28"), missions=frozenset({"DP"})),
    membership(period=during("2016-02-29", "2016-12-31"), missions=frozenset({"PC"})),
    membership(period=during("2018-01-01", "2018-12-31"), decided_on=None),
    membership(period=since("2019-01-01")),
    membership(CLERMONT, since("2018-01-01")),
)


@pytest.mark.parametrize(
    ("on", "effect"),
    [
        ("2014-05-01", "2015-07-01"),
        ("2016-02-28", "2015-07-01"),
        ("2016-02-29", "2016-02-29"),
        ("2016-12-31", "2016-02-29"),
        ("2017-01-01", "2018-01-01"),
        ("2018-06-01", "2018-01-01"),
        ("2030-01-01", "2019-01-01"),
    ],
)
def test_the_membership_in_force_is_taken_else_the_next(on: str, effect: str) -> None:
    assert built(*SEVERAL, on=on).effect == day(effect)


def test_another_membership_is_named_by_its_effect() -> None:
    base = FactBase(EPCI, SEVERAL)
    later = build_convention(base, "ADS", AUBIERE, day("2016-06-01"), day("2019-01-01"))
    assert (later.effect, later.dated) == (day("2019-01-01"), day("2016-06-01"))
    former = build_convention(base, "ADS", AUBIERE, day("2016-06-01"), day("2015-07-01"))
    assert former.last_day == day("2016-02-28")
    with pytest.raises(RefusedError) as problem:
        build_convention(base, "ADS", AUBIERE, day("2016-06-01"), day("2015-07-02"))
    (finding,) = problem.value.findings
    assert finding.code == "convention_without_effect"
    assert finding.values["days"] == ("01/07/2015", "29/02/2016", "01/01/2018", "01/01/2019")


def test_nothing_is_left_after_the_last_one_ended() -> None:
    facts = world_with(membership(period=during("2015-07-01", "2016-12-31")))
    assert built(*facts, on="2016-12-31").last_day == day("2016-12-31")
    assert "convention_without_membership" in refused(*facts, on="2017-01-01")


def test_the_managing_body_is_that_of_the_effect() -> None:
    facts = world_with(
        managing(period=during("2015-07-01", "2017-12-31"), siren=CLERMONT),
        managing(period=since("2018-01-01")),
        membership(period=since("2018-01-01")),
    )
    content = built(*facts, on="2016-09-01")
    assert content.manager == EPCI
    assert len(content.parties) == 2


def test_a_decision_of_a_later_day_is_not_yet_taken() -> None:
    facts = world_with(membership(decided_on=day("2016-03-01")))
    assert built(*facts).parties[1].decided_on is None
    assert built(*facts, on="2016-03-01").parties[1].decided_on == day("2016-03-01")


def test_names_that_an_office_chose_come_from_the_identity_of_the_day() -> None:
    named = identity(EPCI, short_name="l'Agglo", council="assemblée")
    party = built(*world_with(named)).parties[0]
    assert (party.short_name, party.council) == ("l'Agglo", "assemblée")


def test_the_duration_of_the_membership_goes_before_that_of_the_service() -> None:
    own = world_with(terms(duration="indéterminée"), membership(duration="Trois ans"))
    assert built(*own).terms.duration == "Trois ans"
    assert built(*world_with(terms(duration="indéterminée"))).terms.duration == "indéterminée"


@pytest.mark.parametrize(("effect", "joins"), [("2015-07-01", False), ("2015-07-02", True)])
def test_a_body_that_joins_a_service_that_runs_already(effect: str, joins: bool) -> None:
    assert built(*world_with(membership(period=since(effect)))).joins_existing is joins


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ([service(ground=LegalGround.SERVICE_PROVISION)], {"convention_other_ground": "ground"}),
        ([service(ground=LegalGround.OTHER)], {"convention_other_ground": "ground"}),
        ([service("XYZ")], {"service_unknown": "service"}),
        ([membership(BEAUMONT)], {"convention_without_membership": ""}),
        ([membership(period=ALWAYS)], {"convention_effect_missing": "valid_from"}),
        ([membership(missions=frozenset())], {"membership_without_mission": "missions"}),
        ([membership(missions=frozenset({"ZZ"}))], {"mission_unknown": "missions"}),
        ([managing(period=during("2010-01-01", "2011-12-31"))], {"convention_without_manager": ""}),
        ([mission("PC", label=""), mission("DP")], {"convention_mission_label_missing": "label"}),
        ([service(name="")], {"convention_service_name_missing": "name"}),
        ([identity(EPCI, since("2017-01-01"))], {"convention_identity_missing": ""}),
        ([mandate(AUBIERE, since("2017-01-01"))], {"convention_mandate_vacant": ""}),
        ([mandate(EPCI, during("2014-01-01", "2016-02-28"))], {"convention_mandate_vacant": ""}),
        ([identity(legal_form="")], {"convention_form_missing": "legal_form"}),
        ([identity(EPCI, name=" ")], {"convention_name_missing": "name"}),
        ([mandate(quality="")], {"convention_quality_missing": "quality"}),
        (
            [mandate(first_name="", last_name="")],
            {
                "convention_first_name_missing": "first_name",
                "convention_last_name_missing": "last_name",
            },
        ),
    ],
)
def test_what_is_missing_is_named_with_its_field(facts: list[Fact], codes: dict[str, str]) -> None:
    assert refused(*world_with(*facts)) == codes


def test_everything_that_is_missing_is_named_at_once() -> None:
    facts = world_with(
        mandate(quality=""), identity(EPCI, legal_form=""), mission("PC", label=""), mission("DP")
    )
    assert set(refused(*facts)) == {
        "convention_quality_missing",
        "convention_form_missing",
        "convention_mission_label_missing",
    }


def test_an_unknown_body_and_the_agglomeration_itself_are_refused() -> None:
    assert refused(*world(), siren="999999999") == {"body_unknown": "siren"}
    assert refused(*world(membership(EPCI)), siren=EPCI) == {"convention_with_itself": ""}


@pytest.mark.parametrize(
    ("facts", "code", "field"),
    [
        ([identity(seat="漢")], "unprintable_in_identity", "seat"),
        ([mandate(last_name="漢")], "unprintable_in_mandate", "last_name"),
        ([mandate(civility="漢")], "unprintable_in_mandate", "civility"),
        ([service(name="漢")], "unprintable_in_service", "name"),
        ([terms(court="漢")], "unprintable_in_terms", "court"),
        ([origin(name="漢")], "unprintable_in_origin", "name"),
        ([mission("PC", label="漢"), mission("DP")], "unprintable_in_mission", "label"),
        ([position(cadre_emplois="漢")], "unprintable_in_position", "cadre_emplois"),
    ],
)
def test_a_character_without_glyph_is_named_with_record_and_field(
    facts: list[Fact], code: str, field: str
) -> None:
    with pytest.raises(RefusedError) as problem:
        built(*world_with(*facts))
    (finding,) = problem.value.findings
    assert (finding.code, finding.field) == (code, field)
    assert finding.values["character"] == "漢"
    assert finding.values["codepoint"] == "U+6F22"
    assert finding.records


def test_a_body_that_is_no_commune_may_join() -> None:
    other = replace(body(BEAUMONT), insee_code="")
    facts = [fact for fact in world(membership(BEAUMONT)) if fact != body(BEAUMONT)]
    content = built(*facts, other, siren=BEAUMONT)
    assert content.member == BEAUMONT


def test_the_terms_of_the_day_are_taken() -> None:
    facts = world(
        terms(period=during("2015-07-01", "2015-12-31"), duration="un an"),
        terms(period=FROM_2014.until(day("2015-01-01")), duration="jamais"),
        terms(period=since("2016-01-01"), duration="trois ans"),
    )
    assert built(*facts).terms.duration == "trois ans"
    assert built(*facts, on="2015-08-01").terms.duration == "un an"
