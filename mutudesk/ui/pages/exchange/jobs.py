"""What the import dialog has done off the window's thread: looking at a file, taking it in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mutudesk.progress import stoppable
from mutudesk.usecases.previewing import (
    MAYORS,
    ExchangeKind,
    FilePreview,
    ImportReport,
    look_into,
    run_import,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mutudesk.progress import Progress
    from mutudesk.usecases.session import Session


def look_at(
    session: Session,
    path: Path,
    kind: ExchangeKind | str | None,
    progress: Progress,
    cancelled: Callable[[], bool],
    *,
    close_previous: bool = False,
    encoding: str | None = None,
) -> tuple[FilePreview, ImportReport | None]:
    """The first lines, then a trial, which writes nothing. Raises StoppedError.

    `close_previous` is the tick for the list of mayors; other files know no such thing. `encoding`
    is what the user says the file is written in, None = by the rules of files.
    """
    preview = look_into(path, kind, encoding)
    if preview.wish is None:
        return preview, None
    wish = replace(preview.wish, close_previous=close_previous and preview.wish.kind == MAYORS)
    tell = stoppable(progress, cancelled)
    report = run_import(session, wish, dry_run=True, progress=tell)
    return replace(preview, wish=wish), report


def take_in(
    session: Session, preview: FilePreview, progress: Progress, cancelled: Callable[[], bool]
) -> ImportReport | None:
    """Record, unless the file is no longer the one that was shown. Raises StoppedError."""
    wish = preview.wish
    if wish is None or look_into(wish.path, wish.kind, wish.encoding).stamp != preview.stamp:
        return None
    tell = stoppable(progress, cancelled)
    return run_import(session, wish, dry_run=False, progress=tell)
