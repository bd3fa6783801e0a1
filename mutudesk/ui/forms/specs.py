"""What a field of a form is: data, not behaviour.

Guard rails: no registration, no plug-in point, no expression language, no paths like "owner.name".
Validation is in the domain; `required` only marks the label and refuses an empty field early. A
form that needs more composes the same editors by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mutudesk.domain.parsing import ParseError
    from mutudesk.ui.widgets.signs import AuthorityKind

COLUMNS = 12


class FieldKind(Enum):
    """How a field is entered, and what its value is."""

    TEXT = "text"  # str
    LONG_TEXT = "long_text"  # str, several lines
    CODE = "code"  # str, a code or matricule
    SIREN = "siren"  # str, nine digits
    INSEE = "insee"  # str
    DATE = "date"  # date or None
    LAST_DAY = "last_day"  # date or None = still running
    SHARE = "share"  # basis points or None
    COUNT = "count"  # int or None
    YEAR = "year"  # int or None
    CHOICE = "choice"  # value of a Choice or None
    SUGGEST = "suggest"  # str, with suggestions
    RELATION = "relation"  # value of an Option or None
    CHECK = "check"  # bool
    CHECKS = "checks"  # frozenset of values of Choices


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field. Texts are English sources marked by QT_TRANSLATE_NOOP("fields", ...).

    Attributes:
        name: Key of the value, and of the editor's objectName (FORM_NAME).
        kind: How it is entered.
        label: Above the field, without a colon.
        required: Marked by a star; may not be empty.
        hint: What an empty or a filled field means, below it.
        placeholder: Shown in the empty field ("en cours").
        span: Width in twelfths of the form.
        new_row: Begins a row even where there is room left.
        authority: Sign and colour of one of the two authorities before the label.
    """

    name: str
    kind: FieldKind
    label: str
    required: bool = False
    hint: str = ""
    placeholder: str = ""
    span: int = 6
    new_row: bool = False
    authority: AuthorityKind | None = None

    @property
    def words(self) -> str:
        """The label in the language of the window."""
        return translated(self.label)


@dataclass(frozen=True, slots=True)
class FormValues:
    """What a form holds: the values that could be read, and why the others could not."""

    values: Mapping[str, object]
    problems: Mapping[str, ParseError] = field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        """Tell whether every field could be read."""
        return not self.problems


def translated(text: str) -> str:
    """A text of a spec in the language of the window."""
    return QCoreApplication.translate("fields", text) if text else ""
