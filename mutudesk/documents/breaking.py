"""Where a line may end inside a word: after a hyphen between two letters.

reportlab cuts a word there only if it is made of letters and hyphens and may be hyphenated, which a
name never is; "d’Arc-et-Senans" would be cut at the margin, wherever that is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_BREAKS = re.compile(r"(?<=[^\W\d_]-)(?=[^\W\d_])")
# Nothing added, the head and its width, the rest and its width.
_Pair = tuple[str, float, float, float, str, str]


def pieces(text: str) -> list[str]:
    """The parts of a text that stand on one line, whatever its width."""
    return [piece for word in text.split(" ") for piece in _BREAKS.split(word)]


def widest(text: str, face: str, size: float) -> float:
    """The width in points of the widest of these parts: what a column needs at least."""
    return max(float(stringWidth(each, face, size)) for each in pieces(text))


def break_after_hyphens() -> None:
    """Teach reportlab to do so. Idempotent.

    The names are private and have no stub; `tests/documents/test_breaking.py` notices when a new
    version renames them.
    """
    if getattr(paragraph, "_breaks_after_hyphens", False):
        return
    of_text: Callable[..., _Pair | None] = paragraph._hyGenPair  # type: ignore[attr-defined]  # noqa: SLF001
    of_fragments: Callable[..., Any] = paragraph._hyGenFragsPair  # type: ignore[attr-defined]  # noqa: SLF001

    def text_pair(hyphenator: object, word: str, *given: Any) -> _Pair | None:  # noqa: ANN401
        """As reportlab's: the longest head that fits, and the rest."""
        made = of_text(hyphenator, word, *given) if hyphenator else None
        return made or _text_pair(word, *given[:5])

    def fragments_pair(hyphenator: object, word: Sequence[Any], *given: Any) -> Any:  # noqa: ANN401
        """As reportlab's, for a word of several faces."""
        made = of_fragments(hyphenator, word, *given) if hyphenator else None
        return made or _fragments_pair(word, *given[:2])

    of_parts: Callable[..., Any] = paragraph._rejoinSplitFragWords  # type: ignore[attr-defined]  # noqa: SLF001

    def rejoined(parts: Sequence[Any]) -> Any:  # noqa: ANN401
        """As reportlab's, which takes every hyphen at the end of a part for one of its own."""
        is_soft = any(isinstance(each, paragraph._SHYWord) for each in parts)  # type: ignore[attr-defined]  # noqa: SLF001
        return of_parts(parts) if is_soft else _rejoined(parts)

    paragraph._rejoinSplitFragWords = rejoined  # type: ignore[attr-defined]  # noqa: SLF001
    paragraph._hyGenPair = text_pair  # type: ignore[attr-defined]  # noqa: SLF001
    paragraph._hyGenFragsPair = fragments_pair  # type: ignore[attr-defined]  # noqa: SLF001
    paragraph._breaks_after_hyphens = True  # type: ignore[attr-defined]  # noqa: SLF001


def _text_pair(
    word: str, width: float, line: float, room: float, face: str, size: float
) -> _Pair | None:
    """Break a word so that its head ends the line; `line` is how wide that is with all of it."""
    for place in reversed([found.start() for found in _BREAKS.finditer(word)]):
        head = stringWidth(word[:place], face, size)
        if line - width + head <= room:
            return "", 0, head, width - head, word[:place], word[place:]
    return None


def _fragments_pair(word: Sequence[Any], line: float, room: float) -> Any:  # noqa: ANN401
    """The same of a word of several faces: its width, then a format and the letters of each."""
    width, parts = word[0], [(form, str(letters)) for form, letters in word[1:]]
    letters = "".join(text for _form, text in parts)
    for place in reversed([found.start() for found in _BREAKS.finditer(letters)]):
        head, rest = _cut(parts, place)
        if line - width + head[0] <= room:
            return "", head, rest
    return None


def _rejoined(parts: Sequence[Any]) -> Any:  # noqa: ANN401
    """A word whose lines are broken anew; only a hyphen that was added at its end is taken off."""
    letters: list[tuple[Any, str]] = []
    for part in parts:
        pieces_ = [(form, str(text)) for form, text in part[1:]]
        if isinstance(part, paragraph._SplitFragHY):  # type: ignore[attr-defined]  # noqa: SLF001
            pieces_[-1] = (pieces_[-1][0], pieces_[-1][1][:-1])
        for form, text in pieces_:
            if letters and letters[-1][0] is form:
                letters[-1] = (form, letters[-1][1] + text)
            else:
                letters.append((form, text))
    made: Callable[[list[Any]], Any] = paragraph._reconstructSplitFrags(parts[-1])  # type: ignore[attr-defined]  # noqa: SLF001
    return made(_measured(letters))


def _cut(parts: Sequence[tuple[Any, str]], place: int) -> tuple[list[Any], list[Any]]:
    head: list[tuple[Any, str]] = []
    rest: list[tuple[Any, str]] = []
    for form, text in parts:
        taken = max(0, min(place, len(text)))
        place -= len(text)
        head += [(form, text[:taken])] if taken else []
        rest += [(form, text[taken:])] if taken < len(text) else []
    return _measured(head), _measured(rest)


def _measured(parts: list[tuple[Any, str]]) -> list[Any]:
    return [sum(stringWidth(text, form.fontName, form.fontSize) for form, text in parts), *parts]
