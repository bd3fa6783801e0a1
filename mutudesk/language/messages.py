"""Sentences for codes, labels for kinds, fields and choices: one for window and command line.

Everything here always answers: an unknown code or a missing value makes a poorer sentence, never an
exception in front of a user. `tests/language/test_messages.py` sees to it that neither happens.
"""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING

from mutudesk.domain.agents import AgentStatus
from mutudesk.domain.assignments import AssignmentGround
from mutudesk.domain.bodies import BodyKind, BodyName
from mutudesk.domain.file_parts import FilePart
from mutudesk.domain.findings import Finding
from mutudesk.domain.records import Kind
from mutudesk.domain.services import LegalGround, Level
from mutudesk.language.catalogue import DEFAULT_LANGUAGE, Catalogue, catalogue
from mutudesk.language.shortening import LONGEST_PLACE, LONGEST_SHOWN, short_list, short_text
from mutudesk.language.typography import siren_groups
from mutudesk.language.wording import Wording, worded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from enum import Enum

    from mutudesk.domain.findings import FindingValue

_MISSING = "…"

# What a person typed, or has to find again as it is: shown letter for letter.
_VERBATIM = frozenset({"text", "other", "path", "file", "detail", "columns", "expected", "key"})

# What is looked for by it, or is a sentence of its own, and is never cut in practice.
_LONG = frozenset({"path", "file", "detail"})
# Lists that are shown whole: each of these is to be seen to, and a register holds some hundred.
_WHOLE_LISTS = frozenset({"communes"})

# Names of bodies; one whose name nobody knows on a day is named by its SIREN.
_BODIES = frozenset({"body", "other_body", "manager", "employer", "epci", "agglomeration"})
_NAMES_FIRST = tuple(f"{{{key}" for key in (*sorted(_BODIES), "owner"))
_KINDS = {kind.value: kind for kind in Kind}
_SIREN = re.compile(r"\d{9}", re.ASCII)

# Values that are the stored value of a choice.
_CHOICES: dict[str, tuple[type[Enum], ...]] = {
    "ground": (AssignmentGround, LegalGround),
    "level": (Level,),
    "status": (AgentStatus,),
    "kind": (BodyKind,),
    "object": (FilePart,),
}


def sentence(
    what: Finding | str,
    values: Mapping[str, FindingValue] | None = None,
    language: str = DEFAULT_LANGUAGE,
) -> str:
    """The sentence for a finding, or for a code with its values.

    Dates are days, periods are said with their last day included, `Share` values are percentages.
    """
    code, given = (what.code, what.values) if isinstance(what, Finding) else (what, values or {})
    words = catalogue(language)
    given = {key: _shortened(words, key, value) for key, value in given.items()}
    template = words.sentences.get(code)
    if template is None:
        return _unknown(words, code, given)
    shown = {key: _shown(words, key, value) for key, value in given.items()}
    shown |= _record_shown(given, language)
    words_filled = _Filling(words.wording).vformat(template, (), shown)
    # An article stands before some names of bodies.
    begins_with_name = template.startswith(_NAMES_FIRST)
    return words_filled[:1].upper() + words_filled[1:] if begins_with_name else words_filled


def point_words(finding: Finding, language: str = DEFAULT_LANGUAGE) -> str:
    """A point to settle in a document, with the article that it comes from."""
    source = catalogue(language).sources.get(finding.code)
    words = sentence(finding, language=language)
    return f"{words} ({source})" if source else words


def kind_label(kind: Kind, language: str = DEFAULT_LANGUAGE) -> str:
    """What a kind of record is called, in lower case."""
    return catalogue(language).kinds.get(kind.value, kind.value)


def field_label(kind: Kind, field: str, language: str = DEFAULT_LANGUAGE) -> str:
    """What a field of a kind of record is called, in lower case."""
    fields = catalogue(language).fields
    for section in (kind.value, "common"):
        label = fields.get(section, {}).get(field)
        if label is not None:
            return label
    return field.replace("_", " ")


def choice_label(choice: Enum, language: str = DEFAULT_LANGUAGE) -> str:
    """What a member of an enumeration is called, in lower case."""
    labels = catalogue(language).choices.get(type(choice).__name__, {})
    return labels.get(str(choice.value), str(choice.value))


def filled(template: str, values: Mapping[str, FindingValue], language: str) -> str:
    """A template of the catalogue with its values worded."""
    return _Filling(catalogue(language).wording).vformat(template, (), values)


class _Verbatim(str):
    """A text that is shown letter for letter."""

    __slots__ = ()


class _Filling(Formatter):
    """Puts the values into a template, each worded by its type."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def get_value(
        self, key: int | str, args: Sequence[object], kwargs: Mapping[str, object]
    ) -> object:
        """The value of a placeholder, "…" where none was given."""
        return super().get_value(key, args, kwargs) if key in kwargs else _MISSING

    def format_field(self, value: object, format_spec: str) -> str:
        """The value in words."""
        if isinstance(value, _Verbatim):
            return str(value)
        if isinstance(value, tuple) and value and isinstance(value[0], _Verbatim):
            # Column names are read off a file and typed into one.
            return self._wording.items([str(each) for each in value], format_spec)
        return worded(self._wording, value, format_spec)


def _shortened(words: Catalogue, key: str, value: FindingValue) -> FindingValue:
    """The value with no more of it than can be read in a sentence."""
    if isinstance(value, str):
        return short_text(value, LONGEST_PLACE if key in _LONG else LONGEST_SHOWN)
    if isinstance(value, tuple) and key not in _WHOLE_LISTS:
        items, more = short_list(value)
        others = words.wording.count(more, words.words["others"])
        return (*items, others) if more else items
    return value


def _shown(words: Catalogue, key: str, value: FindingValue) -> FindingValue:
    if key in _VERBATIM:
        if isinstance(value, str):
            return _Verbatim(value)
        if isinstance(value, tuple):
            return tuple(_Verbatim(each) for each in value)
    for choices in _CHOICES.get(key, ()):
        label = words.choices.get(choices.__name__, {}).get(str(value))
        if label is not None:
            return label
    if key not in _BODIES or not isinstance(value, str):
        return value
    if _SIREN.fullmatch(value):
        return words.words["unknown_body"].format(siren=siren_groups(value))
    return value if isinstance(value, BodyName) else BodyName(value)


def _record_shown(values: Mapping[str, FindingValue], language: str) -> dict[str, FindingValue]:
    """The kind of a record, and fields of it, by what they are called."""
    kind = _KINDS.get(str(values.get("record_kind")))
    if kind is None:
        return {}
    shown: dict[str, FindingValue] = {"record_kind": kind_label(kind, language)}
    if isinstance(fields := values.get("fields"), tuple):
        shown["fields"] = tuple(field_label(kind, each, language) for each in fields)
    return shown


def _unknown(words: Catalogue, code: str, values: Mapping[str, FindingValue]) -> str:
    """A code without a sentence: the code and what was said with it, so that it can be reported."""
    text = words.words["unknown_code"].format(code=code)
    facts = ", ".join(f"{key} {worded(words.wording, value, '')}" for key, value in values.items())
    return f"{text} ({facts})." if facts else f"{text}."
