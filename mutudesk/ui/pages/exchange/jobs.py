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
    if preview.request is None:
        return preview, None
    request = replace(
        preview.request, close_previous=close_previous and preview.request.kind == MAYORS
    )
    report_or_stop = stoppable(progress, cancelled)
    report = run_import(session, request, dry_run=True, progress=report_or_stop)
    return replace(preview, request=request), report


def take_in(
    session: Session, preview: FilePreview, progress: Progress, cancelled: Callable[[], bool]
) -> ImportReport | None:
    """Record, unless the file is no longer the one that was shown. Raises StoppedError."""
    request = preview.request
    if (
        request is None
        or look_into(request.path, request.kind, request.encoding).stamp != preview.stamp
    ):
        return None
    report_or_stop = stoppable(progress, cancelled)
    return run_import(session, request, dry_run=False, progress=report_or_stop)
