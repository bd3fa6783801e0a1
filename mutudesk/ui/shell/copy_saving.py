"""*Fichier > Enregistrer une copie…*: asks where, and before it replaces; works in a job."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.domain.findings import RefusedError
from mutudesk.ui.dialogs.file_choosing import ask_where
from mutudesk.ui.dialogs.questions import report_refusal, waiting
from mutudesk.ui.shell.copy_asking import may_take_place

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from mutudesk.ui.shell.register_frame import RegisterFrame
    from mutudesk.usecases.session import Session


def save_copy(frame: RegisterFrame) -> None:
    """Ask where, and make a verified copy of the register of a frame."""
    session = frame.session
    path = None if session is None else _ask(frame, session)
    if session is None or path is None:
        return
    translate = QCoreApplication.translate

    def on_copied(copy: Path) -> None:
        frame.show_done(translate("window", "Verified copy: {file}").format(file=copy))

    frame.runner.run(partial(_copy, session, path), on_copied, frame.show_refused, label=path.name)


def save_copy_now(parent: QWidget, session: Session) -> bool:
    """The same at once, for a register that is being closed; False where there is no copy."""
    from mutudesk.usecases.copying import copy_register

    path = _ask(parent, session)
    if path is None:
        return False
    try:
        with waiting():
            copy_register(session, path)
    except RefusedError as problem:
        report_refusal(parent, _title(), problem)
        return False
    return True


def _ask(parent: QWidget, session: Session) -> Path | None:
    own = session.register.path
    name = QCoreApplication.translate("window", "{name} (copy)").format(name=own.stem)
    path = ask_where(parent, _title(), name, own)
    if path is None or not may_take_place(parent, _title(), session, path):
        return None
    return path


def _title() -> str:
    return QCoreApplication.translate("window", "Save a copy")


def _copy(session: Session, path: Path) -> Path:
    """Runs in the worker."""
    from mutudesk.usecases.copying import copy_register

    return copy_register(session, path)
