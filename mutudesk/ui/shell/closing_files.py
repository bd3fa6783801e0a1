"""Closing a register from the window, with its backup or without; finding one that was moved."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from mutudesk.domain.findings import RefusedError
from mutudesk.ui.dialogs.file_choosing import ask_for_register
from mutudesk.ui.dialogs.questions import answered, message_box, report_refusal, waiting
from mutudesk.ui.shell.copy_saving import save_copy_now
from mutudesk.ui.words.common import sentences_for

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mutudesk.ui.shell.register_frame import RegisterFrame
    from mutudesk.usecases.session import Session


class Unsaved(Enum):
    """What to do where the backup at closing cannot be made."""

    FIND = "find"
    COPY = "copy"
    CLOSE = "close"
    STAY = "stay"


def close_asking(frame: RegisterFrame, session: Session) -> bool:
    """Close a register; False when the user stays, with the register open as it was.

    One that is not in its place any more can be found or copied first.
    """
    from mutudesk.usecases.finding_again import is_in_place
    from mutudesk.usecases.opening import close_register

    while True:
        try:
            with waiting():
                close_register(session)
        except RefusedError as refused:
            match _ask(frame, refused, is_gone=not is_in_place(session)):
                case Unsaved.STAY:
                    return False
                case Unsaved.FIND:
                    find_asking(frame, frame)
                    continue
                case Unsaved.COPY if not save_copy_now(frame, session):
                    continue
            session.register.close()
        return True


def find_asking(parent: QWidget, frame: RegisterFrame) -> bool:
    """Ask where the register of a frame lies now; False where it was not found."""
    from mutudesk.usecases.finding_again import find_again

    session = frame.session
    if session is None:
        return False
    title = QCoreApplication.translate("window", "Where is the register now?")
    path = ask_for_register(parent, title, session.register.path)
    if path is None:
        return False
    try:
        find_again(session, path)
    except RefusedError as refused:
        words = QCoreApplication.translate("window", "This is not the register")
        report_refusal(parent, words, refused)
        return False
    frame.go_on()
    return True


def _ask(parent: QWidget, refused: RefusedError, *, is_gone: bool) -> Unsaved:
    translate = QCoreApplication.translate
    if is_gone:
        title = translate("window", "The register is not in its place any more")
        safe = translate(
            "window", "What you recorded is in the file that was moved, renamed or taken away."
        )
    else:
        title = translate("window", "The backup could not be made")
        safe = translate("window", "What you recorded is safe in the register itself.")
    box = message_box(parent, "backup_failed", title)
    reasons = "" if is_gone else sentences_for(refused.findings)
    box.setInformativeText(f"{reasons}\n{safe}".strip())
    roles = QMessageBox.ButtonRole
    buttons = {}
    if is_gone:
        buttons[Unsaved.FIND] = box.addButton(translate("window", "&Find it…"), roles.AcceptRole)
    buttons[Unsaved.COPY] = box.addButton(translate("window", "Save a &copy…"), roles.ActionRole)
    words = translate("window", "Close &without backup")
    buttons[Unsaved.CLOSE] = box.addButton(words, roles.DestructiveRole)
    buttons[Unsaved.STAY] = box.addButton(translate("window", "&Stay"), roles.RejectRole)
    return answered(box, "backup", buttons, usual=Unsaved.STAY, escape=Unsaved.STAY)
