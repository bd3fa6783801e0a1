"""Counts of records in words. Here, because plural forms are only found in `self.tr`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mutudesk.domain.records import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mutudesk.domain.records import RecordRef


class Counts(QObject):
    """Each method says how many there are, in the language of the window."""

    def identities(self, count: int) -> str:
        """Legal identities of a body."""
        return self.tr("%n identity(ies)", "", count)

    def epci_memberships(self, count: int) -> str:
        """Belongings of a commune."""
        return self.tr("%n belonging(s)", "", count)

    def mandates(self, count: int) -> str:
        """Terms of office."""
        return self.tr("%n term(s) of office", "", count)

    def populations(self, count: int) -> str:
        """Years with a population."""
        return self.tr("%n population(s)", "", count)

    def managing(self, count: int) -> str:
        """Managing periods of a service."""
        return self.tr("%n managing period(s)", "", count)

    def missions(self, count: int) -> str:
        """Missions."""
        return self.tr("%n mission(s)", "", count)

    def terms(self, count: int) -> str:
        """Sets of terms of a service."""
        return self.tr("%n set(s) of terms", "", count)

    def clauses(self, count: int) -> str:
        """Articles in the words of the service."""
        return self.tr("%n article(s) of its own", "", count)

    def origins(self, count: int) -> str:
        """Former services."""
        return self.tr("%n former service(s)", "", count)

    def memberships(self, count: int) -> str:
        """Memberships."""
        return self.tr("%n membership(s)", "", count)

    def depending_memberships(self, count: int) -> str:
        """Memberships that stand against an act."""
        return self.tr("%n membership(s) depend on it.", "", count)

    def depending_assignments(self, count: int) -> str:
        """Assignments that stand against an act."""
        return self.tr("%n assignment(s) depend on it.", "", count)

    def depending_shares(self, count: int) -> str:
        """Mission shares that stand against an act."""
        return self.tr("%n mission share(s) depend on it.", "", count)


def depending_words(refs: Sequence[RecordRef]) -> str:
    """How many records of which kind stand against an act; empty when none does."""
    counts = Counts()
    says = {
        Kind.MEMBERSHIP: counts.depending_memberships,
        Kind.ASSIGNMENT: counts.depending_assignments,
        Kind.MISSION_SHARE: counts.depending_shares,
    }
    found = {kind: sum(ref.kind is kind for ref in refs) for kind in says}
    return " ".join(says[kind](count) for kind, count in found.items() if count)
