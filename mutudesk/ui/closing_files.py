"""Closing a register from the window: with its backup, or as the user says without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.findings import RefusedError
from mutudesk.ui.window_dialogs import ask_to_close_without_backup, waiting

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mutudesk.usecases.session import Session


def close_asking(parent: QWidget, session: Session) -> bool:
    """Close a register; False when the user stays, with the register open as it was."""
    from mutudesk.usecases.opening import close_register

    try:
        with waiting():
            close_register(session)
    except RefusedError as refused:
        if not ask_to_close_without_backup(parent, refused):
            return False
        session.register.close()
    return True
