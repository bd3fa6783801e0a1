"""One thing has one word, in messages and on screens, in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from mutudesk.language.catalogue import catalogue
from mutudesk.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator

# What is not said, and why.
FRENCH = {
    "organisme, but in legal forms": r"\bétablissements?\b(?! public|s? intercommuna| de coop)",
    "situation": r"\bpositions?\b",
    "type de liste": r"\bnatures?\b",
    "importer": r"\breprendre\b(?= (?:ces|une|la|les) (?:ligne|liste))",
    "mandats vacants": r"\bvacances\b",
    "ni aucun": r"\bet aucune?\b",
    "à vérifier": r"\bà regarder\b",
    "raccourcis clavier": r"\btouches du clavier\b",
    "période": r"\bdurée de vie\b",
    "L. 5211-4-2, held together": r"\b[LRD]\.[ ]?\d",
}
ENGLISH = {
    "convention": r"\bagreements?\b",
    "capacity": r"\bqualit(?:y|ies)\b(?!})",
    "situation": r"\bpositions?\b",
    "keyboard shortcuts": r"\bkeys of the keyboard\b",
    "import": r"\btake (?:these lines )?in\b",
    "L. 5211-4-2": r"\bL\.\d",
}


def on_screens(tag: str) -> Iterator[str]:
    """The strings of the interface: `source` for English, `translation` for French."""
    root = ET.parse(resource_path("i18n", "mutudesk_fr.ts")).getroot()  # noqa: S314 - our own
    for element in root.iter(tag):
        yield "".join(element.itertext()).replace("&", "")


def said(language: str) -> list[str]:
    """Everything that a language says, but for what names the placeholders."""
    words = catalogue(language)
    tables = (words.sentences, words.words, words.kinds, words.acts, words.records, words.sources)
    nested = (*words.fields.values(), *words.choices.values())
    texts = [text for table in (*tables, *nested) for text in table.values()]
    return texts + list(on_screens("translation" if language == "fr" else "source"))


@pytest.mark.parametrize(
    ("language", "word", "pattern"),
    [("fr", *pair) for pair in FRENCH.items()] + [("en", *pair) for pair in ENGLISH.items()],
)
def test_one_word(language: str, word: str, pattern: str) -> None:
    found = [text for text in said(language) if re.search(pattern, text, re.IGNORECASE)]
    assert found == [], f"say {word}"


def test_a_count_has_its_plural_in_english_messages() -> None:
    assert [
        text for text in catalogue("en").sentences.values() if re.search(r"\((?:s|ies)\)", text)
    ] == []
