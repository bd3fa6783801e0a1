"""From the content of a document to the bytes of its file."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, TypeVar

from reportlab.platypus import Flowable

from mutudesk.documents.document import Rendered
from mutudesk.documents.layout import FootedCanvas, Pages
from mutudesk.documents.printable import refuse_unprintable
from mutudesk.documents.templates import TO_BRING, Moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mutudesk.documents.document import Document
    from mutudesk.documents.templates import Template

C = TypeVar("C")

_AHEAD = 50  # more than reportlab ever keeps together


def render(document: Document[C], content: C, template: Template | None = None) -> Rendered:
    """The PDF of a document: the same bytes for the same content, everywhere.

    Without a template, the one that serves the content is taken. Raises RefusedError for a
    character that the fonts cannot print ("character_unprintable"), for an empty required
    placeholder, and when no template serves the content.
    """
    refuse_unprintable(content)
    used = template or document.template(content)
    filled = document.fill(content, used)
    out = BytesIO()
    pages = Pages(out, document.paper(content), document.facts(content, filled))
    pages.build(_Story(document.story(content, filled)), canvasmaker=FootedCanvas)
    pieces = [each for moment in TO_BRING for each in filled.pieces(moment)]
    readings = filled.pieces(Moment.READING)
    return Rendered(out.getvalue(), filled.to_complete, tuple(pieces), readings)


class _Story(list[Flowable]):
    """The flowables that come next: reportlab takes them off the front, more are made behind."""

    def __init__(self, flowables: Iterable[Flowable]) -> None:
        super().__init__()
        self._coming = iter(flowables)

    def __len__(self) -> int:
        """How many are at hand; 0 at the very end only."""
        while super().__len__() < _AHEAD:
            following = next(self._coming, None)
            if following is None:
                break
            self.append(following)
        return super().__len__()
