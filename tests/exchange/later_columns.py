"""Exports of former versions: the same to the byte, but for optional columns that came since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.exchange.kinds import layout_of
from mutudesk.exchange.table import read_table, write_table

if TYPE_CHECKING:
    from mutudesk.exchange.exchange_kind import ExchangeKind


def without_later_columns(written: bytes, kind: ExchangeKind, frozen: bytes) -> bytes:
    """An export without the optional columns that its kind got since the frozen one."""
    table = read_table(written)
    header = read_table(frozen).header
    optional = {each.name for each in layout_of(kind).columns if each.may_be_missing}
    assert set(table.header) - set(header) <= optional
    places = [table.header.index(name) for name in header]
    return write_table(header, ([row[place] for place in places] for _, row in table.rows))
