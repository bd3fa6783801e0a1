"""The register itself: whose it is, and which one."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

_IDENTITY = 16  # bytes


@dataclass(frozen=True, slots=True)
class Register:
    """One register of one agglomeration.

    `identity` is drawn at random when the register is made: copies and backups share it, another
    register of the same agglomeration does not. `created_at` is a moment in UTC (ISO).
    """

    epci_siren: str
    reference_vintage: str
    created_at: str
    identity: str

    @property
    def key(self) -> tuple[str]:
        """A file holds one."""
        return (self.epci_siren,)


def new_register(epci_siren: str, vintage: str, at: datetime) -> Register:
    """Return another register of an agglomeration, made from official data of a vintage."""
    made_at = at.isoformat(timespec="seconds")
    return Register(epci_siren, vintage, made_at, secrets.token_hex(_IDENTITY))
