"""Texts of an office: names between braces, single braces, and what is neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.clauses import CLAUSES, ClauseName, NameForms, filled_clause, unknown_names
from mutudesk.domain.services import ServiceTerms

NAMES = {
    each: NameForms(f"le {each.value}", f"du {each.value}", f"au {each.value}")
    for each in ClauseName
}


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("", ""),
        ("À {commune}, dès {effet}.", "Au commune, dès le effet."),
        ("Près de {commune}, à {commune}", "Près du commune, au commune"),
        ("De {commune} dé {commune} inde {commune}", "Du commune dé le commune inde le commune"),
        ("{service} de {agglomeration}", "Le service du agglomeration"),
        ("Et {commune}.\n{commune} ! {effet}", "Et le commune.\nLe commune ! Le effet"),
        ("{{commune} et {{{{", "{commune} et {{"),
        ("{{{commune}", "{le commune"),
        ("} seule, 3} fois", "} seule, 3} fois"),
        ("– un ;\n– deux", "– un ;\n– deux"),
        ("{Commune} {commune", "{Commune} {commune"),
    ],
)
def test_names_are_put_in(text: str, printed: str) -> None:
    assert filled_clause(text, NAMES) == printed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{commune} {{ {effet}", []),
        ("Un\ndeux {maire}", [(2, "{maire}")]),
        ("{}", [(1, "{}")]),
        ("{", [(1, "{")]),
        ("{ commune }\n\n{service", [(1, "{ commune }"), (3, "{service")]),
        ("{{{x}", [(1, "{x}")]),
        ("{commune\n}", [(1, "{commune")]),
        ("}", []),
    ],
)
def test_every_other_brace_is_named_with_its_line(text: str, found: list[tuple[int, str]]) -> None:
    assert list(unknown_names(text)) == found


@given(st.text(alphabet="{} a\ncommune", max_size=40))
def test_a_text_without_unknown_names_prints_no_name(text: str) -> None:
    printed = filled_clause(text, dict.fromkeys(ClauseName, NameForms("X", "X", "X")))
    if not list(unknown_names(text)):
        assert printed.count("{") == text.replace("{commune}", "").count("{{")


def test_the_clauses_are_texts_of_the_terms() -> None:
    types = ServiceTerms.__annotations__
    assert {types[name] for name in CLAUSES} == {"str"}
