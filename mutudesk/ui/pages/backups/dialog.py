"""The backups of a register: looking into them, going back to one, and the second folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mutudesk.ui.dialogs.file_choosing import ask_for_register
from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.backups.jobs import Found, content_in, look_for
from mutudesk.ui.pages.backups.listing import BackupContent, BackupRow, BackupRows, backup_columns
from mutudesk.ui.pages.backups.second_folder import SecondFolderRow
from mutudesk.ui.qt.jobs import JobRunner
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.buttons import PLAIN, PRIMARY, ActionButton
from mutudesk.ui.widgets.choice_field import Choice, ChoiceField
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.message_band import MessageBand
from mutudesk.ui.widgets.record_table import RecordTable
from mutudesk.ui.words.common import sentences_for
from mutudesk.usecases.restoring import restore

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from mutudesk.domain.findings import RefusedError
    from mutudesk.usecases.backups import Content
    from mutudesk.usecases.restoring import Restored


class BackupsDialog(QDialog):
    """Opened with `open()`; works without an open register, on one that is damaged or gone.

    `release` closes a register that the window shows before it is replaced; False to leave it.

    Signals:
        restored(object, str): a register was restored: its path, what to say.
        not_restored(object): it was not, and it may have been closed for it.
        look_requested(object): open this backup to read it.
    """

    restored = Signal(object, str)
    not_restored = Signal(object)
    look_requested = Signal(object)

    def __init__(
        self,
        registers: Sequence[Path],
        release: Callable[[Path], bool],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("backups_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Backups"))
        self._release = release
        self._today = today
        self._runner = JobRunner(self)
        self._now: Content | None = None
        self._is_restoring = False
        choices = [Choice(each, f"{each.stem} – {each.parent}") for each in registers]
        self._register = ChoiceField("backups_register", choices)
        self._register.write(registers[0])
        self._register_label = label(self.tr("&Register"), "label")
        self._register_label.setBuddy(self._register)
        self._table = RecordTable(backup_columns(), "backups_table")
        self._table.setAccessibleName(self.windowTitle())
        self._content = BackupContent()
        self._band = MessageBand("backups_band")
        self._second = SecondFolderRow()
        self._other = ActionButton(self.tr("Other &file…"), "backups_other", kind=PLAIN)
        self._look = ActionButton(self.tr("Open to &read"), "backups_look", icon="eye")
        self._take = ActionButton(self.tr("Re&store"), "backups_restore", kind=PRIMARY)
        self._close = ActionButton(self.tr("Close"), "backups_close", kind=PLAIN)
        self._compose()
        self._register.chosen.connect(self._on_register_chosen)
        self._table.current_row_changed.connect(self._on_current_changed)
        self._table.activated_row.connect(self._on_look_clicked)
        self._other.clicked.connect(self._on_other_clicked)
        self._look.clicked.connect(self._on_look_clicked)
        self._take.clicked.connect(self._on_take_clicked)
        self._close.clicked.connect(self.reject)
        self._read()

    def done(self, result: int) -> None:
        """Close, unless a register is being put in its place."""
        if self._is_restoring:
            return
        self._runner.close()
        super().done(result)

    # ----------------------------------------------------------------------------------------------

    def _compose(self) -> None:
        look = current_look()
        middle = QHBoxLayout()
        middle.setSpacing(look.px(16))
        middle.addWidget(self._table, 3)
        self._content.setMinimumWidth(look.px(280))
        middle.addWidget(self._content, 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(8))
        buttons.addWidget(self._other)
        buttons.addStretch(1)
        for button in (self._close, self._look, self._take):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        margin = look.px(20)
        column.setContentsMargins(margin, look.px(16), margin, look.px(16))
        column.setSpacing(look.px(8))
        for widget in (self._register_label, self._register, self._band):
            column.addWidget(widget)
        nest(column, middle, 1)
        column.addWidget(self._second)
        nest(column, buttons)
        self._take.setDefault(True)
        self.resize(look.px(960), look.px(560))

    @property
    def _path(self) -> Path:
        path = self._register.read()
        assert isinstance(path, Path)  # noqa: S101 - the choices are paths
        return path

    @property
    def _chosen(self) -> BackupRow | None:
        row = self._table.current_row
        return row if isinstance(row, BackupRow) else None

    def _on_register_chosen(self, _path: object) -> None:
        self._read()

    def _read(self) -> None:
        """Look for the backups of the register chosen."""
        self._table.show_source(None)
        self._content.show_nothing(self.tr("The backups are being verified…"))
        self._show_buttons()
        self._runner.run(
            partial(look_for, self._path, self._today), self._on_found, self._on_refused
        )

    def _on_found(self, found: Found) -> None:
        self._now = found.now
        self._table.show_source(BackupRows(found.backups))
        if found.backups:
            first = next((n for n, each in enumerate(found.backups) if each.is_verified), 0)
            self._table.select_id(first)
            self._table.take_focus()
        else:
            words = self.tr(
                "No backup of this register was found. “Other file…” takes a copy of it that "
                "lies elsewhere."
            )
            self._content.show_nothing(words)

    def _on_current_changed(self, _row: object) -> None:
        chosen = self._chosen
        self._show_buttons()
        if chosen is None:
            return
        self._content.show_nothing("")
        path = chosen.backup.path

        def show(content: Content | None) -> None:
            current = self._chosen
            if current is None or current.backup.path != path:
                return
            if content is None:
                self._content.show_nothing(self.tr("This backup cannot be read."))
            else:
                self._content.show_content(content, self._now)

        self._runner.run(partial(content_in, path, self._today), show, self._on_refused)

    def _show_buttons(self) -> None:
        chosen = self._chosen
        self._look.setEnabled(chosen is not None and not self._is_restoring)
        is_whole = chosen is not None and bool(chosen.backup.is_verified)
        self._take.setEnabled(is_whole and not self._is_restoring)
        self._other.setEnabled(not self._is_restoring)
        self._close.setEnabled(not self._is_restoring)

    # Going back -----------------------------------------------------------------------------------

    def _on_look_clicked(self) -> None:
        chosen = self._chosen
        if chosen is not None and not self._is_restoring:
            path = chosen.backup.path
            self.accept()
            self.look_requested.emit(path)

    def _on_other_clicked(self) -> None:
        copy = ask_for_register(self, self.tr("Choose a copy of the register"), self._path)
        if copy is not None:
            self._restore(copy)

    def _on_take_clicked(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self._restore(chosen.backup.path)

    def _restore(self, copy: Path) -> None:
        path = self._path
        if not self._release(path):
            return
        self._is_restoring = True
        self._show_buttons()
        self._band.show_message(self.tr("The register is being restored…"))
        self._runner.run(
            partial(restore, path, copy),
            self._on_restored,
            self._on_not_restored,
            ended=self._on_restoring_ended,
        )

    def _on_restored(self, done: Restored) -> None:
        words = [self.tr("Restored from {file}.").format(file=done.source.name)]
        if done.aside is not None:
            kept = self.tr("The former file is kept as “{file}”, beside it.")
            words.append(kept.format(file=done.aside.name))
        words.append(sentences_for(done.notes))
        self.accept()
        self.restored.emit(done.path, " ".join(filter(None, words)))

    # ----------------------------------------------------------------------------------------------

    def _on_restoring_ended(self) -> None:
        self._is_restoring = False
        self._show_buttons()

    def _on_not_restored(self, refused: RefusedError) -> None:
        self._on_refused(refused)
        self.not_restored.emit(self._path)

    def _on_refused(self, refused: RefusedError) -> None:
        self._band.show_message(sentences_for(refused.findings), "error")
