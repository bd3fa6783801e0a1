"""Which backups are kept: what an office may want back, as long as the disk has room for it.

The last ten, all of two days, then one a day, a week and a month.
"""

from __future__ import annotations

import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from mutudesk.storage.backup import Backup

LAST = 10
KEEP_ALL = timedelta(days=2)
KEPT = (("%Y-%m-%d", 12), ("%G-%V", 10), ("%Y-%m", 9))  # days, weeks, months


def superfluous(newest_first: Sequence[Backup], now: datetime, free: int) -> list[Backup]:
    """The backups that are let go; never one of the last ten.

    `free` bytes are left on their disk: those beyond the last ten may not take more than that.
    """
    last = {each.path for each in newest_first[:LAST]}
    kept = last | {each.path for each in newest_first if abs(now - each.made_at) <= KEEP_ALL}
    for pattern, number in KEPT:
        seen: dict[str, Path] = {}
        for each in newest_first:
            seen.setdefault(each.made_at.strftime(pattern), each.path)
        kept |= set(list(seen.values())[:number])
    taken = 0
    for each in newest_first:
        if each.path in kept and each.path not in last:
            taken += _size(each.path)
            if taken > free:
                kept.discard(each.path)
    return [each for each in newest_first if each.path not in kept]


def free_space(folder: Path) -> int:
    """The bytes that a user may still write on the disk of a folder."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
