"""What must hold of every template, whoever edits it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.documents.sandbox import TemplateFileError
from mutudesk.domain.clauses import CLAUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mutudesk.documents.sandbox import Source
    from mutudesk.documents.templates import Template


@dataclass(frozen=True, slots=True)
class TemplateShape:
    """What a document asks of its template: these sections and annexes, at least these words.

    `parts` are the parts of a template that other documents may do without.
    """

    sections: frozenset[str]
    words: frozenset[str]
    party_sections: frozenset[str] = frozenset()
    annexes: tuple[str, ...] = ()
    parts: frozenset[str] = frozenset()


def check_template(template: Template, shape: TemplateShape) -> None:
    """Raise TemplateFileError for a missing part, an undeclared or an unused placeholder."""
    if set(template.sections) != shape.sections:
        raise TemplateFileError(f"sections: {sorted(shape.sections ^ set(template.sections))}")
    if set(template.party_sections) != shape.party_sections:
        raise TemplateFileError(f"party_sections: {sorted(template.party_sections)}")
    if tuple(annex.key for annex in template.annexes) != shape.annexes:
        raise TemplateFileError(f"annexes: {shape.annexes}")
    if missing := shape.words - template.words.keys():
        raise TemplateFileError(f"words: {sorted(missing)}")
    _check_parts(template, shape)
    for place in template.blanks:
        if bool(place.millimetres) is bool(place.lines):
            raise TemplateFileError(f"{place.name}: either blank or lines")
    both = template.placeholders.keys() | template.party_placeholders.keys()
    if len(both) != len(template.placeholders) + len(template.party_placeholders):
        raise TemplateFileError("a name is declared for the document and for a party")
    used = _undeclared(_document_sources(template), template.placeholders.keys())
    used |= _undeclared(_party_sources(template), both)
    if unused := both - used:
        raise TemplateFileError(f"placeholders declared and not used: {sorted(unused)}")


def _check_parts(template: Template, shape: TemplateShape) -> None:
    if absent := [part for part in sorted(shape.parts) if not getattr(template, part)]:
        raise TemplateFileError(f"missing: {absent}")
    if template.clauses and tuple(each.name for each in template.clauses) != CLAUSES:
        raise TemplateFileError(f"clauses: {CLAUSES}")


def _undeclared(sources: Iterable[Source], declared: Iterable[str]) -> set[str]:
    """The names used. Raises TemplateFileError for one that is not declared."""
    known, used = set(declared), set[str]()
    for source in sources:
        used |= source.names
        if unknown := source.names - known:
            raise TemplateFileError(f"{source.where}: not declared: {sorted(unknown)}")
    return used


def _document_sources(template: Template) -> Iterator[Source]:
    yield from template.sections.values()
    yield from (each.label for each in template.placeholders.values())
    for article in template.articles:
        yield from (article.title, article.body)
    for annex in template.annexes:
        yield from (annex.title, annex.body)
        if annex.empty is not None:
            yield annex.empty
    yield from (piece.text for piece in template.pieces if not piece.each_party)


def _party_sources(template: Template) -> Iterator[Source]:
    yield from template.party_sections.values()
    yield from (each.label for each in template.party_placeholders.values())
    yield from (piece.text for piece in template.pieces if piece.each_party)
