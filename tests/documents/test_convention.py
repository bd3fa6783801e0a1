"""The membership convention, read back from its file."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from mutudesk.documents.convention.content import (
    AnnexHolder,
    AnnexLine,
    MissionLine,
    OriginLine,
    PostLine,
    Representative,
    Terms,
)
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.services import LegalGround, Level
from tests.builders import AUBIERE, CLERMONT, EPCI, day
from tests.documents.contents import (
    AGGLOMERATION,
    AT_AGGLOMERATION,
    AT_COMMUNE,
    CITY,
    COMMUNE,
    above_the_foot,
    content,
    laid_out,
    pages_of,
    printed,
    reader_of,
    text_of,
)

NARROW = "\u202f"
PRESENT_LAW = "Article L. 5211-4-2 du code général des collectivités territoriales"


def whole(text: str) -> str:
    """A text without the hyphens at line ends, for searching."""
    return text.replace("- ", "")


def test_it_says_what_it_is() -> None:
    text = text_of(content())
    assert "Convention d’adhésion au service commun « Autorisations du droit des sols »" in text
    assert PRESENT_LAW in text
    assert "établi à la date du 29 février 2016" in text
    assert text.count("PROJET –") == len(pages_of(content()))


def test_parties_stand_with_name_form_siren_representative_and_quality() -> None:
    text = text_of(content())
    assert (
        "Clermont Communauté, communauté d’agglomération, SIREN 246 300 701, représentée par "
        "M. Olivier Bianchet, Président," in text
    )
    assert (
        "La commune d’Aubière, SIREN 216 300 145, représentée par Mme Sylvie Sauret, Maire," in text
    )
    assert "18 février 2016" in text


def test_a_form_that_the_name_says_is_not_said_twice() -> None:
    named = replace(AGGLOMERATION, name="Communauté d'agglomération du Pays Basque")
    text = text_of(content(parties=(named, COMMUNE)))
    assert "La communauté d’agglomération du Pays Basque, SIREN" in text


def test_a_metropole_whose_name_holds_the_word_still_says_its_form() -> None:
    named = replace(AGGLOMERATION, name="Clermont Auvergne Métropole", legal_form="métropole")
    assert "Clermont Auvergne Métropole, métropole, SIREN" in text_of(
        content(parties=(named, COMMUNE))
    )


def test_a_seat_is_said_where_there_is_one() -> None:
    assert "siège" not in text_of(content())
    seated = replace(COMMUNE, seat="place de l'Hôtel-de-Ville, 63170 Aubière")
    assert "dont le siège est place de l’Hôtel-de-Ville" in text_of(
        content(parties=(AGGLOMERATION, seated))
    )


def test_an_acting_head_is_shown_as_one() -> None:
    adjoint = Representative("M.", "Jean Petit", "Premier adjoint", acting=True)
    acting = content(parties=(AGGLOMERATION, replace(COMMUNE, representative=adjoint)))
    text = whole(text_of(acting))
    assert "M. Jean Petit, Premier adjoint, par qui le maire est provisoirement remplacé" in text
    assert "(article L. 2122-17 du code général des collectivités territoriales)" in text
    assert "Premier adjoint, remplaçant le maire Cachet" in text


def test_a_quality_that_says_interim_says_it_once() -> None:
    adjoint = Representative("M.", "Jean Petit", "Maire par intérim", acting=True)
    acting = content(parties=(AGGLOMERATION, replace(COMMUNE, representative=adjoint)))
    assert "Maire par intérim, agissant en vertu" in whole(text_of(acting))


def test_an_adjoint_who_replaces_is_not_called_an_acting_one() -> None:
    adjoint = Representative("M.", "Jean Petit", "Premier adjoint, par intérim", acting=True)
    acting = content(parties=(AGGLOMERATION, replace(COMMUNE, representative=adjoint)))
    assert "par intérim" not in text_of(acting)


def test_three_parties_where_a_commune_manages() -> None:
    three = content(parties=(AGGLOMERATION, CITY, COMMUNE), manager=CLERMONT)
    text = text_of(three)
    assert "ci-après « la Commune gestionnaire »" in text
    assert "géré par la Commune gestionnaire" in text
    assert "relèvent hiérarchiquement de son maire" in whole(text)
    for place in ("Clermont Communauté", "la commune de Clermont-Ferrand", "la commune d’Aubière"):
        assert f"Pour {place}," in text


def test_the_managing_commune_may_be_the_one_that_joins() -> None:
    joined = content(manager=AUBIERE)
    text = text_of(joined)
    assert "et dont elle assure la gestion." in whole(text)
    assert "géré par" not in text
    assert "Commune gestionnaire" not in text


def test_one_person_heading_two_parties_is_a_blank_with_the_reason() -> None:
    mayor = replace(AGGLOMERATION.representative, quality="Maire")
    same = replace(COMMUNE, representative=mayor, signs_for=(EPCI,))
    rendered = laid_out(content(parties=(AGGLOMERATION, same)))
    text = text_of(rendered.data)
    assert (
        "représentée par , agissant en vertu" in text.replace("par  ", "par ")
        or "représente" in text
    )
    assert "Olivier Bianchet (Maire) représente déjà la Communauté" in whole(text)
    assert "représentant de la Commune" in [each.label for each in rendered.blanks]
    assert "Représentant de la Commune (parties)" in text


def test_the_level_is_said() -> None:
    assert "recourir à ses missions" in text_of(content())
    assert "de manière intégrée" in text_of(content(level=Level.INTEGRATED))


def test_former_services_are_named() -> None:
    origins = (OriginLine("Service de l'urbanisme", "Clermont-Ferrand", "commune"),)
    text = whole(text_of(content(origins=origins)))
    assert "le service suivant : Service de l’urbanisme" in text.replace("\xa0", " ")
    assert "(la commune de Clermont-Ferrand)" in text_of(content(origins=origins))


def test_a_last_day_is_included() -> None:
    assert "prend fin le 31 août 2019 inclus" in text_of(content(last_day=day("2019-08-31")))


def test_both_authorities_are_said_in_the_words_of_the_statute() -> None:
    text = whole(text_of(content()))
    assert "autorité fonctionnelle" in text
    assert "opérationnelle" not in text
    assert "directement au responsable du service commun les instructions" in text


def test_powers_without_a_source_are_not_printed() -> None:
    text = text_of(content()).casefold()
    assert "discipline" in text
    assert "signature des actes" in text
    for unsourced in ("santé", "hygiène", "recrutement", "nomination", "avancement", "congés"):
        assert unsourced not in text


def test_what_is_not_sourced_is_left_to_the_parties() -> None:
    text = text_of(content())
    assert "sous-traitant" not in text
    assert "rétroactif" not in text
    assert "article 14, « Protection des données" in text


def test_every_blank_and_every_compulsory_piece_is_on_the_last_pages() -> None:
    rendered = laid_out(content())
    text = text_of(rendered.data)
    last = text[text.rindex("À compléter Les mentions") :].replace("\xa0", " ")
    for blank in rendered.blanks:
        shown = f"{blank.label[0].upper()}{blank.label[1:]} ({blank.where})"
        assert shown.replace("\xa0", " ") in last
    for piece in rendered.pieces:
        assert piece.replace("\xa0", " ") in last
        assert "art.\u00a0" in piece
    for piece in ("Fiche d’impact", "Accords conclus", "Délibération de la Commune approuvant"):
        assert piece in last
    assert last.count("Avis du comité technique compétent pour") == 2


def test_what_is_to_complete_stands_under_the_moment_when_it_is_wanted() -> None:
    text = text_of(content())
    before, vote = text.index("Avant l’avis"), text.index("Avant le vote")
    signature = text.index("À la signature")
    assert before < text.index("Fiche d’impact décrivant") < vote
    assert vote < text.index("Avis du comité technique compétent pour la") < signature
    assert signature < text.index("Lieu de signature")


def test_what_the_register_holds_is_no_blank() -> None:
    terms = Terms("Trois ans.", 6, "Coût unitaire multiplié par les unités.", "")
    labels = [each.label for each in laid_out(content(terms=terms)).blanks]
    assert not {"durée de la convention", "répartition des frais"} & set(labels)
    assert "date de la délibération de la Commune" not in labels
    assert "numéro de la délibération de la Commune" in labels
    assert "date de la délibération de la Communauté" in labels
    assert "préavis de 6 mois" in text_of(content(terms=terms))


def test_a_court_is_optional() -> None:
    assert "devant la juridiction compétente" in text_of(content())
    named = content(terms=Terms(court="tribunal administratif de Clermont-Ferrand."))
    assert "suivante : tribunal administratif de Clermont-Ferrand." in whole(text_of(named))
    assert "juridiction" not in [each.label for each in laid_out(content()).blanks]


def test_articles_are_numbered_as_one_says_them_and_bookmarked() -> None:
    reader = reader_of(content())
    titles = [str(entry.title) for entry in reader.outline]  # type: ignore[union-attr]
    assert "Article\xa01er – Objet" in titles
    assert "Article\xa016 – Annexes et signatures" in titles
    assert [each for each in titles if each.startswith("Annexe")] == [
        "Annexe\xa01 – Missions confiées au service commun",
        "Annexe\xa02 – Agents et postes du service commun",
        "Annexe\xa03 – Autorités par mission et par partie",
    ]
    assert titles[-2:] == ["À compléter", "À relire"]


def test_bookmarks_point_at_the_pages_of_their_headings() -> None:
    reader = reader_of(content())
    for entry in reader.outline:
        number = reader.get_destination_page_number(entry)  # type: ignore[arg-type]
        assert number is not None
        page = " ".join(reader.pages[number].extract_text().split())
        assert str(entry.title).replace("\xa0", " ") in page  # type: ignore[union-attr]


def test_the_file_says_title_language_and_day() -> None:
    reader = reader_of(content())
    assert reader.metadata is not None
    assert reader.metadata.title == (
        "Convention d’adhésion au service commun «\xa0Autorisations du droit des sols\xa0» "
        "– la commune d’Aubière"
    )
    assert reader.metadata.get("/CreationDate") == "D:20160229000000+00'00'"
    assert str(reader.root_object["/Lang"]) == "fr-FR"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]


def test_every_font_is_embedded() -> None:
    found = set()
    for page in reader_of(content()).pages:
        for font in page["/Resources"]["/Font"].get_object().values():  # type: ignore[index]
            font_object = font.get_object()
            found.add(str(font_object["/BaseFont"]))
            assert "/FontFile2" in font_object["/FontDescriptor"].get_object()
    assert any("SourceSerif4" in each for each in found)
    assert any("SourceSans3" in each for each in found)


def test_pages_are_numbered_x_of_y() -> None:
    pages = pages_of(content())
    for number, page in enumerate(pages, 1):
        assert f"Page {number} / {len(pages)}" in page


def test_narrow_spaces_survive_and_do_not_break() -> None:
    text = "".join(pages_of(content()))
    assert f"246{NARROW}300{NARROW}701" in text
    assert f"5211-4-2{NARROW};" in text
    assert f"{NARROW}\n" not in text
    assert f"\n{NARROW}" not in text


def test_no_sign_of_punctuation_begins_a_line() -> None:
    for page in pages_of(content(terms=Terms("3 ans ; renouvelable", 6, "", ""))):
        for line in page.splitlines():
            assert not line.startswith((";", ":", "»", "!", "?"))


def test_the_foot_keeps_the_joining_body_and_shortens_the_service() -> None:
    long = "Autorisations du droit des sols, conseil architectural et publicité extérieure"
    for page in pages_of(content(service_name=long)):
        foot = " ".join(page.split()).replace("\u00a0", " ")
        assert re.search(r"PROJET – Convention [^»]*… » – la commune d’Aubière Page \d / \d$", foot)


def test_the_foot_is_the_same_on_every_page_and_cuts_no_word() -> None:
    name = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"
    what = content(
        parties=(AGGLOMERATION, replace(COMMUNE, name=name)), posts=content().posts * 120
    )
    feet = {page[page.rindex("PROJET –") : page.rindex("Page")].strip() for page in pages_of(what)}
    (foot,) = feet
    assert foot == f"PROJET – Convention d’adhésion au service… – la commune de {name}"


def test_annexes_hold_missions_posts_and_authorities() -> None:
    text = text_of(content())
    assert "Déclarations préalables DP" in text
    assert "1 B Rédacteurs territoriaux 100 %" in text
    assert "Permis de construire La commune d’Aubière" in text
    assert "Clermont Communauté – Président" in text
    assert "La commune d’Aubière – Maire" in text


def test_an_annex_without_rows_is_a_blank() -> None:
    rendered = laid_out(content(posts=(), staff=()))
    assert "état des agents et des postes" in [each.label for each in rendered.blanks]
    assert "registre" not in text_of(rendered.data).split("À compléter")[0]


def test_a_vacant_mandate_in_an_annex_is_said() -> None:
    vacant = AnnexHolder("Aubière", "commune", "")
    line = AnnexLine("PC", "Permis", "Aubière", "commune", AT_AGGLOMERATION, vacant)
    assert "mandat vacant" in text_of(content(authorities=(line,)))


def test_who_replaces_a_head_stands_in_an_annex_with_his_own_quality() -> None:
    acting = AnnexHolder("Aubière", "commune", "Premier adjoint, par intérim", acting=True)
    line = AnnexLine("PC", "Permis", "Aubière", "commune", AT_AGGLOMERATION, acting)
    assert "Aubière – Premier adjoint" in text_of(content(authorities=(line,)))


def test_a_post_without_category_is_said() -> None:
    assert "non renseigné" in text_of(content(posts=(PostLine("", "", 5_000),)))


def test_many_missions_go_to_the_annex_only() -> None:
    missions = tuple(MissionLine(f"M{n:02}", f"Mission numéro {n}") for n in range(40))
    text = text_of(content(missions=missions))
    assert "au nombre de 40, sont énumérées à l’annexe 1" in text
    for mission in missions:
        assert text.count(mission.label + " ") == 1


def test_many_posts_repeat_their_head_on_every_page() -> None:
    posts = tuple(PostLine("C", "Adjoints techniques", 10_000 - n) for n in range(200))
    pages = [page for page in pages_of(content(posts=posts)) if "Adjoints techniques" in page]
    assert len(pages) > 4
    assert all("Cadre d’emplois" in page for page in pages)
    assert sum(page.count("Adjoints techniques") for page in pages) == 200


def test_the_signatures_stand_beside_the_last_article() -> None:
    long_terms = Terms(financial_terms="Les frais sont répartis. " * 60)
    for terms in (Terms(), long_terms):
        for page in pages_of(content(terms=terms)):
            assert ("Cachet et signature" in page) is ("Annexes et signatures" in page)


def test_no_page_is_empty() -> None:
    for page in pages_of(content()):
        assert len(page) > 300


@pytest.mark.parametrize("posts", range(36, 43))
def test_no_page_is_empty_after_a_table_that_fills_one(posts: int) -> None:
    (line,) = content().authorities
    what = content(posts=content().posts * posts, authorities=(line,) * 9)
    assert all(above_the_foot(page) for page in pages_of(what))


def test_the_date_rules_the_template() -> None:
    with pytest.raises(RefusedError) as refused:
        printed(content(dated=day("2013-12-31")))
    (finding,) = refused.value.findings
    assert finding.code == "template_missing"


def test_another_ground_has_no_template() -> None:
    with pytest.raises(RefusedError):
        printed(content(ground=LegalGround.OTHER))


def test_an_empty_required_value_never_becomes_a_hole() -> None:
    nobody = replace(COMMUNE, representative=Representative("", "", "Maire", acting=False))
    with pytest.raises(RefusedError) as refused:
        printed(content(parties=(AGGLOMERATION, nobody)))
    (finding,) = refused.value.findings
    assert finding.code == "placeholder_empty"
    assert finding.values["placeholder"] == "person"


def test_no_civility_is_no_hole() -> None:
    plain = replace(COMMUNE.representative, civility="")
    text = text_of(content(parties=(AGGLOMERATION, replace(COMMUNE, representative=plain))))
    assert "représentée par Sylvie Sauret, Maire," in text


def test_a_beneficiary_is_named_in_the_annex_as_in_the_text() -> None:
    line = AnnexLine("PC", "Permis", "Le Cendre", "commune", AT_AGGLOMERATION, AT_COMMUNE)
    assert "La commune du Cendre" in text_of(content(authorities=(line,)))
