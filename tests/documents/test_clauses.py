"""Articles in the words of the office, or in those of the template until it makes them its own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from mutudesk.documents.convention.content import Terms
from mutudesk.documents.convention.document import CONVENTION_TEMPLATES
from mutudesk.documents.template_choice import templates_of
from mutudesk.domain.clauses import CLAUSES
from mutudesk.domain.services import Settlement
from tests.builders import AUBIERE
from tests.documents.contents import ADOPTED, content, laid_out, pages_of, text_of
from tests.plain_text import plain

TITLES = {
    "preamble": "préambule",
    "premises": "article 3",
    "assets": "article 4",
    "contracts": "article 5",
    "financial_terms": "article 7",
    "committee": "article 9",
    "liability": "article 13",
    "data_protection": "article 14",
}


def written(name: str, text: str) -> Terms:
    """Terms with one clause."""
    values: dict[str, Any] = {name: text}
    return Terms(**values)


def above_reading(text: str) -> str:
    """The text before its last pages."""
    return text.partition("À compléter")[0]


def article(text: str, number: int) -> str:
    """The body of an article, on one line."""
    flat = " ".join(plain(text).split())
    found = re.search(rf"Article {number} [–-] (.*?)Article {number + 1} [–-] ", flat)
    assert found is not None, number
    return found.group(1)


def proposed(terms: Terms) -> str:
    """What « À relire » says of proposed texts."""
    found = [each for each in laid_out(content(terms=terms)).readings if "proposés" in each]
    return plain("".join(found))


def test_every_clause_has_its_proposal_and_says_so_until_it_is_adopted() -> None:
    (template,) = templates_of(CONVENTION_TEMPLATES)
    assert [each.name for each in template.clauses] == [*CLAUSES] == [*TITLES]
    places = proposed(Terms()).partition(" : ")[2].split(" ; ")
    assert [each.split(",")[0] for each in places] == [*TITLES.values()]
    assert proposed(ADOPTED) == ""


@pytest.mark.parametrize("name", CLAUSES)
def test_a_clause_adopted_is_proposed_no_more(name: str) -> None:
    terms = written(name, "Nos mots à nous.")
    places = proposed(terms).partition(" : ")[2].split(" ; ")
    assert TITLES[name] not in [each.split(",")[0] for each in places]
    assert len(places) == len(CLAUSES) - 1
    assert "Nos mots à nous." in plain(text_of(content(terms=terms)))


@pytest.mark.parametrize("name", CLAUSES)
def test_a_proposal_adopted_word_for_word_prints_the_same(name: str) -> None:
    (template,) = templates_of(CONVENTION_TEMPLATES)
    (text,) = [each.text for each in template.clauses if each.name == name]
    before = above_reading(text_of(content()))
    assert above_reading(text_of(content(terms=written(name, text)))) == before


def test_a_convention_in_the_words_of_the_office_leaves_only_days_and_places_blank() -> None:
    terms = replace(ADOPTED, duration="Six ans.", notice_months=6)
    made = laid_out(content(terms=terms))
    assert {each.label.split(" ")[0] for each in made.blanks} <= {"date", "numéro", "lieu"}


def test_its_articles_stand_as_they_were_written() -> None:
    text = text_of(content(terms=ADOPTED))
    assert "à l'hôtel de ville." in article(text, 3)
    assert "Le service commun « Autorisations du droit des sols » est" in article(text, 3)
    assert article(text, 4).endswith("Les biens sont : – un véhicule ; – deux postes de travail. ")
    assert "repris au 1er septembre 2016." in article(text, 5)
    assert article(text, 7).endswith("Le règlement s'effectue par facturation. ")
    assert "{deux fois}} par an" in article(text, 9)
    assert "Chaque partie s'assure <elle-même> & répond" in article(text, 13)
    assert "La commune d'Aubière reste responsable" in article(text, 14)
    assert "Entre la commune d'Aubière et Clermont Communauté" in (plain(text))


@pytest.mark.parametrize(
    ("settlement", "words", "blanks"),
    [
        (None, "Les parties retiennent :", 1),
        (Settlement.INVOICE, "Le règlement s'effectue par facturation.", 0),
        (Settlement.COMPENSATION, "imputation sur l'attribution de compensation, dans les", 0),
    ],
)
def test_how_the_costs_are_paid(settlement: Settlement | None, words: str, blanks: int) -> None:
    made = laid_out(content(terms=Terms(settlement=settlement)))
    assert words in article(text_of(made.data), 7)
    assert sum("règlement" in each.label for each in made.blanks) == blanks


def test_the_managing_commune_is_not_its_own_guest() -> None:
    usual = article(text_of(content()), 3)
    assert "dans les locaux de Clermont Communauté." in usual
    assert "dans les locaux de la commune d'Aubière ; les bureaux" in usual
    own = article(text_of(content(manager=AUBIERE, member=AUBIERE)), 3)
    assert own.endswith("est installé dans les locaux de la commune d'Aubière. ")


@pytest.mark.parametrize(
    "text",
    [
        "mot" * 100,
        "\n".join(f"– point {number} ;" for number in range(400)),
        "Une phrase assez longue pour remplir des pages entières. " * 340,
        "**gras** [lien](x) <img src='x'/> # titre",
    ],
)
def test_a_text_of_any_length_is_printed_as_it_is_typed(text: str) -> None:
    made = laid_out(content(terms=Terms(premises=text)))
    found = "".join("".join(pages_of(made.data)).split())
    first = text.splitlines()[0]
    assert plain("".join(first.split()))[:60] in plain(found)
