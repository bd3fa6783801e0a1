"""Elision and contraction before the name of a place: d’Aubière, du Cendre, aux Abymes."""

from __future__ import annotations

import re
import unicodedata

from mutudesk.language.typography import typographic

# "h aspiré" cannot be seen in a name. These words of geography, and names of Germanic origin by
# their ending, have it; every other H is mute. The list follows what the communes themselves write.
_ASPIRATE_WORDS = frozenset(
    """
    haie haies halle halles hameau han hangar hans hauban haut haute hauts hautes havre haye hayes
    hem ham hetre hetres heron herons hibou hotte hotton houx huit huitieme huitre hutte huttes
    hamel hameau hague harcourt hesse hettange homps
    honfleur houdan houilles houlgate hourtin houdain houdemont houplin hossegor hazebrouck
    hayange hagondange hombourg huningue hesingue hirsingue hatten hoerdt hagenbach haguenau hoffen
    """.split()  # noqa: SIM905 - a table to read, not a list to type
)
_GERMANIC = re.compile(
    r".*(heim|hoffen|hausen|house|feld|felden|[bp]ach|berg|bourg|dorff?|willer|viller|wihr|weier"
    r"|stadt|statt|stett)"
)
# Y before a vowel is a consonant (de Yutz), but these are said with a vowel all the same.
_VOWEL_Y = frozenset({"yerres", "yeu", "yevre", "yevres", "yeres"})
# A vowel in writing that is a consonant in speech.
_NO_ELISION = frozenset({"ouistreham", "onze", "onzieme", "oui", "uhlan", "yaourt"})
_FIRST_WORD = re.compile(r"[^\s\-’']+")

_ARTICLE = re.compile(r"(le|les|la|l[’'])(?:\s+|(?<=[’']))(?=\w)", re.IGNORECASE)
_DE = {"le": "du ", "les": "des ", "la": "de La ", "l": "de L’"}
_A = {"le": "au ", "les": "aux ", "la": "à La ", "l": "à L’"}


def elides(name: str) -> bool:
    """Tell whether "de" becomes "d’" before the name: a vowel, or an H or Y that is said as one."""
    found = _FIRST_WORD.search(name)
    if found is None:
        return False
    word = _plain(found.group())
    if word in _NO_ELISION:
        return False
    match word[0]:
        case "a" | "e" | "i" | "o" | "u":
            return True
        case "h":
            return word not in _ASPIRATE_WORDS and not _GERMANIC.fullmatch(word)
        case "y":
            return word in _VOWEL_Y or word[1:2] not in set("aeiou")
        case _:
            return False


def de_name(name: str) -> str:
    """Put "de" before a proper name: d’Aubière, du Cendre, des Abymes, de La Rochelle."""
    article, rest = _split_article(name)
    if article:
        return _DE[article] + typographic(rest)
    return ("d’" if elides(name) else "de ") + typographic(name)


def a_name(name: str) -> str:
    """Put "à" before a proper name: à Aubière, au Cendre, aux Abymes, à La Rochelle."""
    article, rest = _split_article(name)
    return (_A[article] if article else "à ") + typographic(rest)


def _split_article(name: str) -> tuple[str, str]:
    """The article that a name begins with (le, les, la, l, or none) and the rest of it."""
    found = _ARTICLE.match(name)
    if found is None:
        return "", name
    return found.group(1).casefold().rstrip("'’"), name[found.end() :]


def _plain(word: str) -> str:
    lowered = word.casefold().replace("œ", "oe").replace("æ", "ae")
    decomposed = unicodedata.normalize("NFD", lowered)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
