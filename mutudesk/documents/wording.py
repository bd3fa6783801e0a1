"""One convention in words: the texts of its template filled, and what was left blank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.documents.content_words import convention_values, party_values
from mutudesk.documents.markup import Block, blanks_in, blocks, plain
from mutudesk.documents.sandbox import Blank
from mutudesk.documents.templates import Status
from mutudesk.domain.findings import refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mutudesk.documents.content.convention import ConventionContent
    from mutudesk.documents.sandbox import Source, Value
    from mutudesk.documents.templates import Placeholder, Template


@dataclass(frozen=True, slots=True)
class ToComplete:
    """Something to be completed by hand: what, and where in the document ("article 7")."""

    label: str
    where: str


class Wording:
    """The texts of one convention.

     Every text asked for is remembered as far as its blanks go: `to_complete` lists them in the
    order in which they were asked for, each once. Raises
    RefusedError("convention_placeholder_empty") when a required placeholder has no value.
    """

    def __init__(self, content: ConventionContent, template: Template) -> None:
        self.template = template
        self._blanks = template.blanks
        self.widths = tuple(each.millimetres for each in self._blanks)
        numbers = {each.name: number for number, each in enumerate(self._blanks)}
        common = convention_values(content, template)
        self._values = _completed(common, template.placeholders, numbers)
        self._party_values = tuple(
            self._values
            | _completed(
                party_values(content, template, party), template.party_placeholders, numbers
            )
            for party in content.parties
        )
        self._to_complete: dict[str, ToComplete] = {}

    @property
    def to_complete(self) -> tuple[ToComplete, ...]:
        """The blanks of the texts asked for so far, in order, each once."""
        return tuple(self._to_complete.values())

    @property
    def pieces(self) -> tuple[str, ...]:
        """The compulsory pieces that the register does not hold."""
        found: list[str] = []
        for piece in self.template.pieces:
            if piece.each_party:
                found += [plain(piece.text.fill(values)) for values in self._party_values]
            else:
                found.append(plain(piece.text.fill(self._values)))
        return tuple(found)

    def lines(self, blank: int) -> int:
        """How many whole lines a blank takes."""
        return self._blanks[blank].lines

    def text(self, source: Source) -> str:
        """A text without marks, for a title, a bookmark or a footer."""
        return plain(source.fill(self._values))

    def section(self, name: str, where: str = "") -> list[Block]:
        """A section of the template as paragraphs."""
        return self.blocks(self.template.sections[name], where)

    def blocks(self, source: Source, where: str) -> list[Block]:
        """A text as paragraphs; `where` is told with its blanks."""
        return self._blocks(source, self._values, where)

    def party_blocks(self, name: str, where: str) -> list[list[Block]]:
        """A section as paragraphs, once for each party."""
        source = self.template.party_sections[name]
        return [self._blocks(source, values, where) for values in self._party_values]

    def _blocks(self, source: Source, values: Mapping[str, Value], where: str) -> list[Block]:
        filled = source.fill(values)
        for number in blanks_in(filled):
            label = plain(self._blanks[number].label.fill(values))
            self._to_complete.setdefault(label, ToComplete(label, where))
        return list(blocks(filled, self.widths))


def _completed(
    values: Mapping[str, str | bool | tuple[str, ...]],
    declared: Mapping[str, Placeholder],
    numbers: Mapping[str, int],
) -> dict[str, Value]:
    """The declared values, with a blank or a refusal where one is empty."""
    completed: dict[str, Value] = {}
    for name, place in declared.items():
        value = values[name]
        if value or place.status is Status.OPTIONAL:
            completed[name] = value
        elif place.status is Status.TO_BE_COMPLETED:
            completed[name] = Blank(numbers[name])
        else:
            raise refused("convention_placeholder_empty", field=name, placeholder=name)
    return completed
