"""Letters of one alphabet that look like those of another: Cyrillic and Greek ones taken for Latin.

A text copied from elsewhere may hold them unseen, and no search for it finds it then.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_CYRILLIC = {
    **dict(zip("\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420", "ABEKMHOP", strict=True)),
    **dict(zip("\u0421\u0422\u0423\u0425\u0406\u0408\u0405\u04c0", "CTYXIJSI", strict=True)),
    **dict(zip("\u0430\u0435\u043e\u0440\u0441\u0443\u0445", "aeopcyx", strict=True)),
    **dict(zip("\u0456\u0458\u0455\u04bb\u051b\u051d\u04cf", "ijshqwl", strict=True)),
    **dict(zip("\u0400\u0401\u0407\u0450\u0451\u0457", "ÈËÏèëï", strict=True)),
}
_GREEK = {
    **dict(zip("\u0391\u0392\u0395\u0396\u0397\u0399\u039a", "ABEZHIK", strict=True)),
    **dict(zip("\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7", "MNOPTYX", strict=True)),
    **dict(zip("\u03bd\u03bf\u03c1\u03f2\u03f3", "vopcj", strict=True)),
}
_LATIN_OF = str.maketrans({**_CYRILLIC, **_GREEK})
_FOREIGN = re.compile(f"[{''.join(map(chr, _LATIN_OF))}]")
_LATIN = re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")
_WORD = re.compile(r"\w+")


class MixedWord(NamedTuple):
    """A word of Latin letters with one that only looks so, and its place in the word (from 1)."""

    word: str
    place: int


def mixed_word(text: str, *, is_code: bool = False) -> MixedWord | None:
    """The first word that mixes alphabets; None where there is none. A code is one word."""
    if text.isascii() or not _FOREIGN.search(text):
        return None
    for word in [text] if is_code else _WORD.findall(text):
        foreign = _FOREIGN.search(word)
        if foreign is not None and _LATIN.search(word):
            return MixedWord(word, foreign.start() + 1)
    return None


def likeness(code: str) -> str:
    """The same for two codes that differ only in capitals, or in letters that look alike."""
    if code.isascii():
        return code.lower()
    return unicodedata.normalize("NFKC", code).translate(_LATIN_OF).casefold()


def alike(codes: Iterable[str]) -> dict[str, list[str]]:
    """All that are like it, itself among them, in order, for each code that another is like."""
    by_likeness: Mapping[str, list[str]] = defaultdict(list)
    for code in codes:
        by_likeness[likeness(code)].append(code)
    groups = (sorted(each) for each in by_likeness.values() if len(each) > 1)
    return {code: group for group in groups for code in group}
