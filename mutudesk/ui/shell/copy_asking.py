"""Whether a copy of the register may lie where the user wants it: asks before it replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from mutudesk.domain.findings import RefusedError
from mutudesk.ui.dialogs.questions import Standing, answered, message_box, report_refusal
from mutudesk.ui.words.common import moment_in_words

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from mutudesk.usecases.session import Session


def may_take_place(parent: QWidget, title: str, session: Session, path: Path) -> bool:
    """Tell whether a copy may lie at a path: nothing does, or the user lets it be replaced."""
    from mutudesk.usecases.copying import moment_in_place

    try:
        moment = moment_in_place(session, path)
    except RefusedError as problem:
        report_refusal(parent, title, problem)
        return False
    return moment is None or _ask_to_replace(parent, path, moment, session.today)


def _ask_to_replace(parent: QWidget, path: Path, moment: datetime, today: date) -> bool:
    translate = QCoreApplication.translate
    title = translate("window", "“{file}” is there already").format(file=path.name)
    box = message_box(parent, "replace_copy", title)
    words = translate("window", "Last written in: {moment}. A copy of now takes its place.")
    box.setInformativeText(words.format(moment=moment_in_words(moment.astimezone(), today)))
    roles = QMessageBox.ButtonRole
    buttons = {
        Standing.REPLACE: box.addButton(translate("window", "&Replace"), roles.AcceptRole),
        Standing.KEEP: box.addButton(translate("window", "&Keep it"), roles.RejectRole),
    }
    answer = answered(box, "replace_copy", buttons, usual=Standing.KEEP, escape=Standing.KEEP)
    return answer is Standing.REPLACE
