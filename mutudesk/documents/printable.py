"""Refusing what the fonts cannot print, by name, before a page shows an empty box."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from mutudesk.documents.fonts import missing_characters
from mutudesk.domain.findings import RefusedError, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator


def refuse_unprintable(content: object) -> None:
    """Raise RefusedError("character_unprintable") for each such character of each text."""
    findings = [
        refusal(
            "character_unprintable",
            field=field,
            character=sign,
            codepoint=f"U+{ord(sign):04X}",
            text=text,
        )
        for field, text in _texts(content, "")
        for sign in missing_characters(text)
    ]
    if findings:
        raise RefusedError(*findings)


def _texts(value: object, field: str) -> Iterator[tuple[str, str]]:
    """Every text in the content with the name of its field."""
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each, field)
    elif is_dataclass(value):
        for each_field in fields(value):
            yield from _texts(getattr(value, each_field.name), each_field.name)
