"""The watermark is seen on every page and read on none."""

from __future__ import annotations

import re

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from mutudesk.documents import fonts
from mutudesk.documents.outlines import outline_of
from tests.documents.contents import content, pages_of, reader_of

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
        assert data.count(b"EMC") == 1
        # Once in the foot, in plain words.
        assert text.count("PROJET") == text.count("PROJET – Convention") == 1
        assert "P R O" not in text
