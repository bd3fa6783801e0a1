"""The word that INSEE puts before the name of a commune, where it cannot be read off the name.

Whether an H is mute, and how a Y is said, is in no letter: the Code officiel géographique says it
of each commune. `resources/language` holds those for which it says something else than `elision`
would, and the few for which the commune itself writes otherwise.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mutudesk.domain.bodies import BodyName, LinkWord
from mutudesk.domain.codes import fold
from mutudesk.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Mapping


class _Official(NamedTuple):
    """What is said of a commune of this name."""

    name: str
    word: LinkWord


def link_word_of(name: str) -> LinkWord | None:
    """The word recorded for a name, else the checked or official one; None = read it off the name.

    A commune that got another name has its code still: the word of one is not that of the other.
    """
    if not isinstance(name, BodyName):
        return None
    if name.link_word is not None:
        return name.link_word
    official = _official().get(name.insee_code)
    if official is None or fold(name)[:2] != fold(official.name)[:2]:
        return None
    return official.word


@cache
def _official() -> Mapping[str, _Official]:
    """By INSEE code; what a commune itself writes before what INSEE says."""
    found: dict[str, _Official] = {}
    for file in ("link_words", "link_exceptions"):
        text = resource_path("language", f"{file}.toml").read_text(encoding="utf-8")
        for code, each in tomllib.loads(text).items():
            found[code] = _Official(each["name"], LinkWord(each["word"]))
    return found
