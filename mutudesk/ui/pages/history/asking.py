"""The question asked before a former state is written again: it shows what will change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.before_after import BeforeAfterTable
from mutudesk.ui.widgets.buttons import PRIMARY, QUIET, ActionButton
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.message_band import MessageBand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from mutudesk.ui.widgets.before_after import ShownRecord


class ChangesDialog(QDialog):
    """Accepted when the user wants the change; Échap and *Keep* leave everything as it is."""

    def __init__(
        self,
        title: str,
        records: Sequence[ShownRecord],
        button: str,
        warned: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("history_asking")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("MutuDesk")
        look = current_look()
        table = BeforeAfterTable("history_asking_fields")
        table.show_records(records)
        band = MessageBand("history_asking_band")
        write = ActionButton(button, "history_asking_write", kind=PRIMARY)
        keep = ActionButton(self.tr("&Leave as it is"), "history_asking_keep", kind=QUIET)
        write.clicked.connect(self.accept)
        keep.clicked.connect(self.reject)
        keep.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addStretch(1)
        row.addWidget(keep)
        row.addWidget(write)
        column = QVBoxLayout(self)
        margin = look.px(20)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.px(10))
        column.addWidget(label(title, "lead", "history_asking_title", wrap=True))
        explained = self.tr(
            "This is written as a new act: nothing of the journal is lost, and it can be undone."
        )
        column.addWidget(label(explained, "soft", wrap=True))
        column.addWidget(table, 1)
        column.addWidget(band)
        nest(column, row)
        if warned:
            band.show_message(warned, "warn")
        self.resize(look.px(720), look.px(430))
        keep.setFocus()
