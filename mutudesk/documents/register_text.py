"""Texts of the register as they are printed: nothing added but what typography asks for."""

from __future__ import annotations

from mutudesk.language.bodies import held_quality
from mutudesk.language.typography import printed


def shown(text: str) -> str:
    """A text of the register as printed."""
    return printed(text)


def capital(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def shown_quality(quality: str, acting_words: str, *, acting: bool) -> str:
    """A quality as printed, with "par intérim" where it is held for a time and does not say so."""
    return held_quality(shown(quality), acting_words, acting=acting)
