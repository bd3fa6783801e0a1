"""The line under the sheet: which file, whether all is saved, the last backup, who may write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON
from mutudesk.ui.widgets.labels import ElidedLabel
from mutudesk.ui.widgets.styled import Styled
from mutudesk.ui.words.common import moment_in_words

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class FileState:
    """What the line says; `unsaved` counts records being entered, `note` is free words at right."""

    file: str = ""
    unsaved: int = 0
    backup: datetime | None = None
    read_only: bool = False
    note: str = ""


class FileStatus(Styled, QWidget):
    """Quiet: success is said here and nowhere else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("file_status")
        self._state = FileState()
        self._file_icon, self._backup_icon = QLabel(), QLabel()
        self._file, self._backup, self._note = (ElidedLabel("", "hint") for _ in range(3))
        self._file.setObjectName("file_state")
        self._backup.setObjectName("backup_state")
        self._note.setObjectName("file_note")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._file_icon)
        self._row.addWidget(self._file)
        self._row.addSpacing(12)
        self._row.addWidget(self._backup_icon)
        self._row.addWidget(self._backup)
        self._row.addStretch(1)
        self._row.addWidget(self._note, 0, Qt.AlignmentFlag.AlignRight)
        self.apply_style()

    def show_state(self, state: FileState, today: date) -> None:
        """Say how the file is."""
        self._state = state
        if state.read_only:
            saved = self.tr("read only")
        elif state.unsaved:
            saved = self.tr("%n record(s) not saved", "", state.unsaved)
        else:
            saved = self.tr("everything is saved")
        self._file.set_whole(f"{state.file} · {saved}" if state.file else "")
        backup = state.backup
        self._backup.set_whole(
            ""
            if backup is None
            else self.tr("Verified backup {moment}").format(moment=moment_in_words(backup, today))
        )
        self._note.set_whole(state.note)
        self.apply_style()

    def apply_style(self) -> None:
        """Icons and sizes of the look."""
        look, ratio = current_look(), self.devicePixelRatioF()
        self.setFixedHeight(look.px(28))
        name = "lock" if self._state.read_only else "hard-drive"
        self._file_icon.setPixmap(icons.pixmap(name, "text_faint", ICON["chip"], ratio))
        self._file_icon.setVisible(bool(self._state.file))
        self._backup_icon.setPixmap(icons.pixmap("circle-check", "ok", ICON["chip"], ratio))
        self._backup_icon.setVisible(self._state.backup is not None)
        self._row.setContentsMargins(look.px(6), 0, look.px(20), 0)
        self._row.setSpacing(look.px(7))
