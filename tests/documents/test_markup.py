"""From template text to reportlab's markup."""

from __future__ import annotations

import pytest

from mutudesk.documents.hyphenation import hyphenate
from mutudesk.documents.layout import shortened
from mutudesk.documents.markup import BlockKind, blanks_in, blocks, escaped, plain
from mutudesk.documents.sandbox import Blank, TemplateFileError, Value, compile_source


def markup(text: str, **values: Value) -> str:
    filled = compile_source("here", text).fill(values)
    return "|".join(block.markup for block in blocks(filled, (30.0, 0.0)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("un **mot** *penché*", "un <b>mot</b> <i>penché</i>"),
        ("a & b < c", "a &amp; b &lt; c"),
        ("un\ndeux\n\ntrois", "un deux|trois"),
        ("le 1er mars", 'le 1<super rise="2" size="7">er</super> mars'),
        ("{{ x }}", "<nobr>A &amp; &lt;b&gt;</nobr>"),
        ("de {{ x }}, et", "de <nobr>A &amp; &lt;b&gt;</nobr><nobr>,</nobr> et"),
        ("l’{{ x }}", "<nobr>l’</nobr><nobr>A &amp; &lt;b&gt;</nobr>"),
        ("**{{ x }}**", "<b><nobr>A &amp; &lt;b&gt;</nobr></b>"),
    ],
)
def test_marks_become_tags_and_values_stay_letters(text: str, expected: str) -> None:
    values: dict[str, Value] = {"x": "A & <b>"} if "{{" in text else {}
    assert markup(text, **values) == expected


def test_lists_and_headings_are_told_apart() -> None:
    found = [block.kind for block in blocks("### a\n\nb\n\n- c\n- d\n\ne", ())]
    assert found == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.ITEM,
        BlockKind.ITEM,
        BlockKind.PARAGRAPH,
    ]


@pytest.mark.parametrize("text", ["1. un\n2. deux"])
def test_a_mark_that_cannot_be_shown_is_refused(text: str) -> None:
    with pytest.raises(TemplateFileError):
        list(blocks(text, ()))


def test_links_and_pictures_are_letters() -> None:
    assert markup("[a](http://x) ![b](c) `d` <e>") == ("[a](http://x) ![b](c) `d` &lt;e&gt;")


def test_a_blank_is_a_drawn_line_and_alone_it_is_whole_lines() -> None:
    assert markup("le {{ x }} ;", x=Blank(0)).startswith('le <u width="0.4"')
    filled = compile_source("here", "a :\n\n{{ x }}").fill({"x": Blank(1)})
    last = list(blocks(filled, (30.0, 0.0)))[-1]
    assert (last.kind, last.blank) == (BlockKind.RULES, 1)
    assert blanks_in(filled) == [1]


def test_plain_text_is_for_titles() -> None:
    filled = compile_source("here", "« {{ x }} » **gras**\nsuite").fill({"x": "*R&D*"})
    assert plain(filled) == "« *R&D* » gras suite"
    assert escaped("") == ""


def test_french_words_are_cut_and_names_are_not() -> None:
    assert ("collecti", "vité") in hyphenate("collectivité")
    assert hyphenate("Agglomération") == ()


def test_a_long_footer_is_shortened() -> None:
    assert shortened("court", 400, 8.0) == "court"
    assert shortened("long " * 500, 200, 8.0).endswith("…")
    assert len(shortened("long " * 500, 200, 8.0)) < 80
