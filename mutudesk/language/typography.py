"""The typography of French text, shown or printed: spaces that do not break, dates, numbers.

Data keep what their source wrote; everything here is applied when a text is shown, never before.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mutudesk.domain.period import Period

NO_BREAK = "\u00a0"
NARROW = "\u202f"
APOSTROPHE = "’"

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)

_SPACES = "[ \u00a0\u202f]"
_QUOTED = re.compile(r'"([^"]*)"')
_BEFORE_HIGH = re.compile(rf"{_SPACES}+(?=[?!;%])|(?<=\d)(?=%)")
_BEFORE_COLON = re.compile(rf"{_SPACES}+(?=:)")
_AFTER_OPENING = re.compile(rf"«{_SPACES}*")
_BEFORE_CLOSING = re.compile(rf"{_SPACES}*»")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W_])")
_LAST_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'")
_QUOTING = re.compile(r"(?<![^\W\d_])'")  # one that opens something
_PAIR = re.compile(r'(?<![^\s(\[«])"(?=\S)([^"\n]*[^"\s])"(?![^\s.,;:!?)\]»])')
_BEFORE_EURO = re.compile(rf"(?<=\d){_SPACES}*(?=€)")
_THOUSANDS = re.compile(rf"(?<![\d,.])\d{{1,3}}(?:{_SPACES}\d{{3}})+(?!\d)")
# A word that says nothing without the one after it.
_BOUND = re.compile(
    r"(?<!\w)(M\.|MM\.|Mme|Mmes|n°|article|articles|art\.|[LRD]\.(?= \d)|page|pages"
    r"|SIREN(?= [\d{])) (?=[\w{])"
)

_PERCENT_DIGITS = 2
_GROUP = 3


def typographic(text: str) -> str:
    """The text with ’ for ' and « … » for "…"; data are stored with the plain signs."""
    quoted = _QUOTED.sub(rf"«{NO_BREAK}\1{NO_BREAK}»", text)
    return quoted.replace("'", APOSTROPHE)


def printed(text: str) -> str:
    """A text that somebody typed as print wants it, nothing else of it changed.

    « … » for "…" where the marks come in pairs, ’ after letters; spaces that do not break as in
    `nonbreaking`, before € and between thousands too.
    """
    if text.count('"') % 2 == 0:
        # A pair may hold another, which is found first.
        while (quoted := _PAIR.sub(rf"«{NO_BREAK}\1{NO_BREAK}»", text)) != text:
            text = quoted
    apostrophe = _APOSTROPHE if _QUOTING.search(text) else _LAST_APOSTROPHE
    text = _spaced(apostrophe.sub(APOSTROPHE, text))
    text = _BEFORE_EURO.sub(NO_BREAK, text)
    return _THOUSANDS.sub(lambda found: re.sub(_SPACES, NARROW, found.group()), text)


def nonbreaking(text: str) -> str:
    """Text of a template with the spaces of French typography, and ’ for '.

    U+202F before ? ! ; and %, U+00A0 before : and inside « », and after M., Mme, n°, article, art.,
    L. (of a code), page, SIREN, be it before a placeholder. A sign that has no space before it
    gets none (an address, "R&D;"), but a % after a digit does.
    """
    return _spaced(typographic(text))


def _spaced(text: str) -> str:
    text = _BEFORE_HIGH.sub(NARROW, text)
    text = _BEFORE_COLON.sub(NO_BREAK, text)
    text = _AFTER_OPENING.sub(f"«{NO_BREAK}", text)
    text = _BEFORE_CLOSING.sub(f"{NO_BREAK}»", text)
    return _BOUND.sub(rf"\1{NO_BREAK}", text)


def short_date(day: date) -> str:
    """01/09/2016, for columns and short messages."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def long_date(day: date) -> str:
    """1er septembre 2016, kept on one line."""
    number = "1er" if day.day == 1 else str(day.day)
    return NO_BREAK.join((number, MONTHS[day.month - 1], f"{day.year:04}"))


def long_period(period: Period) -> str:
    """The days in words, the last one included: "du 1er septembre 2016 au 31 décembre 2017".

    "depuis le …" while running, "jusqu’au …" with an unknown beginning, "depuis toujours" with
    neither.
    """
    first, last = period.valid_from, period.last_day
    if first is None:
        return "depuis toujours" if last is None else f"jusqu{APOSTROPHE}au {long_date(last)}"
    if last is None:
        return f"depuis le {long_date(first)}"
    if first == last:
        return f"le {long_date(first)}"
    return f"du {long_date(first)} au {long_date(last)}"


def short_period(period: Period) -> str:
    """The days in figures, for columns: "01/09/2016 – 31/12/2017", "depuis le 01/09/2016".

    An unknown beginning is said as such: "début non renseigné".
    """
    first, last = period.valid_from, period.last_day
    if first is None:
        unknown = "début non renseigné"
        return unknown if last is None else f"{unknown} – {short_date(last)}"
    if last is None:
        return f"depuis le{NO_BREAK}{short_date(first)}"
    return f"{short_date(first)} – {short_date(last)}"


def number(value: int | Decimal, decimals: int = 0) -> str:
    """Digits in groups of three, a comma before the decimals: "1 234,56". Rounds halves up."""
    exact = Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    sign = "−" if exact < 0 else ""
    whole, _, rest = f"{abs(exact):f}".partition(".")
    return sign + f"{int(whole):,}".replace(",", NARROW) + (f",{rest}" if rest else "")


def percentage(basis_points: int) -> str:
    """Basis points as a percentage without needless zeros: 4000 is "40 %", 3750 "37,5 %"."""
    text = number(Decimal(basis_points) / 100, _PERCENT_DIGITS)
    return f"{text.rstrip('0').rstrip(',')}{NARROW}%"


def siren_groups(siren: str) -> str:
    """A SIREN in groups of three digits, kept on one line."""
    return NARROW.join(siren[start : start + _GROUP] for start in range(0, len(siren), _GROUP))


def listing(items: Sequence[str], conjunction: str = "et") -> str:
    """The items as one would say them: "a, b et c"."""
    if len(items) < 2:  # noqa: PLR2004 - one item needs no "and"
        return "".join(items)
    return f"{', '.join(items[:-1])} {conjunction} {items[-1]}"
