"""Names that official lists write in capitals, put into the case that is printed."""

from __future__ import annotations

import re

_PARTS = re.compile(r"[^\s\-'’]+")
# Lower in front of a name (de La Tour, du Bellay); La, Le, Les keep their capital (Le Goff).
_PARTICLES = frozenset({"de", "du", "des", "d"})


def proper_name(name: str) -> str:
    """A name in capitals with one capital a part, any other name unchanged.

    Parts are separated by spaces, hyphens and apostrophes. The particles de, du, des and d' are
    lower when something follows them: "DE LA TOUR" is "de La Tour", "D'ARC" is "d'Arc",
    "DUPONT-MARTIN" is "Dupont-Martin". Accents that the list left out are not guessed.
    """
    if name != name.upper():
        return name

    def cased(part: re.Match[str]) -> str:
        lower = part.group().lower()
        rest = name[part.end() :]
        is_particle = lower in _PARTICLES and bool(rest)
        if is_particle and (lower != "d" or rest[0] in "'’"):
            return lower
        return lower[:1].upper() + lower[1:]

    return _PARTS.sub(cased, name)
