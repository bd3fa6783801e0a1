"""Which widget enters which kind of field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from mutudesk.domain.parsing import (
    parse_code,
    parse_count,
    parse_insee,
    parse_siren,
    parse_text,
    parse_year,
)
from mutudesk.language.typography import siren_groups
from mutudesk.ui.forms.specs import FieldKind, FieldSpec, translated
from mutudesk.ui.widgets.choice_field import CheckField, CheckListField, Choice, ChoiceField
from mutudesk.ui.widgets.date_field import DateField
from mutudesk.ui.widgets.field_edit import TextField
from mutudesk.ui.widgets.long_text_field import LongTextField
from mutudesk.ui.widgets.share_field import ShareField
from mutudesk.ui.widgets.type_ahead import Option, RelationField, SuggestField

if TYPE_CHECKING:
    from mutudesk.ui.widgets.field_edit import Editor

Search: TypeAlias = Callable[[str], Sequence[Option]]


def _shown_siren(siren: object) -> str:
    return siren_groups(str(siren))


class _Wanted(NamedTuple):
    name: str
    spec: FieldSpec
    search: Search
    choices: Sequence[Choice]
    today: Callable[[], date]


def _text(parse: Callable[[str], object], **options: Any) -> Callable[[_Wanted], QWidget]:  # noqa: ANN401 - of TextField
    return lambda wanted: TextField(wanted.name, parse, **options)


_MAKERS: dict[FieldKind, Callable[[_Wanted], QWidget]] = {
    FieldKind.TEXT: _text(parse_text),
    FieldKind.CODE: _text(parse_code),
    FieldKind.SIREN: _text(parse_siren, show=_shown_siren),
    FieldKind.INSEE: _text(parse_insee),
    FieldKind.COUNT: _text(parse_count, empty=None),
    FieldKind.YEAR: _text(parse_year, empty=None),
    FieldKind.LONG_TEXT: lambda wanted: LongTextField(wanted.name),
    FieldKind.DATE: lambda wanted: DateField(wanted.name, today=wanted.today),
    FieldKind.LAST_DAY: lambda wanted: DateField(wanted.name, open_end=True, today=wanted.today),
    FieldKind.SHARE: lambda wanted: ShareField(wanted.name),
    FieldKind.CHOICE: lambda wanted: ChoiceField(wanted.name, wanted.choices),
    FieldKind.SUGGEST: lambda wanted: SuggestField(wanted.name, wanted.search),
    FieldKind.RELATION: lambda wanted: RelationField(wanted.name, wanted.search),
    FieldKind.CHECK: lambda wanted: CheckField(wanted.name, wanted.spec.words),
    FieldKind.CHECKS: lambda wanted: CheckListField(wanted.name, wanted.choices),
}


def make_editor(
    spec: FieldSpec,
    name: str,
    search: Search | None,
    choices: Sequence[Choice],
    today: Callable[[], date] = date.today,
) -> QWidget:
    """The editor of a field; it answers to `Editor`. `today` is what "=" means in a date."""
    editor = _MAKERS[spec.kind](_Wanted(name, spec, search or _nothing, choices, today))
    if spec.placeholder and isinstance(editor, (QLineEdit, QPlainTextEdit)):
        editor.setPlaceholderText(translated(spec.placeholder))
    return editor


def state_of(editor: QWidget) -> object:
    """What is entered, read or not: two equal states are the same to the user."""
    if isinstance(editor, QLineEdit):
        return editor.text()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    return as_editor(editor).read()


def as_editor(widget: QWidget) -> Editor:
    """The same widget, as a form sees it."""
    if isinstance(
        widget, (TextField, DateField, RelationField, SuggestField, LongTextField, ChoiceField)
    ):
        return widget
    if isinstance(widget, (CheckField, CheckListField)):
        return widget
    raise TypeError(type(widget).__name__)


def is_empty(value: object) -> bool:
    """Tell whether a value counts as not filled in."""
    return value is None or value in ("", frozenset())


def _nothing(_text: str) -> tuple[Option, ...]:
    return ()
