"""Single cells: which text is allowed in them, and the one text that is written for a value."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from mutudesk.domain.parsing import (
    ParseError,
    exclusive,
    parse_choice,
    parse_code,
    parse_count,
    parse_date,
    parse_last_day,
    parse_long_text,
    parse_share,
    parse_siren,
    parse_text,
)
from mutudesk.domain.period import ONE_DAY, Period
from mutudesk.exchange.problems import LineError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from enum import Enum

E = TypeVar("E", bound="Enum")
T = TypeVar("T")
Empty = TypeVar("Empty")


def required(parse: Callable[[str], T]) -> Callable[[str], T]:
    """The same parser, refusing an empty cell with ParseError("cell_required")."""

    def convert(text: str) -> T:
        if not text:
            raise ParseError("cell_required")
        return parse(text)

    return convert


def optional(parse: Callable[[str], T], empty: Empty) -> Callable[[str], T | Empty]:
    """The same parser, reading an empty cell as `empty`."""

    def convert(text: str) -> T | Empty:
        return parse(text) if text else empty

    return convert


def one_of(choices: type[E], normal: Callable[[str], str] = str) -> Callable[[str], E]:
    """A parser of the values of an enumeration, after what offices write was made `normal`."""
    return required(lambda text: parse_choice(normal(text), choices))


def unaccented(text: str) -> str:
    """French words without case and without the accent that files often keep."""
    return text.casefold().replace("é", "e")


def straight(text: str) -> str:
    """A text with the apostrophe of keyboards, for the one of print."""
    return text.replace("’", "'")


def until(text: str) -> date | None:
    """The first day out, from a cell that holds the last day included."""
    return exclusive(parse_last_day(text))


SIREN = required(parse_siren)
CODE = required(parse_code)
NAME = required(parse_text)
SHARE = required(parse_share)
FIRST_DAY = required(parse_date)
TEXT = optional(parse_text, "")
LONG_TEXT = optional(parse_long_text, "")
DAY_OR_NONE = optional(parse_date, None)
COUNT_OR_NONE = optional(parse_count, None)
SIREN_OR_NONE = optional(parse_siren, None)
UNTIL = until


@lru_cache(maxsize=65_536)
def period_of(first: date | None, end: date | None) -> Period:
    """The days from `first` (inclusive, None = since always) to `end` (exclusive).

    Lines of one file share few periods, so they share the objects too. Raises LineError at the
    column fin when no day is left.
    """
    if first is not None and end is not None and first >= end:
        cause = ParseError("period_upside_down", first=first, last=end - ONE_DAY)
        raise LineError("fin", cause)
    return Period(first, end)


def day_text(day: date | None) -> str:
    """An ISO date; empty for None."""
    return "" if day is None else day.isoformat()


def last_day_text(end: date | None) -> str:
    """The last day included, from the first day out; empty for None."""
    return "" if end is None else (end - ONE_DAY).isoformat()


@lru_cache(maxsize=65_536)
def share_text(share: int) -> str:
    """Basis points as a percentage without needless zeros: 10000 is "100", 3750 is "37.5"."""
    whole, rest = divmod(share, 100)
    return f"{whole}.{rest:02}".rstrip("0") if rest else str(whole)


def count_text(count: int | None) -> str:
    """Digits; empty for None."""
    return "" if count is None else str(count)


def siren_text(siren: str | None) -> str:
    """A SIREN; empty for None."""
    return siren or ""


def yes_no_text(yes: object) -> str:
    """The cell oui or non."""
    return "oui" if yes else "non"


def value_text(choice: Enum) -> str:
    """The value of a member of an enumeration."""
    value: str = choice.value
    return value


def optional_value_text(choice: Enum | None) -> str:
    """The value of a member of an enumeration; empty for None."""
    return "" if choice is None else value_text(choice)
