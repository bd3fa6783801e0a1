"""The articles that an office writes itself: the names of a convention put into them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mutudesk.documents.convention.naming import service_words
from mutudesk.documents.register_text import shown
from mutudesk.domain.clauses import ClauseName, NameForms, filled_clause
from mutudesk.language.french import a_designation, de_designation, designation, long_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class ClauseBody(NamedTuple):
    """A party by its name and legal form of the day."""

    name: str
    legal_form: str


def clause_names(
    member: ClauseBody,
    agglomeration: ClauseBody,
    manager: ClauseBody,
    service_name: str,
    effect: date,
) -> Mapping[ClauseName, NameForms]:
    """What each name between braces stands for in one convention."""
    return {
        ClauseName.COMMUNE: _body_forms(member),
        ClauseName.AGGLOMERATION: _body_forms(agglomeration),
        ClauseName.MANAGER: _body_forms(manager),
        ClauseName.SERVICE: _plain_forms(service_words(service_name)),
        ClauseName.EFFECT: _plain_forms(long_date(effect)),
    }


def printed_clause(text: str, names: Mapping[ClauseName, NameForms]) -> str:
    """A clause as it is printed."""
    return shown(filled_clause(text, names))


def _body_forms(body: ClauseBody) -> NameForms:
    return NameForms(designation(*body), de_designation(*body), a_designation(*body))


def _plain_forms(words: str) -> NameForms:
    return NameForms(words, f"de {words}", f"à {words}")
