"""Finding the agglomeration that a register is to be made for, among all of the official list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from mutudesk.domain.codes import fold
from mutudesk.domain.searching import Search
from mutudesk.exchange.reference import (
    POPULATION_YEAR,
    VINTAGE,
    ReferenceEpci,
    all_communes,
    all_epci,
    sources,
)
from mutudesk.usecases.departements import DEPARTEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = [
    "POPULATION_YEAR",
    "VINTAGE",
    "EpciChoice",
    "EpciSearch",
    "epci_count",
    "load_reference",
    "search_epci",
    "sources",
]

MOST_FOUND = 60
_DEPARTEMENT_CODE = re.compile(r"\d{2,3}|2[ab]", re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)
_LONG_ENOUGH = 3  # digits of a SIREN, letters to be found inside a name
# How well something matches: the lower, the earlier in the list.
_SAME, _BEGINS, _COMMUNE_SAME, _WORD, _COMMUNE, _DEPARTEMENT, _COMMUNE_WORD, _INSIDE = range(8)


@dataclass(frozen=True, slots=True)
class EpciChoice:
    """An agglomeration found; `commune` is the member by whose name it was, "" otherwise."""

    siren: str
    name: str
    legal_form: str
    departement: str
    population: int
    communes: tuple[str, ...]
    commune: str = ""


@dataclass(frozen=True, slots=True)
class EpciSearch:
    """What was found: the best `choices`, and how many there are in all."""

    choices: tuple[EpciChoice, ...]
    count: int


@dataclass(frozen=True, slots=True)
class _Entry:
    epci: ReferenceEpci
    name: str  # folded, a space on either side: words are found by " word"
    departements: frozenset[str]
    departement_names: str
    communes: tuple[tuple[str, str], ...]  # folded with spaces, as written


def load_reference() -> None:
    """Read the lists, once; half a second that is better spent before somebody types."""
    _entries()


def epci_count() -> int:
    """How many agglomerations the list has."""
    return len(_entries())


def search_epci(text: str) -> EpciSearch:
    """Find agglomerations by name, SIREN, département (code or name) or member commune.

    Accents, case and hyphens are of no account. A code of a département beside other words keeps
    that département only. Where nothing holds the words as they follow each other, what holds each
    of them is found. Nothing is found for an empty text.
    """
    words = fold(text).split()
    digits = "".join(words)
    if not words:
        return EpciSearch((), 0)
    if _DIGITS.fullmatch(digits) and len(digits) > _LONG_ENOUGH:
        found = [(_SAME, each, "") for each in _entries() if each.epci.siren.startswith(digits)]
        return _ordered(found)
    codes = {word for word in words if _DEPARTEMENT_CODE.fullmatch(word)}
    others = " ".join(word for word in words if word not in codes)
    entries: Iterable[_Entry] = _entries()
    if codes:
        entries = [each for each in entries if codes & each.departements]
    if not others:
        return _ordered([(_DEPARTEMENT, each, "") for each in entries])
    search = Search(others)
    spellings = search.spellings()
    matched = [(_best_match(each, spellings), each) for each in entries]
    found = [(rank, each, commune) for (rank, commune), each in matched if rank >= 0]
    return _ordered(found or list(_holding(entries, search)))


def _best_match(entry: _Entry, spellings: Iterable[str]) -> tuple[int, str]:
    found = [match for each in spellings if (match := _match(entry, each))[0] >= 0]
    return min(found, default=(-1, ""))


def _holding(entries: Iterable[_Entry], search: Search) -> Iterator[tuple[int, _Entry, str]]:
    """The entries with every word in their name and département, or in one of their communes."""
    for each in entries:
        if search.fits(each.name, each.departement_names):
            yield _INSIDE, each, ""
        else:
            names = (name for folded, name in each.communes if search.fits(folded))
            if commune := next(names, ""):
                yield _INSIDE, each, commune


def _match(entry: _Entry, wanted: str) -> tuple[int, str]:
    """How well an entry answers, and by which commune; -1 when it does not."""
    begins, whole = f" {wanted}", f" {wanted} "
    if entry.name == whole:
        return _SAME, ""
    if entry.name.startswith(begins):
        return _BEGINS, ""
    best, commune = -1, ""
    if begins in entry.name:
        best = _WORD
    for folded, name in entry.communes:
        if begins not in folded:
            continue
        if folded == whole:
            return _COMMUNE_SAME, name
        rank = _COMMUNE if folded.startswith(begins) else _COMMUNE_WORD
        if best < 0 or rank < best:
            best, commune = rank, name
    if best < 0 and begins in entry.departement_names:
        return _DEPARTEMENT, ""
    if best < 0 and len(wanted) >= _LONG_ENOUGH and wanted in entry.name:
        return _INSIDE, ""
    return best, commune


def _ordered(found: list[tuple[int, _Entry, str]]) -> EpciSearch:
    """The best first, the larger before the smaller."""
    found.sort(key=lambda each: (each[0], -each[1].epci.municipal, each[1].name))
    best = tuple(_choice(entry, commune) for _, entry, commune in found[:MOST_FOUND])
    return EpciSearch(best, len(found))


def _choice(entry: _Entry, commune: str) -> EpciChoice:
    epci = entry.epci
    return EpciChoice(
        epci.siren,
        epci.name,
        epci.legal_form,
        epci.departement,
        epci.municipal,
        tuple(name for _, name in entry.communes),
        commune,
    )


@cache
def _entries() -> tuple[_Entry, ...]:
    communes: dict[str, list[tuple[str, str]]] = {}
    for each in all_communes():
        if each.epci_siren:
            folded = f" {fold(each.name)} "
            communes.setdefault(each.epci_siren, []).append((folded, each.name))
    return tuple(_entry(epci, communes) for epci in all_epci())


def _entry(epci: ReferenceEpci, communes: Mapping[str, list[tuple[str, str]]]) -> _Entry:
    codes = {epci.departement, *epci.departements}
    names = " ".join(fold(DEPARTEMENTS.get(code, "")) for code in sorted(codes))
    return _Entry(
        epci,
        f" {fold(epci.name)} ",
        frozenset(code.lower() for code in codes),
        f" {names} ",
        tuple(sorted(communes.get(epci.siren, ()))),
    )
