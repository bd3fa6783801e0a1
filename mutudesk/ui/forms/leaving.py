"""The question asked when a form that was changed is about to be left."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from mutudesk.ui.dialogs.questions import answered, message_box

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
    title = translate("leaving", "“{what}” was changed and not saved.").format(what=what)
    box = message_box(parent, "leaving", title)
    roles = QMessageBox.ButtonRole
    buttons = {
        Leaving.SAVE: box.addButton(translate("leaving", "Save"), roles.AcceptRole),
        Leaving.DISCARD: box.addButton(translate("leaving", "Do not save"), roles.DestructiveRole),
        Leaving.STAY: box.addButton(translate("leaving", "Stay"), roles.RejectRole),
    }
    buttons[Leaving.SAVE].setProperty("kind", "primary")
    return answered(box, "leaving", buttons, usual=Leaving.SAVE, escape=Leaving.STAY)
