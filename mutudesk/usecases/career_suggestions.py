"""Suggestions for careers, from the official list of cadres d'emplois; free text is as good."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mutudesk.domain.codes import fold
from mutudesk.exchange.reference import cadres_emplois

if TYPE_CHECKING:
    from mutudesk.exchange.reference import CadreEmplois

CATEGORIES = ("A", "B", "C")


@lru_cache(maxsize=1)
def suggested_cadres() -> tuple[CadreEmplois, ...]:
    """The cadres d'emplois of the territorial public service, as the official list has them."""
    return tuple(cadres_emplois())


def cadre_named(name: str) -> CadreEmplois | None:
    """The cadre d'emplois of this name, found without accents or case."""
    wanted = fold(name)
    return next((each for each in suggested_cadres() if fold(each.name) == wanted), None)


def suggested_grades(cadre: str) -> tuple[str, ...]:
    """The grades of a cadre d'emplois, lowest first; those of all where it is not in the list."""
    found = cadre_named(cadre)
    if found is not None:
        return found.grades
    return tuple(dict.fromkeys(grade for each in suggested_cadres() for grade in each.grades))
