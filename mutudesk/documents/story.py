"""What stands on the pages of a convention, in order; the words come from `Wording`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, KeepTogether, PageBreak, Spacer, Table

from mutudesk.documents.annexes import annex_table, powers_table
from mutudesk.documents.flowables import Heading, Text, WritingLines, paragraph
from mutudesk.documents.markup import Block, BlockKind, escaped
from mutudesk.documents.styles import HAIRLINE, STAMP_HEIGHT, STAMP_WIDTH, TEXT_WIDTH, styles
from mutudesk.documents.tables import FACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.platypus import Flowable

    from mutudesk.documents.content.convention import ConventionContent
    from mutudesk.documents.wording import Wording

_SIGNATURE_HEIGHT = 32 * mm
_ANNEX_NEEDS = 70 * mm
_BULLET, _BOX = "–", "☐"


def convention_story(content: ConventionContent, wording: Wording) -> list[Flowable]:
    """The flowables of one convention. They are used up by one build."""
    return [
        *_opening(wording),
        *_parties(wording),
        *_recitals(wording),
        *_articles(wording),
        *_annexes(content, wording),
        *_to_complete(wording),
    ]


def _flow(blocks: Sequence[Block], wording: Wording, style: str = "body") -> Iterator[Flowable]:
    for place, block in enumerate(blocks):
        following = blocks[place + 1].kind if place + 1 < len(blocks) else None
        match block.kind:
            case BlockKind.RULES:
                yield WritingLines(wording.lines(block.blank))
            case BlockKind.HEADING:
                yield paragraph(block.markup, styles()["subheading"])
            case BlockKind.ITEM:
                yield paragraph(block.markup, styles()["item"], _BULLET)
            case BlockKind.PARAGRAPH:
                announces = following in {BlockKind.RULES, BlockKind.ITEM}
                name = "lead-in" if announces and style == "body" else style
                yield paragraph(block.markup, styles()[name])


def _heading(text: str, style: str = "heading") -> Heading:
    return Heading.bookmarked(escaped(text), styles()[style], text)


def _opening(wording: Wording) -> Iterator[Flowable]:
    """Left of the stamp zone whose project it is and of which day; then the title."""
    left: list[Flowable] = [
        *_flow(wording.section("masthead"), wording, "masthead"),
        *_flow(wording.section("dated"), wording, "dateline"),
    ]
    # The spacer keeps the stamp zone free, the row grows with long names.
    yield Table(
        [[left, Spacer(1, STAMP_HEIGHT)]],
        colWidths=[TEXT_WIDTH - STAMP_WIDTH, STAMP_WIDTH],
        style=[
            FACE,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 12),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ],
        splitInRow=1,
    )
    yield from _flow(wording.section("title"), wording, "title")
    yield from _flow(wording.section("service"), wording, "service")
    yield from _flow(wording.section("ground"), wording, "ground")


def _parties(wording: Wording) -> Iterator[Flowable]:
    words = wording.template.words
    yield _heading(words["parties"])
    for place, blocks in enumerate(wording.party_blocks("party", words["in_parties"])):
        if place:
            yield paragraph(escaped(words["between_parties"]), styles()["between"])
        yield from _flow(blocks, wording)


def _recitals(wording: Wording) -> Iterator[Flowable]:
    where = wording.template.words["in_recitals"]
    yield _heading(wording.template.words["recitals"])
    yield from _flow(wording.section("recitals", where), wording)
    for blocks in wording.party_blocks("opinion", where):
        yield from _flow(blocks, wording)
    yield from _flow(wording.section("agreed", where), wording)


def _articles(wording: Wording) -> Iterator[Flowable]:
    """The articles; the last one stands on one page with the signatures."""
    word = wording.template.words["article"]
    articles = wording.template.articles
    for number, article in enumerate(articles, 1):
        ordinal = "1er" if number == 1 else str(number)
        heading = _heading(f"{word}\u00a0{ordinal} – {wording.text(article.title)}")
        where = f"{word[:1].lower()}{word[1:]}\u00a0{ordinal}"
        flow = [heading, *_flow(wording.blocks(article.body, where), wording)]
        if article.table_after == "powers":
            # Short, and read as a whole with the words before it.
            yield from flow[:-2]
            yield KeepTogether([*flow[-2:], powers_table(wording)])
        elif number == len(articles):
            yield KeepTogether([*flow, *_signatures(wording)])
        else:
            yield from flow


def _signatures(wording: Wording) -> Iterator[Flowable]:
    words = wording.template.words
    where = words["in_signatures"]
    yield Spacer(1, 6)
    yield from _flow(wording.section("signing", where), wording)
    signers = [
        list(_flow(each, wording, "signer")) for each in wording.party_blocks("signer", where)
    ]
    for each in signers:
        each.append(paragraph(escaped(words["stamp"]), styles()["dateline"]))
        each.append(Spacer(1, _SIGNATURE_HEIGHT))
    yield Spacer(1, 4)
    yield Table(
        [signers],
        colWidths=[TEXT_WIDTH / len(signers)] * len(signers),
        style=[
            FACE,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BOX", (0, 0), (-1, -1), 0.4, HAIRLINE),
            ("INNERGRID", (0, 0), (-1, -1), 0.4, HAIRLINE),
            ("LEFTPADDING", (0, 0), (-1, -1), 7),
            ("RIGHTPADDING", (0, 0), (-1, -1), 7),
            ("TOPPADDING", (0, 0), (-1, -1), 6),
        ],
        splitInRow=1,
    )


def _annexes(content: ConventionContent, wording: Wording) -> Iterator[Flowable]:
    word = wording.template.words["annex"]
    for number, annex in enumerate(wording.template.annexes, 1):
        yield PageBreak() if number == 1 else CondPageBreak(_ANNEX_NEEDS)
        yield _heading(f"{word}\u00a0{number} – {wording.text(annex.title)}", "annex")
        made = annex_table(annex.key, content, wording)
        if made is None and annex.empty is not None:
            yield from _flow(wording.blocks(annex.empty, word), wording)
        else:
            yield from _flow(wording.blocks(annex.body, word), wording, "annex-intro")
        if made is not None:
            yield made


def _to_complete(wording: Wording) -> Iterator[Flowable]:
    """The last page; it is made last, when every blank is known."""
    yield PageBreak()
    yield _heading(wording.template.words["to_complete"], "annex")
    yield from _flow(wording.section("to_complete"), wording)
    yield from _flow(wording.section("blanks_heading"), wording, "subheading")
    for each in wording.to_complete:
        label = each.label[:1].upper() + each.label[1:]
        yield _box(f"{label} ({each.where})")
    yield from _flow(wording.section("pieces_heading"), wording, "subheading")
    for piece in wording.pieces:
        yield _box(piece)


def _box(text: str) -> Text:
    return paragraph(escaped(text), styles()["checklist"], _BOX)
