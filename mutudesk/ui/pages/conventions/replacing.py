"""Where projects are to be written, and whether those that lie there already may be replaced."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from mutudesk.domain.findings import RefusedError
from mutudesk.ui.dialogs.questions import Standing, answered, message_box
from mutudesk.ui.pages.conventions.jobs import Destination
from mutudesk.ui.words.common import moment_in_words
from mutudesk.usecases.conventions import files_in_place, read_jobs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from mutudesk.ui.pages.conventions.jobs import Batch


def ask_where(parent: QWidget, batch: Batch, folder: str) -> Destination | None:
    """The folder that the user chooses, from `folder` on; None to print nothing."""
    title = QCoreApplication.translate("conventions", "Folder for the projects")
    chosen = QFileDialog.getExistingDirectory(parent, title, folder)
    replace = may_replace(parent, batch, Path(chosen)) if chosen else None
    return None if replace is None else Destination(Path(chosen), replace)


def may_replace(parent: QWidget, batch: Batch, folder: Path) -> bool | None:
    """True to replace what is there, False to print only the others, None to print nothing.

    Asks only where something is there; what cannot be printed at all is said by printing it.
    """
    try:
        files = files_in_place(read_jobs(*batch), folder)
    except RefusedError:
        return False
    return _ask_about(parent, files, batch.session.today) if files else False


def _ask_about(parent: QWidget, files: Sequence[Path], today: date) -> bool | None:
    translate = QCoreApplication.translate
    title = translate("conventions", "Projects already in this folder: {count}")
    box = message_box(parent, "replace_projects", title.format(count=len(files)))
    newest = max(files, key=_moment)
    written = moment_in_words(_moment(newest).astimezone(), today)
    words = translate("conventions", "The last one, “{file}”, was written {moment}.")
    box.setInformativeText(words.format(file=newest.name, moment=written))
    roles = QMessageBox.ButtonRole
    buttons = {
        Standing.REPLACE: box.addButton(
            translate("conventions", "&Replace them"), roles.AcceptRole
        ),
        Standing.KEEP: box.addButton(translate("conventions", "&Keep them"), roles.AcceptRole),
        Standing.CANCEL: box.addButton(translate("conventions", "Cancel"), roles.RejectRole),
    }
    answer = answered(box, "replace_projects", buttons, usual=Standing.KEEP, escape=Standing.CANCEL)
    return None if answer is Standing.CANCEL else answer is Standing.REPLACE


def _moment(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return datetime.fromtimestamp(0, UTC)
