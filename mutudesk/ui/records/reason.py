"""Why an act is done, in one line that may stay empty; kept in the journal with the act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from mutudesk.ui.forms.editors import make_editor, state_of
from mutudesk.ui.forms.field_box import FieldBox
from mutudesk.ui.forms.form_footer import FormFooter
from mutudesk.ui.forms.form_part import FormPart
from mutudesk.ui.forms.specs import FieldKind, FieldSpec
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.records.spec import WHY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from mutudesk.ui.forms.record_form import RecordForm

REASON = FieldSpec(
    WHY,
    FieldKind.TEXT,
    QT_TRANSLATE_NOOP("fields", "Reason"),
    hint=QT_TRANSLATE_NOOP("fields", "Kept in the journal with this act."),
    span=12,
    new_row=True,
)
# Where nothing around it says that a field may stay empty.
_OPTIONAL = replace(REASON, label=QT_TRANSLATE_NOOP("fields", "Reason (optional)"))


def reason_box(name: str) -> FieldBox:
    """The line by itself, beside a question; its editor is named NAME_why."""
    return FieldBox(_OPTIONAL, make_editor(_OPTIONAL, f"{name}_{WHY}", None, ()))


class WhyPart(FormPart):
    """The line below a form, in sight only while a recorded name is being changed.

    Give it the form once, and the recorded names with `watch` before each record is loaded.
    """

    def __init__(self, form: RecordForm, name: str, parent: QWidget | None = None) -> None:
        box = reason_box(name)
        super().__init__(f"{name}_reason", box.spec.words, parent)
        self._box = box
        self._form = form
        self._names: Mapping[str, Any] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        self._box.edited.connect(self.edited)
        self.hide()
        form.add_part(self)
        for footer in form.findChildren(FormFooter):
            footer.come_after(box.widget)
        form.field_edited.connect(self._on_field_edited)

    @property
    def why(self) -> str:
        """The reason, empty where none is given or no name is changed."""
        return "" if self.isHidden() else str(self._box.read())

    def watch(self, **names: object) -> None:
        """The recorded names, by field of the form; none for a new record."""
        self._names = names
        self._box.write("")
        self.hide()

    def state(self) -> object:
        """What is entered."""
        return "" if self.isHidden() else state_of(self._box.widget)

    def check(self) -> bool:
        """Show what cannot be kept; tell whether it can."""
        return self._box.check()

    def take_focus(self) -> None:
        """Take the focus into the line."""
        self._box.take_focus()

    def _on_field_edited(self, field: str) -> None:
        if field in self._names:
            values = self._form.values()
            changed = any(values.get(name) != text for name, text in self._names.items())
            self.setVisible(changed)
