"""The few things on a page that reportlab does not have: bookmarked headings, lines to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from reportlab.platypus import Flowable, Paragraph

from mutudesk.documents.styles import HAIRLINE

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus.paraparser import ParaFrag

_LINE_STEP = 20.0
_REMEMBERED = 2_000


class _Known:
    """What was made of a markup: its fragments, and its lines with their height at each width."""

    __slots__ = ("fragments", "lines")

    def __init__(self, fragments: list[ParaFrag]) -> None:
        self.fragments = fragments
        self.lines: dict[float, tuple[Any, float]] = {}


_KNOWN: dict[tuple[str, str, str], _Known] = {}


class Text(Paragraph):
    """A paragraph whose lines are broken once at each width, for all that say the same.

    The fragments and lines are shared by all paragraphs of a markup. reportlab reads them to draw;
    only a paragraph that is cut by a page writes into its lines, so it breaks its own before.
    `tests/documents/test_determinism.py` sees to it.
    """

    known: _Known | None = None
    _broken_at = -1.0

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """The size at that width."""
        # A split takes the lines away.
        if self._broken_at != availWidth or not hasattr(self, "blPara"):
            self._break(availWidth, availHeight)
            self._broken_at = availWidth
        return availWidth, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """The part that fits and the rest."""
        if self.known:
            self.known = None
            if hasattr(self, "blPara"):
                super().wrap(self._broken_at, availHeight)
        parts: list[Flowable] = super().split(availWidth, availHeight)
        return parts

    def _break(self, width: float, height: float) -> None:
        lines = self.known.lines.get(width) if self.known else None
        if lines:
            self.blPara, self.height = lines
            self.width = width
            return
        super().wrap(width, height)
        if self.known:
            self.known.lines[width] = self.blPara, self.height

    @classmethod
    def of(cls, markup: str, style: ParagraphStyle, bullet: str | None = None) -> Self:
        """A paragraph; the conventions of a batch say much alike, so that what is made is kept."""
        key = markup, style.name, bullet or ""
        known = _KNOWN.get(key)
        made = cls(markup, style, bulletText=bullet, frags=known.fragments if known else None)
        if known is None:
            if len(_KNOWN) >= _REMEMBERED:
                _KNOWN.clear()
            known = _KNOWN[key] = _Known(made.frags)
        made.known = known
        return made


def forget_paragraphs() -> None:
    """Forget what was made: for tests that compare with a first time."""
    _KNOWN.clear()


def paragraph(markup: str, style: ParagraphStyle, bullet: str | None = None) -> Text:
    """A paragraph of a text."""
    return Text.of(markup, style, bullet)


class Heading(Text):
    """A paragraph that is also a bookmark of the document."""

    bookmark = ""

    @classmethod
    def bookmarked(cls, markup: str, style: ParagraphStyle, bookmark: str) -> Heading:
        """Make a heading; `bookmark` is plain text."""
        heading = cls.of(markup, style)
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
