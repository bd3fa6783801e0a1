"""A form in a dialog of its own, for a record entered from somewhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from mutudesk.ui.look import current_look

if TYPE_CHECKING:
    from mutudesk.ui.forms.record_form import RecordForm


class FormDialog(QDialog):
    """Opened with `open()`; call `accept()` once saved. Freed when closed, with its form."""

    def __init__(self, form: RecordForm, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(f"{form.objectName()}_dialog")
        self.setWindowTitle(title)
        self.form = form
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        form.cancel_requested.connect(self._close)
        look = current_look()
        self.setMinimumSize(look.px(360), look.px(240))
        self.resize(look.px(640), look.px(480))
        form.take_focus()

    def reject(self) -> None:
        """Close by Échap or the window's cross, after the question about what is not saved."""
        if self.form.may_leave():
            super().reject()

    def _close(self) -> None:
        super().reject()
