"""The filters above a list: what each one narrows, and by which field."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from mutudesk.domain.parsing import ParseError
from mutudesk.ui.widgets.choice_field import CheckField, Choice, ChoiceField
from mutudesk.ui.widgets.type_ahead import RelationField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

FilterField: TypeAlias = ChoiceField | CheckField | RelationField

YES = "oui"  # what a filter by a box asks for


@dataclass(frozen=True, slots=True)
class ListFilter:
    """A field above the list, and the name by which the list knows it.

    Attributes:
        key: The name of the filter in a ListQuery.
        field: Where the user chooses; no value means no filter.
        words: What it narrows, for screen readers.
        width: In pixels of the design; 0 = as its words need.
        choices: What is offered, where that follows what is recorded.
    """

    key: str
    field: FilterField
    words: str
    width: int = 180
    choices: Callable[[], Sequence[Choice]] | None = None

    def offer_again(self) -> None:
        """Offer what is recorded now."""
        if self.choices is not None and isinstance(self.field, ChoiceField):
            self.field.set_choices(self.choices())

    @property
    def value(self) -> str:
        """What the list is to keep, "" for everything."""
        try:
            value = self.field.read()
        except ParseError:
            return ""
        if isinstance(value, bool):
            return YES if value else ""
        if isinstance(value, Enum):
            return str(value.value)
        return "" if value is None else str(value)


def all_or(everything: str, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices of a filter, the one that keeps everything first."""
    return (Choice(None, everything), *choices)
