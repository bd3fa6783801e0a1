"""Files of offices made of their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.exchange.kinds import layout_of

if TYPE_CHECKING:
    from mutudesk.exchange.exchange_kind import ExchangeKind

# What bodies are called in conventions may be missing: most lines of the tests say nothing of it.
_LEFT_OUT = frozenset({"nom_abrege", "organe"})


def written(kind: ExchangeKind, *lines: str) -> bytes:
    """A file of a kind with these lines under its names of columns."""
    columns = [each for each in layout_of(kind).header if each not in _LEFT_OUT]
    return "\n".join([";".join(columns), *lines]).encode()
