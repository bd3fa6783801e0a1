"""An open register in the window: makes its pages, says whose it is and how the file is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mutudesk.domain.findings import Finding, RefusedError
from mutudesk.ui.link import Link, Place
from mutudesk.ui.qt.jobs import JobRunner
from mutudesk.ui.shell import window_pages
from mutudesk.ui.shell.backup_control import BackupControl
from mutudesk.ui.shell.copy_saving import save_copy
from mutudesk.ui.shell.file_status import FileState
from mutudesk.ui.shell.file_watch import FileWatch
from mutudesk.ui.shell.frame import MainFrame
from mutudesk.ui.shell.undo_control import UndoControl
from mutudesk.ui.words.common import body_name, moment_in_words, sentence_for, sentences_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from mutudesk.ui.commands import Handlers
    from mutudesk.usecases.backing_up import BackupReport
    from mutudesk.usecases.opening import Opened
    from mutudesk.usecases.session import Session

RETRY, SEEN, CLOSE = "retry", "seen", "close"
RESTORE, BACK_UP = "restore", "back_up"
FIND, COPY = "find", "copy"


class RegisterFrame(MainFrame):
    """Shown empty first, so that the window is painted before the file is opened.

    Owns the runner of the register's jobs: it is closed with the register.
    """

    retry_requested = Signal()
    import_requested = Signal()
    restore_requested = Signal(object)
    find_requested = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(window_pages.navigation_groups(), today, parent)
        self.runner = JobRunner(self)
        self._session: Session | None = None
        self._read_only_because: Finding | None = None
        self._place_notes: tuple[Finding, ...] = ()
        self._backup: datetime | None = None
        self._note = ""
        self.undoing = UndoControl(self)
        self.bar.add_trailing(self.undoing.button)
        self.undoing.written.connect(self._on_act_undone)
        self.undoing.refused.connect(self.show_refused)
        self.undoing.nothing.connect(self.show_note)
        self.backups = BackupControl(self)
        self.backups.made.connect(self._on_backup_made)
        self.backups.failed.connect(self._on_backup_failed)
        self.watch = FileWatch(self)
        self.watch.gone.connect(self._show_standing_band)
        self.watch.back.connect(self._show_standing_band)
        self.link_requested.connect(self._on_link_requested)
        self.band_requested.connect(self._on_band_requested)
        self.date_changed.connect(self._on_date_changed)
        self.data_changed.connect(self._on_data_changed_below)
        self.unsaved_changed.connect(self._show_file)

    # The register ---------------------------------------------------------------------------------

    @property
    def session(self) -> Session | None:
        """The open register, None before `attach`."""
        return self._session

    def opened(self) -> Opened:
        """The open register as another frame can show it."""
        from mutudesk.usecases.opening import Opened

        assert self._session is not None  # noqa: S101 - asked of a frame that shows one
        return Opened(self._session, self._read_only_because, self._place_notes)

    @property
    def is_read_only(self) -> bool:
        """Tell whether nothing can be recorded."""
        return self._read_only_because is not None

    def attach(self, opened: Opened, place: Place = window_pages.FIRST) -> None:
        """Show a register that was opened."""
        from mutudesk.usecases.opening import last_backup
        from mutudesk.usecases.register_name import is_demonstration

        self._session = opened.session
        self._read_only_because = opened.read_only_because
        self._place_notes = opened.notes
        backup = last_backup(opened.session)
        self._backup = backup.astimezone() if backup is not None else None
        if is_demonstration(opened.session):
            self._note = self.tr("Example: invented persons and services")
        self._show_heading()
        self._show_file()
        self._show_standing_band()
        self.undoing.start(opened.session, self.runner)
        self.backups.start(opened.session, self.runner)
        self.watch.start(opened.session)
        self.follow(Link(place))

    def commands(self) -> Handlers:
        """What can be asked now of the register, the frame and the page shown."""
        return {
            **super().commands(),
            "save_copy": partial(save_copy, self),
            "back_up": self.backups.back_up,
            "import": self.import_requested.emit,
            "undo": self.undoing.undo,
            "redo": self.undoing.redo,
            "history": partial(self.follow, Link(Place.HISTORY)),
            "help": partial(self.follow, Link(Place.HELP)),
        }

    def go_on(self) -> None:
        """Go on in the file where the register was found again."""
        if self._session is not None:
            self.watch.start(self._session)
            self._show_standing_band()
            self.refresh_all()

    def show_done(self, text: str) -> None:
        """Say in the page that something long has ended well."""
        self.band.show_message(text, "ok", **{CLOSE: self.tr("Close")})

    def show_note(self, text: str) -> None:
        """Say in the page what is only to be known."""
        self.band.show_message(text, "info", **{CLOSE: self.tr("Close")})

    def show_refused(self, refused: RefusedError) -> None:
        """Say in the page why something could not be done."""
        self.watch.look()
        if self.watch.is_gone:
            return
        words = sentences_for(refused.findings)
        self.band.show_message(words, "error", **{CLOSE: self.tr("Close")})

    def refresh_all(self) -> None:
        """Read everything again: facts were recorded outside the pages."""
        self.read_again()
        self._show_heading()
        self._show_file()
        self.undoing.refresh()

    # Pages ----------------------------------------------------------------------------------------

    def read_again(self) -> None:
        """Have every page read again; a file that cannot be read is told in the page."""
        try:
            super().read_again()
        except RefusedError as refused:
            self.show_refused(refused)

    def _on_link_requested(self, link: Link) -> None:
        if self._session is None:
            return
        place = link.place
        if place is Place.IMPORT:
            self.import_requested.emit()
            return
        try:
            if not self.has_page(place.value):
                page = window_pages.make_page(place, self._session, self.runner)
                self.add_page(place.value, page)
            self.show_page(place.value, link)
        except RefusedError as refused:
            self.show_refused(refused)

    # ----------------------------------------------------------------------------------------------

    def _show_heading(self) -> None:
        if self._session is None:
            return
        from mutudesk.usecases.register_name import register_name

        try:
            self.set_register(body_name(register_name(self._session, self.day)))
        except RefusedError as refused:
            self.show_refused(refused)

    def _show_file(self) -> None:
        if self._session is None:
            return
        self.set_file_state(
            FileState(
                self._session.register.path.name,
                sum(self.page(key).unsaved for key in self._made()),
                self._backup,
                self.is_read_only,
                self._note,
            )
        )

    def _made(self) -> list[str]:
        keys = [button.item.key for button in self.navigation.buttons]
        return [key for key in keys if self.has_page(key)]

    def _show_standing_band(self) -> None:
        if self.watch.is_gone and self._session is not None:
            self._show_gone(self._session.register.path.name)
            return
        because = self._read_only_because
        if because is None and self._place_notes:
            words = " ".join(
                sentence_for(_shortened(each, self._today())) for each in self._place_notes
            )
            self.band.show_message(words, "warn", **{SEEN: self.tr("Understood")})
            return
        if because is None:
            self.band.clear()
            return
        text = sentence_for(_shortened(because, self._today()))
        if because.code in {"schema_differs", "backup_read_only"}:  # trying again mends nothing
            self.band.show_message(text, "warn", **{RESTORE: self.tr("Restore…")})
        else:
            self.band.show_message(text, "warn", **{RETRY: self.tr("Try again")})

    def _show_gone(self, file: str) -> None:
        words = self.tr(
            "“{file}” is not in its place any more: it was moved, renamed or taken away. Nothing "
            "can be recorded until it is found; what was recorded is in it."
        )
        find, copy = self.tr("Find it…"), self.tr("Save a copy…")
        self.band.show_message(words.format(file=file), "error", **{FIND: find, COPY: copy})

    def _on_band_requested(self, action: str) -> None:
        if action == RETRY:
            self.retry_requested.emit()
        elif action == RESTORE and self._session is not None:
            self.restore_requested.emit(self._session.register.path)
        elif action == FIND:
            self.find_requested.emit()
        elif action == COPY:
            save_copy(self)
        elif action == BACK_UP:
            self._show_standing_band()
            self.backups.back_up()
        elif action == SEEN:
            self._place_notes = ()
            self._show_standing_band()
        elif action == CLOSE:
            self._show_standing_band()

    def _on_backup_made(self, report: BackupReport, asked: bool) -> None:  # noqa: FBT001 - a signal
        self._backup = report.newest.made_at.astimezone()
        self._show_file()
        if not asked:
            return
        if report.made is None:
            words = self.tr("The newest backup, {moment}, already holds everything.")
        else:
            words = self.tr("Backup made and verified, {moment}.")
        text = words.format(moment=moment_in_words(self._backup, self._today()))
        if report.missed is None:
            self.show_done(text)
        else:
            self.show_note(f"{text} {sentence_for(report.missed)}")

    def _on_backup_failed(self, refused: RefusedError) -> None:
        reasons = sentences_for(refused.findings)
        words = self.tr("The backup could not be made; what you recorded is in the register.")
        retry, close = self.tr("Try again"), self.tr("Close")
        self.band.show_message(f"{words} {reasons}", "warn", **{BACK_UP: retry, CLOSE: close})

    def _on_date_changed(self, _day: object) -> None:
        self._show_heading()

    def _on_data_changed_below(self, _changes: object) -> None:
        self._show_heading()
        self._show_file()
        self.undoing.refresh()

    def _on_act_undone(self, words: str) -> None:
        self.refresh_all()
        self.show_done(words)


def _shortened(because: Finding, today: date) -> Finding:
    """The finding with the file's name for its path, and the moment in words."""
    values = dict(because.values)
    path, since = values.get("path"), values.get("since")
    if isinstance(path, str):
        values["path"] = Path(path).name
    if isinstance(since, str):
        try:
            values["since"] = moment_in_words(datetime.fromisoformat(since), today)
        except ValueError:
            values["since"] = since
    return replace(because, values=values)
