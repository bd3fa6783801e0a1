"""Names that official lists write in capitals, put into the case that is printed."""

from __future__ import annotations

import re

_PARTS = re.compile(r"[^\s\-'’]+")
# Lower in front of a name (de La Tour, du Bellay); La, Le, Les keep their capital (Le Goff).
_PARTICLES = frozenset({"de", "du", "des", "d"})
# What an apostrophe parts from a name of its own: one letter (L'Huillier, N'Diaye), or these.
_ELIDED = frozenset({"coll", "dall", "dell", "nell", "sant"})
_APOSTROPHES = "'’"


def proper_name(name: str) -> str:
    """A name in capitals with one capital a part, any other name unchanged.

    Parts are separated by spaces, hyphens and apostrophes. The particles de, du, des and d' are
    lower when something follows them: "DE LA TOUR" is "de La Tour", "D'ARC" is "d'Arc",
    "DUPONT-MARTIN" is "Dupont-Martin". An apostrophe within a name is a letter of it: "LE BALC'H"
    is "Le Balc'h". Accents that the list left out are not guessed.
    """
    if name != name.upper():
        return name

    def cased(part: re.Match[str]) -> str:
        lower = part.group().lower()
        rest = name[part.end() :]
        is_particle = lower in _PARTICLES and bool(rest)
        if is_particle and (lower != "d" or rest[0] in _APOSTROPHES):
            return lower
        if _goes_on(name[: part.start()].lower()):
            return lower
        return lower[:1].upper() + lower[1:]

    return _PARTS.sub(cased, name)


def _goes_on(before: str) -> bool:
    """Tell whether a part after an apostrophe goes on with the name before it (lower case)."""
    if before[-1:] not in set(_APOSTROPHES):
        return False
    former = _PARTS.findall(before)
    return bool(former) and len(former[-1]) > 1 and former[-1] not in _ELIDED
