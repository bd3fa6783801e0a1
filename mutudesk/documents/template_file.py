"""A TOML table read key by key, so that a missing, mistyped or unknown key is named."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from mutudesk.documents.sandbox import TemplateFileError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from enum import Enum

T = TypeVar("T")
E = TypeVar("E", bound="Enum")


class TemplateTable:
    """One table of a template file; `where` is its path in the file, for messages.

     Every reading method raises TemplateFileError when the key is missing (and has no default) or
    holds another type.
    """

    def __init__(self, where: str, content: Mapping[str, object]) -> None:
        self.where = where
        self._content = content
        self._read: set[str] = set()
        self._children: list[TemplateTable] = []

    def __contains__(self, key: str) -> bool:
        return key in self._content

    def __iter__(self) -> Iterator[str]:
        return iter(self._content)

    def text(self, key: str, default: str | None = None) -> str:
        """A string."""
        return self._get(key, str, default)

    def number(self, key: str, default: int | None = None) -> int:
        """A whole number."""
        return self._get(key, int, default)

    def choice(self, key: str, choices: type[E]) -> E:
        """One of the values of an enumeration."""
        text = self.text(key)
        for choice in choices:
            if choice.value == text:
                return choice
        raise TemplateFileError(f"{self.where}.{key}: {text!r} is not one of its choices")

    def day(self, key: str) -> date:
        """A date, without an hour."""
        day = self._get(key, date, None)
        if isinstance(day, datetime):
            raise TemplateFileError(f"{self.where}.{key}: a date without an hour is wanted")
        return day

    def table(self, key: str, *, optional: bool = False) -> TemplateTable:
        """A table inside this one; an empty one where it is optional and missing."""
        content = self._get(key, dict, {} if optional else None)
        return self._child(f"{self.where}.{key}", content)

    def tables(self) -> Iterator[tuple[str, TemplateTable]]:
        """Every value of this table, all of them tables."""
        for key in self._content:
            yield key, self.table(key)

    def list(self, key: str) -> Iterator[TemplateTable]:
        """A list of tables, empty where it is missing."""
        for place, each in enumerate(self._get(key, list, []), 1):
            if not isinstance(each, dict):
                raise TemplateFileError(f"{self.where}.{key}: a list of tables is wanted")
            yield self._child(f"{self.where}.{key}[{place}]", each)

    def finish(self) -> None:
        """Raise TemplateFileError for a key that nobody read: a spelling mistake."""
        if unknown := self._content.keys() - self._read:
            raise TemplateFileError(f"{self.where}: unknown {sorted(unknown)}")
        for child in self._children:
            child.finish()

    def _child(self, where: str, content: Mapping[str, object]) -> TemplateTable:
        child = TemplateTable(where, content)
        self._children.append(child)
        return child

    def _get(self, key: str, kind: type[T], default: T | None) -> T:
        self._read.add(key)
        value = self._content.get(key, default)
        if not isinstance(value, kind):
            raise TemplateFileError(f"{self.where}.{key}: {kind.__name__} is wanted")
        return value
