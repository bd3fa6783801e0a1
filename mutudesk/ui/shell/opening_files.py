"""Opening and making registers from the window; the user is asked where that matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk import paths
from mutudesk.domain.findings import RefusedError
from mutudesk.ui.dialogs.questions import (
    Elsewhere,
    Former,
    ask_about_former,
    ask_about_holder,
    waiting,
)

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from mutudesk.usecases.opening import Opened


def open_asking_first(parent: QWidget, path: Path) -> Opened | None:
    """Open a register; None when the user leaves it as it is.

    One of an older program, and one that is held on another machine, are asked about. Raises
    RefusedError when it cannot be opened, or not be brought up to date.
    """
    from mutudesk.usecases.opening import open_former, open_register

    upgrade = take_lock = False
    while True:  # twice at most: each question is asked once
        try:
            with waiting():
                return open_register(path, upgrade=upgrade, take_lock=take_lock)
        except RefusedError as refused:
            first = refused.findings[0]
            match first.code:
                case "file_older":
                    answer: Former | Elsewhere = ask_about_former(parent, refused)
                    upgrade = answer is Former.UPGRADE
                case "held_elsewhere":
                    answer = ask_about_holder(parent, refused)
                    take_lock = answer is Elsewhere.WRITE
                case _:
                    raise
        if answer in {Former.LEAVE, Elsewhere.LEAVE}:
            return None
        if answer in {Former.READ, Elsewhere.READ}:
            with waiting():
                return open_former(path, first)


def is_to_be_listed(opened: Opened) -> bool:
    """Tell whether a file belongs among the recent ones: no backup does, nor the example."""
    path, because = opened.session.register.path, opened.read_only_because
    is_backup = because is not None and because.code == "backup_read_only"
    return path != paths.default_demonstration() and not is_backup


def make_demonstration(path: Path) -> None:
    """Make the demonstration, with the pointer of a short wait. Raises RefusedError."""
    from mutudesk.usecases.creation import create_demonstration

    with waiting():
        create_demonstration(path)


def make_register(path: Path, siren: str) -> None:
    """Make the register of an agglomeration, in the same way. Raises RefusedError."""
    from mutudesk.usecases.creation import create_register

    with waiting():
        create_register(path, siren)
