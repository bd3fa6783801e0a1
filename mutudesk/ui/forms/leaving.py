"""The question asked when a form that was changed is about to be left."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Leaving(Enum):
    """What to do with what was entered."""

    SAVE = "save"
    DISCARD = "discard"
    STAY = "stay"


def ask_leaving(parent: QWidget, what: str) -> Leaving:
    """Ask « Enregistrer / Ne pas enregistrer / Rester »; closing the question means to stay."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setObjectName("leaving")
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle("MutuDesk")
    box.setText(translate("leaving", "“{what}” was changed and not saved.").format(what=what))
    save = box.addButton(translate("leaving", "Save"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(
        translate("leaving", "Do not save"), QMessageBox.ButtonRole.DestructiveRole
    )
    stay = box.addButton(translate("leaving", "Stay"), QMessageBox.ButtonRole.RejectRole)
    save.setObjectName("leaving_save")
    discard.setObjectName("leaving_discard")
    stay.setObjectName("leaving_stay")
    save.setProperty("kind", "primary")
    box.setDefaultButton(save)
    box.setEscapeButton(stay)
    box.exec()
    pressed = box.clickedButton()
    box.deleteLater()
    if pressed is save:
        return Leaving.SAVE
    return Leaving.DISCARD if pressed is discard else Leaving.STAY
