"""A template filled with the values of one document, and what was left blank in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from mutudesk.documents.markup import Block, blanks_in, blocks, plain
from mutudesk.documents.sandbox import Blank
from mutudesk.documents.templates import Moment, Status
from mutudesk.domain.findings import refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mutudesk.documents.sandbox import Source, Value
    from mutudesk.documents.templates import Placeholder, Template

# What a document gives for a placeholder.
Given: TypeAlias = str | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToComplete:
    """Something to be completed by hand: what, and where in the document ("article 7")."""

    label: str
    where: str
    moment: Moment = Moment.VOTE


class FilledTemplate:
    """The texts of one document.

    `values` are those of the placeholders, empty where the register holds none; `party_values` the
    same for each party. Every text asked for is remembered as far as its blanks go: `to_complete`
    lists them in the order in which they were asked for, each once. Raises
    RefusedError("placeholder_empty") when a required placeholder has no value.
    """

    def __init__(
        self,
        template: Template,
        values: Mapping[str, Given],
        party_values: Iterable[Mapping[str, Given]] = (),
    ) -> None:
        self.template = template
        self._blanks = template.blanks
        self.widths = tuple(each.millimetres for each in self._blanks)
        numbers = {each.name: number for number, each in enumerate(self._blanks)}
        self._values = _completed(values, template, template.placeholders, numbers)
        self._party_values = tuple(
            self._values | _completed(each, template, template.party_placeholders, numbers)
            for each in party_values
        )
        self._to_complete: dict[str, ToComplete] = {}

    @property
    def to_complete(self) -> tuple[ToComplete, ...]:
        """The blanks of the texts asked for so far, in order, each once."""
        return tuple(self._to_complete.values())

    def pieces(self, moment: Moment) -> tuple[str, ...]:
        """What is to be there at a moment and the register does not hold."""
        filled = (
            plain(piece.text.fill(values))
            for piece in self.template.pieces
            if piece.moment is moment
            for values in (self._party_values if piece.each_party else (self._values,))
        )
        return tuple(each for each in filled if each)

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
            blank = self._blanks[number]
            label = plain(blank.label.fill(values))
            self._to_complete.setdefault(label, ToComplete(label, where, blank.moment))
        return list(blocks(filled, self.widths))


def _completed(
    values: Mapping[str, Given],
    template: Template,
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
            raise refused("placeholder_empty", field=name, document=template.noun, placeholder=name)
    return completed
