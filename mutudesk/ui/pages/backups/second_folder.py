"""The row on the second backup folder: where it is, choosing another one, doing without."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from mutudesk.domain.findings import RefusedError
from mutudesk.ui.look.current import current_look
from mutudesk.ui.widgets.buttons import QUIET, ActionButton
from mutudesk.ui.widgets.labels import ElidedLabel
from mutudesk.ui.widgets.styled import Styled
from mutudesk.ui.words.common import sentences_for
from mutudesk.usecases.backing_up import choose_second_folder, second_folder


class SecondFolderRow(Styled, QWidget):
    """Words and two buttons; a choice is kept at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("second_folder")
        self._words = ElidedLabel("", "soft")
        self._words.setObjectName("second_folder_words")
        self._choose = ActionButton(self.tr("&Choose…"), "second_folder_choose", kind=QUIET)
        self._forget = ActionButton(self.tr("Do &without"), "second_folder_forget", kind=QUIET)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._choose)
        self._row.addWidget(self._forget)
        self._choose.clicked.connect(self._on_choose_clicked)
        self._forget.clicked.connect(self._on_forget_clicked)
        self._show()
        self.apply_style()

    def apply_style(self) -> None:
        """The room between the parts."""
        self._row.setSpacing(current_look().px(8))

    def _show(self) -> None:
        folder = second_folder()
        if folder is None:
            words = self.tr("No second folder: a stick or a share keeps backups if this disk fails")
        elif folder.is_dir():
            words = self.tr("Second folder: {folder}").format(folder=folder)
        else:
            words = self.tr("Second folder, not there now: {folder}").format(folder=folder)
        self._words.set_whole(words)
        self._forget.setVisible(folder is not None)

    def _on_choose_clicked(self) -> None:
        title = self.tr("Choose a second folder for the backups")
        chosen = QFileDialog.getExistingDirectory(self, title, str(second_folder() or Path.home()))
        if chosen:
            self._keep(Path(chosen))

    def _on_forget_clicked(self) -> None:
        self._keep(None)

    def _keep(self, folder: Path | None) -> None:
        try:
            choose_second_folder(folder)
        except RefusedError as problem:
            self._words.set_whole(sentences_for(problem.findings))
            return
        self._show()
