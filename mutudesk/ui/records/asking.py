"""The question asked before something is deleted, and the deletion of what a page has open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from mutudesk.domain.findings import RefusedError
from mutudesk.ui.records.refusals import in_words
from mutudesk.usecases.recording import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.factbase import FactBase
    from mutudesk.ui.records.page import RegisterPage


def ask_delete(parent: QWidget, what: str) -> bool:
    """Ask « Supprimer / Garder » about a record in words; closing the question keeps it."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setObjectName("deleting")
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle("MutuDesk")
    box.setText(translate("deleting", "Delete “{what}”?").format(what=what))
    box.setInformativeText(
        translate(
            "deleting",
            "Delete only what should never have been recorded. What has ended is closed.",
        )
    )
    delete = box.addButton(translate("deleting", "Delete"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(translate("deleting", "Keep"), QMessageBox.ButtonRole.RejectRole)
    delete.setObjectName("deleting_delete")
    keep.setObjectName("deleting_keep")
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    pressed = box.clickedButton()
    box.deleteLater()
    return pressed is delete


def delete_opened(
    page: RegisterPage, what: str, changes: Sequence[AnyChange], base: FactBase
) -> None:
    """Delete the record that a page has open, after the question, and show the list."""
    if not ask_delete(page, what):
        return
    try:
        judged = record(page.session, changes, "delete")
    except RefusedError as refused:
        page.band.tell(in_words(refused.findings, base), "error")
        return
    page.key = ""
    page.show_list()
    page.tell_changed(judged)
