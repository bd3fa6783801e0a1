"""Facts read back from the journal: the exact inverse of `journal.fact_text`."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from mutudesk.domain.agents import AgentStatus
from mutudesk.domain.assignments import AssignmentGround
from mutudesk.domain.bodies import BodyKind, LinkWord
from mutudesk.domain.findings import refused
from mutudesk.domain.period import Period
from mutudesk.domain.records import FACT_TYPES, Fact, Kind
from mutudesk.domain.services import LegalGround, Level, Settlement

if TYPE_CHECKING:
    from collections.abc import Callable


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _link_word(text: str | None) -> LinkWord | None:
    return None if text is None else LinkWord(text)


def _settlement(text: str | None) -> Settlement | None:
    return None if text is None else Settlement(text)


def _period(ends: list[str | None]) -> Period:
    first, last = ends
    return Period(_day(first), _day(last))


# By what the fields of facts are annotated with; every other value is plain in JSON too.
_READ: dict[str, Callable[[Any], object]] = {
    "Period": _period,
    "date | None": _day,
    "frozenset[str]": frozenset,
    "AgentStatus": AgentStatus,
    "AssignmentGround": AssignmentGround,
    "BodyKind": BodyKind,
    "LegalGround": LegalGround,
    "Level": Level,
    "LinkWord | None": _link_word,
    "Settlement | None": _settlement,
}


@lru_cache(maxsize=len(FACT_TYPES))
def _readers(kind: Kind) -> tuple[tuple[str, Callable[[Any], object] | None], ...]:
    return tuple((each.name, _READ.get(str(each.type))) for each in fields(FACT_TYPES[kind]))


@lru_cache(maxsize=len(FACT_TYPES))
def _empty(kind: Kind) -> dict[str, str | None]:
    """What the fields that may be empty hold then."""
    types = {each.name: str(each.type) for each in fields(FACT_TYPES[kind])}
    return {
        name: "" if type_ == "str" else None
        for name, type_ in types.items()
        if type_ == "str" or type_.endswith("| None")
    }


def fact_of(kind: Kind, plain: dict[str, Any]) -> Fact:
    """The fact of a kind with these plain values; a line is silent on a field younger than it."""
    readers = _readers(kind)
    if len(plain) < len(readers):
        plain = {**_empty(kind), **plain}
    values = {name: plain[name] if read is None else read(plain[name]) for name, read in readers}
    build = cast("Callable[..., Fact]", FACT_TYPES[kind])
    return build(**values)


def before_and_after(kind: Kind, data: str) -> tuple[Fact | None, Fact | None]:
    """A record before and after, from the data of a line.

    Raises RefusedError("journal_unreadable") when they are no such facts.
    """
    try:
        before, after = json.loads(data)
        return (
            None if before is None else fact_of(kind, before),
            None if after is None else fact_of(kind, after),
        )
    except (LookupError, TypeError, ValueError) as problem:
        raise refused("journal_unreadable", record_kind=kind.value) from problem
