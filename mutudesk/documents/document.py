"""What a document is: a content, told in the words of a template, laid out as a story on a paper.

Rendering, preview, batch and the list of what is to be completed know no more than this; the
documents themselves are values of `Document`, one a module.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportlab.platypus import Flowable

    from mutudesk.documents.filling import FilledTemplate, ToComplete
    from mutudesk.documents.layout import FileFacts, Paper
    from mutudesk.documents.templates import Template

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Document(Generic[C]):
    """One type of document. Two equal contents print the same bytes.

    `template` says which template serves a content (RefusedError where none does), `fill` puts the
    content into it. The flowables of a story are asked for while earlier ones are laid out, so that
    a long one is never held as a whole.
    """

    template: Callable[[C], Template]
    fill: Callable[[C, Template], FilledTemplate]
    facts: Callable[[C, FilledTemplate], FileFacts]
    paper: Callable[[C], Paper]
    story: Callable[[C, FilledTemplate], Iterable[Flowable]]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document and what its last page lists: blanks, pieces to bring, sentences to read again."""

    data: bytes
    blanks: tuple[ToComplete, ...]
    pieces: tuple[str, ...]
    readings: tuple[str, ...] = ()
