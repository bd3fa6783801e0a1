"""What can be done inside one transaction: read facts, and write an act with its journal lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from mutudesk.domain.findings import refused
from mutudesk.domain.records import RECORDED, Fact, Kind, Stored
from mutudesk.progress import Progress, no_progress
from mutudesk.storage import journal, loading
from mutudesk.storage.dependents import dependents
from mutudesk.storage.tables import PublicBodyTable, RegisterTable
from mutudesk.storage.writing import write_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.records import RecordRef
    from mutudesk.storage.journal import Act

_EPCI_SIREN = select(PublicBodyTable.siren).join_from(RegisterTable, PublicBodyTable)


class ReadTransaction:
    """One state of the register, seen inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def epci_siren(self) -> str:
        """The agglomeration whose register this is.

        Raises RefusedError("integrity_broken") when the file does not say so.
        """
        siren = self.connection.scalar(_EPCI_SIREN)
        if siren is None:
            raise refused("integrity_broken", detail=RegisterTable.__tablename__)
        return siren

    def identity(self) -> str:
        """Which register this is: what its copies and backups have in common."""
        return self.connection.execute(select(RegisterTable.identity)).scalar_one()

    def reference_vintage(self) -> str:
        """Which official data the register was created from."""
        return self.connection.execute(select(RegisterTable.reference_vintage)).scalar_one()

    def facts(self, kinds: Iterable[Kind] = RECORDED) -> list[Stored[Fact]]:
        """Every fact of these kinds."""
        return loading.load_all(self.connection, kinds)

    def scoped(self, scope: loading.Scope) -> list[Stored[Fact]]:
        """The facts that the rules need to judge an act on this scope."""
        return loading.load_scope(self.connection, scope)

    def dependents(self, stored: Stored[Fact]) -> list[RecordRef]:
        """The records that refer to this one."""
        return dependents(self.connection, stored)


class WriteTransaction(ReadTransaction):
    """A write transaction."""

    def apply(
        self, act: Act, changes: Sequence[AnyChange], progress: Progress = no_progress
    ) -> None:
        """Write the changes and their journal lines.

        Raises RefusedError("changed_meanwhile") when a record was changed since it was read, and
        what `progress` raises.
        """
        numbers = write_changes(self.connection, changes)
        journal.append(self.connection, act, changes, numbers, progress)
