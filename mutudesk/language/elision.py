"""Elision and contraction before the name of a place: d’Aubière, du Cendre, aux Abymes.

Of a `BodyName` the word recorded, checked or official counts (`link_words`); of any other name, and
of one that has none of these, what follows from its letters.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from mutudesk.domain.bodies import LinkWord
from mutudesk.language.link_words import link_word_of
from mutudesk.language.typography import printed

if TYPE_CHECKING:
    from collections.abc import Mapping

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

_ARTICLE = re.compile(r"(le|les|la|l[’']|aux)(?:\s+|(?<=[’']))(?=\w)", re.IGNORECASE)
# The article that belongs to a word, as INSEE writes both: of "Aux Marais" it says "des Marais".
_ARTICLES = {
    LinkWord.DU: ("le",),
    LinkWord.DES: ("les", "aux"),
    LinkWord.DE_LA: ("la",),
    LinkWord.DE_L: ("l",),
}
_DE = {
    LinkWord.DE: "de ",
    LinkWord.D: "d’",
    LinkWord.DU: "du ",
    LinkWord.DES: "des ",
    LinkWord.DE_LA: "de la ",
    LinkWord.DE_L: "de l’",
}
_A = {
    LinkWord.DE: "à ",
    LinkWord.D: "à ",
    LinkWord.DU: "au ",
    LinkWord.DES: "aux ",
    LinkWord.DE_LA: "à la ",
    LinkWord.DE_L: "à l’",
}
_LIGATURES = re.compile(r"\b([CcSs])oe(urs?)\b")


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


def guessed_word(name: str) -> LinkWord:
    """What follows from the letters of a name alone."""
    article, _rest = _split_article(name)
    for word, articles in _ARTICLES.items():
        if article in articles:
            return word
    return LinkWord.D if elides(name) else LinkWord.DE


def takes_d(name: str) -> bool:
    """Tell whether a proper name is said with a vowel: what "de" and "que" lose their E before."""
    word = link_word_of(name)
    if word in {LinkWord.D, LinkWord.DE}:
        return word is LinkWord.D
    return elides(name)


def begins_with_article(name: str) -> bool:
    """Tell whether a name has an article of its own, "Le Cendre"."""
    return bool(_split_article(name)[0])


def de_name(name: str) -> str:
    """Put "de" before a proper name: d’Aubière, du Cendre, des Abymes, de La Rochelle."""
    return _linked(_DE, name)


def a_name(name: str) -> str:
    """Put "à" before a proper name: à Aubière, au Cendre, aux Abymes, à La Rochelle."""
    return _linked(_A, name)


def printed_name(name: str) -> str:
    """A proper name as print wants it: lists of names write "Coeur" where it is "Cœur"."""
    return printed(_LIGATURES.sub(r"\1œ\2", name))


def _linked(words: Mapping[LinkWord, str], name: str) -> str:
    word = link_word_of(name) or guessed_word(name)
    article, rest = _split_article(name)
    if article not in _ARTICLES.get(word, ()):
        return words[word] + printed_name(name)
    if word in {LinkWord.DE_LA, LinkWord.DE_L}:
        # The article is written as part of the name.
        return words[LinkWord.DE] + printed_name(name[:1].upper() + name[1:])
    return words[word] + printed_name(rest)


def _split_article(name: str) -> tuple[str, str]:
    """The article that a name begins with (le, les, la, l, aux, or none) and the rest of it."""
    found = _ARTICLE.match(name)
    if found is None:
        return "", name
    return found.group(1).casefold().rstrip("'’"), name[found.end() :]


def _plain(word: str) -> str:
    lowered = word.casefold().replace("œ", "oe").replace("æ", "ae")
    decomposed = unicodedata.normalize("NFD", lowered)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
