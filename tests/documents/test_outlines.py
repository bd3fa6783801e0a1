"""What is seen and read: the watermark is seen on every page and read on none; a gap is read."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from mutudesk.documents import fonts
from mutudesk.documents.convention.content import Terms
from mutudesk.documents.outlines import outline_of
from tests.documents.contents import content, laid_out, pages_of, reader_of

_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


def corners(text: str, face: str = fonts.SANS_BOLD) -> tuple[float, float, float, float]:
    fonts.register_fonts()
    numbers = [float(each) for each in _NUMBER.findall(outline_of(text, face, 100).getCode())]
    across, up = numbers[::2], numbers[1::2]
    return min(across), min(up), max(across), max(up)


@pytest.mark.parametrize("text", ["PROJET", "P", "Œuvre", "ÉTÉ"])
def test_an_outline_is_as_large_as_the_word_and_centred(text: str) -> None:
    left, bottom, right, top = corners(text)
    width = stringWidth(text, fonts.SANS_BOLD, 100)
    assert -width / 2 <= left < -width / 2 + 15
    assert width / 2 - 15 < right <= width / 2 + 2
    assert -3 <= bottom <= 1
    assert 60 < top < 95


def test_every_contour_is_closed_and_a_space_has_none() -> None:
    fonts.register_fonts()
    code = outline_of("O B", fonts.SERIF, 100).getCode()
    # One of O, and of B: outside and inside.
    assert code.count(" m") == code.count("h") == 2 + 3
    assert outline_of(" ", fonts.SERIF, 100).getCode().split() in ([], ["n"])


def test_it_is_drawn_on_every_page_and_is_no_text() -> None:
    made = reader_of(content())
    for page, text in zip(made.pages, pages_of(content()), strict=True):
        stream = page.get_contents()
        assert stream is not None
        data = stream.get_data()
        assert data.count(b"/Artifact <</Type /Pagination /Subtype /Watermark>> BDC") == 1
        # Once in the foot, in plain words.
        assert text.count("PROJET") == text.count("PROJET – Convention") == 1
        assert "P R O" not in text


@pytest.mark.parametrize("name", ["Aubière", "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"])
def test_every_gap_to_be_filled_in_is_announced_once(name: str) -> None:
    """Who has the page read out hears "(à compléter)" where a line is drawn."""
    party = replace(content().parties[-1], name=name, decided_on=None)
    made = laid_out(content(parties=(content().parties[0], party), terms=Terms()))
    announced = "(à compléter)".encode("utf-16-be").hex().upper().encode()
    count = 0
    for page in reader_of(made.data).pages:
        stream = page.get_contents()
        assert stream is not None
        data = stream.get_data()
        # Whatever is begun on a page is ended there.
        assert data.count(b" BDC") == data.count(b"EMC") > 0
        for begun in data.split(b" BDC")[1:]:
            assert b"EMC" in begun
        count += data.count(b"/ActualText <FEFF" + announced)
    assert count >= len(made.blanks) > 10
