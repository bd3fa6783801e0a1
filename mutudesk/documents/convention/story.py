"""What stands on the pages of a convention, in order; the words come from its template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, KeepTogether, PageBreak, Spacer, Table

from mutudesk.documents.convention.annexes import annex_table, powers_table, staff_table
from mutudesk.documents.flow import flow, heading, to_complete
from mutudesk.documents.flowables import paragraph
from mutudesk.documents.markup import escaped
from mutudesk.documents.styles import HAIRLINE, STAMP_HEIGHT, STAMP_WIDTH, TEXT_WIDTH, styles
from mutudesk.documents.tables import FACE
from mutudesk.language.messages import point_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus import Flowable

    from mutudesk.documents.convention.content import ConventionContent
    from mutudesk.documents.filling import FilledTemplate

_SIGNATURE_HEIGHT = 32 * mm
_ANNEX_NEEDS = 70 * mm
_EMPTY_ANNEX_NEEDS = 28 * mm
_AFTER_TABLE = 20.0


def convention_story(content: ConventionContent, filled: FilledTemplate) -> list[Flowable]:
    """The flowables of one convention. They are used up by one build."""
    return [
        *_opening(filled),
        *_parties(filled),
        *_recitals(filled),
        *_preamble(filled),
        *_articles(filled),
        *_annexes(content, filled),
        *to_complete(filled, [point_words(each) for each in content.points]),
    ]


def _opening(filled: FilledTemplate) -> Iterator[Flowable]:
    """Left of the stamp zone whose project it is and of which day; then the title."""
    left: list[Flowable] = [
        *flow(filled.section("masthead"), filled, "masthead"),
        *flow(filled.section("dated"), filled, "dateline"),
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
    yield from flow(filled.section("title"), filled, "title")
    yield from flow(filled.section("service"), filled, "service")
    yield from flow(filled.section("ground"), filled, "ground")


def _parties(filled: FilledTemplate) -> Iterator[Flowable]:
    words = filled.template.words
    yield heading(words["parties"])
    for place, blocks in enumerate(filled.party_blocks("party", words["in_parties"])):
        if place:
            yield paragraph(escaped(words["between_parties"]), styles()["between"])
        yield from flow(blocks, filled)


def _recitals(filled: FilledTemplate) -> Iterator[Flowable]:
    where = filled.template.words["in_recitals"]
    yield heading(filled.template.words["recitals"])
    yield from flow(filled.section("recitals", where), filled)
    for blocks in filled.party_blocks("opinion", where):
        yield from flow(blocks, filled)
    yield from flow(filled.section("agreed", where), filled)


def _preamble(filled: FilledTemplate) -> Iterator[Flowable]:
    words = filled.template.words
    yield heading(words["preamble"])
    yield from flow(filled.section("preamble", words["preamble"]), filled)


def _articles(filled: FilledTemplate) -> Iterator[Flowable]:
    """The articles; the last one stands on one page with the signatures."""
    word = filled.template.words["article"]
    articles = filled.template.articles
    for number, article in enumerate(articles, 1):
        ordinal = "1er" if number == 1 else str(number)
        title = heading(f"{word}\u00a0{ordinal} – {filled.text(article.title)}")
        where = f"{word[:1].lower()}{word[1:]}\u00a0{ordinal}"
        text = [title, *flow(filled.blocks(article.body, where), filled)]
        if article.table_after == "powers":
            # Short, and read as a whole with the words before it.
            yield from text[:-2]
            yield KeepTogether([*text[-2:], powers_table(filled)])
        elif number == len(articles):
            yield KeepTogether([*text, *_signatures(filled)])
        else:
            yield from text


def _signatures(filled: FilledTemplate) -> Iterator[Flowable]:
    words = filled.template.words
    where = words["in_signatures"]
    yield Spacer(1, 6)
    yield from flow(filled.section("signing", where), filled)
    signers = [list(flow(each, filled, "signer")) for each in filled.party_blocks("signer", where)]
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


def _annexes(content: ConventionContent, filled: FilledTemplate) -> Iterator[Flowable]:
    word = filled.template.words["annex"]
    for number, annex in enumerate(filled.template.annexes, 1):
        made = annex_table(annex.key, content, filled)
        staff = staff_table(content, filled) if annex.key == "posts" else None
        needs = _ANNEX_NEEDS if made is not None else _EMPTY_ANNEX_NEEDS
        yield PageBreak() if number == 1 else CondPageBreak(needs)
        where = f"{word[:1].lower()}{word[1:]}\u00a0{number}"
        yield heading(f"{word}\u00a0{number} – {filled.text(annex.title)}", "annex")
        if made is None and annex.empty is not None:
            yield from flow(filled.blocks(annex.empty, where), filled)
        else:
            yield from flow(filled.blocks(annex.body, where), filled, "annex-intro")
        for each in (staff, made):
            if each is not None:
                # No spacer: where the table fills its page, it would make a page of its own.
                each.spaceAfter = _AFTER_TABLE
                yield each
