"""An open register together with who works on it; every use case takes one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Self

from mutudesk.storage.journal import Act
from mutudesk.storage.lock import user_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from mutudesk.storage.register_file import RegisterFile


def utc_now() -> datetime:
    """The present moment, aware."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Session:
    """A register, its user and a clock. `changed` tells whether anything was written through it."""

    register: RegisterFile
    who: str = field(default_factory=user_name)
    now: Callable[[], datetime] = utc_now
    changed: bool = False

    def __enter__(self) -> Self:
        """The session itself."""
        return self

    def __exit__(self, *_exc: object) -> None:
        """Close the register, without a backup."""
        self.register.close()

    @property
    def today(self) -> date:
        """The day of the office."""
        return self.now().astimezone().date()

    def act(self, action: str, why: str = "") -> Act:
        """Who does what now."""
        return Act(self.who, self.now(), action, why)
