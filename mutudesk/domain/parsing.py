"""Reading what a person or a file wrote: dates, shares, codes, texts.

Every function takes the text and returns the value, or raises `ParseError` with a code and its
facts; `mutudesk.language.messages` words them. Empty text is the caller's business, except where
said.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from mutudesk.domain.codes import (
    LONGEST_LONG_TEXT,
    LONGEST_TEXT,
    clean,
    is_code,
    is_insee_code,
    is_plain,
    normal_siren,
)
from mutudesk.domain.period import EARLIEST_YEAR, LATEST_YEAR, ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

    from mutudesk.domain.findings import FindingValue

E = TypeVar("E", bound="Enum")

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_FRENCH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_SHARE = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?", re.ASCII)
_SIRET = re.compile(r"\d{14}", re.ASCII)
_COUNT = re.compile(r"\d{1,9}", re.ASCII)
_GROUPING = re.compile(r"[ \u00a0\u202f]")
# What Windows, Unix, old Macs, word processors and mainframes end a line with.
_LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
OPEN_ENDS = frozenset({"31/12/2999", "2999-12-31", "31/12/9999", "9999-12-31", "9999"})


class ParseError(ValueError):
    """The text cannot be read as what it should be; `code` and `values` say why."""

    def __init__(self, code: str, **values: FindingValue) -> None:
        super().__init__(code)
        self.code = code
        self.values: Mapping[str, FindingValue] = values


def parse_date(text: str) -> date:
    """A day written 2016-09-01 or 1/9/2016, in the years 1900 to 2199.

    Raises ParseError("date_invalid") or ("year_out_of_range").
    """
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _FRENCH.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
    else:
        raise ParseError("date_invalid", text=text)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ParseError("year_out_of_range", text=text, first=EARLIEST_YEAR, last=LATEST_YEAR)
    try:
        return date(year, month, day)
    except ValueError:
        raise ParseError("date_invalid", text=text) from None


def parse_last_day(text: str) -> date | None:
    """The last day of a period (inclusive); empty, 31/12/2999 and 9999 mean "still running"."""
    if not text or text in OPEN_ENDS:
        return None
    return parse_date(text)


def exclusive(last_day: date | None) -> date | None:
    """The first day out, from a last day included."""
    return None if last_day is None else last_day + ONE_DAY


def parse_share(text: str) -> int:
    """A percentage of a full post, above 0 and at most 100, in basis points.

    ASCII digits, comma or point, at most two decimals, an optional % sign; "4 0" is not 40.
    Raises ParseError("share_invalid") or ("share_out_of_range").
    """
    match = _SHARE.fullmatch(text.removesuffix("%").rstrip())
    if match is None:
        raise ParseError("share_invalid", text=text)
    whole, decimals = match.group(1), match.group(2) or ""
    share = int(whole) * 100 + int(decimals.ljust(2, "0"))
    if not 0 < share <= 100 * 100:
        raise ParseError("share_text_out_of_range", text=text)
    return share


def parse_count(text: str) -> int:
    """A whole number of inhabitants or months. Raises ParseError("count_invalid")."""
    digits = _GROUPING.sub("", text)
    if not _COUNT.fullmatch(digits):
        raise ParseError("count_invalid", text=text)
    return int(digits)


def parse_year(text: str) -> int:
    """A year from 1900 to 2199. Raises ParseError("year_invalid")."""
    if not re.fullmatch(r"\d{4}", text, re.ASCII) or not EARLIEST_YEAR <= int(text) <= LATEST_YEAR:
        raise ParseError("year_invalid", text=text)
    return int(text)


def parse_siren(text: str) -> str:
    """Nine valid digits. Raises ParseError("siren_invalid"), ("siret_given") for a SIRET."""
    siren = normal_siren(text)
    if siren is not None:
        return siren
    digits = _GROUPING.sub("", text)
    of_siret = normal_siren(digits[:9]) if _SIRET.fullmatch(digits) else None
    if of_siret is not None:
        raise ParseError("siret_given", text=text, siren=of_siret)
    raise ParseError("siren_invalid", text=text)


def parse_insee(text: str) -> str:
    """A commune's INSEE code. Raises ParseError("insee_invalid")."""
    if not is_insee_code(text.upper()):
        raise ParseError("insee_invalid", text=text)
    return text.upper()


def parse_code(text: str) -> str:
    """A code or matricule. Raises ParseError("code_invalid")."""
    if not is_code(text):
        raise ParseError("code_invalid", text=text)
    return text


def parse_text(text: str) -> str:
    """A text in composed form, of a length and with signs that can be kept and printed.

    Raises ParseError("text_unprintable") or ("text_too_long").
    """
    value = clean(text)
    if not is_plain(value):
        raise ParseError("text_unprintable", text=value)
    if len(value) > LONGEST_TEXT:
        raise ParseError("text_too_long", length=len(value), longest=LONGEST_TEXT)
    return value


def parse_long_text(text: str) -> str:
    """A text of several lines, parted by line feeds; each line like `parse_text`.

    Blank lines at both ends go, tabs are spaces. Raises ParseError("text_unprintable") or
    ("text_too_long"), of all lines together.
    """
    lines = [clean(line.replace("\t", " ")) for line in _LINE_BREAK.split(text)]
    value = "\n".join(lines).strip("\n")
    if not all(map(is_plain, lines)):
        raise ParseError("text_unprintable", text=" ".join(lines))
    if len(value) > LONGEST_LONG_TEXT:
        raise ParseError("text_too_long", length=len(value), longest=LONGEST_LONG_TEXT)
    return value


def parse_choice(text: str, choices: type[E]) -> E:
    """One of the values of an enumeration, in any case. Raises ParseError("choice_unknown")."""
    wanted = text.casefold()
    for choice in choices:
        if str(choice.value).casefold() == wanted:
            return choice
    raise ParseError(
        "choice_unknown", text=text, choices=tuple(str(each.value) for each in choices)
    )


def parse_yes_no(text: str) -> bool:
    """Oui or non; empty is no. Raises ParseError("choice_unknown")."""
    match text.casefold():
        case "oui":
            return True
        case "non" | "":
            return False
        case _:
            raise ParseError("choice_unknown", text=text, choices=("oui", "non"))
