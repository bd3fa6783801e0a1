"""What somebody types to find a name, and which names answer to it.

Each word is looked for by itself, in any order, inside a name as well as at its beginning, without
accents or case. Two habits of typing are known: the apostrophe left out ("lhay", "mesnil roch") and
saint in short ("St Rémy", "Ste"). Names are compared by their key (`codes.fold`). A key that an
older version made may hold a dash or an apostrophe of another kind where it now has a blank:
between two parts of a form stands any one sign.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, product

from mutudesk.domain.codes import clean, fold

_SHORT = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
_LONG = {long: short for short, long in _SHORT.items()}
_SPELLINGS = 16
# Where an apostrophe may have been left out: l'Haÿ, d'Arc, O'Brien, N'Diaye, Dell'Agnola; after qu;
# before an h (Mesnil-Roc'h, Prud'homme).
_ELIDED = re.compile(
    r"(?<=^[dlmno])(?=..)|(?<=^d[ae]ll)(?=..)|(?<=.qu)(?=[aeiouy])|(?<=.[cd])(?=h)"
)


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a key may hold a word.

    `parts` follow each other with one sign between; `alone`: as words of their own, with a blank
    after them, not inside others.
    """

    parts: tuple[str, ...]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed, for codes, and the forms in which keys of names may hold it."""

    text: str
    forms: tuple[Form, ...]


class Search:
    """What was typed, word by word. Nothing typed finds everything."""

    def __init__(self, text: str) -> None:
        typed = ((each, tuple(fold(each).split())) for each in clean(text).split())
        self.words = tuple(Word(each, _forms(parts)) for each, parts in typed if parts)
        self._patterns = [re.compile("|".join(map(_pattern, each.forms))) for each in self.words]

    def finds(self, *texts: str) -> bool:
        """Tell whether every word is in one of the texts."""
        return self.fits(*map(fold, texts))

    def fits(self, *keys: str) -> bool:
        """The same of texts that are folded already."""
        key = "\n".join(keys)
        return all(pattern.search(key) for pattern in self._patterns)

    def spellings(self) -> list[str]:
        """The whole text as a key may hold it, as typed first; of very many, some."""
        every = product(*(each.forms for each in self.words))
        return [
            " ".join(part for form in forms for part in form.parts)
            for forms in islice(every, _SPELLINGS)
        ]


def _forms(parts: tuple[str, ...]) -> tuple[Form, ...]:
    """A word as typed first, then what else it may stand for."""
    found = [Form(parts)]
    for place, part in enumerate(parts):
        before, after = parts[:place], parts[place + 1 :]
        for elided in _ELIDED.finditer(part):
            cut = elided.end()
            found.append(Form((*before, part[:cut], part[cut:], *after)))
        if part in _SHORT:
            found.append(Form((*before, _SHORT[part], *after)))
        elif part in _LONG:
            found.append(Form((*before, _LONG[part], *after), alone=len(parts) == 1))
    return tuple(found)


def _pattern(form: Form) -> str:
    held = ".".join(map(re.escape, form.parts))
    return f"(?:^|\\s){held}\\s" if form.alone else held
