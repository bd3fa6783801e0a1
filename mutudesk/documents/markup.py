"""From the light markup of a template to reportlab's own; the one escape gate.

 Nothing becomes a paragraph without passing `escaped` or `inline_markup`: reportlab obeys tags, so
a name like `<SARL>` would vanish and `<img src=…>` would embed a file. Words that hold a value of
the register are put in `<nobr>`, which for reportlab means "never hyphenate" and does not hinder
breaks at spaces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from markdown_it import MarkdownIt

from mutudesk.documents.sandbox import (
    BLANK_END,
    BLANK_START,
    VALUE_END,
    VALUE_START,
    TemplateFileError,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

_PARSER = MarkdownIt("zero", {"html": False}).enable(
    ["emphasis", "heading", "list", "escape", "newline"]
)
_FENCED = re.compile(f"([{VALUE_START}{VALUE_END}])")
_BLANK = re.compile(f"{BLANK_START}(\\d+){BLANK_END}")
_FIRST = re.compile(r"\b1er\b")
# PDFium takes letters that stand higher than this for a line of their own, and finds no "1er mars".
_RAISED = '1<super rise="2" size="7">er</super>'
_STYLES = {"strong": "b", "em": "i"}
_NO_BREAK_SPACE = "\u00a0"
_POINTS_A_MILLIMETRE = 72 / 25.4
_WHOLE_BLANK = 20.0  # millimetres of a blank that no line break cuts
# Called on the canvas where a piece begins and ends (`layout.FootedCanvas`).
_ANNOUNCED, _SILENT = '<onDraw name="begin_blank"/>', '<onDraw name="begin_blank_again"/>'
_END = '<onDraw name="end_blank"/>'
_SPACE_POINTS = 2.5  # width of a space of the body face at its size


class BlockKind(Enum):
    """What a piece of a text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    RULES = "rules"  # whole lines to write on


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph in `markup` for reportlab, or whole lines to write on (`blank`: which)."""

    kind: BlockKind
    markup: str = ""
    blank: int = -1


def escaped(text: str) -> str:
    """A text of the register as markup that shows its very letters and is never hyphenated."""
    return f"<nobr>{_typeset(text)}</nobr>" if text else ""


def plain(filled: str) -> str:
    """A filled text without its fences and escapes, for titles, bookmarks and footers."""
    tokens = _PARSER.parseInline(filled)[0].children or ()
    text = "".join(" " if token.type == "softbreak" else token.content for token in tokens)
    return _BLANK.sub("…", _FENCED.sub("", text)).strip()


def blanks_in(filled: str) -> list[int]:
    """The numbers of the blanks in a filled text, in order."""
    return [int(number) for number in _BLANK.findall(filled)]


@lru_cache(maxsize=1024)
def blocks(filled: str, widths: tuple[float, ...]) -> tuple[Block, ...]:
    """The paragraphs of a filled text. Remembered: the texts of a batch are mostly the same.

    `widths` gives the length in millimetres of each blank, 0 for one that is whole lines.
    Raises TemplateFileError for a mark that no paragraph can show.
    """
    return tuple(_blocks(filled, widths))


def _blocks(filled: str, widths: tuple[float, ...]) -> Iterator[Block]:
    kind = BlockKind.PARAGRAPH
    for token in _PARSER.parse(filled):
        match token.type:
            case "heading_open":
                kind = BlockKind.HEADING
            case "list_item_open":
                kind = BlockKind.ITEM
            case "heading_close" | "list_item_close":
                kind = BlockKind.PARAGRAPH
            case "inline":
                alone = _BLANK.fullmatch(token.content.strip())
                if alone and not widths[int(alone.group(1))]:
                    yield Block(BlockKind.RULES, blank=int(alone.group(1)))
                elif token.content.strip():
                    yield Block(kind, inline_markup(token.children or (), widths))
            case "paragraph_open" | "paragraph_close" | "bullet_list_open" | "bullet_list_close":
                pass
            case other:
                raise TemplateFileError(f"mark not supported: {other}")


def inline_markup(tokens: Iterable[Token], widths: tuple[float, ...]) -> str:
    """The markup of one paragraph. Raises TemplateFileError for a mark that it cannot show."""
    markup = "".join(_run_markup(run) for run in _whole_words(_runs(tokens)))
    return _BLANK.sub(lambda match: _ruled(widths[int(match.group(1))]), markup)


@dataclass(slots=True)
class _Run:
    """Letters of one style; `value` = they belong to a word that holds letters of a value."""

    text: str
    styles: tuple[str, ...]
    value: bool


def _runs(tokens: Iterable[Token]) -> list[_Run]:
    runs: list[_Run] = []
    styles: list[str] = []
    value = False
    for token in tokens:
        name, _, side = token.type.rpartition("_")
        if token.type in {"text", "softbreak"}:
            for part in _FENCED.split(" " if token.type == "softbreak" else token.content):
                if part in {VALUE_START, VALUE_END}:
                    value = part == VALUE_START
                elif part:
                    runs.append(_Run(part, tuple(styles), value))
        elif name not in _STYLES:
            raise TemplateFileError(f"mark not supported: {token.type}")
        elif side == "open":
            styles.append(_STYLES[name])
        else:
            styles.pop()
    return runs


def _whole_words(runs: list[_Run]) -> Iterator[_Run]:
    """Let the letters that touch a value, without a space between, share its protection."""
    for place, run in enumerate(runs):
        if run.value:
            yield run
            continue
        text = run.text
        after_value = place > 0 and runs[place - 1].value
        before_value = place + 1 < len(runs) and runs[place + 1].value
        first, last = text.find(" "), text.rfind(" ")
        if first < 0:
            yield _Run(text, run.styles, after_value or before_value)
            continue
        head = first if after_value else 0
        tail = last + 1 if before_value else len(text)
        for part, value in (
            (text[:head], True),
            (text[head:tail], False),
            (text[tail:], True),
        ):
            if part:
                yield _Run(part, run.styles, value)


def _run_markup(run: _Run) -> str:
    markup = f"<nobr>{_typeset(run.text)}</nobr>" if run.value else _typeset(run.text)
    for style in reversed(run.styles):
        markup = f"<{style}>{markup}</{style}>"
    return markup


def _typeset(text: str) -> str:
    return _FIRST.sub(_RAISED, escape(text))


def _ruled(millimetres: float) -> str:
    """A drawn line of about that length at body size; a long one may go on in the next line."""
    spaces = round(millimetres * _POINTS_A_MILLIMETRE / _SPACE_POINTS)
    pieces = max(1, round(millimetres / _WHOLE_BLANK))
    lengths = [(spaces + place) // pieces for place in range(pieces)]
    # Only the first piece is announced to whoever reads the text out.
    starts = [_ANNOUNCED, *[_SILENT] * (pieces - 1)]
    rule = " ".join(
        f"{start}{_NO_BREAK_SPACE * length}{_END}"
        for start, length in zip(starts, lengths, strict=True)
    )
    return f'<u width="0.4" offset="-2">{rule}</u>'
