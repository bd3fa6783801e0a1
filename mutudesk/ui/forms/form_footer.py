"""What stays in sight under a form: its keys, Annuler and Enregistrer; and the note on the star."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.buttons import PRIMARY, ActionButton
from mutudesk.ui.widgets.labels import ElidedLabel, label, rule
from mutudesk.ui.widgets.styled import Styled


class FormFooter(Styled, QWidget):
    """Buttons named NAME_save and NAME_cancel; Enregistrer is never greyed out."""

    def __init__(
        self, name: str, save: str, cancel: str, keys: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.save = ActionButton(save, f"{name}_save", kind=PRIMARY)
        self.cancel = ActionButton(cancel, f"{name}_cancel")
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(ElidedLabel(keys, "hint"), 1)
        self._buttons.addWidget(self.cancel)
        self._buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        nest(column, self._buttons)
        self.apply_style()

    def come_after(self, widget: QWidget) -> None:
        """Be reached by Tab after a widget that was put into the form later."""
        for before, after in ((widget, self.cancel), (self.cancel, self.save)):
            QWidget.setTabOrder(before, after)

    def apply_style(self) -> None:
        """Margins of the look."""
        look = current_look()
        side, above = look.px(24), look.px(9)
        self._buttons.setContentsMargins(side, above, side, above)
        self._buttons.setSpacing(look.px(8))


def required_note(words: str) -> QWidget:
    """Say once what the star means."""
    note = QWidget()
    row = QHBoxLayout(note)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(label("*", "star"))
    row.addWidget(label(words, "faint"))
    return note
