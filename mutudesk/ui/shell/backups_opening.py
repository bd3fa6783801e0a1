"""Showing the backups of a register, open, damaged or gone, and what follows from the choice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mutudesk.ui.shell.register_stack import RegisterStack
    from mutudesk.ui.shell.window_settings import WindowSettings


class BackupsOpening(QObject):
    """Belongs to the window."""

    def __init__(self, window: QWidget, registers: RegisterStack, settings: WindowSettings) -> None:
        super().__init__(window)
        self._window = window
        self._registers = registers
        self._settings = settings
        self._released: Path | None = None

    def open(self, register: object = None) -> bool:
        """Show the backups of this register, else of the one shown, else of the last one.

        False where no register was ever opened here: there is nothing to choose from.
        """
        from mutudesk.ui.pages.backups.dialog import BackupsDialog

        candidates = self._candidates(register)
        frame = self._registers.frame
        if frame is not None and not frame.may_leave():
            return True
        if candidates:
            dialog = BackupsDialog(candidates, self._release, self._registers.today(), self._window)
            dialog.restored.connect(self._on_restored)
            dialog.not_restored.connect(self._on_not_restored)
            dialog.look_requested.connect(self._registers.open_file)
            dialog.open()
        return bool(candidates)

    def _candidates(self, register: object) -> list[Path]:
        from mutudesk.usecases.backing_up import register_of

        requested = register if isinstance(register, Path) else self._registers.path
        found = [] if requested is None else [register_of(requested) or requested.absolute()]
        recent = (each.path for each in self._settings.recent)
        return found + [each for each in recent if each not in found]

    def _release(self, path: Path) -> bool:
        """Close a register that is shown, so that it can be replaced; False to keep it."""
        self._released = None
        if not self._registers.shows(path):
            return True
        if not self._registers.close_register():
            return False
        self._released = path
        return True

    def _on_restored(self, path: Path, words: str) -> None:
        if self._registers.open_file(path) and self._registers.frame is not None:
            self._registers.frame.show_done(words)

    def _on_not_restored(self, path: Path) -> None:
        if self._released == path:
            self._registers.open_file(path)
