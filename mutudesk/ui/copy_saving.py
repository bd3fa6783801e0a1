"""*Fichier > Enregistrer une copie…*: asks where, and before it replaces; works in a job."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.domain.findings import RefusedError
from mutudesk.ui.copy_asking import may_take_place
from mutudesk.ui.file_choosing import ask_where

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mutudesk.ui.register_frame import RegisterFrame
    from mutudesk.usecases.session import Session


def save_copy(frame: RegisterFrame) -> None:
    """Ask where, and make a verified copy of the register of a frame."""
    session = frame.session
    if session is None:
        return
    translate = QCoreApplication.translate
    own = session.register.path
    title = translate("window", "Save a copy")
    name = translate("window", "{name} (copy)").format(name=own.stem)
    path = ask_where(frame, title, name, own)
    if path is None or not may_take_place(frame, title, session, path):
        return

    def tell(copy: Path) -> None:
        frame.show_done(translate("window", "Verified copy: {file}").format(file=copy))

    def fail(problem: BaseException) -> None:
        if not isinstance(problem, RefusedError):
            raise problem
        frame.show_refused(problem)

    work = partial(_copy, session, path)
    frame.runner.submit(work, on_done=tell, on_error=fail, label=path.name)


def _copy(
    session: Session,
    path: Path,
    progress: Callable[[int, int], None],  # noqa: ARG001 - Work
    cancelled: Callable[[], bool],  # noqa: ARG001 - Work
) -> Path:
    """Runs in the worker."""
    from mutudesk.usecases.copying import copy_register

    return copy_register(session, path)
