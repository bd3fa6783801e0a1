"""What kind of file it may be, by the names of its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.kinds import layout_of
from mutudesk.exchange.problems import TableError
from mutudesk.exchange.rne import COLUMN_NAMES
from mutudesk.exchange.table import column_key, read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

MAYORS = "rne-maires"
_MAYOR_COLUMNS = ("nom de l'élu", "date de début de la fonction")

# Every name that a column may have: the line of a file that holds most of them is its header.
KNOWN_COLUMNS = (
    *dict.fromkeys(name for kind in ExchangeKind for name in layout_of(kind).header),
    *COLUMN_NAMES,
)


def guess_kind(header: Sequence[str]) -> ExchangeKind | str | None:
    """The kind whose columns the header has best; None when it resembles none."""
    names = {column_key(name) for name in header}
    if {column_key(name) for name in _MAYOR_COLUMNS} <= names:
        return MAYORS
    best: ExchangeKind | None = None
    best_share = 0.5  # half of the columns are too few to guess from
    for kind in ExchangeKind:
        columns = layout_of(kind).columns
        whole = {column_key(each.name) for each in columns}
        wanted = {column_key(each.name) for each in columns if not each.may_be_missing}
        own = wanted | (whole & names)  # a file of before some columns came is the same kind
        share = len(names & own) / len(names | own) if names else 0.0
        if share > best_share:
            best, best_share = kind, share
    return best


def guess_kind_of(data: bytes) -> ExchangeKind | str | None:
    """The kind that the beginning of a file resembles; None when it is no table."""
    try:
        return guess_kind(read_table(_whole_lines(data), KNOWN_COLUMNS, judged=False).header)
    except TableError:
        return None


def _whole_lines(data: bytes) -> bytes:
    """Without the last line, which may be cut; UTF-16 stays as it is."""
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data if is_wide or b"\n" not in data else data[: data.rindex(b"\n") + 1]
