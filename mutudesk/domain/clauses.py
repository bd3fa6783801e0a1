"""What an office writes itself in the articles of a convention: names to be put in, nothing else.

`{commune}` and the like stand for what the convention is about; `{{` is a brace. Lines that begin
with a dash are a list, every other line is a paragraph. All else is printed as it is typed.
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
    EFFECT = "effet"  # first day of the membership


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


def unknown_names(text: str) -> Iterator[UnknownName]:
    """Every brace of a text that opens no known name."""
    for number, line in enumerate(text.splitlines(), 1):
        for found in _OPENED.finditer(line):
            is_name = found.group(0).endswith("}") and found.group(1) in _NAMES
            if found.group(0) != "{{" and not is_name:
                yield UnknownName(number, found.group(0))


def filled_clause(text: str, names: Mapping[ClauseName, str]) -> str:
    """The text with the names put in, and single braces; an unknown name is left as it stands."""

    def put_in(found: re.Match[str]) -> str:
        if found.group(0) == "{{":
            return "{"
        name = found.group(1)
        if name in _NAMES and found.group(0).endswith("}"):
            return names[ClauseName(name)]
        return found.group(0)

    return _OPENED.sub(put_in, text)
