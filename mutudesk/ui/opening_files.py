"""Opening a register from the window: one of an older program is asked about first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.findings import RefusedError
from mutudesk.ui.window_dialogs import Former, ask_about_former, waiting

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from mutudesk.usecases.opening import Opened


def open_asking_first(parent: QWidget, path: Path) -> Opened | None:
    """Open a register; None when the user leaves one of an older program as it is.

    Raises RefusedError when it cannot be opened, or not be brought up to date.
    """
    from mutudesk.usecases.opening import open_former, open_register

    try:
        with waiting():
            return open_register(path)
    except RefusedError as refused:
        first = refused.findings[0]
        if first.code != "file_older":
            raise
        answer = ask_about_former(parent, refused)
    with waiting():
        match answer:
            case Former.UPGRADE:
                return open_register(path, upgrade=True)
            case Former.READ:
                return open_former(path, first)
            case Former.LEAVE:
                return None
