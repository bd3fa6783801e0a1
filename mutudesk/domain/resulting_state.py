"""The register as it would be after an act: what is stored, with the act's changes laid over it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mutudesk.domain.findings import Finding, refusal
from mutudesk.domain.records import Fact, Key, Kind, RecordRef, Stored, key_text, kind_of, ref_to
from mutudesk.domain.renames import Renames
from mutudesk.domain.services import Mission, SharedService

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mutudesk.domain.changes import AnyChange


@dataclass(frozen=True, slots=True)
class ResultingState:
    """All facts after the act, and what stands against laying it over the stored ones."""

    facts: list[Fact]
    findings: list[Finding]


def resulting_state(stored: Iterable[Stored[Fact]], changes: Sequence[AnyChange]) -> ResultingState:
    """Lay the changes over the stored facts.

    A body, service, mission or agent that gets another code takes all facts that refer to it along.
    """
    current: dict[tuple[Kind, int], Stored[Fact]] = {
        (kind_of(each.fact), each.id): each for each in stored
    }
    findings: list[Finding] = []
    created: list[Fact] = []
    corrected: dict[tuple[Kind, int], Fact] = {}
    renames = Renames()
    for change in changes:
        before, after = change.before, change.after
        if before is None:
            created.append(change.fact)
            continue
        place = (kind_of(before.fact), before.id)
        found = current.pop(place, None)
        if found != before:
            findings.append(refusal("changed_meanwhile", ref_to(before.fact)))
        if after is not None:
            corrected[place] = after
            renames.add(before.fact, after)
    facts = renames.follow([each.fact for each in current.values()])
    facts += corrected.values()
    facts += created
    findings += _twice(facts, changes)
    return ResultingState(facts, findings)


def former_state(stored: Iterable[Stored[Fact]], changes: Iterable[AnyChange]) -> list[Fact]:
    """The facts before the changes, under the codes that they have after them."""
    renames = Renames()
    headers: dict[tuple[Kind, int], Fact] = {}
    for change in changes:
        before, after = change.before, change.after
        if before is None or after is None:
            continue
        renames.add(before.fact, after)
        if isinstance(before.fact, SharedService | Mission):  # its own code is not a reference
            code = getattr(after, "code", before.fact.code)
            headers[kind_of(before.fact), before.id] = replace(before.fact, code=code)
    return renames.follow(
        [headers.get((kind_of(each.fact), each.id), each.fact) for each in stored]
    )


def _twice(facts: Sequence[Fact], changes: Sequence[AnyChange]) -> list[Finding]:
    """A refusal for each changed record whose key another one already has."""
    keys: dict[type[Fact], list[Key]] = defaultdict(list)
    for fact in facts:
        keys[type(fact)].append(fact.key)
    crowded = [of_type for of_type, each in keys.items() if len(set(each)) < len(each)]
    if not crowded:
        return []
    seen: set[RecordRef] = set()
    twice: list[RecordRef] = []
    for fact in facts:
        if type(fact) in crowded:
            ref = ref_to(fact)
            if ref in seen:
                twice.append(ref)
            seen.add(ref)
    touched = {change.ref for change in changes if change.after is not None}
    return [
        refusal("already_recorded", ref, key=key_text(ref.key)) for ref in twice if ref in touched
    ]
