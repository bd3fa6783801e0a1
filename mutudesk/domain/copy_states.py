"""How a backup is, as a user is told: whole or not, made of what, contained in the register."""

from __future__ import annotations

from enum import Enum


class CopyState(Enum):
    """What can be said of a backup; several may hold of one."""

    VERIFIED = "verified"
    DAMAGED = "damaged"
    UNSEALED = "unsealed"
    OF_COPY = "of_copy"
    CONTAINED = "contained"
    ELSEWHERE = "elsewhere"
