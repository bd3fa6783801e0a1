"""One field of a form: label above, editor, hint or what is wrong, the repair as a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mutudesk.domain.parsing import ParseError
from mutudesk.ui.forms.editors import as_editor, is_empty, state_of
from mutudesk.ui.forms.specs import FieldKind, FieldSpec, translated
from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.buttons import QUIET, ActionButton
from mutudesk.ui.widgets.inline_error import InlineError
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.signs import AuthoritySign
from mutudesk.ui.widgets.styled import Styled, set_property
from mutudesk.ui.words.common import sentence_for

if TYPE_CHECKING:
    from mutudesk.ui.widgets.field_edit import Editor

_PASSING = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class FieldBox(Styled, QWidget):
    """Checks itself when it is left, never while one types.

    Signals:
        edited(): the user changed the value.
        repair_requested(): the repair button was pressed.
    """

    edited = Signal()
    repair_requested = Signal()

    def __init__(self, spec: FieldSpec, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.widget = editor
        self._checked_state: object = None
        self._label = label(
            "" if spec.kind is FieldKind.CHECK else spec.words,
            "label",
            f"{editor.objectName()}_label",
        )
        self._label.setBuddy(editor)
        self._hint = label(translated(spec.hint), "hint", f"{editor.objectName()}_hint", wrap=True)
        self._hint.setVisible(bool(spec.hint))
        self._error = InlineError(f"{editor.objectName()}_error")
        self._repair = ActionButton(
            "", f"{editor.objectName()}_repair", kind=QUIET, icon="pencil", parent=self
        )
        self._repair.hide()
        self._head = QHBoxLayout()
        if spec.authority is not None:
            self._head.addWidget(AuthoritySign(spec.authority, 16))
            self._label.setProperty("authority", spec.authority.value)
        self._head.addWidget(self._label)
        self._star = label("*", "star")
        self._head.addWidget(self._star)
        self._head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        nest(self._column, self._head)
        self._column.addWidget(editor)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._error)
        self._column.addWidget(self._repair, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        editor.setAccessibleName(spec.words)
        editor.installEventFilter(self)
        self.editor.edited.connect(self.edited)
        self._repair.clicked.connect(self.repair_requested)
        self.is_required = spec.required
        self._star.setVisible(spec.required)
        self._describe("")
        self.apply_style()

    @property
    def editor(self) -> Editor:
        """The editor, as a form sees it."""
        return as_editor(self.widget)

    @property
    def error(self) -> str:
        """What is said to be wrong, empty when nothing is."""
        return self._error.text

    def read(self) -> object:
        """The value. Raises ParseError, also where a required value is missing."""
        value = self.editor.read()
        if self.is_required and is_empty(value):
            raise ParseError("cell_required")
        return value

    def write(self, value: object) -> None:
        """Show a value, with nothing wrong."""
        self.editor.write(value)
        self.show_error("")

    def check(self) -> bool:
        """Look at the value and show what is wrong; tell whether nothing is."""
        try:
            self.read()
        except ParseError as problem:
            self.show_error(sentence_for(problem))
            return False
        self.show_error("")
        return True

    def show_error(self, text: str, *, kind: str = "error", repair: str = "") -> None:
        """Say what is wrong under the field, and offer the repair; an empty text says nothing."""
        self._checked_state = state_of(self.widget)
        self._error.show_message(text, kind)
        self._hint.setVisible(bool(self._hint.text()) and not text)
        self._repair.setText(repair)
        self._repair.setVisible(bool(repair))
        self.editor.set_invalid(bool(text) and kind == "error")
        self._describe(text)

    def demand(self, hint: str | None) -> None:
        """Require the field for the act at hand, with a hint of its own; None: as usual again."""
        self.is_required = self.spec.required or hint is not None
        self._star.setVisible(self.is_required)
        self.set_hint(translated(self.spec.hint) if hint is None else hint)

    def set_hint(self, text: str, *, kind: str = "hint") -> None:
        """Say what an empty field means now; kind `warn` says that something is to be seen to."""
        self._hint.setText(text)
        set_property(self._hint, "kind", kind)
        self._hint.setVisible(bool(text) and not self.error)
        self._describe(self.error)

    def take_focus(self) -> None:
        """Take the focus, with the text selected."""
        self.widget.setFocus(Qt.FocusReason.TabFocusReason)

    def apply_style(self) -> None:
        """Spaces of the look."""
        look = current_look()
        self._head.setContentsMargins(0, 0, 0, look.px(1))
        self._head.setSpacing(look.px(5))
        self._column.setSpacing(look.px(3))
        self._label.setMinimumHeight(look.px(19))
        role = self._label.property("authority")
        if role:
            self._label.setStyleSheet(f"color: {look.colour(str(role)).name()};")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the field was left."""
        if (
            event.type() == QEvent.Type.FocusOut
            and isinstance(event, QFocusEvent)
            and event.reason() not in _PASSING
        ):
            self._on_left()
        return super().eventFilter(watched, event)

    def _on_left(self) -> None:
        # After the field itself tidied its text, but only if it was changed since it was judged.
        if state_of(self.widget) != self._checked_state:
            self.check()

    def _describe(self, error: str) -> None:
        self.widget.setAccessibleDescription(error or self._hint.text())
