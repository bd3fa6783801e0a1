"""The question asked before something is deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


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
