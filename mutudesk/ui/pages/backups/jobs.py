"""What the dialog of backups has done off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.domain.findings import RefusedError
from mutudesk.usecases.backups import Content, ListedBackup, content_of, list_backups

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Found:
    """The backups of a register, and what it holds now (None when it cannot be read)."""

    backups: Sequence[ListedBackup]
    now: Content | None


def look_for(path: Path, today: date) -> Found:
    """List and verify the backups of a register; none where neither it nor one of them is there."""
    try:
        backups = list_backups(path)
    except RefusedError:
        return Found((), None)
    return Found(backups, content_in(path, today))


def content_in(path: Path, today: date) -> Content | None:
    """What a register or a backup holds, None when it cannot be read."""
    try:
        return content_of(path, today)
    except RefusedError:
        return None
