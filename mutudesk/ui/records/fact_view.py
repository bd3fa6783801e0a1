"""A record to be read: the fields of its form as words, in the same places. Nothing is entered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from mutudesk.language.typography import number, percentage, short_date, siren_groups
from mutudesk.ui.forms.specs import COLUMNS, FieldKind, FieldSpec, translated
from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.qt.nesting import nest_in_grid
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mutudesk.ui.forms.editors import Search
    from mutudesk.ui.widgets.choice_field import Choice

EMPTY = "–"
_YES = QT_TRANSLATE_NOOP("fields", "Yes")
_NO = QT_TRANSLATE_NOOP("fields", "No")
_WIDEST = 760


class FactView(Styled, QWidget):
    """Labels above words; names are NAME_FIELD_shown."""

    def __init__(
        self,
        name: str,
        specs: Sequence[FieldSpec],
        searches: Mapping[str, Search],
        choices: Mapping[str, Sequence[Choice]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._specs = tuple(specs)
        self._searches, self._choices = searches, choices
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._words = {}
        row, column = 0, 0
        for spec in self._specs:
            if column and (spec.new_row or column + spec.span > COLUMNS):
                row, column = row + 1, 0
            words = label(name=f"{name}_{spec.name}_shown", wrap=True)
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._words[spec.name] = words
            box = QVBoxLayout()
            box.setSpacing(0)
            box.addWidget(label(spec.words, "hint"))
            box.addWidget(words)
            nest_in_grid(self._grid, box, row, column, 1, spec.span, Qt.AlignmentFlag.AlignTop)
            column += spec.span
        self.apply_style()

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show a record."""
        for spec in self._specs:
            text = words_of(
                spec,
                values.get(spec.name),
                self._searches.get(spec.name),
                self._choices.get(spec.name, ()),
            )
            self._words[spec.name].setText(text or translated(spec.placeholder) or EMPTY)

    def apply_style(self) -> None:
        """Spaces of the look."""
        look = current_look()
        self._grid.setHorizontalSpacing(look.px(14))
        self._grid.setVerticalSpacing(look.px(12))
        self.setMaximumWidth(look.px(_WIDEST))


def words_of(  # noqa: PLR0911 - one a kind
    spec: FieldSpec,
    value: Any,  # noqa: ANN401 - the value of a field of any kind
    search: Search | None = None,
    choices: Sequence[Choice] = (),
) -> str:
    """The value of a field in words, "" where it is empty."""
    if value is None or value == "":
        return ""
    match spec.kind:
        case FieldKind.CHOICE:
            return next((each.label for each in choices if each.value == value), str(value))
        case FieldKind.CHECKS:
            return "\n".join(each.label for each in choices if each.value in value)
        case FieldKind.RELATION:
            found = search("") if search is not None else ()
            return next((each.title for each in found if each.value == value), str(value))
        case FieldKind.CHECK:
            return translated(_YES if value else _NO)
        case FieldKind.SHARE:
            return percentage(value)
        case FieldKind.SIREN:
            return siren_groups(value)
        case FieldKind.COUNT:
            return number(value)
        case _:
            return short_date(value) if isinstance(value, date) else str(value)
