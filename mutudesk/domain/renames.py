"""Bodies, services, missions and agents that get another code, and the facts that follow them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from mutudesk.domain.records import HEADERS, REFERENCES, Kind, field_names, kind_of

if TYPE_CHECKING:
    from mutudesk.domain.records import Fact


class Renames:
    """Headers that get another code in one act.

    All codes are exchanged at once: A may become B while B becomes A.
    """

    def __init__(self) -> None:
        # A mission is named by its service and its code, everything else by its code.
        self._codes: dict[Kind, dict[object, str]] = defaultdict(dict)

    def add(self, header: Fact, renamed: Fact) -> None:
        """Note a header before and after; any other fact, or the same key, changes nothing."""
        kind = kind_of(header)
        if kind not in HEADERS or header.key == renamed.key:
            return
        former = header.key if kind is Kind.MISSION else header.key[0]
        self._codes[kind][former] = str(renamed.key[-1])

    def follow(self, facts: list[Fact]) -> list[Fact]:
        """The same facts, referring to the new codes."""
        return [self._renamed(fact) for fact in facts] if self._codes else facts

    def _renamed(self, fact: Fact) -> Fact:
        given: Any = fact
        changes: dict[str, object] = {}
        for name in field_names(kind_of(fact)):
            kind = REFERENCES.get(name)
            if kind in self._codes:
                former = getattr(given, name)
                code = self._renamed_code(given, kind, former)
                if code != former:
                    changes[name] = code
        return cast("Fact", replace(given, **changes)) if changes else fact

    def _renamed_code(self, fact: Any, kind: Kind, code: Any) -> object:  # noqa: ANN401
        """The new code, or codes, in place of what a field of a fact holds."""
        codes = self._codes[kind]
        if kind is not Kind.MISSION:
            return codes.get(code, code)
        if isinstance(code, frozenset):
            return frozenset(codes.get((fact.service, each), each) for each in code)
        return codes.get((fact.service, code), code)
