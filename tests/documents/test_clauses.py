"""Articles in the words of the office, or in those of the template until it makes them its own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from mutudesk.documents.convention.content import Terms
from mutudesk.domain.clauses import CLAUSES
from mutudesk.domain.services import Settlement
from tests.builders import AUBIERE
from tests.documents.contents import ADOPTED, content, laid_out, pages_of, text_of
from tests.plain_text import plain

TITLES = {
    "preamble": "Préambule",
    "premises": "Article 3",
    "assets": "Article 4",
    "contracts": "Article 5",
    "financial_terms": "Article 7",
    "committee": "Article 9",
    "liability": "Article 13",
    "data_protection": "Article 14",
}


def written(name: str, text: str) -> Terms:
    """Terms with one clause."""
    values: dict[str, Any] = {name: text}
    return Terms(**values)


def article(text: str, number: int) -> str:
    """The body of an article, on one line."""
    flat = " ".join(plain(text).split())
    found = re.search(rf"Article {number} [–-] (.*?)Article {number + 1} [–-] ", flat)
    assert found is not None, number
    return found.group(1)


def test_every_clause_has_its_default_and_says_so_until_it_is_adopted() -> None:
    assert TITLES.keys() == set(CLAUSES)
    proposed = [each for each in laid_out(content()).readings if "texte proposé" in each]
    assert [plain(each).split(",")[0].split(" :")[0] for each in proposed] == [*TITLES.values()]
    assert not [each for each in laid_out(content(terms=ADOPTED)).readings if "proposé" in each]


@pytest.mark.parametrize("name", CLAUSES)
def test_a_clause_adopted_is_proposed_no_more(name: str) -> None:
    made = laid_out(content(terms=written(name, "Nos mots à nous.")))
    proposed = [each for each in made.readings if "texte proposé" in each]
    assert len(proposed) == len(CLAUSES) - 1
    assert not any(plain(each).startswith(TITLES[name]) for each in proposed)
    assert "Nos mots à nous." in plain(text_of(made.data))


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
    assert "la commune d'Aubière reste responsable" in article(text, 14)
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
    assert "dans les locaux de la Communauté." in usual
    assert "dans les locaux de la Commune ; les bureaux" in usual
    own = article(text_of(content(manager=AUBIERE, member=AUBIERE)), 3)
    assert own.endswith("est installé dans les locaux de la Commune. ")


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
