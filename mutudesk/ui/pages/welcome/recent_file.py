"""A register opened before, as the settings keep it and the welcome page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A register opened before, and when that was."""

    path: Path
    opened_at: datetime

    @property
    def is_there(self) -> bool:
        """Tell whether the file can still be found."""
        try:
            return self.path.is_file()
        except OSError:
            return False
