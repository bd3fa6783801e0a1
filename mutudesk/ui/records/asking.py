"""The question asked before something is deleted, and why it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.records.reason import reason_box
from mutudesk.ui.widgets.buttons import ActionButton
from mutudesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WIDE = 460


class DeleteDialog(QDialog):
    """Accepted when the record is to be deleted; Échap, Entrée and *Garder* keep it."""

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deleting")
        self.setWindowTitle("MutuDesk")
        look = current_look()
        translate = QCoreApplication.translate
        asked = translate("deleting", "Delete “{what}”?").format(what=what)
        question = translate(
            "deleting",
            "Delete only what should never have been recorded. What has ended is closed.",
        )
        self._reason = reason_box("deleting")
        delete = ActionButton(translate("deleting", "Delete"), "deleting_delete")
        keep = ActionButton(translate("deleting", "Keep"), "deleting_keep")
        delete.setAutoDefault(False)
        keep.setDefault(True)
        delete.clicked.connect(self._on_delete)
        keep.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addStretch(1)
        row.addWidget(delete)
        row.addWidget(keep)
        column = QVBoxLayout(self)
        margin = look.px(20)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.px(10))
        column.addWidget(label(asked, "lead", "deleting_question", wrap=True))
        column.addWidget(label(question, "soft", wrap=True))
        column.addWidget(self._reason)
        column.addStretch(1)
        nest(column, row)
        self.setMinimumWidth(look.px(_WIDE))
        keep.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def why(self) -> str:
        """The reason, empty where none is given."""
        return str(self._reason.read())

    def _on_delete(self) -> None:
        if self._reason.check():
            self.accept()
        else:
            self._reason.take_focus()


def ask_delete(parent: QWidget, what: str) -> str | None:
    """Ask « Supprimer / Garder » about a record in words; the reason, None when it is kept."""
    dialog = DeleteDialog(what, parent)
    dialog.exec()
    why = dialog.why if dialog.result() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return why
