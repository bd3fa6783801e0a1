"""The sentences and labels of one language, read once from `resources/messages/`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from mutudesk.language.typography import nonbreaking
from mutudesk.language.wording import English, French, Wording
from mutudesk.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DEFAULT_LANGUAGE = "fr"
LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Templates by code, and labels by what they name."""

    wording: Wording
    sentences: Mapping[str, str]
    words: Mapping[str, str]
    kinds: Mapping[str, str]
    fields: Mapping[str, Mapping[str, str]]
    choices: Mapping[str, Mapping[str, str]]
    acts: Mapping[str, str]
    records: Mapping[str, str]
    sources: Mapping[str, str]


@cache
def catalogue(language: str) -> Catalogue:
    """The words of a language; those of French for a language that there is none for."""
    if language not in LANGUAGES:
        return catalogue(DEFAULT_LANGUAGE)
    path = resource_path("messages", f"{language}.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    is_french = language == DEFAULT_LANGUAGE
    spaced: Callable[[str], str] = nonbreaking if is_french else str

    def table(section: Mapping[str, str]) -> dict[str, str]:
        return {key: spaced(text) for key, text in section.items()}

    return Catalogue(
        wording=French() if is_french else English(),
        sentences=table(data["sentences"]),
        words=table(data["words"]),
        kinds=table(data["kinds"]),
        fields={kind: table(section) for kind, section in data["fields"].items()},
        choices={name: table(section) for name, section in data["choices"].items()},
        acts=table(data["acts"]),
        records=table(data["records"]),
        sources=table(data["sources"]),
    )
