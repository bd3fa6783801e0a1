"""What people type for a date, and the steps of the date keys. No widgets.

Accepted beside the forms of files: `1/9/16`, `1.9.2016`, `1-9-16`, `010916`, `01092016`.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from mutudesk.domain.parsing import ParseError, parse_date

PIVOT = 70  # two digits below it are of this century
_PARTS = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})", re.ASCII)
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})", re.ASCII)
_SHORT_YEAR = 2

STEPS = {
    "j": (1, 0),
    "J": (-1, 0),
    "s": (7, 0),
    "S": (-7, 0),
    "m": (0, 1),
    "M": (0, -1),
    "a": (0, 12),
    "A": (0, -12),
}


def typed_date(text: str) -> date:
    """The day a person typed. Raises ParseError as `parse_date` does."""
    text = text.strip()
    match = _PARTS.fullmatch(text) or _RUN.fullmatch(text)
    if match is None:
        return parse_date(text)
    day, month, year = match.groups()
    if len(year) == _SHORT_YEAR:
        year = f"{'20' if int(year) < PIVOT else '19'}{year}"
    try:
        return parse_date(f"{day}/{month}/{year}")
    except ParseError as problem:
        raise ParseError(problem.code, **{**problem.values, "text": text}) from None


def stepped(day: date, key: str) -> date:
    """The day that a key of `STEPS` leads to; a month too short gives its last day."""
    days, months = STEPS[key]
    if days:
        return day + timedelta(days=days)
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def shown_date(day: date | None) -> str:
    """The day as fields and columns show it: jj/mm/aaaa; nothing for None."""
    return "" if day is None else f"{day.day:02d}/{day.month:02d}/{day.year:04d}"
