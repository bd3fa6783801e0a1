"""What the stories of legal documents have in common: paragraphs, headings, the last page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import PageBreak

from mutudesk.documents.flowables import Heading, Text, WritingLines, paragraph
from mutudesk.documents.markup import Block, BlockKind, escaped
from mutudesk.documents.styles import styles
from mutudesk.documents.templates import TO_BRING, Moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.platypus import Flowable

    from mutudesk.documents.filling import FilledTemplate

_BULLET, _BOX = "–", "☐"


def flow(
    blocks: Sequence[Block], filled: FilledTemplate, style: str = "body"
) -> Iterator[Flowable]:
    """The paragraphs of a text."""
    for place, block in enumerate(blocks):
        previous = blocks[place - 1].kind if place else None
        following = blocks[place + 1].kind if place + 1 < len(blocks) else None
        match block.kind:
            case BlockKind.RULES:
                yield WritingLines(filled.lines(block.blank))
            case BlockKind.HEADING:
                yield paragraph(block.markup, styles()["subheading"])
            case BlockKind.ITEM:
                # A list is not cut after its first item.
                begins = previous is not BlockKind.ITEM and following is BlockKind.ITEM
                name = "first-item" if begins else "item"
                yield paragraph(block.markup, styles()[name], _BULLET)
            case BlockKind.PARAGRAPH:
                announces = following in {BlockKind.RULES, BlockKind.ITEM}
                name = "lead-in" if announces and style == "body" else style
                yield paragraph(block.markup, styles()[name])


def heading(text: str, style: str = "heading") -> Heading:
    """A heading that is a bookmark too."""
    return Heading.bookmarked(escaped(text), styles()[style], text)


def to_complete(filled: FilledTemplate, points: Sequence[str] = ()) -> Iterator[Flowable]:
    """The last pages, made last, when every blank is known: what to complete, read again, settle.

    `points` are sentences on what might be contested.
    """
    words = filled.template.words
    yield PageBreak()
    yield heading(words["to_complete"], "annex")
    yield from flow(filled.section("to_complete"), filled, "lead-in")
    for moment in TO_BRING:
        lines = [
            f"{each.label[:1].upper()}{each.label[1:]} ({each.where})"
            for each in filled.to_complete
            if each.moment is moment
        ]
        yield from _list(words[moment.value], [*filled.pieces(moment), *lines], "subheading")
    if readings := filled.pieces(Moment.READING):
        yield heading(words["reading"], "annex")
        yield from flow(filled.section("to_read"), filled, "lead-in")
        yield from _list("", readings)
    if points:
        yield heading(words["points"], "annex")
        yield from flow(filled.section("to_settle"), filled, "lead-in")
        yield from _list("", points)


def _list(title: str, lines: Sequence[str], style: str = "") -> Iterator[Flowable]:
    if title and lines:
        yield paragraph(escaped(title), styles()[style])
    for each in lines:
        yield _box(each)


def _box(text: str) -> Text:
    return paragraph(escaped(text), styles()["checklist"], _BOX)
