"""Which widget enters which kind of field."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from mutudesk.ui.widgets.type_ahead import RelationField, SuggestField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mutudesk.ui.widgets.field_edit import Editor
    from mutudesk.ui.widgets.type_ahead import Option

    Search = Callable[[str], Sequence[Option]]

_TEXTS: dict[FieldKind, Callable[[str], object]] = {
    FieldKind.TEXT: parse_text,
    FieldKind.CODE: parse_code,
    FieldKind.SIREN: parse_siren,
    FieldKind.INSEE: parse_insee,
}
_NUMBERS: dict[FieldKind, Callable[[str], object]] = {
    FieldKind.COUNT: parse_count,
    FieldKind.YEAR: parse_year,
}


def _shown_siren(siren: object) -> str:
    return siren_groups(str(siren))


def make_editor(
    spec: FieldSpec, name: str, search: Search | None, choices: Sequence[Choice]
) -> QWidget:
    """The editor of a field; it answers to `Editor`."""
    editor: QWidget
    match spec.kind:
        case FieldKind.LONG_TEXT:
            editor = LongTextField(name)
        case FieldKind.DATE | FieldKind.LAST_DAY:
            editor = DateField(name, open_end=spec.kind is FieldKind.LAST_DAY)
        case FieldKind.SHARE:
            editor = ShareField(name)
        case FieldKind.CHOICE:
            editor = ChoiceField(name, choices)
        case FieldKind.SUGGEST:
            editor = SuggestField(name, search or _nothing)
        case FieldKind.RELATION:
            editor = RelationField(name, search or _nothing)
        case FieldKind.CHECK:
            editor = CheckField(name, spec.words)
        case FieldKind.CHECKS:
            editor = CheckListField(name, choices)
        case FieldKind.COUNT | FieldKind.YEAR:
            editor = TextField(name, _NUMBERS[spec.kind], empty=None)
        case FieldKind.SIREN:
            editor = TextField(name, parse_siren, show=_shown_siren)
        case _:
            editor = TextField(name, _TEXTS[spec.kind])
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
