"""French hyphenation for the words of a template.

 The words of the register (names, figures) are kept out of it by the markup; this module adds that
no capitalised word is cut: names stand in templates too ("Agglomération").
"""

from __future__ import annotations

from functools import lru_cache

import pyphen  # type: ignore[import-untyped]

_LANGUAGE = "fr_FR"


@lru_cache(maxsize=1)
def _dictionary() -> pyphen.Pyphen:
    # No two letters alone at either end of a line.
    return pyphen.Pyphen(lang=_LANGUAGE, left=3, right=3)


@lru_cache(maxsize=4096)
def hyphenate(word: str) -> tuple[tuple[str, str], ...]:
    """The ways to cut a word, the longest head first; none for a capitalised one."""
    if word[:1].isupper():
        return ()
    return tuple(_dictionary().iterate(word))
