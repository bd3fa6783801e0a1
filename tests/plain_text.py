"""Texts as a test writes them: common spaces and straight apostrophes."""

from __future__ import annotations

_PLAIN = str.maketrans(
    {
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    }
)


def plain(text: str) -> str:
    """A text without French typography."""
    return text.translate(_PLAIN)
