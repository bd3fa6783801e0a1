"""What an office writes itself in the articles of a convention: names to be put in, nothing else.

`{commune}` and the like stand for what the convention is about, and a "de" or "à" before a name
joins it ("de {commune}" is "du CCAS d’Aubière"); `{{` is a brace. Lines that begin with a dash are
a list, every other line is a paragraph. All else is printed as it is typed.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class ClauseName(Enum):
    """What may stand between braces."""

    COMMUNE = "commune"  # the body that joins
    SERVICE = "service"
    AGGLOMERATION = "agglomeration"
    MANAGER = "gestionnaire"
    EFFECT = "effet"  # first day of the membership


class NameForms(NamedTuple):
    """A name as it stands alone, after "de" and after "à", each with what it needs before it."""

    alone: str
    of: str
    to: str


class UnknownName(NamedTuple):
    """A brace that opens no known name: what stands there, and its line, counted from 1."""

    line: int
    text: str


# The fields of `ServiceTerms` that are such texts, each an article (or the preamble) of its own.
CLAUSES = (
    "preamble",
    "premises",
    "assets",
    "contracts",
    "financial_terms",
    "committee",
    "liability",
    "data_protection",
)
_NAMES = {each.value for each in ClauseName}
_OPENED = re.compile(r"\{\{|\{([^{}\n]*)\}?")
_BEGINS = re.compile(r"(?:^|[.!?…]\s+|\n\s*)$")  # where a sentence begins
_PUT_IN = re.compile(r"\{\{|(?:\b(de|à) )?\{(" + "|".join(_NAMES) + r")\}", re.IGNORECASE)


def unknown_names(text: str) -> Iterator[UnknownName]:
    """Every brace of a text that opens no known name."""
    for number, line in enumerate(text.splitlines(), 1):
        for found in _OPENED.finditer(line):
            is_name = found.group(0).endswith("}") and found.group(1) in _NAMES
            if found.group(0) != "{{" and not is_name:
                yield UnknownName(number, found.group(0))


def filled_clause(text: str, names: Mapping[ClauseName, NameForms]) -> str:
    """The text with the names put in, and single braces; an unknown name is left as it stands."""

    def put_in(found: re.Match[str]) -> str:
        before, name = found.groups()
        if name is None:
            return "{"
        if name not in _NAMES:
            return found.group(0)
        forms = names[ClauseName(name)]
        if before is None:
            words, begins = forms.alone, _BEGINS.search(text[: found.start()]) is not None
        else:
            words = forms.of if before.lower() == "de" else forms.to
            begins = not before.islower()
        return words[:1].upper() + words[1:] if begins else words

    return _PUT_IN.sub(put_in, text)
