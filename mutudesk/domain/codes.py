"""Identifiers that come from outside (SIREN, INSEE) and codes that an office chooses itself."""

from __future__ import annotations

import re
import unicodedata
from itertools import filterfalse

LONGEST_CODE = 30
LONGEST_TEXT = 2000
LONGEST_LONG_TEXT = 20_000  # of several lines: an article of six pages

# Official geographical code: départements 01-95 with 2A and 2B, then 97x and 98x.
_INSEE = re.compile(r"(?:(?:0[1-9]|1\d|2[1-9]|2[AB]|[3-8]\d|9[0-5])\d{3}|9[78]\d{3})", re.ASCII)
_OVERSEAS = ("97", "98")
# Letters, marks and patterns by their category, which print nothing: the ignorable ones of Unicode
# (joiner of graphemes, Hangul and Khmer fillers, selectors of variants) and the empty Braille cell.
_FILLERS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)
_SPACES = re.compile(r"[ \u00a0\u202f]")
_SIREN = re.compile(r"\d{9}", re.ASCII)


def normal_siren(text: str) -> str | None:
    """The nine digits of a SIREN written with or without spaces, None when it is not valid."""
    # Slow to import (it looks for ssl and documentation), and the first window needs no number.
    from stdnum.exceptions import ValidationError
    from stdnum.fr import siren as siren_number

    digits = _SPACES.sub("", text)
    if not _SIREN.fullmatch(digits):
        return None
    try:
        return str(siren_number.validate(digits))
    except ValidationError:
        return None


def is_insee_code(text: str) -> bool:
    """Tell whether the text has the shape of a commune's INSEE code ("63113", "2A004", "97411")."""
    return _INSEE.fullmatch(text) is not None


def departement_of(insee_code: str) -> str:
    """The département of a commune, which follows from its INSEE code; "" for an empty one.

    The first two characters ("63", "2A"), three overseas, where the code begins with 97 or 98
    ("971" to "976").
    """
    return insee_code[: 3 if insee_code.startswith(_OVERSEAS) else 2]


def is_code(text: str) -> bool:
    """Tell whether the text can be a code: 1 to 30 printable characters, no + or ;.

    Two codes that look the same are the same: no invisible sign, no space but the common one,
    accents composed.
    """
    return (
        0 < len(text) <= LONGEST_CODE
        and text == clean(text)
        and text.isprintable()
        and "+" not in text
        and ";" not in text
    )


def is_plain(text: str) -> bool:
    """Tell whether every sign can be kept and printed: no control, no surrogate."""
    # What Python calls printable is a part of it; the question is asked for every cell of a file.
    return text.isprintable() or not any(
        unicodedata.category(sign) in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"} for sign in text
    )


def clean(text: str) -> str:
    """The text in the one form the register keeps.

    Composed (NFC), without spaces around and without signs that nobody sees (soft hyphens, marks of
    direction or width, fillers): two texts that look the same are the same.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if not text.isprintable() or _FILLERS.search(text):
            text = _FILLERS.sub("", text)
            text = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
            text = unicodedata.normalize("NFC", text)
    return text.strip()


_ACCENTS = re.compile(
    "[\u0300-\u034e\u0350-\u036f]+"
)  # the common ones at once, the others one by one
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"})
# Hyphens, dashes and minus, apostrophes and primes of every kind, spaces.
_SEPARATORS = re.compile(
    r"[- '\u00a0\u202f\u2010-\u2015\u2212`\u2018\u2019\u201b\u02b9\u02bb\u02bc\u2032]+"
)


def fold(text: str) -> str:
    """The key by which names are sorted and found: é = e, œ = oe, case and hyphens ignored.

    Such keys lie in the register, made by the version that wrote the name: whoever looks for them
    takes those of older versions too (`domain/searching.py`).
    """
    folded = text.casefold()
    if not folded.isascii():
        folded = _ACCENTS.sub("", unicodedata.normalize("NFKD", folded)).casefold()
        if not folded.isascii():
            bare = "".join(filterfalse(unicodedata.combining, folded))
            folded = bare.translate(_LIGATURES)
    return _SEPARATORS.sub(" ", folded).strip()
