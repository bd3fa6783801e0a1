"""Words that no name and no text holds: what a file looks like that was read in a wrong encoding.

Three mistakes are told, each by what it leaves inside a word:

* UTF-8 read as cp1252 ("LefÃ¨vre"), or encoded twice: a capital with tilde or circumflex and the
  sign that stands for the second byte;
* cp850 or Mac Roman read as cp1252 ("Zo‚", "BenoŒt", "ƒric"): a sign of punctuation or a capital
  where a small letter should be;
* a byte that is nothing at all in the encoding ("�ric").

What may stand in a text passes: ½ ‰ … “ ” between words, JOÃO, GUIMARÃES, Šimon, CŒUR, L'HAŸ. So
some misread letters cannot be told from what is right: cp850's à (…), š for Ü, È and Ô among
capitals, û and ù in most words. A file has others beside them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

_LOST = "\N{REPLACEMENT CHARACTER}"
# The lead bytes of Latin letters and of combining accents in UTF-8, as cp1252 shows them.
_LEADS = "ÂÃÄÅÌ"
_SUSPECTS = re.compile(f"[\x80-\x9f{_LOST}{_LEADS}€‚ƒ„…†‡ˆ‰Š‹ŒŽ“”–—˜™›Ÿ¡¢£¤¥¶×]")
# What an author sets right behind a word in capitals that ends with one of the leads ("IRMÃ »").
_AFTER_A_WORD = frozenset("\u00a0\u202f’…”»–—“‘«®™")
# What closes a quotation, and what opened it on the same line.
_OPENINGS = {"”": "“„”", "»": "«"}
_SMALL_VOWELS = re.compile(r"[aeiouyàâéèêëîïôöùûü]")
# Île and îlot, whose first letter cp850 and Mac Roman have elsewhere.
_ISLANDS = re.compile(r"(?:Œ|×)(?:les?|lots?|LES?|LOTS?)\b")


class Misread(NamedTuple):
    """A word that was read wrongly, and where it begins in the text (from 0)."""

    place: int
    word: str


def first_misread(text: str, held: Callable[[], Container[str]] = tuple) -> Misread | None:
    """The first word that a wrong encoding left behind; None when there is none.

    `held` is asked only when there is one: words in it are known to be meant as they stand.
    """
    if text.isascii():
        return None
    known: Container[str] | None = None
    for found in misread_words(text):
        known = held() if known is None else known
        if found.word not in known:
            return found
    return None


def misread_words(text: str) -> Iterator[Misread]:
    """Every such word, in order."""
    end = 0
    for suspect in _SUSPECTS.finditer(text):
        place = suspect.start()
        if place >= end and _is_proof(text, place):
            first, end = _word(text, place)
            yield Misread(first, text[first:end])


def _word(text: str, place: int) -> tuple[int, int]:
    """Where the word around a place begins and ends; at least the sign there and one behind."""
    first, end = place, place + 1
    while first > 0 and _belongs(text[first - 1]):
        first -= 1
    while end < len(text) and _belongs(text[end]):
        end += 1
    return first, end


def _belongs(sign: str) -> bool:
    return sign.isalnum() or not (sign.isascii() or sign.isspace())


def _is_letter(sign: str) -> bool:
    # ƒ and ˆ count as letters in Unicode, but no word holds them.
    return unicodedata.category(sign) in {"Lu", "Ll", "Lt", "Lo"} and sign != "ƒ" if sign else False


class _Around(NamedTuple):
    """The letters that touch a sign, on both sides, and all that follows it."""

    before: str
    after: str
    rest: str

    @property
    def is_between(self) -> bool:
        return bool(self.before and self.after)

    @property
    def is_touched(self) -> bool:
        return bool(self.before or self.after)


def _around(text: str, place: int) -> _Around:
    first, end = place, place + 1
    while first > 0 and _is_letter(text[first - 1]):
        first -= 1
    while end < len(text) and _is_letter(text[end]):
        end += 1
    line_end = text.find("\n", place)
    rest = text[place + 1 : line_end if line_end >= 0 else len(text)]
    return _Around(text[first:place], text[place + 1 : end], rest)


def _is_proof(text: str, place: int) -> bool:
    sign = text[place]
    if sign == _LOST or "\x80" <= sign <= "\x9f":
        return True
    if sign in _LEADS:
        return _is_second_byte_shown(text, place)
    if sign in "…ˆ" and _hyphens(text, place):
        return True
    return _RULES[sign](sign, _around(text, place))


def _is_second_byte_shown(text: str, place: int) -> bool:
    """Tell whether a capital and what follows it are the two bytes of one letter in UTF-8."""
    pair = text[place : place + 2]
    try:
        b"".join(map(_byte, pair)).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return False
    around = _around(text, place)
    following = text[place + 2 : place + 3]
    ends_a_word = pair[1] in _AFTER_A_WORD and following != "-" and not _is_letter(following)
    if pair[1] in _OPENINGS:
        line = text[text.rfind("\n", 0, place) + 1 : place]
        ends_a_word = ends_a_word and any(each in line for each in _OPENINGS[pair[1]])
    shortest = 2 if pair[0] == "Ã" else 1
    return not (ends_a_word and around.before.isupper() and len(around.before) >= shortest)


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")  # the five bytes that cp1252 leaves undefined


def _hyphens(text: str, place: int) -> bool:
    """Between two hyphens: the word à of many names of communes."""
    return text[place - 1 : place] == "-" == text[place + 1 : place + 2]


def _between(_sign: str, around: _Around) -> bool:
    return around.is_between


def _never(_sign: str, _around: _Around) -> bool:
    return False


def _touched(_sign: str, around: _Around) -> bool:
    return around.is_touched


def _low_quote(sign: str, around: _Around) -> bool:
    """German and Polish quotations open with it: before a word, and closed on the same line."""
    closing = "‘’" if sign == "‚" else "“”»"
    is_opening = not around.before and any(each in around.rest for each in closing)
    return around.is_touched and not is_opening


def _capital(sign: str, around: _Around) -> bool:
    """Within a word, unless all of it is in capitals; "SŒur" is only badly typed."""
    before, after = around.before[-1:], around.after[:1]
    if before.islower() or (sign == "Œ" and _ISLANDS.match(sign + around.rest) and not before):
        return True
    return before.isupper() and after.islower() and not (sign == "Œ" and after == "u")


def _euro(_sign: str, around: _Around) -> bool:
    """Like "RE€U", but not "k€HT"; "â€™" is an apostrophe encoded twice."""
    twice = around.before.endswith("â") and not around.rest[:1].isascii()
    return twice or (len(around.before) > 1 and bool(around.after))


def _times(sign: str, around: _Around) -> bool:
    is_island = not around.before and _ISLANDS.match(sign + around.rest) is not None
    return is_island or (len(around.before) > 1 and bool(around.after))


def _per_mille(_sign: str, around: _Around) -> bool:
    return bool(around.before)


def _dagger(sign: str, around: _Around) -> bool:
    return around.is_between or (sign == "‡" and around.after[:1].islower())


def _trade_mark(_sign: str, around: _Around) -> bool:
    return bool(around.after)


def _dash(_sign: str, around: _Around) -> bool:
    """Like "ao–t" and "br–lure", but neither "Nord–Sud" nor "aller–retour" nor "km–h"."""
    parts = (around.before, around.after)
    is_word = around.is_between and around.after.islower() and max(map(len, parts)) > 1
    has_vowels = {_SMALL_VOWELS.search(part.lower()) is not None for part in parts}
    return is_word and len(has_vowels) > 1


_RULES: dict[str, Callable[[str, _Around], bool]] = {
    **dict.fromkeys("ƒˆ˜", _touched),
    **dict.fromkeys("“”‹›¡¢£¤¥¶", _between),
    **dict.fromkeys("‚„", _low_quote),
    **dict.fromkeys("ŠŒŽŸ", _capital),
    **dict.fromkeys("–—", _dash),
    **dict.fromkeys("†‡", _dagger),
    "…": _never,
    "€": _euro,
    "×": _times,
    "‰": _per_mille,
    "™": _trade_mark,
}
