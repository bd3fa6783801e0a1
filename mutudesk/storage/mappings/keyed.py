"""Rows found by their keys, with statements that are made once.

To make a statement anew, and to find out that it is the same as before, takes SQLAlchemy four times
as long as SQLite needs to run it; an act of a user asks some twenty of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select
    from sqlalchemy.orm import InstrumentedAttribute

LARGE = 5_000  # above this many keys, reading the whole table is faster than asking for each


class Keyed:
    """The rows of a statement in which a column that is never empty holds one of some keys."""

    def __init__(
        self,
        whole: Select[*tuple[Any, ...]],
        column: ColumnElement[str] | InstrumentedAttribute[str],
    ) -> None:
        self._whole = whole
        self._some = whole.where(column.in_(bindparam("keys", expanding=True)))

    def rows(
        self, connection: Connection, keys: Collection[str]
    ) -> Sequence[Row[*tuple[Any, ...]]]:
        """The rows of these keys; for very many keys, all rows."""
        if not keys:
            return ()
        if len(keys) > LARGE:
            return connection.execute(self._whole).all()
        return connection.execute(self._some, {"keys": list(keys)}).all()
