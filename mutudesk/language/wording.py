"""How one value stands in a sentence, in each language.

The value's type decides; what follows a colon in the placeholder asks for something more:

- name of a body: `:de`, `:a`, `:que` with the French word before it, else with its article;
- name of a person: `:de_person`, `:que_person`;
- text: `:siren` in groups of three;
- period: `:since` for one that is running ("depuis le …, sans date de fin");
- number: `:one thing|many things`, the number with its noun;
- list: `:or` for a choice.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from mutudesk.domain.bodies import BodyName
from mutudesk.domain.findings import Share
from mutudesk.domain.period import Period
from mutudesk.language.bodies import (
    a_designation,
    de_designation,
    de_person,
    que_designation,
    que_person,
    short_designation,
)
from mutudesk.language.typography import (
    NO_BREAK,
    listing,
    number,
    percentage,
    short_date,
    siren_groups,
    typographic,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Years and line numbers have no thousands.
_UNGROUPED = 10_000
# What stands before a name in French.
_BEFORE: dict[str, Callable[[str], str]] = {
    "de": de_designation,
    "a": a_designation,
    "que": que_designation,
    "de_person": de_person,
    "que_person": que_person,
}


class Wording(Protocol):
    """One language."""

    def day(self, day: date) -> str:
        """A date in figures."""

    def period(self, period: Period, spec: str) -> str:
        """The days of a period, the last one included."""

    def count(self, value: int, spec: str) -> str:
        """A number, alone or with its noun."""

    def share(self, share: Share) -> str:
        """Basis points as a percentage."""

    def items(self, items: Sequence[str], spec: str) -> str:
        """Several things in one sentence."""

    def text(self, text: str, spec: str) -> str:
        """A name."""


def worded(wording: Wording, value: object, spec: str) -> str:
    """The value in words."""
    match value:
        case Share():
            return wording.share(value)
        case int():
            return wording.count(value, spec)
        case date():
            return wording.day(value)
        case Period():
            return wording.period(value, spec)
        case tuple() | list():
            return wording.items([wording.text(str(each), "") for each in value], spec)
        case _:
            # A name of a body knows more than its letters.
            return wording.text(value if isinstance(value, str) else str(value), spec)


class French:
    """French, the language of the users."""

    def day(self, day: date) -> str:
        """01/09/2016."""
        return short_date(day)

    def period(self, period: Period, spec: str) -> str:
        """Like "du 01/09/2016 au 31/12/2017", "à partir du 01/09/2016", "depuis toujours"."""
        first, last = period.valid_from, period.last_day
        if first is None:
            return "depuis toujours" if last is None else f"jusqu’au {short_date(last)}"
        if last is None:
            if spec == "since":
                return f"depuis le {short_date(first)}, sans date de fin"
            return f"à partir du {short_date(first)}"
        if first == last:
            return f"le {short_date(first)}"
        return f"du {short_date(first)} au {short_date(last)}"

    def count(self, value: int, spec: str) -> str:
        """Like "3 lignes"; in French nought and one are singular."""
        digits = number(value) if value >= _UNGROUPED else str(value)
        return _with_noun(digits, spec, singular=value in {0, 1})

    def share(self, share: Share) -> str:
        """Like "37,5 %"."""
        return percentage(share)

    def items(self, items: Sequence[str], spec: str) -> str:
        """Like "a, b et c"."""
        return listing(items, "ou" if spec == "or" else "et")

    def text(self, text: str, spec: str) -> str:
        """A name with ’, with a word before it where asked."""
        match spec:
            case "siren":
                return siren_groups(text)
            case _ if spec in _BEFORE:
                return _BEFORE[spec](text)
            case _:
                return short_designation(text) if isinstance(text, BodyName) else typographic(text)


class English:
    """English, for those who read the sources."""

    def day(self, day: date) -> str:
        """2016-09-01: neither American nor British."""
        return day.isoformat()

    def period(self, period: Period, spec: str) -> str:
        """Like "from 2016-09-01 to 2017-12-31", "from 2016-09-01 on", "always"."""
        first, last = period.valid_from, period.last_day
        if first is None:
            return "always" if last is None else f"until {last.isoformat()}"
        if last is None:
            if spec == "since":
                return f"since {first.isoformat()}, without an end"
            return f"from {first.isoformat()} on"
        if first == last:
            return f"on {first.isoformat()}"
        return f"from {first.isoformat()} to {last.isoformat()}"

    def count(self, value: int, spec: str) -> str:
        """Like "3 lines"."""
        digits = f"{value:,}" if value >= _UNGROUPED else str(value)
        return _with_noun(digits, spec, singular=value == 1)

    def share(self, share: Share) -> str:
        """Like "37.5%"."""
        whole, rest = divmod(share, 100)
        return f"{whole}.{rest:02}".rstrip("0").rstrip(".") + "%"

    def items(self, items: Sequence[str], spec: str) -> str:
        """Like "a, b and c"."""
        return listing(items, "or" if spec == "or" else "and")

    def text(self, text: str, spec: str) -> str:
        """A name as it is; English has no contraction."""
        return siren_groups(text) if spec == "siren" else text


def _with_noun(digits: str, spec: str, *, singular: bool) -> str:
    one, _, many = spec.partition("|")
    noun = one if singular else many or one
    return f"{digits}{NO_BREAK}{noun}" if noun else digits
