"""What a convention says by rule: staff, parties, texts of the day, exceptions, points."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mutudesk.documents.convention.content import (
    AnnexLine,
    StaffLine,
    Terms,
)
from mutudesk.domain.assignments import AssignmentGround
from mutudesk.domain.findings import warning
from mutudesk.domain.legal_forms import LYON
from tests.builders import AUBIERE, CLERMONT, EPCI, day
from tests.documents.contents import (
    ADOPTED,
    AGGLOMERATION,
    AT_AGGLOMERATION,
    AT_COMMUNE,
    COMMUNE,
    content,
    laid_out,
    pages_of,
    text_of,
)


def whole(text: str) -> str:
    """A text without the hyphens at line ends, for searching."""
    return text.replace("- ", "")


def staff(*lines: tuple[str, AssignmentGround, int]) -> tuple[StaffLine, ...]:
    """Agents of an employer (SIREN) on a ground, each at half time."""
    names = {EPCI: "Clermont Communauté", AUBIERE: "Aubière", CLERMONT: "Clermont-Ferrand"}
    forms = {EPCI: "communauté d'agglomération"}
    return tuple(
        StaffLine(siren, names[siren], forms.get(siren, "commune"), ground, count, count * 5_000)
        for siren, ground, count in lines
    )


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ((EPCI, AssignmentGround.INTERNAL, 2),),
        ((AUBIERE, AssignmentGround.TRANSFER_BY_LAW, 1),),
        ((AUBIERE, AssignmentGround.PROVISION_BY_LAW, 3),),
        ((AUBIERE, AssignmentGround.SECONDMENT, 1), (EPCI, AssignmentGround.MUTATION, 1)),
    ],
)
def test_the_rule_on_staff_is_said_whatever_is_recorded(
    lines: tuple[tuple[str, AssignmentGround, int], ...],
) -> None:
    text = whole(text_of(content(staff=staff(*lines))))
    assert "employés par la Communauté relèvent hiérarchiquement de son président" in text
    assert "sont transférés de plein droit à la Communauté" in text
    assert "sont de plein droit mis à disposition du service commun" in text
    has_seconded = any(ground is AssignmentGround.SECONDMENT for _, ground, _ in lines)
    assert ("avec leur accord" in text) is has_seconded


def test_numbers_are_those_of_the_joining_body_and_blanks_without_any_record() -> None:
    recorded = staff(
        (AUBIERE, AssignmentGround.TRANSFER_BY_LAW, 2),
        (AUBIERE, AssignmentGround.PROVISION_BY_LAW, 1),
        (CLERMONT, AssignmentGround.PROVISION_BY_LAW, 7),
    )
    text = whole(text_of(content(staff=recorded)))
    assert "agents de la Commune transférés de plein droit est de 2, et celui des" in text
    assert "mis à disposition de plein droit de 1." in text
    assert "La commune de Clermont-Ferrand Mise à disposition de plein droit 7 350 %" in text
    assert "dont agents de l’adhérent 3 150 %" in text
    assert "Total 10 500 %" in text
    labels = [each.label for each in laid_out(content(staff=())).blanks]
    assert "nombre d’agents transférés de plein droit" in labels
    assert "nombre d’agents transférés de plein droit" not in [
        each.label for each in laid_out(content(staff=recorded)).blanks
    ]


def test_fifty_agents_of_the_service_call_for_a_negotiation() -> None:
    for count, is_said in ((49, False), (50, True)):
        text = whole(text_of(content(staff=staff((EPCI, AssignmentGround.INTERNAL, count)))))
        assert ("action sociale fait l’objet d’une négociation" in text) is is_said


@pytest.mark.parametrize(
    ("dated", "committee", "law"),
    [
        ("2016-02-29", "comité technique", "loi n° 84-53 du 26 janvier 1984"),
        ("2022-03-01", "comité technique", "code général de la fonction publique"),
        ("2023-01-01", "comité social territorial", "code général de la fonction publique"),
    ],
)
def test_texts_and_committees_are_those_of_the_day(dated: str, committee: str, law: str) -> None:
    text = whole(text_of(content(dated=day(dated)))).replace("\xa0", " ")
    assert f"du {committee} compétent pour la Communauté" in text
    assert f"Vu le {law}" in text or f"Vu la {law}" in text
    assert ("Avis des commissions administratives" in text) is (dated < "2021")


def test_sentences_of_the_text_of_2014_are_to_be_read_again_after_it() -> None:
    later = laid_out(content(effect=day("2016-09-01"), terms=ADOPTED))
    assert len(later.readings) == 3
    assert "À relire" in text_of(later.data)
    early = laid_out(content(effect=day("2015-07-01"), terms=ADOPTED))
    assert early.readings == ()
    assert "À relire" not in text_of(early.data)


def test_points_to_settle_stand_on_the_last_page_with_their_article() -> None:
    assert "Points à régulariser" not in text_of(content())
    point = warning("effect_before_convention", effect=day("2016-01-01"), day=day("2016-02-29"))
    pages = pages_of(content(points=(point,)))
    assert "Points à régulariser" in pages[-1]
    assert "L. 2131-1" in pages[-1]


def test_the_metropole_de_lyon_has_its_own_visa() -> None:
    lyon = replace(AGGLOMERATION, siren=LYON, name="Métropole de Lyon", legal_form="métropole")
    made = content(parties=(lyon, COMMUNE), manager=LYON)
    text = text_of(made)
    assert "ses articles L. 3651-4 et L. 5211-4-2" in text.replace("\xa0", " ")
    assert "prise par le conseil de la métropole" in whole(text)
    assert "ci-après « la Métropole »" in text


@pytest.mark.parametrize(
    ("form", "alias", "council"),
    [
        ("communauté de communes", "la Communauté", "son conseil communautaire"),
        ("communauté urbaine", "la Communauté", "son conseil communautaire"),
        ("métropole", "la Métropole", "le conseil de la métropole"),
    ],
)
def test_parties_are_called_by_their_legal_form(form: str, alias: str, council: str) -> None:
    text = whole(text_of(content(parties=(replace(AGGLOMERATION, legal_form=form), COMMUNE))))
    assert f"ci-après « {alias} »" in text
    assert f"prise par {council}" in text


@pytest.mark.parametrize(
    ("council", "own", "of", "start"),
    [
        ("", "son organe délibérant", "de l’organe délibérant", "L’organe délibérant"),
        ("assemblée", "son assemblée", "de l’assemblée", "L’assemblée"),
        ("conseil de communauté", "son conseil", "du conseil", "Le conseil"),
        ("conseil d'administration", "son conseil", "du conseil", "Le conseil"),
        ("conseil de l'agglomération", "le conseil de l’", "du conseil", "Le conseil"),
        ("Conseil de Paris", "le Conseil de Paris", "du Conseil de Paris", "Le Conseil de Paris"),
    ],
)
def test_an_assembly_stands_with_the_article_that_its_name_takes(
    council: str, own: str, of: str, start: str
) -> None:
    territory = replace(AGGLOMERATION, legal_form="établissement public", council=council)
    made = content(
        parties=(territory, COMMUNE), manager=AUBIERE, dated=day("2023-05-02"), joins_existing=True
    )
    text = whole(text_of(made))
    assert f"prise par {own}" in text
    assert f"Vu la délibération {of}" in text
    assert f"Délibération {of}" in text
    assert start in text[text.index("Si la Commune se retire") :]


def test_an_office_may_call_a_party_and_its_assembly_otherwise() -> None:
    own = replace(AGGLOMERATION, short_name="L'Agglomération", council="conseil de communauté")
    text = whole(text_of(content(parties=(own, COMMUNE))))
    assert "ci-après « l’Agglomération »" in text
    assert "prise par son conseil de communauté" in text
    assert "transférés de plein droit à l’Agglomération." in text
    assert "Délibération de l’Agglomération approuvant" in text


def test_a_service_that_calls_itself_one_is_not_called_so_twice() -> None:
    text = whole(text_of(content(service_name="Service commun d'instruction")))
    assert "adhère au service commun d’instruction, constitué" in text
    assert "service commun « Service commun" not in text


def test_exceptions_are_named_in_article_6_and_marked_in_the_annex() -> None:
    rule = AnnexLine("PC", "Permis", "Aubière", "commune", AT_AGGLOMERATION, AT_COMMUNE)
    other = replace(rule, operational=AT_AGGLOMERATION, is_exception=True)
    text = whole(text_of(content(authorities=(rule, other))))
    assert "Par exception à ces règles" in text
    assert "pour la mission « Permis » accomplie au profit de la commune d’Aubière" in text
    assert "Permis (par exception)" in text
    assert "Par exception" not in text_of(content(authorities=(rule,)))


def test_an_end_leaves_no_duration_to_say() -> None:
    ended = laid_out(content(last_day=day("2029-12-31"), terms=Terms("indéterminée")))
    assert "indéterminée" not in text_of(ended.data)
    assert "durée de la convention" not in [each.label for each in ended.blanks]


def test_each_line_of_a_cost_clause_is_a_paragraph_or_an_item() -> None:
    clause = (
        "les frais sont répartis :\n- 50% selon les *actes* ;\n\n– 50% au forfait.\nAu 1er mars"
    )
    lines = [
        " ".join(line.split()).replace("%", " %").replace("  ", " ")
        for page in pages_of(content(terms=Terms(financial_terms=clause)))
        for line in page.splitlines()
    ]
    first = lines.index("Les frais sont répartis :")
    assert lines[first + 1 : first + 4] == [
        "– 50 % selon les *actes* ;",
        "– 50 % au forfait.",
        "Au 1er mars.",
    ]


def test_a_fragment_becomes_a_sentence() -> None:
    assert "Durée indéterminée." in text_of(content(terms=Terms("durée indéterminée")))
