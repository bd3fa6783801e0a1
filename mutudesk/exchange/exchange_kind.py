"""The kinds of files that go in and out, in the order in which they may refer to earlier ones."""

from __future__ import annotations

from enum import Enum


class ExchangeKind(Enum):
    """One kind of file, by its name on the command line."""

    BODIES = "bodies"
    EPCI_MEMBERSHIPS = "members"
    POPULATIONS = "populations"
    MANDATES = "mandates"
    SERVICES = "services"
    ORIGINS = "origins"
    MISSIONS = "missions"
    TERMS = "terms"
    MEMBERSHIPS = "memberships"
    AGENTS = "agents"
    ASSIGNMENTS = "assignments"
    MISSION_SHARES = "mission-shares"
