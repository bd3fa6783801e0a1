"""The few things on a page that reportlab does not have: bookmarked headings, lines to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable, Paragraph

from mutudesk.documents.styles import HAIRLINE

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus.paraparser import ParaFrag

_LINE_STEP = 20.0
_REMEMBERED = 2_000
_PARSED: dict[tuple[str, str], list[ParaFrag]] = {}


class Text(Paragraph):
    """A paragraph that breaks its lines once, however often it is asked how tall it is."""

    _broken_at = -1.0

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """The size at that width."""
        # A split takes the lines away.
        if self._broken_at != availWidth or not hasattr(self, "blPara"):
            super().wrap(availWidth, availHeight)
            self._broken_at = availWidth
        return availWidth, self.height


def forget_paragraphs() -> None:
    """Forget what was parsed: for tests that compare with a first time."""
    _PARSED.clear()


def paragraph(markup: str, style: ParagraphStyle, bullet: str | None = None) -> Text:
    """A paragraph; what a markup says is remembered, as the conventions of a batch say much alike.

    The fragments are shared by all paragraphs of that markup. reportlab only reads them: lines are
    made of copies, and `tests/documents/test_determinism.py` sees to it.
    """
    key = (markup, style.name)
    fragments = _PARSED.get(key)
    made = Text(markup, style, bulletText=bullet, frags=fragments)
    if fragments is None:
        if len(_PARSED) >= _REMEMBERED:
            _PARSED.clear()
        _PARSED[key] = made.frags
    return made


class Heading(Text):
    """A paragraph that is also a bookmark of the document."""

    bookmark = ""

    @classmethod
    def bookmarked(cls, markup: str, style: ParagraphStyle, bookmark: str) -> Heading:
        """Make a heading; `bookmark` is plain text."""
        heading = cls(markup, style)
        heading.bookmark = bookmark
        return heading

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Let the first part of a heading cut by a page carry the bookmark."""
        parts: list[Flowable] = super().split(availWidth, availHeight)
        if parts and isinstance(parts[0], Heading):
            parts[0].bookmark = self.bookmark
        return parts

    def draw(self) -> None:
        """Draw the text and point the bookmark at its top."""
        if self.bookmark:
            key = f"heading-{self.canv.getPageNumber()}-{self.bookmark}"
            self.canv.bookmarkHorizontal(key, 0, self.height)
            self.canv.addOutlineEntry(self.bookmark, key, 0)
        super().draw()


class WritingLines(Flowable):
    """Whole lines to be written on by hand."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count
        self._room = 0.0
        self.spaceAfter = 10

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """Take the whole width."""
        self._room = availWidth
        return availWidth, self._count * _LINE_STEP

    def draw(self) -> None:
        """Draw the lines."""
        self.canv.saveState()
        self.canv.setStrokeColor(HAIRLINE)
        self.canv.setLineWidth(0.6)
        for line in range(self._count):
            self.canv.line(0, line * _LINE_STEP, self._room, line * _LINE_STEP)
        self.canv.restoreState()
        announce = getattr(self.canv, "announce_blank", None)
        if announce is not None:
            announce(0, self._count * _LINE_STEP - _LINE_STEP / 2)
