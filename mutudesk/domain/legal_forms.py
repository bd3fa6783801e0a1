"""The families of legal forms, by which a convention names a party, its head and its council."""

from __future__ import annotations

from enum import Enum

from mutudesk.domain.bodies import BodyKind
from mutudesk.domain.codes import fold

# The one métropole that is no EPCI; L.5211-4-2 applies to it through L.3651-4 CGCT.
LYON = "200046977"


class Family(Enum):
    """What a body is by its legal form; the value names its part in templates."""

    COMMUNE = "commune"
    COMMUNITY = "communaute"  # de communes, d'agglomération, urbaine
    METROPOLIS = "metropole"
    OTHER_EPCI = "epci"
    CCAS = "ccas"  # communal or intercommunal: conseil d'administration
    SYNDICATE = "syndicat"
    OTHER = "autre"


_FIRST_WORDS = {
    "communaute": Family.COMMUNITY,
    "metropole": Family.METROPOLIS,
    "eurometropole": Family.METROPOLIS,
    "syndicat": Family.SYNDICATE,
    "commune": Family.COMMUNE,
    "ville": Family.COMMUNE,
    "cias": Family.CCAS,
    "ccas": Family.CCAS,
}


def family_of(kind: BodyKind, legal_form: str) -> Family:
    """The family of a body: by the first word of its legal form, else by its kind."""
    words = fold(legal_form)
    first = words.split(" ", 1)[0]
    if kind is BodyKind.COMMUNE:
        return Family.COMMUNE
    if kind is BodyKind.CCAS or "action sociale" in words:
        return Family.CCAS
    if first in _FIRST_WORDS:
        return _FIRST_WORDS[first]
    return Family.OTHER_EPCI if kind is BodyKind.EPCI else Family.OTHER


def is_urban(legal_form: str) -> bool:
    """Tell whether a form is a communauté urbaine or a métropole.

    Until August 2015 only there could a commune manage a service (CGCT L.5211-4-2, 2014).
    """
    words = fold(legal_form)
    return words.startswith(("communaute urbaine", "metropole", "eurometropole"))
