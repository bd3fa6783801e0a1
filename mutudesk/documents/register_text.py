"""Texts of the register as they are printed: nothing added but what typography asks for."""

from __future__ import annotations

from mutudesk.domain.codes import fold
from mutudesk.language.typography import printed


def shown(text: str) -> str:
    """A text of the register as printed."""
    return printed(text)


def capital(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def says_acting(quality: str) -> bool:
    """Whether a quality says itself that it is held for a time ("Adjoint, par intérim")."""
    return "interim" in fold(quality)


def shown_quality(quality: str, acting_words: str, *, acting: bool) -> str:
    """A quality as printed, with "par intérim" where it is held for a time and does not say so."""
    words = shown(quality)
    return f"{words}, {acting_words}" if acting and not says_acting(quality) else words
