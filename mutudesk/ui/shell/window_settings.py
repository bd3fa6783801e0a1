"""What the window remembers between two starts: its place, its colours, the files opened last.

One small file in the data folder. It holds paths, no data of a register; when it cannot be read or
written the window simply remembers nothing.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from mutudesk.folders import make_folders, sync_folder
from mutudesk.ui.look.appearance import LARGEST, SMALLEST, Scheme
from mutudesk.ui.pages.welcome.recent_file import RecentFile

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE_NAME = "window.ini"
MOST_RECENT = 8
_GEOMETRY, _SCHEME, _SCALE, _RECENT = "geometry", "scheme", "scale", "recent"


class WindowSettings:
    """The file, by what is in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with suppress(OSError):  # Qt would let everybody look into it
            make_folders(folder, private=True)
        # Qt writes it beside and renames it.
        self._stored = QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)

    @property
    def geometry(self) -> QByteArray:
        """Where the window was; empty at the first start."""
        value = self._stored.value(_GEOMETRY)
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._stored.setValue(_GEOMETRY, value)

    @property
    def scheme(self) -> Scheme:
        """The colours preferred."""
        try:
            return Scheme(self._stored.value(_SCHEME, Scheme.SYSTEM.value))
        except ValueError:
            return Scheme.SYSTEM

    @scheme.setter
    def scheme(self, value: Scheme) -> None:
        self._stored.setValue(_SCHEME, value.value)

    @property
    def scale(self) -> float:
        """The text size preferred."""
        try:
            value = float(str(self._stored.value(_SCALE, SMALLEST)))
        except ValueError:
            return SMALLEST
        return value if SMALLEST <= value <= LARGEST else SMALLEST

    @scale.setter
    def scale(self, value: float) -> None:
        self._stored.setValue(_SCALE, value)

    @property
    def recent(self) -> list[RecentFile]:
        """The registers opened last, the latest first."""
        try:
            found = json.loads(str(self._stored.value(_RECENT, "[]")))
            return [
                RecentFile(Path(path), datetime.fromisoformat(moment)) for path, moment in found
            ]
        except (ValueError, TypeError):
            return []

    def remember(self, path: Path, now: datetime) -> None:
        """Put a register first among the recent ones."""
        path = path.absolute()
        others = [each for each in self.recent if each.path != path]
        self._keep([RecentFile(path, now), *others][:MOST_RECENT])

    def forget(self, path: Path) -> None:
        """Take a register off the list; the file is not touched."""
        self._keep(each for each in self.recent if each.path != path)

    def _keep(self, files: Iterable[RecentFile]) -> None:
        kept = [(str(each.path), each.opened_at.isoformat(timespec="minutes")) for each in files]
        self._stored.setValue(_RECENT, json.dumps(kept))

    def sync(self) -> None:
        """Write the file now."""
        self._stored.sync()
        with suppress(OSError):
            sync_folder(self._folder)
