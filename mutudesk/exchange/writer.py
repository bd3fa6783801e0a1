"""Writing one file of one kind, sorted by key so that two exports can be compared line by line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mutudesk.domain.records import FACT_TYPES, Fact, Key
from mutudesk.exchange.kinds import layout_of
from mutudesk.exchange.table import write_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mutudesk.exchange.exchange_kind import ExchangeKind


def write_kind(kind: ExchangeKind, facts: Iterable[Fact]) -> bytes:
    """Write the facts of a kind, in any order; the header is there even without a line.

    Files of bodies, services and agents need both kinds of facts that their lines hold; an owner
    without a dated fact has no line. Raises ValueError for a fact that the file does not hold, or
    one whose owner is not among the facts: both are mistakes of the caller.
    """
    layout = layout_of(kind)
    dated_type = FACT_TYPES[layout.record_kinds[-1]]
    owner_type = FACT_TYPES[layout.record_kinds[0]]
    owners: dict[object, Fact] = {}
    dated: list[Fact] = []
    for fact in facts:
        if isinstance(fact, dated_type):
            dated.append(fact)
        elif isinstance(fact, owner_type):
            owners[fact.key[0]] = fact
        else:
            message = f"{type(fact).__name__} does not belong in a file of {kind.value}"
            raise ValueError(message)  # noqa: TRY004 - the value is wrong for this kind
    dated.sort(key=_order)
    if owner_type is dated_type:
        return write_table(layout.header, (layout.cells(fact) for fact in dated))
    missing = {fact.key[0] for fact in dated} - owners.keys()
    if missing:
        message = f"{owner_type.__name__} missing for {min(map(str, missing))}"
        raise ValueError(message)
    return write_table(layout.header, (layout.cells(owners[fact.key[0]], fact) for fact in dated))


def _order(fact: Fact) -> Key:
    """The key with an unknown beginning before every known one."""
    return tuple(date.min if part is None else part for part in fact.key)
